import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CosmosServer, cosmosEnvironment, startCosmosServer } from '../support/cosmosServer.ts';
import { type DemoMeeting, demoMeeting, done } from '../support/demoMeeting.ts';
import { type InsideServer, startInside } from '../support/insideServer.ts';
import { newId, PageClient } from '../support/pageClient.ts';

let cosmos: CosmosServer;
let room: DemoMeeting;
let second: InsideServer;
beforeAll(async () => {
  cosmos = await startCosmosServer();
  const env = cosmosEnvironment(cosmos.endpoint);
  room = await demoMeeting('running', env);
  second = await startInside(room.folder, env);
}, 60_000);
afterAll(async () => {
  await second?.stop();
  await room?.[Symbol.asyncDispose]();
  await cosmos?.close();
});

describe('two servers on one store', () => {
  it('show each other’s commits to every open page, and take the same ask once', async () => {
    const { meetingId, writer } = room;
    const stream = await room.guest.events(meetingId);
    const { head, items } = await stream.snapshot();
    const there = new PageClient(second.url, writer.authorization);
    await there.view(meetingId);
    const ask = {
      ask: 'decide' as const,
      itemId: items[0]?.itemId ?? '',
      decisionId: newId(),
      text: 'Set på den anden server.',
      pointIds: [],
    };
    const commandId = newId();
    expect(await there.ask(meetingId, ask, commandId)).toMatchObject({ kind: 'accepted' });
    // Nothing is asked of the first one: it looks by itself while a page is open.
    const change = await stream.change();
    expect(change.head?.version).toBe(head.version + 1);
    expect(JSON.stringify(change.items)).toContain('Set på den anden server.');
    expect(await writer.ask(meetingId, ask, commandId)).toMatchObject({ kind: 'repeated' });
    stream.close();
  }, 30_000);

  it('show whoever opens the page there the newest', async () => {
    const { meetingId } = room;
    await done(room.chair.ask(meetingId, { ask: 'pause' }));
    const there = new PageClient(second.url, room.chair.authorization);
    // What another server wrote is seen a quarter of a second later.
    const started = Date.now();
    while ((await there.view(meetingId)).head.status !== 'paused')
      if (Date.now() - started > 5_000) throw new Error('still running');
  }, 30_000);
});
