import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { composeCore, systemClock } from '../../../src/compose.ts';
import { confirmedExport, recordExport } from '../../../src/service/exports.ts';
import { Caretaker } from '../../../src/service/upkeep/caretaker.ts';
import { eraseMeeting } from '../../../src/service/upkeep/eraseMeeting.ts';
import { keepFor } from '../../../src/service/upkeep/retention.ts';
import { temporaryStore } from '../../support/serviceParts.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../../support/storedMeetings.ts';

const chair = somebody('Asta Bruun');
const guest = somebody('Bodil Carlsen');
const DAY = 24 * 3_600_000;

let store: Awaited<ReturnType<typeof temporaryStore>>;
let birk: StoredMeeting;
beforeEach(async () => {
  store = await temporaryStore();
  birk = await storedMeeting(store, { word: 'birk', chair, guest });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
});

const versionNow = async () =>
  (await store.log.heads()).find((one) => one.meetingId === birk.meetingId)?.version ?? 0;
const exported = async (version?: number, format = 'docx') =>
  recordExport(store.documents, birk.meetingId, {
    version: version ?? (await versionNow()),
    format,
    at: '2026-05-01T08:00:00.000Z',
    sha256: 'a'.repeat(64),
  });
const confirmed = async () => {
  const { state } = await composeCore(store, pino({ level: 'silent' })).meetings.look(birk.meetingId);
  return state.status === 'none' ? undefined : confirmedExport(store.documents, state);
};
const meetings = async () => (await store.log.heads()).map(({ meetingId }) => meetingId);

describe('an export of the minutes', () => {
  it('is confirmed while the minutes say what they said then', async () => {
    expect(await confirmed()).toBeUndefined();
    await exported();
    expect(await confirmed()).toMatchObject({ format: 'docx' });
  });

  it('no longer is when the minutes were changed or approved since', async () => {
    await exported();
    await birk.handle(chair, { type: 'CorrectNote', itemId: 'birk-0', noteId: 'birk-note', text: 'Rettet.' });
    expect(await confirmed()).toBeUndefined();
    await exported();
    await birk.handle(chair, { type: 'ApproveMinutes', seenVersion: await versionNow() });
    expect(await confirmed()).toBeUndefined();
    await exported(undefined, 'pdf');
    expect(await confirmed()).toMatchObject({ format: 'pdf' });
  });

  it('of an earlier version does not take the place of a newer one', async () => {
    await exported();
    await exported(2);
    expect(await confirmed()).toMatchObject({ version: await versionNow() });
  });
});

describe('keeping meetings for a number of days', () => {
  const kept = (days: number, daysLater: number) =>
    keepFor(days, store, { now: () => Date.now() + daysLater * DAY }, async () => undefined);

  it('erases those past it whose minutes were exported', async () => {
    await exported();
    expect(await kept(30, 29)).toEqual({ erased: [], notExported: [] });
    expect(await kept(30, 31)).toEqual({ erased: [birk.meetingId], notExported: [] });
    expect(await meetings()).toEqual([]);
  });

  it('leaves those that were not exported, and says so', async () => {
    expect(await kept(30, 31)).toEqual({ erased: [], notExported: [birk.meetingId] });
    expect(await meetings()).toEqual([birk.meetingId]);
  });

  it('leaves those that were not ended, and those whose log cannot be read', async () => {
    const running = await storedMeeting(store, { word: 'eg', chair, guest, until: 'running' });
    await store.log.appendStored({ meetingId: 'alien', version: 1, value: {} });
    expect(await kept(1, 500)).toEqual({ erased: [], notExported: [birk.meetingId] });
    expect(await meetings()).toContain(running.meetingId);
  });

  it('finishes first what was cut off', async () => {
    const broken = { ...store, log: { ...store.log, remove: () => Promise.reject(new Error('cut off')) } };
    await expect(eraseMeeting(broken, birk.meetingId, new Date().toISOString(), true)).rejects.toThrow();
    expect(await kept(9_000, 0)).toEqual({ erased: [birk.meetingId], notExported: [] });
    expect(await meetings()).toEqual([]);
  });
});

describe('a server whose meeting is erased at the command line', () => {
  it('forgets it, and what somebody still did from an old card goes too', async () => {
    const core = composeCore(store, pino({ level: 'silent' }));
    const caretaker = new Caretaker({
      ...core,
      store,
      clock: systemClock,
      retentionDays: null,
      unreadable: () => undefined,
    });
    await core.meetings.look(birk.meetingId);
    await eraseMeeting(store, birk.meetingId, new Date().toISOString(), true);
    const note = (commandId: string) =>
      core.meetings.handle(birk.meetingId, {
        commandId,
        asker: { kind: 'person', identity: chair.identity },
        prepare: () => [{ type: 'RecordNote', itemId: 'birk-0', noteId: commandId, text: 'birk: for sent' }],
      });
    expect((await note('from memory')).kind).toBe('accepted');
    await core.nudges.leave(birk.meetingId, true);
    await core.nudges.take((nudge) => caretaker.follow(nudge));
    expect(await note('after the nudge')).toMatchObject({ kind: 'refused', code: 'noMeeting' });
    expect(await everything(store)).not.toContain('for sent');
    expect(await meetings()).toEqual([]);
  });

  it('edits every card that stands in a chat once more when its words were rewritten', async () => {
    const core = composeCore(store, pino({ level: 'silent' }));
    const caretaker = new Caretaker({
      ...core,
      store,
      clock: systemClock,
      retentionDays: null,
      unreadable: () => undefined,
    });
    const cards = await store.outbox.list(birk.conversationId);
    for (const { conversationId, key } of cards.slice(1))
      await store.outbox.delivered(conversationId, key, key, 99);
    expect(await store.outbox.due(birk.conversationId, 0)).toHaveLength(1);
    await core.nudges.leave(birk.meetingId, true);
    await core.nudges.take((nudge) => caretaker.follow(nudge));
    expect(await store.outbox.due(birk.conversationId, 0)).toHaveLength(cards.length);
  });
});
