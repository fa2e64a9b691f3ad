import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fold } from '../../src/meeting/evolve.ts';
import { readPeople } from '../../src/service/peopleStore.ts';
import { draftDescription, draftHead, draftItem } from '../../src/views/draftOf.ts';
import {
  type CosmosServer,
  cosmosEnvironment,
  startCosmosServer,
  storesOn,
} from '../support/cosmosServer.ts';
import { startFaultyProxy } from '../support/faultyProxy.ts';
import { button, type MeetingRoom, openRoom, wordsOf } from '../support/meetingRoom.ts';
import { startPunkt } from '../support/punkt.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;

describe('a meeting on Cosmos DB', () => {
  let server: CosmosServer;
  beforeEach(async () => {
    server = await startCosmosServer();
  });
  afterEach(() => server.close());

  /** Waits until all that the log holds is published and sent, and gives what is stored. */
  async function published(room: MeetingRoom) {
    const stores = storesOn(server.settings());
    const { log, documents, outbox } = await stores.open();
    try {
      for (const limit = Date.now() + 20_000; ; ) {
        const [head] = await log.heads();
        const meetingId = head?.meetingId ?? '';
        const mark = await documents.read({ collection: 'settings', partition: meetingId, id: 'published' });
        const waiting = await outbox.waiting(Number.MAX_SAFE_INTEGER);
        if (
          (mark?.value as { version?: number })?.version === head?.version &&
          !waiting.includes(room.chat.id)
        ) {
          const commits = await log.read(meetingId);
          const state = fold(commits);
          if (state.status === 'none') throw new Error('no meeting');
          const { people } = await readPeople(documents, meetingId);
          const told: Record<string, unknown> = { head: draftHead(state, people) };
          for (const { id } of state.agenda.items) {
            told[`item:${id}`] = draftItem(state, people, id);
            const description = draftDescription(state, id);
            if (description) told[`description:${id}`] = description;
          }
          const drafts = await documents.list('drafts', meetingId);
          const bare = (entries: readonly (readonly [string, unknown])[]) =>
            Object.fromEntries(entries.map(([id, draft]) => [id, { ...(draft as object), version: 0 }]));
          return {
            commits,
            stored: bare(drafts.map(({ id, value }) => [id, value])),
            told: bare(Object.entries(told)),
            postings: await outbox.list(room.chat.id),
          };
        }
        if (Date.now() > limit) throw new Error('not published in 20 s');
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    } finally {
      await stores.close();
    }
  }

  it('goes from the agenda to the minutes, also where the server dies on the way', async () => {
    await using room = await openRoom([CHAIR, WRITER], cosmosEnvironment(server.endpoint));
    const chair = room.person(CHAIR);
    const writer = room.person(WRITER);
    const imported = await room.cli('import', AGENDA, '--conversation', room.chat.id);
    expect(imported.stderr).toBe('');
    await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    const card = await room.sees(/^PUNKT 1 AF 8/u);
    const form = await room.taps(writer, card, 'Beslutning');
    const save = button(form.card, 'Gem beslutning');
    const inputs = { text: 'Aftalt lige før strømmen gik.', points: '' };
    await room.sends(writer, form, save, inputs);
    await room.restart();
    await room.sends(writer, form, save, inputs);
    await room.types(chair, 'notér: Et notat fra bagefter');
    await room.types(chair, 'godkendt');
    await room.taps(chair, await room.sees(/^PUNKT 1 AF 8/u), 'Næste punkt');
    await room.sees(/^PUNKT 2 AF 8/u);
    await room.types(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    const { stored, told, postings } = await published(room);
    expect(stored).toEqual(told);
    for (const { activityId } of postings)
      expect(room.chat.messages.map((message) => message.activityId)).toContain(activityId);
    const draft = await room.draft();
    for (const text of ['Aftalt lige før strømmen gik.', 'Et notat fra bagefter'])
      expect(draft.split(text)).toHaveLength(2);
  }, 60_000);

  it('is held by two servers at once: nothing is lost or doubled, in the log and in the chat', async () => {
    const env = cosmosEnvironment(server.endpoint);
    await using room = await openRoom([CHAIR, WRITER], env);
    const chair = room.person(CHAIR);
    const first = room.punkt;
    const second = await startPunkt(room.folder, room.env);
    try {
      await room.cli('import', AGENDA, '--conversation', room.chat.id);
      const either = (index: number) => room.teams.connect((index % 2 ? second : first).url);
      await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
      either(1);
      await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
      const form = await room.taps(chair, await room.sees(/^PUNKT 1 AF 8/u), 'Beslutning');
      const save = button(form.card, 'Gem beslutning');
      const people = Array.from({ length: 10 }, (_, index) => room.teams.person(`Deltager ${index}`));
      const tap = async (index: number, which: number): Promise<void> => {
        const inputs = { text: `Forslag ${index}.`, points: '' };
        for (;;) {
          either(which);
          const { body } = await room.sends(people[index] ?? chair, form, save, inputs);
          if (/PUNKT 1 AF 8/u.test(wordsOf(body))) return;
          // Where the machine is slow; the person taps again.
          expect(wordsOf(body)).toMatch(/Ikke gemt/u);
        }
      };
      // Each tap to both, as when Teams sends it again to another instance.
      await Promise.all(people.flatMap((_, index) => [tap(index, 0), tap(index, 1)]));
      const { commits, stored, told } = await published(room);
      const made = commits.flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event] : [])),
      );
      expect(made.map(({ text }) => text).sort()).toEqual(
        people.map((_, index) => `Forslag ${index}.`).sort(),
      );
      expect(made.map(({ sequence }) => sequence)).toEqual(made.map((_, index) => index + 1));
      expect(stored).toEqual(told);
      const summaries = room.chat.messages.map(({ activity }) => activity.summary);
      expect(new Set(summaries).size).toBe(summaries.length);
    } finally {
      room.teams.connect(first.url);
      await second.kill();
    }
  }, 60_000);

  it('does not begin where the account refuses: one line that names the setting, and exit code 1', async () => {
    const proxy = await startFaultyProxy(server.port, () => ({ status: 401 }));
    try {
      const starting = startPunkt('/nowhere', cosmosEnvironment(proxy.endpoint));
      await expect(starting).rejects.toThrow(/^Punkt ended with 1: COSMOS_ENDPOINT: .*COSMOS_KEY.*\n$/u);
    } finally {
      await proxy.close();
    }
  });
});
