import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/compose.ts';
import type { Commit } from '../../src/meeting/commit.ts';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import type { Handled } from '../../src/service/meetings.ts';
import {
  asChair,
  CHAIR,
  decision,
  meetingsOn,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

/** The store, with what each append was asked to write; `before` runs before the store is asked. */
function watched(store: Store, before: (commits: readonly Commit[]) => unknown = () => undefined) {
  const rows: number[] = [];
  const append: typeof store.log.append = async (...commits) => {
    rows.push(commits.length);
    await before(commits);
    return store.log.append(...commits);
  };
  return { rows, store: { ...store, log: { ...store.log, append } } };
}

const sequences = (commits: readonly Commit[]) =>
  commits.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event.sequence] : [])),
  );
const kinds = (handled: readonly Handled[]) => handled.map(({ kind }) => kind);
const ids = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);

describe('commands that wait for one meeting', () => {
  it('are written in one step, each as a commit of its own on what the one before it did', async () => {
    await using store = await temporaryStore();
    const { rows, store: seen } = watched(store);
    const { meetings } = meetingsOn(seen);
    await runningMeeting(meetings);
    rows.length = 0;
    const handled = await Promise.all(ids(8).map((id) => meetings.handle('m', asChair(id, decision(id)))));
    expect(kinds(handled)).toEqual(Array(8).fill('accepted'));
    expect(rows).toEqual([8]);
    const log = await store.log.read('m', 3);
    expect(log.map(({ version, commandId }) => [version, commandId])).toEqual(
      ids(8).map((id, index) => [index + 4, id]),
    );
    expect(sequences(log)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // Each is answered with the meeting as its own commit leaves it.
    expect(handled.map(({ state }) => state.version)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(handled.map((one) => one.kind === 'accepted' && one.before.version)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('never in more than the store takes at once', async () => {
    await using store = await temporaryStore();
    const { rows, store: seen } = watched({ ...store, log: { ...store.log, atOnce: 1 } });
    const { meetings } = meetingsOn(seen);
    await runningMeeting(meetings);
    rows.length = 0;
    await Promise.all(ids(4).map((id) => meetings.handle('m', asChair(id, decision(id)))));
    expect(rows).toEqual([1, 1, 1, 1]);
  });

  it('are answered alone where they are no plain acceptance: repeated, refused, by somebody new, broken', async () => {
    await using store = await temporaryStore();
    const { rows, store: seen } = watched(store);
    const { meetings } = meetingsOn(seen);
    await runningMeeting(meetings);
    rows.length = 0;
    const newcomer = { ...CHAIR, key: 'oid:new', name: 'Nikoline Ny', userId: '29:new' };
    const bug = () => {
      throw new TypeError('a bug');
    };
    const asked = [
      meetings.handle('m', asChair('a', decision('a'))),
      meetings.handle('m', asChair('b', decision('b'))),
      meetings.handle('m', asChair('a', decision('a'))),
      meetings.handle('m', asChair('c', decision('c'))),
      meetings.handle('m', asChair('r', { type: 'ResumeMeeting' })),
      meetings.handle('m', asChair('d', decision('d'))),
      meetings.handle('m', {
        commandId: 'n',
        asker: { kind: 'person', identity: newcomer },
        prepare: () => [decision('n')],
      }),
      meetings.handle('m', asChair('e', decision('e'))),
      meetings.handle('m', { commandId: 'x', asker: { kind: 'operator' }, prepare: bug }),
      meetings.handle('m', asChair('f', decision('f'))),
    ];
    const settled = await Promise.allSettled(asked);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.kind : String(one.reason)))).toEqual([
      'accepted',
      'accepted',
      'repeated',
      'accepted',
      'refused',
      'accepted',
      'accepted',
      'accepted',
      'TypeError: a bug',
      'accepted',
    ]);
    expect(rows).toEqual([2, 1, 1, 2, 1]);
    expect(sequences(await store.log.read('m'))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are decided again, all of them, where another process wrote first', async () => {
    await using store = await temporaryStore();
    const other = meetingsOn(store, 'other');
    let once = true;
    const { store: seen } = watched(store, async (commits) => {
      if (commits.length < 3 || !once) return;
      once = false;
      await other.meetings.handle('m', asChair('between', decision('between')));
    });
    const { meetings } = meetingsOn(seen);
    await runningMeeting(meetings);
    const handled = await Promise.all(ids(5).map((id) => meetings.handle('m', asChair(id, decision(id)))));
    expect(kinds(handled)).toEqual(Array(5).fill('accepted'));
    const log = await store.log.read('m', 3);
    expect(log.map(({ commandId }) => commandId)).toEqual(['between', ...ids(5)]);
    expect(sequences(log)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are carried out once where they were written and the answer was lost', async () => {
    await using store = await temporaryStore();
    let lost = false;
    const append: typeof store.log.append = async (...commits) => {
      const done = await store.log.append(...commits);
      if (commits.length < 3 || lost) return done;
      lost = true;
      throw new StoreUnavailable('the answer was lost');
    };
    const { meetings, told } = meetingsOn({ ...store, log: { ...store.log, append } });
    await runningMeeting(meetings);
    told.length = 0;
    const handled = await Promise.all(ids(4).map((id) => meetings.handle('m', asChair(id, decision(id)))));
    expect(kinds(handled)).toEqual(Array(4).fill('repeated'));
    expect(sequences(await store.log.read('m'))).toEqual([1, 2, 3, 4]);
    expect(told.length).toBeGreaterThan(0);
  });

  it('are not answered before they are stored', async () => {
    await using store = await temporaryStore();
    const stored: string[] = [];
    const { store: seen } = watched(store);
    const append: typeof store.log.append = async (...commits) => {
      const done = await seen.log.append(...commits);
      for (const { commandId } of commits) stored.push(commandId);
      return done;
    };
    const { meetings } = meetingsOn({ ...store, log: { ...store.log, append } });
    await runningMeeting(meetings);
    await Promise.all(
      ids(6).map(async (id) => {
        await meetings.handle('m', asChair(id, decision(id)));
        expect(stored).toContain(id);
      }),
    );
  });
});
