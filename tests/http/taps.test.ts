import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CardAction, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { button, type SeenCard, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Hanne Vibe Dalby';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let guest: FakePerson;

/** The number of commits now, once everything under way is done. */
const length = async () => (await room.log()).length;
const decisions = async (number: string) => {
  const { meeting } = await room.meeting();
  const item = meeting.agenda.items.find((entry) => entry.number === number);
  return meeting.records[item?.id ?? '']?.decisions ?? [];
};
const raw = (data: Record<string, unknown>, verb?: string): CardAction => ({
  type: 'Action.Execute',
  title: '',
  data,
  raw: {},
  ...(verb === undefined ? {} : { verb }),
});

beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, GUEST]);
  chair = room.person(CHAIR);
  writer = room.person(WRITER);
  guest = room.person(GUEST);
  await room.imports('klynge-nordby.txt');
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

describe('the same tap twice', () => {
  it('changes nothing the second time, and is answered with the card as it is', async () => {
    const form = await room.taps(writer, await room.item(1), 'Beslutning');
    const save = button(form.card, 'Gem beslutning');
    const inputs = { text: 'Dagsordenen sendes til Havby.', points: '' };
    const tap = room.teams.tap(room.chat, writer, form.activityId, save, inputs);
    const first = await room.teams.send(tap);
    const commits = await length();
    const again = await room.teams.send(tap);
    expect(await length()).toBe(commits);
    for (const answer of [first, again]) {
      expect(answer.status).toBe(200);
      expect(wordsOf(answer.body)).toContain('Dagsordenen sendes til Havby.');
    }
  });

  it('changes nothing under another activity id either', async () => {
    const form = await room.taps(writer, await room.item(1), 'Beslutning');
    const save = button(form.card, 'Gem beslutning');
    const tap = room.teams.tap(room.chat, writer, form.activityId, save, {
      text: 'Kun én gang.',
      points: '',
    });
    await room.teams.send(tap);
    const commits = await length();
    await room.teams.send({ ...tap, id: `f:${randomUUID()}`, timestamp: '2026-11-21T10:00:00Z' });
    expect(await length()).toBe(commits);
  });

  it('is carried out once also when both come at the same time', async () => {
    const form = await room.taps(writer, await room.item(1), 'Beslutning');
    const save = button(form.card, 'Gem beslutning');
    const tap = room.teams.tap(room.chat, writer, form.activityId, save, { text: 'Samtidig.', points: '' });
    const commits = await length();
    await Promise.all([tap, { ...tap, id: 'f:2' }, { ...tap, id: 'f:3' }].map((one) => room.teams.send(one)));
    expect(await length()).toBe(commits + 1);
  });

  it('with other text from the same form is a new decision', async () => {
    const form = await room.taps(writer, await room.item(1), 'Beslutning');
    const known = (await decisions('1')).length;
    await room.taps(writer, form, 'Gem beslutning', { text: 'Først dette.', points: '' });
    await room.taps(writer, form, 'Gem beslutning', { text: 'Så dette.', points: '' });
    expect((await decisions('1')).slice(known).map(({ text }) => text)).toEqual([
      'Først dette.',
      'Så dette.',
    ]);
  });

  it('by two people on one card is two decisions', async () => {
    const form = await room.taps(writer, await room.item(1), 'Beslutning');
    const known = (await decisions('1')).length;
    const inputs = { text: 'Vi mødes igen.', points: '' };
    await Promise.all([
      room.taps(writer, form, 'Gem beslutning', inputs),
      room.taps(guest, form, 'Gem beslutning', inputs),
    ]);
    const made = (await decisions('1')).slice(known);
    expect(made.map(({ confirmed }) => confirmed).sort()).toEqual([false, true]);
  });
});

describe('a tap that is not what a card of this chat hands out', () => {
  let card: SeenCard;
  const tapWith = (data: Record<string, unknown>, verb: string, by = writer) =>
    room.sends(by, { ...card, card: {} }, raw(data, verb));
  const data = (over: Record<string, unknown> = {}) => ({ ...button(card.card, 'Beslutning').data, ...over });

  beforeAll(async () => {
    card = await room.item(1);
  });

  /** Sends it, expects that nothing was written, and gives the answer. */
  async function refused(send: () => Promise<{ status: number; body: unknown }>) {
    await room.punkt.settled();
    const before = await length();
    const answer = await send();
    expect(await length()).toBe(before);
    expect((await room.teams.send(room.teams.installed(room.chat, chair))).status).toBe(200);
    return answer;
  }
  const inner = (body: unknown) => (body as { statusCode?: number }).statusCode;

  it('of another meeting is refused', async () => {
    const other = room.teams.groupChat([writer]);
    await room.teams.send(room.teams.installed(other, writer));
    const m = await room.imports('klynge-sydkyst.txt', {}, other.id);
    const { status, body } = await refused(() =>
      tapWith(data({ m, text: 'Forkert sted', points: '' }), 'decision.record'),
    );
    expect([status, inner(body)]).toEqual([200, 403]);
    expect(wordsOf(body)).toContain('andet møde');
    expect(await room.log(m)).toHaveLength(1);
  });

  it('from another conversation is refused', async () => {
    const elsewhere = room.teams.groupChat([writer]);
    const away = { ...card, conversation: elsewhere };
    const { body } = await refused(() => room.sends(writer, away, button(card.card, 'Beslutning')));
    expect(inner(body)).toBe(403);
  });

  it('from the private chat of somebody who does not lead is refused', async () => {
    const alone = { ...card, conversation: room.teams.personalChat(guest) };
    const { body } = await refused(() => room.sends(guest, alone, button(card.card, 'Beslutning')));
    expect(inner(body)).toBe(403);
  });

  it.each([
    ['item', { i: 'forged' }, 'decision.record', 'ikke på dagsordenen'],
    ['item to go to', { n: 'forged' }, 'goto', 'ikke på dagsordenen'],
    ['point', { p: 'forged', outcome: 'approved' }, 'point.answer', 'indstillingspunkt'],
    ['points of a decision', { points: 'forged' }, 'decision.record', 'indstillingspunkt'],
    ['decision', { d: 'forged' }, 'decision.strike', 'beslutning findes ikke'],
    ['decision to correct', { d: 'forged' }, 'decision.correct', 'Der er ingen|beslutning'],
    ['agenda', { n: 'forged' }, 'agenda.use', 'allerede brugt'],
    ['version to take back', { version: '99999' }, 'undo', 'intet af dit'],
    ['person of a role', { who: 'forged', role: 'chair' }, 'role.contest', 'trukket tilbage'],
  ])('with a forged %s is refused with a sentence', async (_what, forged, verb, sentence) => {
    const { status, body } = await refused(() => tapWith(data({ text: 'Forfalsket', ...forged }), verb));
    expect([status, inner(body)]).toEqual([200, 200]);
    expect(wordsOf(body)).toMatch(new RegExp(sentence, 'u'));
  });

  it.each([
    ['point.open', { p: 'forged' }],
    ['decision.open', { d: 'forged' }],
    ['decision.correct.form', { d: 'forged' }],
    ['decision.move.form', { d: 'forged' }],
    ['responsible.form', { d: 'forged' }],
    ['add', { i: 'forged' }],
    ['more', { i: 'forged' }],
    ['case', { i: 'forged', page: 900 }],
    ['item.full', { i: 'forged' }],
    ['decision.form', { i: 'forged' }],
    ['note.form', { i: 'forged' }],
    ['postpone.form', { i: 'forged' }],
    ['undo.form', { i: 'forged' }],
    ['back', { i: 'forged' }],
  ])('asking with %s for something that is not there is answered with a card', async (verb, forged) => {
    const { status, body } = await refused(() => tapWith(data(forged), verb));
    expect([status, inner(body)]).toEqual([200, 200]);
    expect(JSON.stringify(body)).not.toMatch(/\$\{|undefined|null/u);
  });

  it.each([
    ['an unknown verb', 'meeting.destroy', {}],
    ['the name of something every object has', 'constructor', {}],
    ['a number as meeting', 'decision.record', { m: 7 }],
    ['no meeting', 'decision.record', { m: undefined }],
    ['a list as text', 'decision.record', { text: ['a'] }],
    ['an object as item', 'decision.record', { i: { $ne: '' } }],
    ['a role that there is not', 'role.claim', { role: 'king' }],
    ['an outcome that there is not', 'point.answer', { outcome: 'ignored' }],
    ['a page below zero', 'case', { page: -1 }],
    ['an endless id', 'next', { i: 'x'.repeat(5000) }],
  ])('with %s is told so', async (_what, verb, wrong) => {
    const { status, body } = await refused(() => tapWith(data(wrong), verb));
    expect([status, inner(body)]).toEqual([200, 400]);
    expect(wordsOf(body)).toContain('Den knap kender jeg ikke');
  });

  it('leaves a line in the log of the server that names nobody', async () => {
    await refused(() => tapWith(data(), 'meeting.destroy'));
    const lines = room.punkt.lines.filter((line) => line.includes('not ours'));
    expect(lines.length).toBeGreaterThan(0);
    expect(room.punkt.lines.join('')).not.toMatch(/Thorup|Dagsordenen sendes|29:1|19:meeting/u);
  });

  it('that is torn is answered, and nothing is written', async () => {
    const whole = room.teams.tap(room.chat, writer, card.activityId, button(card.card, 'Beslutning'));
    for (const value of [
      undefined,
      null,
      'text',
      {},
      { action: {} },
      { action: { verb: 7 } },
      { action: null },
    ]) {
      const { status, body } = await refused(() => room.teams.send({ ...whole, value }));
      expect(status).toBe(200);
      expect(inner(body)).toBe(400);
    }
    for (const part of ['from', 'conversation', 'recipient', 'serviceUrl', 'channelId', 'id', 'type']) {
      const { status } = await refused(() => room.teams.send({ ...whole, [part]: undefined }));
      expect([part, status]).toEqual([part, 400]);
    }
  });

  it('of 2 MB is refused, and the next one works', async () => {
    const { status } = await refused(() => tapWith(data({ text: 'x'.repeat(2_000_000) }), 'decision.record'));
    expect(status).toBe(413);
    expect((await room.sends(writer, card, button(card.card, 'Beslutning'))).status).toBe(200);
  });

  it('by somebody anonymous moves nothing and takes no role, but may propose a decision', async () => {
    const nobody = room.teams.person(CHAIR, { anonymous: true });
    for (const [verb, what] of [
      ['next', {}],
      ['role.claim', { role: 'chair' }],
      ['adjourn', {}],
      ['adopt', {}],
    ] as const) {
      const { body } = await refused(() => tapWith(data(what), verb, nobody));
      expect(wordsOf(body)).toMatch(/logget ind i Teams/u);
    }
    await tapWith(data({ text: 'Forslag fra en gæst.' }), 'decision.record', nobody);
    expect((await decisions('1')).at(-1)).toMatchObject({ text: 'Forslag fra en gæst.', confirmed: false });
  });
});

describe('an automatic refresh', () => {
  it.each(['Beslutning', 'Næste punkt', 'Godkend'])(
    'of *%s* changes nothing and sends nothing',
    async (title) => {
      await room.punkt.settled();
      const card = await room.item(1);
      const before = { commits: await length(), requests: room.teams.requests.length };
      const action = button(card.card, title);
      const { status, body } = await room.teams.send(
        room.teams.refresh(room.chat, chair, card.activityId, action),
      );
      expect(status).toBe(200);
      expect(wordsOf(body)).toContain('PUNKT 1 AF 8');
      await room.punkt.settled();
      expect({ commits: await length(), requests: room.teams.requests.length }).toEqual(before);
    },
  );
});

it('two chairs that tap *Næste punkt* on item 3 arrive at item 4', async () => {
  await using own = await openInside([CHAIR, WRITER]);
  const [one, other] = [own.person(CHAIR), own.person(WRITER)];
  await own.imports('klynge-nordby.txt');
  await own.taps(other, await own.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await own.taps(one, await own.sees('Start mødet'), 'Start mødet');
  await own.types(one, 'gå til 3');
  const card = await own.item(3);
  const answers = await Promise.all([
    own.hears(one, card, 'Næste punkt'),
    own.hears(other, card, 'Næste punkt'),
  ]);
  const { meeting } = await own.meeting();
  const here = 'currentItemId' in meeting ? meeting.currentItemId : '';
  expect(meeting.agenda.items.find((item) => item.id === here)?.number).toBe('4');
  expect(answers.filter((text) => text.includes('ikke flyttet noget'))).toHaveLength(1);
  await own.item(4);
});
