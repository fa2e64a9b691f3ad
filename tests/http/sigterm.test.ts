import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fold } from '../../src/meeting/evolve.ts';
import { readPeople } from '../../src/service/peopleStore.ts';
import { draftItem } from '../../src/views/draftOf.ts';
import { type CosmosServer, cosmosEnvironment, startCosmosServer } from '../support/cosmosServer.ts';
import { button, type MeetingRoom, openRoom, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;

describe.each(['embedded', 'cosmos'] as const)('SIGTERM, on the store %s', (kind) => {
  let server: CosmosServer;
  beforeEach(async () => {
    server = await startCosmosServer();
  });
  afterEach(() => server.close());

  const env = () => (kind === 'cosmos' ? cosmosEnvironment(server.endpoint) : { PUNKT_STORE: kind });
  async function atFirstItem(room: MeetingRoom) {
    await room.cli('import', AGENDA, '--conversation', room.chat.id);
    await room.taps(room.person(CHAIR), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
    const card = await room.sees(/^PUNKT 1 AF 8/u);
    return room.taps(room.person(CHAIR), card, 'Beslutning');
  }

  it('is obeyed with exit code 0 once what was accepted is answered, stored and published', async () => {
    await using room = await openRoom([CHAIR], env());
    const form = await atFirstItem(room);
    const save = button(form.card, 'Gem beslutning');
    const people = Array.from({ length: 12 }, (_, index) => room.teams.person(`Deltager ${index}`));
    let first: () => void = () => {};
    const one = new Promise<void>((resolve) => {
      first = resolve;
    });
    const taps = people.map(async (person, index) => {
      const text = `Forslag ${index}.`;
      const answer = await room.sends(person, form, save, { text, points: '' }).catch(() => null);
      first();
      return answer && /PUNKT 1 AF 8/u.test(wordsOf(answer.body)) ? text : null;
    });
    await one;
    expect(await room.punkt.stop()).toBe(0);
    const accepted = (await Promise.all(taps)).filter((text) => text !== null);
    expect(accepted.length).toBeGreaterThan(0);

    const store = await room.openStore();
    try {
      const [head] = await store.log.heads();
      const state = fold(await store.log.read(head?.meetingId ?? ''));
      if (state.status === 'none') throw new Error('no meeting');
      const { people: known } = await readPeople(store.documents, state.meetingId);
      const [item] = state.agenda.items;
      const id = `item:${item?.id}`;
      const draft = await store.documents.read({ collection: 'drafts', partition: state.meetingId, id });
      expect(draft?.value).toMatchObject({
        ...draftItem(state, known, item?.id ?? ''),
        version: expect.anything(),
      });
      const written = JSON.stringify(draft?.value);
      for (const text of accepted) expect(written).toContain(text);
    } finally {
      await store.close();
    }
  }, 60_000);

  // Which store it is makes no difference, and it takes its time.
  if (kind === 'embedded')
    it('is obeyed even where Teams does not answer any more', async () => {
      await using room = await openRoom([CHAIR], env());
      const form = await atFirstItem(room);
      room.teams.failNext(...Array.from({ length: 20 }, () => ({ with: 'hang' }) as const));
      await room.taps(room.person(CHAIR), form, 'Gem beslutning', { text: 'Aftalt til sidst.', points: '' });
      expect(await room.punkt.stop()).toBe(0);
      const store = await room.openStore();
      const [head] = await store.log.heads();
      expect(JSON.stringify(await store.log.read(head?.meetingId ?? ''))).toContain('Aftalt til sidst.');
      await store.close();
    }, 60_000);
});
