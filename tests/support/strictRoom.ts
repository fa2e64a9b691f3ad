import { type FakePerson, texts } from './fakeTeams.ts';
import type { FakeClient } from './fakeTeamsClients.ts';
import { cardTimesTimes, type FakeRules, ratesTimes, strictRules } from './fakeTeamsRules.ts';
import { type InsideOptions, type InsideRoom, openInside } from './insideRoom.ts';

/** Time in a strict room runs so many times as fast: what Teams takes in a second, it takes in an eighth. */
const FASTER = 8;

/** A room whose Teams insists on its rules, and everybody in it has the chat open. */
export interface StrictRoom extends InsideRoom {
  client(name: string): FakeClient;
  /** The message in which the newest card of an item stands. */
  itemMessage(number: number): Promise<string>;
}

/** Opens it with Punkt as in production: dialogs, and limits that go by the same faster time. */
export async function openStrict(
  names: readonly string[],
  options: InsideOptions = {},
  rules: Partial<FakeRules> = {},
): Promise<StrictRoom> {
  const room = await openInside(names, {
    rules: { ...strictRules(1 / FASTER), ...rules },
    rates: ratesTimes(1 / FASTER),
    cardTimes: cardTimesTimes(1 / FASTER),
    ...options,
    env: { PUNKT_FORMS: 'dialog', ...options.env },
  });
  const clients = new Map<string, FakeClient>();
  const open = (person: FakePerson) => room.teams.clients.open(person, room.chat);
  return Object.assign(room, {
    client(name: string): FakeClient {
      const known = clients.get(name) ?? open(room.person(name));
      clients.set(name, known);
      return known;
    },
    itemMessage: (number: number) =>
      room.teams.until(() => {
        const there = room.chat.messages.toReversed().find((message) => {
          const said = texts(message.activity.attachments);
          // Of a series the earlier meetings have such a card too, without the buttons of a meeting that goes on.
          return said.some((text) => text.startsWith(`PUNKT ${number} AF`)) && said.includes('Næste punkt');
        });
        return there?.activityId;
      }),
  });
}

/** What a meeting decided, in its order. */
export async function decisionsOf(room: InsideRoom, meetingId?: string): Promise<string[]> {
  const commits = await room.log(meetingId);
  return commits.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event.text] : [])),
  );
}
