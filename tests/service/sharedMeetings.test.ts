import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import { Meetings } from '../../src/service/meetings.ts';
import { SharedMeetings } from '../../src/service/sharedMeetings.ts';
import type { Store } from '../../src/store/store.ts';
import {
  asChair,
  counter,
  decision,
  handClock,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

/** Two processes on one store; time passes by hand, and nobody waits for it unless `late`. */
function processesOn(store: Store, seen: Store = store, late = false) {
  const { now, pass, wait } = handClock();
  const clock = { now, wait: late ? wait : () => new Promise<void>(() => undefined) };
  const parts = { clock, random: () => 0.5, committed: () => undefined };
  return {
    pass,
    other: new Meetings({ ...parts, ...store, newId: counter('o') }),
    here: new SharedMeetings({ ...parts, ...seen, newId: counter('h') }),
  };
}
const versionIn = async (meetings: Meetings) => {
  const { state } = await meetings.look('m');
  return state.status === 'none' ? 0 : state.version;
};

/** The store, with its reads of the log counted; they fail, or never end, when told so. */
function watched(store: Store) {
  const watch = { reads: 0, answers: 'yes' as 'yes' | 'no' | 'never' };
  const read: Store['log']['read'] = async (...asked) => {
    watch.reads += 1;
    if (watch.answers === 'no') throw new StoreUnavailable('no');
    if (watch.answers === 'never') await new Promise(() => undefined);
    return store.log.read(...asked);
  };
  return { watch, seen: { ...store, log: { ...store.log, read } } };
}

describe('a meeting that another process moves on', () => {
  it('is seen as it is there, a quarter of a second later at the latest', async () => {
    await using store = await temporaryStore();
    const { other, here, pass } = processesOn(store);
    await runningMeeting(other);
    expect(await versionIn(here)).toBe(3);
    await other.handle('m', asChair('c4', decision('d1')));
    pass(250);
    expect(await versionIn(here)).toBe(4);
  });

  it('is not read again by who has just looked, or just committed', async () => {
    await using store = await temporaryStore();
    const { watch, seen } = watched(store);
    const { other, here, pass } = processesOn(store, seen);
    await runningMeeting(other);
    await versionIn(here);
    const first = watch.reads;
    pass(249);
    await versionIn(here);
    expect(watch.reads).toBe(first);
    await here.handle('m', asChair('c4', decision('d1')));
    pass(249);
    expect(await versionIn(here)).toBe(4);
    expect(watch.reads).toBe(first);
  });

  it('is read once for all who look at the same time', async () => {
    await using store = await temporaryStore();
    const { watch, seen } = watched(store);
    const { other, here, pass } = processesOn(store, seen);
    await runningMeeting(other);
    await versionIn(here);
    const first = watch.reads;
    pass(1_000);
    await Promise.all(Array.from({ length: 20 }, () => versionIn(here)));
    expect(watch.reads).toBe(first + 1);
  });

  it('is shown as it was last known where the store does not answer', async () => {
    await using store = await temporaryStore();
    for (const answers of ['no', 'never'] as const) {
      const { watch, seen } = watched(store);
      const { other, here, pass } = processesOn(store, seen, answers === 'never');
      if ((await store.log.read('m')).length === 0) await runningMeeting(other);
      expect(await versionIn(here)).toBe(3);
      pass(1_000);
      watch.answers = answers;
      expect(await versionIn(here)).toBe(3);
    }
  });
});
