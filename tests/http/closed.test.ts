import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AGENDA, CHAIR, MEMBER, SECRETS, WRITER } from '../support/closedAgenda.ts';
import type { CardAction, FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { button, buttons, type SeenCard, texts, wordsOf } from '../support/meetingRoom.ts';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;
let own: FakeConversation;
/** The card of item 1 while the meeting was there. */
let first: SeenCard;
const heard: string[] = [];

/** Every word that the shared chat, or a person who leads nothing, has been given. */
const everything = () => [room.sentToChat(), ...heard].join('\n');
const itemId = async (number: string) =>
  (await room.meeting()).meeting.agenda.items.find((item) => item.number === number)?.id ?? '';
const raw = (verb: string, data: Record<string, unknown>): CardAction => ({
  type: 'Action.Execute',
  title: '',
  verb,
  data,
  raw: {},
});

beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, MEMBER]);
  [chair, writer, member] = [room.person(CHAIR), room.person(WRITER), room.person(MEMBER)];
  own = room.teams.personalChat(chair);
  await room.imports(Buffer.from(AGENDA));
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});
const nothingTold = () => {
  for (const secret of SECRETS) expect([secret, everything().includes(secret)]).toEqual([secret, false]);
};

describe('a whole meeting with closed items', () => {
  const step = inOrder();
  step('begins: the import knows them, and the preview tells only their numbers', async () => {
    const preview = await room.sees('Brug dagsordenen');
    expect((await room.meeting()).meeting.proposal?.agenda.items.map(({ closed }) => closed)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(texts(preview.card).join(' ')).toContain('Lukket punkt');
    await room.taps(writer, preview, 'Brug dagsordenen');
    const at = await room.taps(writer, await room.sees('Start mødet'), 'Start ved …');
    expect(JSON.stringify(at.card)).toContain('Lukket punkt');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    nothingTold();
  });

  step(
    'moves to the closed item: the chat sees its number, the leaders get the whole card alone',
    async () => {
      first = await room.item(1);
      await room.taps(chair, first, 'Næste punkt');
      const shared = await room.item(2);
      expect(texts(shared.card).join(' ')).toContain('Lukket punkt');
      for (const who of [chair, writer]) {
        const alone = await room.item(2, room.teams.personalChat(who));
        expect(texts(alone.card).join(' ')).toContain('Flerkopinden');
        expect(texts(alone.card).join(' ')).toContain('Wanda Wolframsen');
      }
      nothingTold();
    },
  );

  step('who taps the card of where the meeting was is told the number of where it is, alone', async () => {
    heard.push(await room.hears(writer, first, 'Næste punkt'));
    expect(heard.at(-1)).toMatch(/punkt 2.*Lukket punkt/su);
    nothingTold();
  });

  step('every button of the closed card, by everybody, tells nothing', async () => {
    const shared = await room.item(2);
    for (const who of [chair, writer, member]) {
      for (const action of buttons(shared.card)) {
        if (['Næste punkt', 'Afslut mødet'].includes(action.title)) continue;
        const { body } = await room.sends(who, shared, action);
        for (const further of buttons((body as { value?: unknown }).value))
          if (!/Næste|Forrige|Afslut|Pause|Gå til punktet/u.test(further.title))
            await room.sends(who, shared, further);
      }
    }
    nothingTold();
  });

  step('forged taps on the closed item tell nothing, and write nothing', async () => {
    const shared = await room.item(2);
    const { m, t } = button(shared.card, 'Mere …').data;
    const closed = await itemId('2');
    const open = await itemId('1');
    const { meeting } = await room.meeting();
    const [point] = meeting.agenda.items.find(({ id }) => id === closed)?.points ?? [];
    const before = (await room.log()).length;
    const verbs = [
      'case item.full point.open point.answer add adopt item.discussed decision.form decision.record note.form',
      'note.record responsible.form responsible.set correct.list decision.open decision.correct.form',
      'decision.move.form decision.move undo.form postpone.form postpone back draft.page',
    ].flatMap((line) => line.split(' '));
    for (const verb of verbs)
      for (const who of [chair, member])
        for (const what of [{ i: closed }, { i: open, item: closed }, { i: closed, a: 'unanswered' }]) {
          const data = { m, t, ...what, p: point?.id, outcome: 'approved', text: 'Ukendt', until: 'uge 5' };
          if (what.i === open && verb !== 'decision.move' && verb !== 'draft.page') continue;
          await room.sends(who, { ...shared, card: {} }, raw(verb, data));
        }
    for (const a of ['agenda', 'unanswered'])
      await room.sends(member, { ...shared, card: {} }, raw('back', { m, t, a }));
    expect((await room.log()).length).toBe(before);
    nothingTold();
  });

  step('lines about it are refused in the chat, without a word of it', async () => {
    const before = (await room.log()).length;
    for (const typed of [
      'beslutning: Noget',
      'beslutning 2: Noget',
      'notér 4: Noget',
      'godkendt',
      'udsæt 2',
      'tovholder 2: Sille Vang',
    ]) {
      const said = await room.asks(chair, typed);
      expect(said.join()).toMatch(/lukket/iu);
    }
    await room.asks(member, 'status');
    await room.asks(member, 'dagsorden');
    expect((await room.log()).length).toBe(before);
    nothingTold();
  });

  step('a name that stands only there is not told to who asks for it', async () => {
    await room.asks(member, 'beslutning 1: Wanda følger op');
    const [said] = await room.asks(chair, 'tovholder 1.1: Wanda');
    expect(said ?? '').not.toContain('Wolframsen');
    const card = await room.sees('Wanda følger op');
    const { m, t } = button(await chatCard(), /Mere …|Tilføj/u).data;
    const { body } = await room.sends(chair, card, raw('responsible.form', { m, t, i: await itemId('1') }));
    expect(JSON.stringify(body)).toContain(MEMBER);
    nothingTold();
  });

  step(
    'an open decision is not moved into it from the chat, and who leads nothing moves none alone',
    async () => {
      const { meeting } = await room.meeting();
      const open = await itemId('1');
      const [decision] = meeting.records[open]?.decisions ?? [];
      const before = (await room.log()).length;
      const data = { m: meeting.meetingId, t: '999', i: open, d: decision?.id, item: await itemId('2') };
      const move = raw('decision.move', data);
      const { body } = await room.sends(chair, { ...first, card: {} }, move);
      expect([decision?.text, wordsOf(body)]).toEqual(['Wanda følger op', expect.stringMatching(/lukket/iu)]);
      const alone = { ...first, card: {}, conversation: room.teams.personalChat(member) };
      expect(wordsOf((await room.sends(member, alone, move)).body)).toContain('andet møde');
      expect(await room.log()).toHaveLength(before);
      nothingTold();
    },
  );

  step('it is decided in the private chat of chair and minute taker', async () => {
    const alone = await room.item(2, own);
    const form = await room.taps(chair, alone, 'Beslutning');
    await room.taps(chair, form, 'Gem beslutning', {
      text: 'Opsigelsen godkendes, Wanda Wolframsen',
      points: '',
    });
    expect(await room.asks(chair, 'beslutning: Paladsforliget indgås', own)).toEqual([
      expect.stringContaining('2.2 er gemt'),
    ]);
    await room.asks(writer, 'notér 2: Rutheniumsag drøftet', room.teams.personalChat(writer));
    await room.asks(writer, 'godkendt 2', room.teams.personalChat(writer));
    const draft = await room.minutes();
    for (const secret of ['Opsigelsen', 'Paladsforliget', 'Rutheniumsag']) expect(draft).toContain(secret);
    await room.punkt.settled();
    nothingTold();
  });

  step('taking it back, correcting and moving it in the chat tells nothing', async () => {
    const [first] = await room.asks(chair, 'fortryd');
    expect(first ?? '').toMatch(/./u);
    const shared = await room.item(2);
    const { m, t } = button(shared.card, 'Mere …').data;
    const { body } = await room.sends(
      chair,
      { ...shared, card: {} },
      raw('undo.form', { m, t, i: await itemId('1') }),
    );
    expect(wordsOf(body)).not.toContain('Opsigelsen');
    for (const typed of ['flyt 2.1 til 1', 'ret 2.1: Nyt', 'stryg 2.1', 'bekræft 2.1', 'flyt 1.1 til 2'])
      await room.asks(chair, typed);
    nothingTold();
  });

  step('somebody who leads nothing sees nothing of it in their own chat either', async () => {
    const theirs = room.teams.personalChat(member);
    for (const typed of [
      'status',
      'dagsorden',
      'referat',
      'hjælp',
      'beslutning 2: Noget',
      'tovholder 2.1: Sille Vang',
    ])
      heard.push((await room.asks(member, typed, theirs)).join());
    heard.push(JSON.stringify(theirs.messages));
    const alone: SeenCard = await room.item(2, own);
    for (const action of buttons(alone.card)) {
      const { body } = await room.sends(member, { ...alone, conversation: theirs }, action);
      heard.push(JSON.stringify(body));
    }
    nothingTold();
  });

  step('going on, and the room past it, tells nothing', async () => {
    await room.taps(chair, await room.item(2), 'Næste punkt');
    await room.item(3);
    const shared = await room.item(2);
    for (const action of buttons(shared.card)) await room.sends(member, shared, action);
    await room.asks(chair, 'gå til 4');
    await room.item(4);
    await room.asks(chair, 'næste');
    await room.asks(chair, 'forrige');
    await room.asks(chair, 'gå til 5');
    nothingTold();
  });

  step('a new edition tells its differences without a word of the closed items', async () => {
    const changed = AGENDA.replace(
      'Sagen om Kvartsgruben er fortrolig.',
      'Sagen om Kvartsgruben er afsluttet.',
    )
      .replace('Datoen skal findes.', 'Datoen er fundet.')
      .replace('• Xenonnotat', '• Xenonnotat\n• Xenonnotat 2');
    await room.imports(Buffer.from(changed));
    const preview = await room.sees(/Tilføjelser og rettelser/u);
    await room.taps(writer, preview, 'Brug dagsordenen');
    await room.punkt.settled();
    nothingTold();
  });

  step('an item that a new edition closes is not named again', async () => {
    // What was open was read by all; from now on it is not sent any more.
    const sent = room.teams.requests.length;
    await room.imports(Buffer.from(AGENDA.replace('3. Havedag (kl.', '3. Havedag (LUKKET) (kl.')));
    await room.taps(writer, await room.sees(/Tilføjelser og rettelser/u), 'Brug dagsordenen');
    await room.punkt.settled();
    const later = room.teams.requests.slice(sent).filter(({ path }) => path.includes(room.chat.id));
    const [edit] = later.filter(({ body }) => JSON.stringify(body).includes('PUNKT 3 AF'));
    expect(JSON.stringify(edit?.body ?? '')).not.toContain('Havedag');
    nothingTold();
  });

  step('the end and the summary tell nothing, and the leaders are asked alone', async () => {
    await room.asks(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    const missing = await room.sees(/Mangler svar: \d+/u, room.teams.personalChat(writer));
    expect(texts(missing.card).join(' ')).toContain('Yttriumgaarden');
    await room.asks(member, 'status');
    await room.asks(member, 'referat');
    await room.asks(chair, 'referat');
    await room.punkt.settled();
    nothingTold();
  });

  step('the draft has it all, for those who write', async () => {
    const draft = await room.minutes();
    for (const secret of [
      'Flerkopinden',
      'Zebrahegnet',
      'Kvartsgruben',
      'Xenonnotat',
      'Yttriumgaarden',
      'Opsigelsen',
    ])
      expect(draft).toContain(secret);
  });

  step('the log of the server has no word of it', () => {
    const lines = room.punkt.lines.join('\n');
    for (const secret of SECRETS) expect(lines).not.toContain(secret);
  });
});

async function chatCard() {
  return (await room.item(2)).card;
}
