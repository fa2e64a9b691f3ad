import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fold } from '../../../src/meeting/evolve.ts';
import { personalPlace } from '../../../src/service/cardKey.ts';
import { readPeople } from '../../../src/service/peopleStore.ts';
import {
  appearances,
  emptyPerson,
  erasePerson,
  personsNamed,
} from '../../../src/service/upkeep/erasePerson.ts';
import { redactionsOf, redactSources, redactText } from '../../../src/service/upkeep/redact.ts';
import { verifyStore } from '../../../src/service/upkeep/verifyStore.ts';
import { bothStores, type FreshStore } from '../../support/bothStores.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../../support/storedMeetings.ts';

const chair = somebody('Asta Bruun');
const guest = somebody('Bodil Carlsen');
const NOW = '2026-06-01T08:00:00.000Z';
const GONE = '[fjernet]';

describe.each(bothStores)('erasing a person, %s', (_name, open) => {
  let store: FreshStore;
  let birk: StoredMeeting;
  let eg: StoredMeeting;

  beforeEach(async () => {
    store = await open();
    birk = await storedMeeting(store, { word: 'birk', chair, guest });
    eg = await storedMeeting(store, { word: 'eg', chair, guest, until: 'approved' });
  });
  afterEach(async () => {
    await store[Symbol.asyncDispose]();
  });
  const erase = async () =>
    erasePerson(store, await appearances(store, await birk.personId(guest.name)), NOW);
  const drafts = async ({ meetingId }: StoredMeeting) =>
    JSON.stringify((await store.documents.list('drafts', meetingId)).map(({ value }) => value));

  it('finds who has a name, and by the account the same person in other meetings', async () => {
    const id = await birk.personId(guest.name);
    expect((await personsNamed(store, ' bodil  CARLSEN ')).map(({ meetingId }) => meetingId).sort()).toEqual(
      [birk.meetingId, eg.meetingId].sort(),
    );
    const found = await appearances(store, id);
    expect(found.map(({ meetingId }) => meetingId)).toEqual([eg.meetingId, birk.meetingId]);
    expect(await appearances(store, 'nobody')).toEqual([]);
  });

  it('empties the person, forgets account, chat and files, and writes the draft anew', async () => {
    await erase();
    const { people } = await readPeople(store.documents, birk.meetingId);
    expect(Object.values(people).filter(({ name }) => name === '')).toMatchObject([
      { title: null, organisation: null, role: null, identities: [], teams: null },
    ]);
    expect(await drafts(birk)).toContain('(navn slettet)');
    const left = await everything(store);
    expect(left).not.toContain(guest.identity.key);
    expect(left).not.toContain(guest.identity.userId);
    expect(await verifyStore(store)).toMatchObject({ findings: [] });
  });

  it('empties, too, what stood under an account before somebody said that it is theirs', async () => {
    const lind = await storedMeeting(store, { word: 'lind', chair, guest, until: 'running' });
    const stranger = somebody('Dagny Elkjaer');
    await lind.handle(stranger, {
      type: 'RecordNote',
      itemId: 'lind-0',
      noteId: 'hers',
      text: 'lind: mere.',
    });
    const [personId, accountId] = [await lind.personId(guest.name), await lind.personId(stranger.name)];
    await lind.handle(chair, { type: 'SettleIdentity', personId, accountId, same: true });
    await erasePerson(store, await appearances(store, personId), NOW);
    expect(await everything(store)).not.toContain(stranger.name);
  });

  it('sends nothing more to the person alone', async () => {
    const id = await birk.personId(chair.name);
    const place = personalPlace(birk.meetingId, id);
    expect(await store.outbox.list(place)).toHaveLength(1);
    await erasePerson(store, await appearances(store, id), NOW);
    expect(await store.outbox.list(place)).toEqual([]);
  });

  it('leaves the others of the meeting as they were', async () => {
    await erase();
    const { people } = await readPeople(store.documents, birk.meetingId);
    expect(Object.values(people).map(({ name }) => name)).toContain(chair.name);
    expect(await everything(store)).toContain(chair.identity.key);
  });

  it('names where the name still stands, and approved minutes keep it', async () => {
    const { emptied, remaining, namesakes } = await erase();
    expect(emptied).toHaveLength(2);
    expect(namesakes).toEqual([]);
    expect(remaining).toEqual(
      expect.arrayContaining([
        { kind: 'text', meetingId: birk.meetingId, name: guest.name, commits: 1 },
        { kind: 'text', meetingId: eg.meetingId, name: guest.name, commits: 1 },
        { kind: 'source', meetingId: birk.meetingId },
        { kind: 'source', meetingId: eg.meetingId },
        { kind: 'approved', meetingId: eg.meetingId, personId: expect.any(String) },
      ]),
    );
    expect(remaining).toHaveLength(5);
    expect(await drafts(eg)).toContain(guest.name);
  });

  it('leaves no name anywhere once everything that was named is redacted', async () => {
    const { remaining } = await erase();
    for (const one of remaining) {
      if (one.kind === 'text') await redactText(store, one.meetingId, one.name, GONE, NOW);
      else if (one.kind === 'source') await redactSources(store, one.meetingId, GONE, NOW);
      else await emptyPerson(store, one.meetingId, one.personId, false, NOW);
    }
    expect(await everything(store)).not.toMatch(/bodil/iu);
    expect(await drafts(birk)).toContain(`birk: ${GONE} sagde noget.`);
    expect(await verifyStore(store)).toMatchObject({ findings: [] });
  });

  it('names somebody of the same name whom nothing else connects, and leaves them', async () => {
    const namesake = {
      ...guest,
      identity: { ...guest.identity, key: 'oid:en-anden', userId: '29:en-anden' },
    };
    const ask = await storedMeeting(store, { word: 'ask', chair, guest: namesake });
    const { namesakes } = await erase();
    expect(namesakes).toEqual([{ meetingId: ask.meetingId, personId: await ask.personId(guest.name) }]);
  });

  it('that was cut off is found by the same id and finished', async () => {
    const id = await birk.personId(guest.name);
    const found = await appearances(store, id);
    let left = 5;
    const cut: typeof store = {
      ...store,
      documents: {
        ...store.documents,
        write: (...args) =>
          left-- > 0 ? store.documents.write(...args) : Promise.reject(new Error('cut off')),
      },
    };
    await expect(erasePerson(cut, found, NOW)).rejects.toThrow('cut off');
    await erasePerson(store, await appearances(store, id), NOW);
    expect(await everything(store)).not.toContain(guest.identity.key);
    expect(await drafts(birk)).not.toContain(`"name":"${guest.name}"`);
  });
});

describe.each(bothStores)('redacting a meeting, %s', (_name, open) => {
  let store: FreshStore;
  let birk: StoredMeeting;

  beforeEach(async () => {
    store = await open();
    birk = await storedMeeting(store, { word: 'birk', chair, guest });
  });
  afterEach(async () => {
    await store[Symbol.asyncDispose]();
  });

  it('changes the words and nothing else: the same versions, commands, ids and people', async () => {
    const before = await store.log.read(birk.meetingId);
    await redactText(store, birk.meetingId, 'BODIL\ncarlsen', GONE, NOW);
    const after = await store.log.read(birk.meetingId);
    expect(after).toEqual(JSON.parse(JSON.stringify(before).replaceAll(guest.name, GONE)));
    expect(fold(after)).toMatchObject({ status: 'adjourned' });
  });

  it('reaches every word of an agenda, but no id', async () => {
    await redactText(store, birk.meetingId, 'birk', GONE, NOW);
    const [first] = await store.log.read(birk.meetingId);
    const words = JSON.stringify(first?.events);
    for (const text of [`Møde ${GONE}`, `${GONE} nummer 1`, `Sagen om ${GONE}.`, `${GONE}.txt`])
      expect(words).toContain(text);
    expect(words).toContain('"id":"birk-0"');
  });

  it('leaves a trace of when and where, without the words', async () => {
    const { versions } = await redactText(store, birk.meetingId, guest.name, GONE, NOW);
    await redactSources(store, birk.meetingId, GONE, NOW);
    expect(versions).toHaveLength(1);
    expect(await redactionsOf(store.documents, birk.meetingId)).toEqual([
      { at: NOW, kind: 'text', versions },
      { at: NOW, kind: 'source', versions: [] },
    ]);
  });

  it('takes a text with signs for what it is', async () => {
    const { versions } = await redactText(store, birk.meetingId, 'b.rk', GONE, NOW);
    expect(versions).toEqual([]);
  });
});
