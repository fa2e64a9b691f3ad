import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { z } from 'zod';
import { type DemoServer, demoChat, openDemo } from '../support/demoServer.ts';
import { inOrder } from '../support/inOrder.ts';
import { newId, type PageClient } from '../support/pageClient.ts';

let demo: DemoServer;
let chair: PageClient;
let writer: PageClient;
beforeAll(async () => {
  demo = await openDemo();
  chair = demo.as('Birthe Solvang');
  writer = demo.as('Asger Thorup');
}, 60_000);
afterAll(async () => demo?.[Symbol.asyncDispose]());

/** What was posted into the chat, or is to be. */
const posted = async () => {
  await demo.published();
  const cards = (await demo.punkt.store.outbox.list(demoChat)).map(({ card }) =>
    z.object({ kind: z.string() }).parse(card),
  );
  return [...new Set(cards.map(({ kind }) => kind))].toSorted();
};
const ask = async (who: PageClient, what: Parameters<PageClient['ask']>[1]) =>
  expect(await who.ask(demo.meetingId, what)).toMatchObject({ kind: 'accepted' });

describe('a meeting that was held without Punkt', () => {
  const step = inOrder();
  step('is filled in on the page and approved, and tells the chat nothing until then', async () => {
    const { head } = await writer.view(demo.meetingId);
    await ask(writer, { ask: 'adoptAgenda', proposalId: head.imported?.proposalId ?? '' });
    await ask(writer, { ask: 'registerAfterwards' });
    const before = await posted();
    expect(before).not.toContain('agenda');
    const [item] = (await writer.view(demo.meetingId)).items;
    const itemId = item?.itemId ?? '';
    await ask(writer, { ask: 'writeDiscussion', itemId, basedOn: '', text: 'Der var ros til planen.' });
    await ask(writer, {
      ask: 'decide',
      itemId,
      decisionId: newId(),
      text: 'Sekretariatet indkalder til møde i uge 5.',
      pointIds: [],
    });
    expect(await posted()).toEqual(before);
    const { head: now, items } = await chair.view(demo.meetingId);
    expect(now).toMatchObject({ status: 'adjourned', registeredAfterwards: true, startedAt: null });
    expect(items[0]?.decisions[0]?.registered).toBe('Asger Thorup');
    await ask(chair, { ask: 'approve', seenVersion: now.version });
    expect(await posted()).toEqual([...before, 'summary'].toSorted());
  });

  step('has minutes with the times of the agenda and no others', async () => {
    const path = `/api/meetings/${demo.meetingId}/minutes?format=md&edition=full`;
    const { status, body } = await chair.send('GET', path);
    expect(status).toBe(200);
    expect(body).toContain('Der var ros til planen.');
    expect(body).toContain('Sekretariatet indkalder til møde i uge 5.');
    expect(body).not.toMatch(/ikke behandlet på mødet/u);
  });
});
