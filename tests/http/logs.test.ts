import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';
const DECISION = 'Styregruppen bestilte et notat om Tordenskjolds sag';

interface Line {
  readonly msg: string;
  readonly command?: string;
  readonly meeting?: string;
  readonly version?: number;
}

let room: InsideRoom;
let chair: FakePerson;
let member: FakePerson;
const lines = (): Line[] => room.punkt.lines.map((line) => JSON.parse(line));
const said = (msg: string, command?: string): Line[] =>
  lines().filter((line) => line.msg === msg && (command === undefined || line.command === command));

beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER]);
  [chair, member] = [room.person(CHAIR), room.person(MEMBER)];
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const step = inOrder();

describe('one command in the log', () => {
  step('is the same from tap to commit to the card in the chat', async () => {
    const before = said('turn').length;
    await room.taps(chair, await room.item(1), 'Næste punkt');
    await room.punkt.settled();
    const [tap] = said('turn').slice(before);
    const [commit] = said('committed', tap?.command);
    expect(commit).toMatchObject({ meeting: expect.any(String), version: expect.any(Number) });
    const cards = lines().filter(({ msg, command }) => /^card /u.test(msg) && command === tap?.command);
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards)
      expect([card.meeting, card.version]).toEqual([commit?.meeting, commit?.version]);
  });

  step('is the same for a typed line', async () => {
    const before = said('turn').length;
    await room.asks(member, `beslutning: ${DECISION}`);
    await room.punkt.settled();
    const [line] = said('turn').slice(before);
    expect(said('committed', line?.command)).toHaveLength(1);
    expect(lines().some(({ msg, command }) => /^card /u.test(msg) && command === line?.command)).toBe(true);
  });

  step('that Teams sends again has the same, and is committed once', async () => {
    const card = await room.item(2);
    const action = button(card.card, 'Næste punkt');
    const before = said('turn').length;
    await room.sends(chair, card, action);
    await room.sends(chair, card, action);
    const turns = said('turn').slice(before);
    expect(turns).toHaveLength(2);
    expect(new Set(turns.map(({ command }) => command)).size).toBe(1);
    expect(said('committed', turns[0]?.command)).toHaveLength(1);
  });

  step('that was refused has no commit', async () => {
    const before = said('turn').length;
    await room.asks(member, 'næste');
    const [turn] = said('turn').slice(before);
    expect(turn?.command).toMatch(/^[0-9a-f]{8}$/u);
    expect(said('committed', turn?.command)).toEqual([]);
  });
});

describe('the log of a whole meeting', () => {
  step('holds no name, no text and no id of Teams', async () => {
    const form = await room.taps(chair, await room.item(3), 'Notér');
    await room.taps(chair, form, /^Gem/u, { text: 'Fortroligt om Hr. Tordenskjold' });
    await room.asks(
      room.person(WRITER),
      'tovholder: Gitte Rosenlund frist uge 5',
      room.teams.personalChat(room.person(WRITER)),
    );
    room.teams.failNext({ with: 500 }, { with: 403 });
    await room.asks(chair, 'volapyk om Tordenskjold');
    await room.asks(chair, 'afslut mødet');
    await room.punkt.settled();

    const { meeting, people } = await room.meeting();
    const secret: string[] = [
      'Tordenskjold',
      room.teams.tenantId,
      room.teams.bot.id,
      room.teams.url,
      meeting.meetingId,
      ...room.people.flatMap(({ id, name, aadObjectId }) => [
        id,
        name,
        ...name.split(' '),
        aadObjectId ?? id,
      ]),
      ...Object.values(people).map(({ name }) => name),
      ...meeting.agenda.items.flatMap(({ title }) => [title]),
      ...[room.chat, ...room.people.map((person) => room.teams.personalChat(person))].flatMap(
        ({ id, messages }) => [id, ...messages.map(({ activityId }) => activityId)],
      ),
    ];
    expect(secret.length).toBeGreaterThan(40);
    const all = room.punkt.lines.join('\n');
    expect(room.punkt.lines.length).toBeGreaterThan(25);
    expect(secret.filter((text) => text !== '' && all.includes(text))).toEqual([]);
  });

  step('says of what every line is', () => {
    const known =
      /^(?:level|time|msg|kind|command|activity|conversation|person|meeting|version|status|ms|result|reason|attempts|outcome|error|at|refused|failing)$/u;
    const keys = new Set(lines().flatMap((line) => Object.keys(line)));
    expect([...keys].filter((key) => !known.test(key))).toEqual([]);
  });
});
