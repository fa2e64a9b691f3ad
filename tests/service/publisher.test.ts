import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { composeCore, type Store } from '../../src/compose.ts';
import { Conversations } from '../../src/service/conversations.ts';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import { Nudges } from '../../src/service/nudges.ts';
import { Publisher } from '../../src/service/publisher.ts';
import { Caretaker } from '../../src/service/upkeep/caretaker.ts';
import { draftItem } from '../../src/views/draftOf.ts';
import { asChair, decision, meetingsOn, runningMeeting, temporaryStore } from '../support/serviceParts.ts';

function publisherOn(store: Store) {
  const conversations = new Conversations(store.documents);
  const { meetings, clock } = meetingsOn(store, 'p');
  const failures: unknown[] = [];
  const publisher = new Publisher({
    ...store,
    conversations,
    meetings: () => meetings,
    clock,
    wanted: () => undefined,
    failed: (_meeting, error) => failures.push(error),
  });
  return { publisher, conversations, meetings, failures };
}
const keys = async (store: Store) => (await store.outbox.list('chat')).map(({ key }) => key);
const item = async (store: Store) =>
  (await store.documents.read({ collection: 'drafts', partition: 'm', id: 'item:item1' }))?.value;

describe('the publisher', () => {
  it('writes the draft and wishes the cards of what a crash left undone, once', async () => {
    await using store = await temporaryStore();
    const { publisher, conversations, meetings } = publisherOn(store);
    await conversations.pointAt('chat', 'm');
    await runningMeeting(meetings);
    expect(await keys(store)).toEqual([]);
    await publisher.publish('m');
    const { state, people } = await meetings.look('m');
    if (state.status === 'none') throw new Error('no meeting');
    expect(await item(store)).toEqual(draftItem(state, people, 'item1'));
    const wished = await store.outbox.list('chat');
    expect(wished.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['m:ready', 'm:agenda', 'm:item:item1']),
    );
    await publisherOn(store).publisher.publish('m');
    expect(await store.outbox.list('chat')).toEqual(wished);
  });

  it.each(['the draft', 'the wishes', 'the mark'] as const)(
    'that fails at %s does it again when it is told to',
    async (where) => {
      await using store = await temporaryStore();
      let failing = true;
      const faulty: Store = {
        ...store,
        documents: {
          ...store.documents,
          write: (address, value, expected) => {
            const here = where === 'the draft' ? address.collection === 'drafts' : address.id === 'published';
            if (failing && here && where !== 'the wishes') throw new StoreUnavailable('no');
            return store.documents.write(address, value, expected);
          },
        },
        outbox: {
          ...store.outbox,
          want: (wishes) => {
            if (failing && where === 'the wishes') throw new StoreUnavailable('no');
            return store.outbox.want(wishes);
          },
        },
      };
      const { publisher, conversations, meetings, failures } = publisherOn(faulty);
      await conversations.pointAt('chat', 'm');
      await runningMeeting(meetings);
      await publisher.publish('m');
      expect(failures).toHaveLength(1);
      failing = false;
      await publisher.retry();
      expect(failures).toHaveLength(1);
      expect(await item(store)).toMatchObject({ version: 3 });
      expect((await keys(store)).filter((key) => key === 'm:item:item1')).toHaveLength(1);
      await publisher.retry();
    },
  );

  it('asked at any moment of a round never leaves a commit out', async () => {
    await using store = await temporaryStore();
    const { publisher, conversations, meetings } = publisherOn(store);
    await conversations.pointAt('chat', 'm');
    await runningMeeting(meetings);
    for (let index = 0; index < 30; index += 1) {
      await meetings.handle('m', asChair(`d${index}`, decision(`d${index}`)));
      publisher.soon('m');
      // Another number of steps of the running round each time.
      for (let step = 0; step < index % 10; step += 1) await Promise.resolve();
    }
    const last = publisher.publish('m');
    const right = last.then(() => meetings.handle('m', asChair('last', decision('last', 'Den sidste'))));
    await right;
    await publisher.publish('m');
    expect(JSON.stringify(await item(store))).toContain('Den sidste');
  });

  it('asked again in the step in which a round ends begins another', async () => {
    await using store = await temporaryStore();
    const { publisher, conversations, meetings } = publisherOn(store);
    await conversations.pointAt('chat', 'm');
    await runningMeeting(meetings);
    for (let depth = 0; depth < 8; depth += 1) {
      const round = publisher.publish('m');
      await meetings.handle('m', asChair(`s${depth}`, decision(`s${depth}`, `Trin ${depth}`)));
      let after: Promise<unknown> = round;
      for (let step = 0; step < depth; step += 1) after = after.then(() => undefined);
      await after.then(() => publisher.publish('m'));
      expect(JSON.stringify(await item(store))).toContain(`Trin ${depth}`);
    }
    await publisher.idle();
  });

  it('does not write an older draft over a newer one', async () => {
    await using store = await temporaryStore();
    const { publisher, meetings } = publisherOn(store);
    await runningMeeting(meetings);
    await publisher.publish('m');
    const address = { collection: 'drafts', partition: 'm', id: 'item:item1' } as const;
    const newer = { ...((await item(store)) as object), version: 99 };
    await store.documents.write(address, newer, 'any');
    await meetings.handle('m', asChair('d', decision('d')));
    await publisher.publish('m');
    expect(await item(store)).toEqual(newer);
  });
});

describe('nudges', () => {
  it('one that cannot be followed stays, and holds up no other', async () => {
    await using store = await temporaryStore();
    const nudges = new Nudges(store.documents);
    for (const id of ['a', 'broken', 'z']) await nudges.leave(id);
    const followed: string[] = [];
    const follow = async ({ meetingId: id }: { meetingId: string }) => {
      if (id === 'broken') throw new Error('not now');
      followed.push(id);
    };
    await expect(nudges.take(follow)).rejects.toThrow('not now');
    expect(followed).toEqual(['a', 'z']);
    await nudges.take(async ({ meetingId }) => void followed.push(meetingId));
    expect(followed).toEqual(['a', 'z', 'broken']);
    await nudges.take(follow);
    expect(followed).toHaveLength(3);
  });

  it('one that tells of more than the log shows yet stays until it is seen', async () => {
    await using store = await temporaryStore();
    const { meetings, clock } = meetingsOn(store);
    await runningMeeting(meetings);
    // As from a copy of the store that is behind the others.
    let behind = true;
    const read: typeof store.log.read = async (id, after) =>
      (await store.log.read(id, after)).filter(({ version }) => !behind || version < 3);
    const late = { ...store, log: { ...store.log, read } };
    const core = composeCore(late, pino({ level: 'silent' }));
    const caretaker = new Caretaker({
      ...core,
      store: late,
      clock,
      retentionDays: null,
      unreadable: (_, error) => {
        throw error;
      },
    });
    await core.nudges.leave('m', false, 3);
    await expect(core.nudges.take((nudge) => caretaker.follow(nudge))).rejects.toThrow('cannot be seen yet');
    behind = false;
    await core.nudges.take((nudge) => caretaker.follow(nudge));
    expect((await core.meetings.look('m')).state.version).toBe(3);
    expect(await store.documents.list('nudges', 'all')).toEqual([]);
  });

  it('one that is left again while it is followed is followed again', async () => {
    await using store = await temporaryStore();
    const nudges = new Nudges(store.documents);
    await nudges.leave('m');
    let times = 0;
    await nudges.take(async ({ meetingId }) => {
      times += 1;
      await nudges.leave(meetingId);
    });
    await nudges.take(async () => {
      times += 1;
    });
    await nudges.take(async () => {
      times += 1;
    });
    expect(times).toBe(2);
  });
});

describe('a nudge that a meeting was rewritten', () => {
  it('is not hidden by one that it has grown', async () => {
    await using store = await temporaryStore();
    const nudges = new Nudges(store.documents);
    await nudges.leave('m', true);
    await nudges.leave('m');
    const followed: boolean[] = [];
    await nudges.take(async ({ rewritten }) => void followed.push(rewritten));
    expect(followed.sort()).toEqual([false, true]);
  });
});

describe('conversations', () => {
  const reach = {
    conversationId: '19:x@thread.tacv2',
    conversationType: 'channel',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    tenantId: 't',
    botId: 'b',
    botName: null,
  } as const;

  it('are news once, and again when they can be reached another way', async () => {
    await using store = await temporaryStore();
    const conversations = new Conversations(store.documents);
    expect(await conversations.reached(reach)).toBe(true);
    expect(await conversations.reached(reach)).toBe(false);
    expect(
      await conversations.reached({ ...reach, serviceUrl: 'https://smba.trafficmanager.net/amer/' }),
    ).toBe(true);
  });

  it('keep their meeting when they are reached, and their way when a meeting comes', async () => {
    await using store = await temporaryStore();
    const conversations = new Conversations(store.documents);
    await Promise.all([conversations.pointAt(reach.conversationId, 'm'), conversations.reached(reach)]);
    expect(await conversations.read(reach.conversationId)).toMatchObject({
      reach,
      meetingId: 'm',
      endedId: null,
    });
    expect(await conversations.ofMeeting('m')).toBe(reach.conversationId);
  });

  it('a channel with a meeting is reached through the first thread only', async () => {
    await using store = await temporaryStore();
    const conversations = new Conversations(store.documents);
    const thread = { ...reach, conversationId: `${reach.conversationId};messageid=1` };
    expect(await conversations.reachedThrough(reach.conversationId, thread)).toBe(false);
    await conversations.pointAt(reach.conversationId, 'm');
    expect(await conversations.reachedThrough(reach.conversationId, thread)).toBe(true);
    const second = { ...thread, conversationId: `${reach.conversationId};messageid=2` };
    expect(await conversations.reachedThrough(reach.conversationId, second)).toBe(false);
  });

  it('a person keeps the newest 20 meetings, however many write at once', async () => {
    await using store = await temporaryStore();
    const conversations = new Conversations(store.documents);
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => conversations.know('oid:1', { meetingId: `first${index}` })),
    );
    expect((await conversations.personal('oid:1')).meetingIds).toHaveLength(8);
    for (let index = 0; index < 30; index += 1) await conversations.know('oid:1', { meetingId: `m${index}` });
    const { meetingIds } = await conversations.personal('oid:1');
    expect([meetingIds.length, meetingIds.at(-1)]).toEqual([20, 'm29']);
  });
});
