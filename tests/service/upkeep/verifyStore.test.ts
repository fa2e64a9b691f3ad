import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit } from '../../../src/meeting/commit.ts';
import type { DocumentAddress } from '../../../src/service/documents.ts';
import { repairStore } from '../../../src/service/upkeep/repairStore.ts';
import { verifyStore } from '../../../src/service/upkeep/verifyStore.ts';
import { commitOf } from '../../store/contract/commits.ts';
import { bothStores, type FreshStore } from '../../support/bothStores.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../../support/storedMeetings.ts';

const chair = somebody('Asta Bruun');
const guest = somebody('Bodil Carlsen');

describe.each(bothStores)('verifying a store, %s', (_name, open) => {
  let store: FreshStore;
  let birk: StoredMeeting;

  beforeEach(async () => {
    store = await open();
    birk = await storedMeeting(store, { word: 'birk', chair, guest });
    await storedMeeting(store, { word: 'eg', chair, guest, until: 'approved' });
  });
  afterEach(async () => {
    await store[Symbol.asyncDispose]();
  });

  const findings = async () => (await verifyStore(store)).findings;
  const draft = (id: string): DocumentAddress => ({ collection: 'drafts', partition: birk.meetingId, id });
  const change = async (id: string, changed: object) => {
    const stored = await store.documents.read(draft(id));
    await store.documents.write(draft(id), { ...Object(stored?.value), ...changed }, 'any');
  };
  /** Writes the log of a meeting anew, each commit as `changed` makes it; undefined leaves it out. */
  const rewriteLog = async (changed: (commit: Commit) => unknown) => {
    const commits = await store.log.read(birk.meetingId);
    await store.log.remove(birk.meetingId);
    for (const commit of commits) {
      const value = changed(commit);
      const { meetingId, version } = commit;
      if (value !== undefined) await store.log.appendStored({ meetingId, version, value });
    }
  };

  it('finds nothing in a store that is well, tells how much it saw, and changes nothing', async () => {
    const before = await everything(store);
    const verified = await verifyStore(store);
    expect(verified).toMatchObject({ findings: [], meetings: 2, unpublished: [] });
    expect(verified.commits).toBeGreaterThan(8);
    expect(verified.drafts).toBe(10);
    expect(await everything(store)).toBe(before);
  });

  it('takes a draft that is only older, because nothing of it changed, for well', async () => {
    await birk.handle(chair, {
      type: 'EditSection',
      itemId: 'birk-0',
      section: 'discussion',
      basedOn: '',
      text: 'Ny.',
    });
    await birk.publish();
    expect(await findings()).toEqual([]);
  });

  it('finds the head as the log has it after a late entry under an item to which the meeting never came', async () => {
    await birk.handle(chair, { type: 'RecordNote', itemId: 'birk-1', noteId: 'late', text: 'Sent.' });
    await birk.publish();
    expect(await verifyStore(store)).toMatchObject({ findings: [], unpublished: [] });
  });

  it('does not compare what the server has not published yet', async () => {
    await birk.handle(chair, { type: 'RecordNote', itemId: 'birk-1', noteId: 'late', text: 'Sent.' });
    expect(await verifyStore(store)).toMatchObject({ findings: [], unpublished: [birk.meetingId] });
  });

  it('takes no meeting that goes on while it looks for damaged', async () => {
    let told = false;
    const goingOn: typeof store = {
      ...store,
      documents: {
        ...store.documents,
        async list(collection, partition) {
          if (!told && collection === 'drafts' && partition === birk.meetingId) {
            told = true;
            await birk.handle(chair, { type: 'RecordNote', itemId: 'birk-1', noteId: 'late', text: 'Sent.' });
            await birk.publish();
          }
          return store.documents.list(collection, partition);
        },
      },
    };
    expect(await verifyStore(goingOn)).toMatchObject({ findings: [], unpublished: [birk.meetingId] });
  });

  describe('names in a log', () => {
    it('a version that is missing', async () => {
      await rewriteLog((commit) => (commit.version === 3 ? undefined : commit));
      expect(await findings()).toEqual([{ code: 'gap', meetingId: birk.meetingId, version: 3 }]);
    });

    it('an event that cannot be read', async () => {
      await rewriteLog((commit) =>
        commit.version === 2 ? { ...commit, events: [{ type: 'FromTheFuture', v: 9 }] } : commit,
      );
      expect(await findings()).toEqual([{ code: 'unreadable', meetingId: birk.meetingId, version: 2 }]);
    });

    it('a commit that belongs elsewhere', async () => {
      await rewriteLog((commit) => (commit.version === 2 ? { ...commit, version: 7 } : commit));
      expect(await findings()).toContainEqual({ code: 'misplaced', meetingId: birk.meetingId, version: 2 });
    });

    it('a commit that makes no sense after those before it', async () => {
      await store.log.append(commitOf('broken', 1));
      await store.log.append({
        ...commitOf('broken', 2),
        events: [{ type: 'MovedToItem', v: 1, fromItemId: 'a', itemId: 'b' }],
      });
      expect((await findings()).map(({ code }) => code)).toContain('broken');
    });

    it('a command that was carried out twice', async () => {
      const commits = await store.log.read(birk.meetingId);
      const [last] = commits.slice(-1);
      if (!last) throw new Error('no commit');
      await store.log.append({
        ...last,
        version: last.version + 1,
        events: [{ type: 'MeetingResumed', v: 1 }],
      });
      expect((await findings()).map(({ code }) => code)).toContain('twice');
    });
  });

  it('names people that cannot be read', async () => {
    await store.documents.write(
      { collection: 'people', partition: birk.meetingId, id: 'people' },
      'no',
      'any',
    );
    expect(await findings()).toEqual([{ code: 'people', meetingId: birk.meetingId }]);
  });

  it.each([
    ['that is missing', () => store.documents.remove(draft('item:birk-0')), 'draftMissing'],
    ['that says something else', () => change('item:birk-0', { title: 'Noget andet' }), 'draftDiffers'],
    ['that shows a version still to come', () => change('item:birk-0', { version: 99 }), 'draftDiffers'],
    ['that is no document', () => store.documents.write(draft('item:birk-0'), 7, 'any'), 'draftDiffers'],
    ['of no item', () => store.documents.write(draft('item:gone'), { version: 1 }, 'any'), 'draftLeftOver'],
  ])('names a draft %s, and repairing writes it anew', async (_what, damage, code) => {
    const sound = (await store.documents.read(draft('item:birk-0')))?.value;
    await damage();
    const found = await findings();
    expect(found).toMatchObject([{ code, meetingId: birk.meetingId }]);
    expect(await repairStore(store)).toEqual({ mended: found, left: [] });
    expect(await store.documents.read(draft('item:birk-0'))).toMatchObject({
      value: { ...Object(sound), version: expect.any(Number) },
    });
    expect(await store.documents.read(draft('item:gone'))).toBeUndefined();
    expect(await repairStore(store)).toEqual({ mended: [], left: [] });
  });

  it('names drafts of a meeting that is not there, and repairing removes them', async () => {
    const orphan = { collection: 'drafts', partition: 'gone', id: 'head' } as const;
    await store.documents.write(orphan, { version: 1 }, 'any');
    expect(await findings()).toEqual([{ code: 'draftLeftOver', meetingId: 'gone', id: 'head' }]);
    await repairStore(store);
    expect(await store.documents.read(orphan)).toBeUndefined();
  });

  it('repairs no log, and says what is left', async () => {
    await rewriteLog((commit) => (commit.version === 3 ? undefined : commit));
    const before = await everything(store);
    const left = [{ code: 'gap', meetingId: birk.meetingId, version: 3 }];
    expect(await repairStore(store)).toEqual({ mended: [], left });
    expect(await everything(store)).toBe(before);
  });
});
