import { expect, it } from '@jest/globals';
import { fold } from '../../src/meeting/evolve.ts';
import { People } from '../../src/meeting/people.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { draftDescription, draftHead, draftItem, minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { type FakePerson, texts } from '../support/fakeTeams.ts';
import { agendaFile } from '../support/insideRoom.ts';
import { startInside } from '../support/insideServer.ts';
import { button, type MeetingRoom, openRoom, wordsOf } from '../support/meetingRoom.ts';
import { startPunkt } from '../support/punkt.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;

/** The draft as the log tells it, beside the documents that other systems read; the server need not run. */
async function drafts(room: MeetingRoom) {
  const store = await room.openStore();
  try {
    const [head] = await store.log.heads();
    const meetingId = head?.meetingId ?? '';
    const state = fold(await store.log.read(meetingId));
    const stored = await store.documents.read({ collection: 'people', partition: meetingId, id: 'people' });
    const people = People.parse(stored?.value);
    if (state.status === 'none') throw new Error('no meeting');
    const documents = await store.documents.list('drafts', meetingId);
    const published = await store.documents.read({
      collection: 'settings',
      partition: meetingId,
      id: 'published',
    });
    const wanted = new Map<string, unknown>([['head', draftHead(state, people)]]);
    for (const { id } of state.agenda.items) {
      wanted.set(`item:${id}`, draftItem(state, people, id));
      const description = draftDescription(state, id);
      if (description) wanted.set(`description:${id}`, description);
    }
    const bare = (value: unknown) => ({ ...(value as object), version: 0 });
    return {
      version: state.version,
      published: (published?.value as { version?: number } | undefined)?.version,
      stored: Object.fromEntries(documents.map(({ id, value }) => [id, bare(value)])),
      told: Object.fromEntries([...wanted].map(([id, value]) => [id, bare(value)])),
      draft: markdown(minutesDocument(minutesOf(state, people), { edition: 'full' })),
      log: await store.log.read(meetingId),
      postings: await store.outbox.list(room.chat.id),
    };
  } finally {
    await store.close();
  }
}

/** Resolves when the server has published all that the log holds, and sent it. */
async function caughtUp(room: MeetingRoom): Promise<void> {
  const limit = Date.now() + 10_000;
  for (;;) {
    const { version, published, postings } = await drafts(room);
    const waiting = postings.some((one) => one.shownVersion === null || one.shownVersion < one.wantedVersion);
    if (version === published && !waiting) return;
    if (Date.now() > limit) throw new Error('not caught up in 10 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('SIGKILL right after an answer loses nothing that was acknowledged, and the same cards go on working', async () => {
  await using room = await openRoom([CHAIR, WRITER]);
  const chair = room.person(CHAIR);
  const writer = room.person(WRITER);
  await room.cli('import', AGENDA, '--conversation', room.chat.id);
  const preview = await room.sees('Brug dagsordenen');
  const twins: number[] = [];

  await room.taps(writer, preview, 'Brug dagsordenen');
  await room.restart();
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.restart();

  const card = await room.sees(/^PUNKT 1 AF 8/u);
  const form = await room.taps(writer, card, 'Beslutning');
  const save = button(form.card, 'Gem beslutning');
  const inputs = { text: 'Aftalt lige før strømmen gik.', points: '' };
  await room.sends(writer, form, save, inputs);
  await room.restart();
  // Teams sends it again, since the answer may not have arrived; and the form of before the crash takes another one.
  await room.sends(writer, form, save, inputs);
  await room.taps(writer, form, 'Gem beslutning', { text: 'Aftalt bagefter.', points: '' });
  await room.types(chair, 'notér: Et notat fra før');
  await room.types(chair, 'godkendt');
  await room.restart();

  await room.taps(chair, await room.sees(/^PUNKT 1 AF 8/u), 'Næste punkt');
  await room.restart();
  await room.sees(/^PUNKT 2 AF 8/u);
  await caughtUp(room);

  const after = await drafts(room);
  expect(after.stored).toEqual(after.told);
  for (const text of ['Aftalt lige før strømmen gik.', 'Aftalt bagefter.', 'Et notat fra før'])
    expect(after.draft.split(text)).toHaveLength(2);
  // Every card that ought to stand in the chat does, with at most one twin a crash.
  const kinds = room.chat.messages.map(({ activity }) => String(activity.summary));
  for (const posting of after.postings)
    expect(room.chat.messages.map(({ activityId }) => activityId)).toContain(posting.activityId);
  for (const kind of new Set(kinds)) twins.push(kinds.filter((other) => other === kind).length);
  expect(Math.max(...twins)).toBeLessThanOrEqual(2);
}, 60_000);

it('two servers on one store lose and double nothing, in the log and in the chat', async () => {
  await using room = await openRoom([CHAIR, WRITER]);
  const chair = room.person(CHAIR);
  const first = room.punkt;
  const second = await startPunkt(room.folder, room.env);
  try {
    await room.cli('import', AGENDA, '--conversation', room.chat.id);
    const either = (index: number) => room.teams.connect((index % 2 ? second : first).url);
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    either(1);
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    const card = await room.sees(/^PUNKT 1 AF 8/u);
    const form = await room.taps(chair, card, 'Beslutning');
    const save = button(form.card, 'Gem beslutning');
    const people: FakePerson[] = Array.from({ length: 24 }, (_, index) =>
      room.teams.person(`Deltager ${index}`),
    );
    const answers = await Promise.all(
      people.flatMap((person, index) =>
        // Each tap to both, as when Teams sends it again to another instance.
        [0, 1].map((which) => {
          either(which);
          return room.sends(person, form, save, { text: `Forslag ${index}.`, points: '' });
        }),
      ),
    );
    expect(answers.filter(({ body }) => !/PUNKT 1 AF 8/u.test(wordsOf(body)))).toEqual([]);
    await caughtUp(room);
    const after = await drafts(room);
    const made = after.log.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event] : [])),
    );
    expect(new Set(made.map(({ text }) => text)).size).toBe(24);
    expect(made.map(({ sequence }) => sequence)).toEqual(made.map((_, index) => index + 1));
    expect(made).toHaveLength(24);
    expect(after.stored).toEqual(after.told);
    const summaries = room.chat.messages.map(({ activity }) => activity.summary);
    expect(new Set(summaries).size).toBe(summaries.length);
    const shown = room.teams.card(room.chat);
    expect(texts(shown).join(' ')).toContain('1.24');
  } finally {
    room.teams.connect(first.url);
    await second.kill();
  }
}, 60_000);

it('the draft documents are the fold after every kind of command, as others read them', async () => {
  await using room = await openRoom([CHAIR, WRITER]);
  await room.punkt.kill();
  const inside = await startInside(room.folder, room.env);
  room.punkt = inside;
  const chair = room.person(CHAIR);
  await inside.imports(agendaFile('klynge-nordby.txt'), 'a.txt', room.chat.id);
  await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.types(chair, 'start mødet ved 2');
  for (const line of [
    'beslutning: Mads Ottosen indkalder inden den 6. marts 2025',
    'notér: Drøftet',
    'som indstillet',
    'tovholder: Havby Kommune frist uge 5',
    'beslutning 3: En anden',
    'flyt 3.1 til 4',
    'ret 4.1: En anden, rettet',
    'stryg 4.1',
    'fortryd',
    'udsæt 7 til næste møde',
    'pause',
    'genoptag',
    'gå til 6',
    'afslut mødet',
    'beslutning 6: Efter mødet',
  ]) {
    await room.types(chair, line);
  }
  await inside.settled();
  const { stored, told, log } = await drafts(room);
  expect(log.length).toBeGreaterThan(15);
  expect(stored).toEqual(told);
});
