import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type CosmosServer, cosmosEnvironment, startCosmosServer } from '../support/cosmosServer.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { type InsideServer, startInside } from '../support/insideServer.ts';

let cosmos: CosmosServer;
let room: InsideRoom;
let second: InsideServer;
let chair: FakePerson;
beforeAll(async () => {
  cosmos = await startCosmosServer();
  const env = cosmosEnvironment(cosmos.endpoint);
  room = await runningRoom(['Birthe Solvang', 'Asger Thorup'], { env });
  chair = room.person('Birthe Solvang');
  second = await startInside(room.folder, env);
});
afterAll(async () => {
  await second?.stop();
  await room?.[Symbol.asyncDispose]();
  await cosmos?.close();
});

/** The ingress gives every request to one or the other. */
const throughFirst = () => room.teams.connect(room.punkt.url);
const throughSecond = () => room.teams.connect(second.url);
const status = async () => (await room.asks(chair, 'status')).join();
/** Asks until it is so: what another server wrote is seen a quarter of a second later. */
async function seesItem(number: number): Promise<void> {
  const started = Date.now();
  while (!(await status()).startsWith(`Punkt ${number} `))
    if (Date.now() - started > 5_000) throw new Error(`still ${await status()}`);
}

const step = inOrder();

describe('two servers on one store', () => {
  step('show the same room, whichever moved it on', async () => {
    throughSecond();
    await seesItem(1);
    throughFirst();
    await room.taps(chair, await room.item(1), 'Næste punkt');
    throughSecond();
    await seesItem(2);
    await room.taps(chair, await room.item(2), 'Næste punkt');
    throughFirst();
    await seesItem(3);
  });

  step('post each card once', async () => {
    await room.item(3);
    await room.punkt.settled();
    const cards = room.chat.messages.filter(({ activity }) => /PUNKT 3 AF/u.test(JSON.stringify(activity)));
    expect(cards).toHaveLength(1);
  });

  step('take the same tap once', async () => {
    const card = await room.item(3);
    const before = (await room.log()).length;
    const looked = await room.taps(chair, card, 'Beslutning');
    await room.taps(chair, looked, 'Gem beslutning', { text: 'Set af begge', points: '' });
    throughSecond();
    await room.taps(chair, looked, 'Gem beslutning', { text: 'Set af begge', points: '' });
    const commits = await room.log();
    expect(commits.length).toBe(before + 1);
  });
});
