import { fold } from '../../src/meeting/evolve.ts';
import { stops } from '../../src/meeting/state.ts';
import type { EmbeddedStore } from '../../src/store/embedded/store.ts';
import { button, type FakeTeams } from '../support/fakeTeams.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeamsConnector.ts';
import { punkt } from '../support/punkt.ts';

const fixture = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;

/** A running meeting at its first item, and the card of that item. */
export interface Room {
  readonly chat: FakeConversation;
  readonly chair: FakePerson;
  readonly card: Record<string, unknown>;
  readonly activityId: string;
  /** Ids of all items that decisions can be made under. */
  readonly items: readonly string[];
}

/** Begins a meeting by its buttons; `store` is the one in `folder`, which Punkt serves. */
export async function beginMeeting(teams: FakeTeams, folder: string, store: EmbeddedStore): Promise<Room> {
  const chair = teams.person('Birthe Solvang');
  const chat = teams.groupChat([chair]);
  await teams.send(teams.installed(chat, chair));
  await punkt(folder, 'import', fixture, '--conversation', chat.id, '--chair', 'Birthe Solvang');
  const shown = async (title: string) => {
    const message = await teams.until(() =>
      chat.messages.find((one) => JSON.stringify(one.activity).includes(`"title":"${title}"`)),
    );
    return { card: teams.card(message), activityId: message.activityId };
  };
  for (const title of ['Brug dagsordenen', 'Start mødet']) {
    const { card, activityId } = await shown(title);
    await teams.send(teams.tap(chat, chair, activityId, button(card, title)));
  }
  const live = await shown('Mere …');
  const meetingId = String(button(live.card, 'Mere …').data.m);
  return { chat, chair, ...live, items: await itemsOf(store, meetingId) };
}

/** Read beside Punkt, in its store: no card names them all. */
async function itemsOf(store: EmbeddedStore, meetingId: string): Promise<string[]> {
  const state = fold(await store.log.read(meetingId));
  if (state.status === 'none') throw new Error('no meeting');
  return stops(state)
    .filter((item) => !item.closed)
    .map((item) => item.id);
}

let serial = 0;

/**
 * The bodies of taps by which the chair saves so many new decisions: full turns, room by room, and in each room item by
 * item, as a long meeting goes on.
 */
export function decisionTaps(teams: FakeTeams, rooms: readonly Room[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const room = rooms[index % rooms.length];
    if (!room) throw new Error('no room');
    const form = button(room.card, 'Beslutning');
    const verb = 'decision.record';
    const text = `Sekretariatet indhenter bidrag nr. ${serial++}`;
    const i = room.items[Math.floor(index / rooms.length) % room.items.length];
    const data = { ...form.data, verb, i, text, points: '' };
    const action = { ...form, type: 'Action.Execute', verb, data };
    return JSON.stringify(teams.tap(room.chat, room.chair, room.activityId, action));
  });
}
