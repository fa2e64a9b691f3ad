import { describe, expect, it } from '@jest/globals';
import type { Commit } from '../../src/meeting/commit.ts';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import {
  asChair,
  CHAIR,
  decision,
  meetingsOn,
  propose,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

const texts = (commits: readonly Commit[]) =>
  commits.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event.text] : [])),
  );

describe('two processes on one meeting', () => {
  it('both get their command through: who comes second decides again on what the first wrote', async () => {
    await using store = await temporaryStore();
    const a = meetingsOn(store, 'a');
    await runningMeeting(a.meetings);
    const b = meetingsOn(store, 'b');
    await b.meetings.look('m');
    const handled = await Promise.all(
      [a, b].flatMap(({ meetings }, index) =>
        ['x', 'y', 'z'].map((id) =>
          meetings.handle('m', asChair(`${index}${id}`, decision(`${index}${id}`))),
        ),
      ),
    );
    expect(handled.map(({ kind }) => kind)).toEqual(Array(6).fill('accepted'));
    const log = await store.log.read('m');
    expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
    expect(new Set(texts(log)).size).toBe(6);
    const numbers = log.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event.sequence] : [])),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('the same command in both is carried out once', async () => {
    await using store = await temporaryStore();
    const a = meetingsOn(store, 'a');
    await runningMeeting(a.meetings);
    const b = meetingsOn(store, 'b');
    await b.meetings.look('m');
    const handled = await Promise.all(
      [a, b].map(({ meetings }) => meetings.handle('m', asChair('same', decision('d')))),
    );
    expect(handled.map(({ kind }) => kind).sort()).toEqual(['accepted', 'repeated']);
    expect(texts(await store.log.read('m'))).toHaveLength(1);
  });

  it('what another process made possible is not refused', async () => {
    await using store = await temporaryStore();
    const b = meetingsOn(store, 'b');
    await b.meetings.look('m');
    await runningMeeting(meetingsOn(store, 'a').meetings);
    expect((await b.meetings.handle('m', asChair('late', decision('d')))).kind).toBe('accepted');
  });

  it('what another process wrote and did not live to publish is published by who reads it', async () => {
    await using store = await temporaryStore();
    await runningMeeting(meetingsOn(store, 'a').meetings);
    const b = meetingsOn(store, 'b');
    await b.meetings.look('m', true);
    expect(b.told).toEqual(['m']);
  });

  it('people whom only the other process knows are not lost', async () => {
    await using store = await temporaryStore();
    const a = meetingsOn(store, 'a');
    await runningMeeting(a.meetings);
    const b = meetingsOn(store, 'b');
    await b.meetings.look('m');
    const someone = (name: string) => ({ ...CHAIR, key: `oid:${name}`, name, userId: `29:${name}` });
    await Promise.all(
      [a, b].map(({ meetings }, index) =>
        meetings.handle('m', {
          commandId: `n${index}`,
          asker: { kind: 'person', identity: someone(`Person ${index}`) },
          prepare: () => [decision(`n${index}`)],
        }),
      ),
    );
    const { people } = await meetingsOn(store, 'c').meetings.look('m');
    const by = (await store.log.read('m')).map((commit) => commit.by);
    for (const actor of by) expect(actor.kind === 'person' && people[actor.personId]?.name).toBeTruthy();
  });
});

describe('a store that fails', () => {
  it('and never answers is told honestly after 2.5 s, with pauses that are not all alike', async () => {
    await using store = await temporaryStore();
    await runningMeeting(meetingsOn(store).meetings);
    const log = { ...store.log, append: () => Promise.reject(new StoreUnavailable('no')) };
    const { meetings, clock } = meetingsOn({ ...store, log }, 'f');
    const handled = await meetings.handle('m', asChair('new', decision('d')));
    expect(handled).toMatchObject({ kind: 'refused', code: 'notSaved' });
    const waited = clock.waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(2500);
    expect(waited).toBeLessThan(2800);
    expect(new Set(clock.waits).size).toBeGreaterThan(2);
    expect(texts(await store.log.read('m'))).toEqual([]);
    // The same tap afterwards, when the store works, is saved.
    const again = await meetingsOn(store, 'g').meetings.handle('m', asChair('new', decision('d')));
    expect(again.kind).toBe('accepted');
  });

  it('holds nobody up longer than that, however many wait', async () => {
    await using store = await temporaryStore();
    await runningMeeting(meetingsOn(store).meetings);
    let tries = 0;
    const append = () => {
      tries += 1;
      return Promise.reject(new StoreUnavailable('no'));
    };
    const { meetings, clock } = meetingsOn({ ...store, log: { ...store.log, append } }, 'f');
    const started = clock.now();
    const handled = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        meetings.handle('m', asChair(`c${index}+`, decision(`d${index}`))),
      ),
    );
    expect(new Set(handled.map((one) => one.kind === 'refused' && one.code))).toEqual(new Set(['notSaved']));
    expect(clock.now() - started).toBeLessThan(2800);
    expect(tries).toBeGreaterThanOrEqual(50);
  });

  it('and loses only the answer of a write that was carried out doubles nothing, and it is published', async () => {
    await using store = await temporaryStore();
    await runningMeeting(meetingsOn(store).meetings);
    let lost = 0;
    const append = async (commit: Commit) => {
      const done = await store.log.append(commit);
      if (lost > 0) return done;
      lost += 1;
      throw new StoreUnavailable('the answer was lost');
    };
    const { meetings, told } = meetingsOn({ ...store, log: { ...store.log, append } }, 'l');
    await meetings.look('m');
    told.length = 0;
    expect((await meetings.handle('m', asChair('once', decision('d')))).kind).toBe('repeated');
    expect(texts(await store.log.read('m'))).toHaveLength(1);
    expect(told).toEqual(['m']);
    const next = await meetings.handle('m', asChair('next', decision('e')));
    expect(next.kind).toBe('accepted');
  });

  it('for a moment only is not noticed', async () => {
    await using store = await temporaryStore();
    await runningMeeting(meetingsOn(store).meetings);
    let failures = 3;
    const read: typeof store.log.read = (...given) =>
      failures-- > 0 ? Promise.reject(new StoreUnavailable('busy')) : store.log.read(...given);
    const { meetings } = meetingsOn({ ...store, log: { ...store.log, read } }, 'm');
    expect((await meetings.handle('m', asChair('c', decision('d')))).kind).toBe('accepted');
  });

  it('an error that is no trouble of the store is a bug, and the queue goes on after it', async () => {
    await using store = await temporaryStore();
    const { meetings } = meetingsOn(store);
    await runningMeeting(meetings);
    const broken = meetings.handle('m', {
      commandId: 'bug',
      asker: { kind: 'operator' },
      prepare: () => {
        throw new TypeError('a bug');
      },
    });
    await expect(broken).rejects.toThrow('a bug');
    expect((await meetings.handle('m', asChair('after', decision('d')))).kind).toBe('accepted');
  });
});

describe('a busy meeting', () => {
  it('publishes once for many commands in a row, and never leaves the last one out', async () => {
    await using store = await temporaryStore();
    const { meetings, told } = meetingsOn(store);
    await runningMeeting(meetings);
    told.length = 0;
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) =>
        meetings.handle('m', asChair(`c${index}`, decision(`d${index}`))),
      ),
      meetings.handle('m', asChair('refused', { type: 'ResumeMeeting' })),
    ]);
    expect(told).toEqual(['m']);
    await meetings.handle('m', asChair('alone', decision('alone')));
    expect(told).toEqual(['m', 'm']);
  });

  it('writes the newcomers who wait together', async () => {
    await using store = await temporaryStore();
    const { meetings } = meetingsOn(store);
    await runningMeeting(meetings);
    let writes = 0;
    const documents = {
      ...store.documents,
      write: (...given: Parameters<typeof store.documents.write>) => {
        writes += 1;
        return store.documents.write(...given);
      },
    };
    const crowd = meetingsOn({ ...store, documents }, 'crowd');
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        crowd.meetings.handle('m', {
          commandId: `w${index}`,
          asker: {
            kind: 'person',
            identity: { ...CHAIR, key: `oid:${index}`, name: `Deltager ${index}`, userId: `29:${index}` },
          },
          prepare: () => [decision(`w${index}`)],
        }),
      ),
    );
    expect(writes).toBeLessThan(5);
    expect(texts(await store.log.read('m'))).toHaveLength(40);
  });

  it('does not hold up another one', async () => {
    await using store = await temporaryStore();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const append = async (commit: Commit) => {
      if (commit.meetingId === 'slow') await held;
      return store.log.append(commit);
    };
    const { meetings } = meetingsOn({ ...store, log: { ...store.log, append } });
    const slow = meetings.handle('slow', asChair('s', propose()));
    expect((await meetings.handle('m', asChair('f', propose()))).kind).toBe('accepted');
    release();
    expect((await slow).kind).toBe('accepted');
  });

  it('more meetings than are kept in memory are read again, unchanged', async () => {
    await using store = await temporaryStore();
    const { meetings } = meetingsOn(store);
    await runningMeeting(meetings);
    for (let index = 0; index < 210; index += 1) await meetings.look(`other${index}`);
    const { state } = await meetings.look('m');
    expect([state.status, state.version]).toEqual(['running', 3]);
    expect((await meetings.handle('m', asChair('c3', decision('d')))).kind).toBe('repeated');
  });
});
