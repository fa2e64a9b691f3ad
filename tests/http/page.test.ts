import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Ask } from '../../src/views/page/ask.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';
import { inOrder } from '../support/inOrder.ts';
import { newId, type PageClient } from '../support/pageClient.ts';

let demo: DemoServer;
let chair: PageClient;
let writer: PageClient;
let guest: PageClient;
beforeAll(async () => {
  demo = await openDemo();
  chair = demo.as('Birthe Solvang');
  writer = demo.as('Asger Thorup');
  guest = demo.as('Ulrik Storm');
}, 60_000);
afterAll(async () => demo?.[Symbol.asyncDispose]());

describe('the page of a meeting', () => {
  const step = inOrder();
  step('takes the agenda into use, starts and steps by the same commands as the cards', async () => {
    const { meetingId } = demo;
    const { state } = await stateOf(demo);
    const proposalId = state.status === 'none' ? '' : (state.proposal?.id ?? '');
    expect(await writer.ask(meetingId, { ask: 'adoptAgenda', proposalId })).toMatchObject({
      kind: 'accepted',
    });
    const refused = await guest.ask(meetingId, { ask: 'start', itemId: null });
    expect(refused).toMatchObject({ kind: 'refused', code: 'notAllowed' });
    const stream = await guest.events(meetingId);
    const snapshot = await stream.snapshot();
    expect(snapshot.head).toMatchObject({ status: 'planned', audience: 'room' });
    expect(await chair.ask(meetingId, { ask: 'start', itemId: null })).toMatchObject({ kind: 'accepted' });
    const change = await stream.change();
    expect(change.head).toMatchObject({ status: 'running' });
    stream.close();
  });

  step('carries out an ask once, however often it comes', async () => {
    const [item] = (await writer.view(demo.meetingId)).items;
    const commandId = newId();
    const decisionIdOfAsk = newId();
    const ask: Ask = {
      ask: 'decide',
      itemId: item?.itemId ?? '',
      decisionId: decisionIdOfAsk,
      text: 'Godkendt.',
      pointIds: [],
    };
    expect(await writer.ask(demo.meetingId, ask, commandId)).toMatchObject({ kind: 'accepted' });
    expect(await writer.ask(demo.meetingId, ask, commandId)).toMatchObject({ kind: 'repeated' });
    const view = await writer.view(demo.meetingId);
    expect(view.items[0]?.decisions.filter(({ decisionId }) => decisionId === decisionIdOfAsk)).toHaveLength(
      1,
    );
  });
});

const stateOf = async ({ punkt, meetingId }: DemoServer) => {
  const { fold } = await import('../../src/meeting/evolve.ts');
  return { state: fold(await punkt.store.log.read(meetingId)) };
};
