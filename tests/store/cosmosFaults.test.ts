import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { composeCore } from '../../src/compose.ts';
import type { Command } from '../../src/meeting/commands.ts';
import { fold } from '../../src/meeting/evolve.ts';
import { readPeople } from '../../src/service/peopleStore.ts';
import { draftHead, draftItem } from '../../src/views/draftOf.ts';
import { ANY_KEY, startCosmosServer, storesOn } from '../support/cosmosServer.ts';
import { faults, seededFaults, seededRandom, startFaultyProxy } from '../support/faultyProxy.ts';
import { adopt, asChair, meetingsOn, propose, start } from '../support/serviceParts.ts';
import { numbersTo } from './contract/commits.ts';

const SCRIPT = fileURLToPath(new URL('./processes/tapper.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/store/cosmos/store.js', import.meta.url));
/** Two thousand in `npm run test:long`. */
const TAPS = process.env.PUNKT_TEST_CASES ? 2_000 : 600;
const PERSONS = 20;
const ITEMS = 8;
const SEED = 20_260_302;

interface Tap {
  readonly commandId: string;
  readonly person: string;
  readonly itemId: string;
}
type Told = 'accepted' | 'repeated' | 'refused' | 'died';

/** A process that takes taps until it is killed or ended. */
class Tapper {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #asked = new Map<string, (told: Told) => void>();
  readonly ready: Promise<void>;
  readonly #ended: Promise<unknown>;
  #errors = '';

  constructor(endpoint: string) {
    this.#child = spawn(process.execPath, [SCRIPT, endpoint, ANY_KEY]);
    this.#child.stderr.on('data', (chunk) => {
      this.#errors += String(chunk);
    });
    this.#child.stdin.on('error', () => {});
    this.#ended = once(this.#child, 'close');
    this.ready = new Promise((resolve, reject) => {
      createInterface(this.#child.stdout).on('line', (line) => {
        const said = JSON.parse(line) as { ready?: boolean; commandId: string; kind: Told };
        if (said.ready) return resolve();
        this.#asked.get(said.commandId)?.(said.kind);
        this.#asked.delete(said.commandId);
      });
      this.#child.once('close', () => {
        reject(new Error(`ended before it was ready: ${this.#errors}`));
        for (const tell of this.#asked.values()) tell('died');
        this.#asked.clear();
      });
    });
  }

  tap(tap: Tap): Promise<Told> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve('died');
    this.#child.stdin.write(`${JSON.stringify(tap)}\n`);
    return new Promise((resolve) => this.#asked.set(tap.commandId, resolve));
  }
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
  /** Publishes what is left. @throws what it died of. */
  async end(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
    if (this.#child.exitCode !== 0) throw new Error(`ended with ${this.#child.exitCode}: ${this.#errors}`);
  }
}

/** An agenda of so many items, each with the text of the first. */
function agendaOf(items: number): Command {
  const command = propose();
  if (command.type !== 'ProposeAgenda') throw new Error('no agenda');
  const [first] = command.agenda.items;
  if (!first) throw new Error('no item');
  const all = numbersTo(items).map((n) => ({ ...first, id: `item${n}`, number: `${n}`, points: [] }));
  return { ...command, agenda: { ...command.agenda, items: all } };
}

it(`${TAPS} taps over a bad line to two processes, one of them killed: each is acknowledged and stands in the log once, and the draft is the fold`, async () => {
  if (!existsSync(BUILT)) throw new Error('build first: npm run build');
  const server = await startCosmosServer();
  const proxy = await startFaultyProxy(server.port, seededFaults(SEED, TAPS > 1_000 ? 0.04 : 0.08));
  const stores = storesOn(server.settings());
  const store = await stores.open();
  const { meetings } = meetingsOn(store);
  for (const [id, command] of [
    ['c1', agendaOf(ITEMS)],
    ['c2', adopt],
    ['c3', start],
  ] as const)
    expect(await meetings.handle('m', asChair(id, command))).toMatchObject({ kind: 'accepted' });
  const { conversations } = composeCore(store, pino({ level: 'silent' }));
  await conversations.pointAt('c', 'm');

  const tappers = [new Tapper(proxy.endpoint), new Tapper(proxy.endpoint)];
  await Promise.all(tappers.map(({ ready }) => ready));
  const random = seededRandom(SEED + 1);
  const told: Record<Told, number> = { accepted: 0, repeated: 0, refused: 0, died: 0 };
  let done = 0;
  let restarting: Promise<void> | undefined;

  async function restart(): Promise<void> {
    await tappers[1]?.kill();
    const again = new Tapper(proxy.endpoint);
    await again.ready;
    tappers[1] = again;
  }
  /** Taps until it is acknowledged, as a person does who is told that it was not saved. */
  async function untilAcknowledged(tap: Tap): Promise<void> {
    for (;;) {
      const answer = (await tappers[random() < 0.5 ? 0 : 1]?.tap(tap)) ?? 'died';
      told[answer] += 1;
      if (answer === 'accepted' || answer === 'repeated') break;
      if (answer === 'died') await restarting;
      if (answer === 'refused') proxy.schedule(seededFaults(SEED + 2, 0.04));
    }
    done += 1;
    if (done === TAPS / 4) proxy.schedule(() => 'dropped');
    if (done === TAPS / 2) restarting = restart();
  }
  await Promise.all(
    numbersTo(PERSONS).map(async (person) => {
      for (const n of numbersTo(TAPS / PERSONS)) {
        const commandId = `p${person}-${n}`;
        await untilAcknowledged({ commandId, person: `Person ${person}`, itemId: `item${1 + (n % ITEMS)}` });
      }
    }),
  );
  await restarting;
  proxy.schedule(() => null);
  await Promise.all(tappers.map((tapper) => tapper.end()));

  const log = await store.log.read('m');
  expect(log.map(({ version }) => version)).toEqual(numbersTo(TAPS + 3));
  const expected = numbersTo(PERSONS).flatMap((p) => numbersTo(TAPS / PERSONS).map((n) => `p${p}-${n}`));
  expect(
    log
      .slice(3)
      .map(({ commandId }) => commandId)
      .sort(),
  ).toEqual(expected.sort());
  const state = fold(log);
  if (state.status === 'none') throw new Error('no meeting');
  const { people } = await readPeople(store.documents, 'm');
  expect(Object.keys(people)).toHaveLength(PERSONS + 1);
  const drafts = await store.documents.list('drafts', 'm');
  const bare = (value: unknown) => ({ ...(value as object), version: 0 });
  const shown = Object.fromEntries(drafts.map(({ id, value }) => [id, bare(value)]));
  expect(shown.head).toEqual(bare(draftHead(state, people)));
  for (const n of numbersTo(ITEMS))
    expect(shown[`item:item${n}`]).toEqual(bare(draftItem(state, people, `item${n}`)));
  const postings = await store.outbox.list('c');
  expect(postings.length).toBeGreaterThan(0);
  expect(new Set(postings.map(({ order }) => order)).size).toBe(postings.length);
  // The line was bad indeed: every fault came, and somebody was told to tap again.
  expect(new Set(proxy.requests.map(({ fault }) => fault))).toEqual(new Set([null, ...faults]));
  expect(told.accepted + told.repeated).toBe(TAPS);
  expect(told.refused).toBeGreaterThan(0);
  await stores.close();
  await proxy.close();
  await server.close();
}, 120_000);
