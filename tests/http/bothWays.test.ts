import { beforeAll, describe, expect, it } from '@jest/globals';
import { dialogIn, opens, saidIn, submits } from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { button, type SeenCard } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Hanne Vibe Dalby';

type Inputs = Record<string, unknown>;
/** How a client opens a form and sends it. */
interface Way {
  readonly forms: 'card' | 'dialog';
  fills(
    room: InsideRoom,
    who: FakePerson,
    on: SeenCard,
    title: string,
    save: string,
    inputs: Inputs,
  ): Promise<void>;
}
const byCard: Way = {
  forms: 'card',
  async fills(room, who, on, title, save, inputs) {
    const form = await room.taps(who, on, title);
    await room.taps(who, form, save, inputs);
  },
};
const byDialog: Way = {
  forms: 'dialog',
  async fills(room, who, on, title, save, inputs) {
    const seen = await submits(room, who, await opens(room, who, on, title), save, inputs);
    if (seen.kind === 'dialog') throw new Error(`the dialog stays: ${saidIn(seen)}`);
  },
};

/** A whole meeting in which every form is used once; gives what was committed. */
async function held({ forms, fills }: Way) {
  await using room = await openInside([CHAIR, WRITER, GUEST], { env: { PUNKT_FORMS: forms } });
  const [chair, writer, guest] = [CHAIR, WRITER, GUEST].map((name) => room.person(name)) as [
    FakePerson,
    FakePerson,
    FakePerson,
  ];
  await room.imports('klynge-nordby.txt');
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  const { agenda } = (await room.meeting()).meeting;
  const id = (number: string) => agenda.items.find((item) => item.number === number)?.id ?? '';
  const settled = async (card: () => Promise<SeenCard>) => {
    await room.punkt.settled();
    return card();
  };
  const item = (number: number) => settled(() => room.item(number));
  const more = async (number: number, who = chair) => room.taps(who, await item(number), 'Mere …');

  await fills(room, chair, await room.sees('Start ved …'), 'Start ved …', 'Start her', { item: id('1') });
  await fills(room, writer, await item(1), 'Beslutning', 'Gem beslutning', {
    text: 'Asger Thorup skriver inden uge 5',
  });
  await fills(room, guest, await item(1), 'Beslutning', 'Gem beslutning', { text: 'Et forslag' });
  await fills(room, writer, await item(1), 'Notér', 'Gem note', { text: 'En note' });
  await fills(room, guest, await item(1), 'Notér', 'Gem note', { text: 'En note mere' });
  await fills(room, writer, await item(1), 'Tovholder', 'Gem', { others: 'Sekretariatet', due: 'uge 7' });
  const decision = async (title: string) => {
    const [first] = (await room.meeting()).meeting.records[id('1')]?.decisions ?? [];
    const card = await item(1);
    const { data } = button(card.card, 'Beslutning');
    const action = { type: 'Action.Execute', verb: 'decision.open', title: '', raw: {} };
    const what = { m: data.m, t: data.t, i: id('1'), d: first?.id, verb: 'decision.open' };
    const { body } = await room.sends(writer, card, { ...action, data: what });
    return { menu: { ...card, card: body.value as Inputs }, title };
  };
  const correct = await decision('Ret');
  await fills(room, writer, correct.menu, correct.title, 'Gem', { text: 'Rettet tekst' });
  const move = await decision('Flyt');
  await fills(room, writer, move.menu, move.title, 'Flyt', { item: id('3') });
  await fills(room, writer, await more(1, writer), 'Fortryd', 'Fortryd', {});
  await fills(room, chair, await more(1), 'Udsæt', 'Udsæt', { until: 'næste møde' });
  await fills(room, chair, await more(1), 'Gå til …', 'Gå til punktet', { item: id('4') });
  await room.item(4);
  return (await room.log()).slice(2);
}

describe('every form, as a dialog and as a card', () => {
  let logs: Awaited<ReturnType<typeof held>>[];
  beforeAll(async () => {
    logs = [await held(byCard), await held(byDialog)];
  }, 60_000);

  it('gives the same commits', () => {
    const [cards, dialogs] = logs.map(comparable);
    expect(dialogs).toEqual(cards);
    expect(logs[0]?.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(
      [
        'MeetingStarted',
        'DecisionRecorded',
        'DecisionRecorded',
        'NoteRecorded',
        'NoteRecorded',
        'ResponsibleAssigned',
        'DecisionCorrected',
        'ResponsibleAssigned',
        'DecisionMoved',
        'CommandUndone',
        'ItemPostponed',
        'RecommendationAnswered',
        'MovedToItem',
      ].flatMap((type) => (type === 'MeetingStarted' ? ['RoleGranted', type] : [type])),
    );
  });
});

/** A log without what is of its own meeting: each id is the number of its first mention, and times are left out. */
function comparable(log: Awaited<ReturnType<typeof held>>) {
  const known = new Map<string, string>();
  const text = JSON.stringify(log.map(({ by, events, version }) => ({ by, events, version })));
  return JSON.parse(
    text.replace(/\b[0-9a-f]{24}\b/gu, (found) => {
      const name = known.get(found) ?? `id-${known.size}`;
      known.set(found, name);
      return name;
    }),
  );
}

describe('whatever the setting', () => {
  it.each(['card', 'dialog'] as const)(
    'a button of the other way (setting: %s) is answered in its own',
    async (forms) => {
      await using own = await openInside([CHAIR, WRITER], { env: { PUNKT_FORMS: forms } });
      const writer = own.person(WRITER);
      await own.imports('klynge-nordby.txt');
      await own.taps(writer, await own.sees('Brug dagsordenen'), 'Brug dagsordenen');
      await own.taps(own.person(CHAIR), await own.sees('Start mødet'), 'Start mødet');
      const card = await own.item(1);
      const { type, data } = button(card.card, 'Notér');
      expect(type).toBe(forms === 'card' ? 'Action.Execute' : 'Action.Submit');
      const { msteams: _, ...plain } = data;
      const execute = { type: 'Action.Execute', title: '', verb: 'note.form', data: plain, raw: {} };
      const asCard = await own.sends(writer, card, execute);
      const form = { ...card, card: asCard.body.value as Inputs };
      expect(button(form.card, 'Gem note').type).toBe('Action.Execute');
      await own.taps(writer, form, 'Gem note', { text: 'På kortet' });
      const fetch = {
        ...execute,
        type: 'Action.Submit',
        data: { ...plain, msteams: { type: 'task/fetch' } },
      };
      const { body } = await own.sends(writer, card, fetch);
      const dialog = dialogIn({
        kind: 'dialog',
        title: '',
        conversation: card.conversation,
        card: (body as { task: { value: { card: { content: Inputs } } } }).task.value.card.content,
      });
      expect(await submits(own, writer, dialog, 'Gem note', { text: 'I dialogen' })).toEqual({
        kind: 'closed',
      });
      const message = { ...execute, type: 'Action.Submit', data: { ...plain, verb: 'note.record' } };
      await own.sends(writer, card, message, { text: 'Som besked' });
      const { meeting } = await own.meeting();
      const notes = Object.values(meeting.records).flatMap((record) => record.notes.map(({ text }) => text));
      expect(notes).toEqual(['På kortet', 'I dialogen', 'Som besked']);
    },
  );
});
