import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/compose.ts';
import { StoreUnavailable } from '../../../src/service/meetingLog.ts';
import { CopyDiffers, copyStore } from '../../../src/service/upkeep/copyStore.ts';
import { commitOf } from '../../store/contract/commits.ts';
import { bothStores, type FreshStore } from '../../support/bothStores.ts';
import { temporaryStore } from '../../support/serviceParts.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../../support/storedMeetings.ts';

const chair = somebody('Asta Bruun');
const guest = somebody('Bodil Carlsen');

describe.each(bothStores)('a copy of an embedded store in %s', (_name, openTarget) => {
  let source: Awaited<ReturnType<typeof temporaryStore>>;
  let target: FreshStore;
  let birk: StoredMeeting;

  beforeEach(async () => {
    source = await temporaryStore();
    target = await openTarget();
    birk = await storedMeeting(source, { word: 'birk', chair, guest, until: 'running' });
    await storedMeeting(source, { word: 'eg', chair, guest });
  });
  afterEach(async () => {
    await source[Symbol.asyncDispose]();
    await target[Symbol.asyncDispose]();
  });

  const copied = async (from: Store = source, to: Store = target) => {
    const receipt = await copyStore(from, to);
    if ('kind' in receipt) throw new Error(receipt.kind);
    return receipt;
  };
  const withoutEtags = (text: string) => text.replaceAll(/"etag":"[^"]*"/gu, '');

  it('holds everything that the source does, and leaves the source as it was', async () => {
    const before = await everything(source);
    await copied();
    expect(await everything(source)).toBe(before);
    expect(withoutEtags(await everything(target))).toBe(withoutEtags(before));
  });

  it('has a receipt with the version and hash of each log, the same for the same store', async () => {
    const receipt = await copied();
    expect(receipt.meetings).toHaveLength(2);
    for (const { sha256 } of receipt.meetings) expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(receipt.written.commits).toBe(receipt.meetings.reduce((sum, { version }) => sum + version, 0));
    await using third = await temporaryStore();
    expect((await copied(target, third)).sha256).toBe(receipt.sha256);
  });

  it('writes only what is new when it is made again', async () => {
    await copied();
    expect((await copied()).written).toEqual({ commits: 0, documents: 0, postings: 0 });
    await birk.handle(chair, { type: 'PauseMeeting' });
    await birk.publish();
    const { written } = await copied();
    expect(written.commits).toBe(1);
    expect(withoutEtags(await everything(target))).toBe(withoutEtags(await everything(source)));
  });

  it('no longer holds what the source removed', async () => {
    await copied();
    const gone = { collection: 'drops', partition: guest.identity.key, id: 'newest' } as const;
    await source.documents.remove(gone);
    const [card] = await source.outbox.list(birk.conversationId);
    await source.outbox.remove(birk.conversationId, [card?.key ?? '']);
    await copied();
    expect(await target.documents.read(gone)).toBeUndefined();
    expect(await target.outbox.find(birk.conversationId, card?.key ?? '')).toBeUndefined();
  });

  it.each(['documents', 'postings', 'log'] as const)(
    'that was cut off at the %s is finished by the next',
    async (where) => {
      let left = 3;
      const cut =
        <T extends readonly unknown[], R>(here: typeof where, work: (...args: T) => Promise<R>) =>
        async (...args: T): Promise<R> => {
          if (where === here && left-- <= 0) throw new StoreUnavailable('cut off');
          return work(...args);
        };
      const faulty: Store = {
        log: {
          ...target.log,
          atOnce: Math.min(2, target.log.atOnce),
          appendStored: cut('log', target.log.appendStored),
        },
        documents: { ...target.documents, write: cut('documents', target.documents.write) },
        outbox: { ...target.outbox, restore: cut('postings', target.outbox.restore) },
      };
      await expect(copyStore(source, faulty)).rejects.toThrow('cut off');
      await copied();
      expect(withoutEtags(await everything(target))).toBe(withoutEtags(await everything(source)));
    },
  );

  it('keeps an event that this Punkt cannot read', async () => {
    const alien = { meetingId: 'alien', version: 1, value: { events: [{ type: 'FromTheFuture', v: 9 }] } };
    await source.log.appendStored(alien);
    await copied();
    expect(await everything(target)).toContain('FromTheFuture');
  });

  it('is refused over a store that has a meeting of its own, and writes nothing there', async () => {
    await target.log.append(commitOf('other', 1));
    const before = await everything(target);
    expect(await copyStore(source, target)).toEqual({ kind: 'otherMeeting', meetingId: 'other' });
    expect(await everything(target)).toBe(before);
  });

  it('is refused over a log that says something else, or goes on', async () => {
    await copied();
    await target.log.append(commitOf(birk.meetingId, 99));
    expect(await copyStore(source, target)).toEqual({ kind: 'otherLog', meetingId: birk.meetingId });
    await using third = await temporaryStore();
    await third.log.append(commitOf(birk.meetingId, 1));
    expect(await copyStore(source, third)).toEqual({ kind: 'otherLog', meetingId: birk.meetingId });
  });

  it('is refused over documents of another store', async () => {
    await target.documents.write({ collection: 'identities', partition: 'x', id: 'personal' }, {}, 'any');
    expect(await copyStore(source, target)).toEqual({ kind: 'otherDocuments' });
  });

  it('begins again while the source is written to, and says so where that does not end', async () => {
    let version = 0;
    const busy: Store = {
      ...source,
      outbox: {
        ...source.outbox,
        async *postings(meetingId) {
          await source.log.append(commitOf('busy', ++version));
          yield* source.outbox.postings(meetingId);
        },
      },
    };
    expect(await copyStore(busy, target)).toEqual({ kind: 'stillWritten' });
    expect((await copied()).meetings.map(({ meetingId }) => meetingId)).toContain('busy');
  });

  it('that reads back otherwise than it was written is a failure', async () => {
    const forgetful: Store = { ...target, outbox: { ...target.outbox, restore: async () => undefined } };
    await expect(copyStore(source, forgetful)).rejects.toThrow(CopyDiffers);
  });
});
