import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { composeCore } from '../../src/compose.ts';
import { decide } from '../../src/meeting/decide.ts';
import { evolve, fold } from '../../src/meeting/evolve.ts';
import { stops } from '../../src/meeting/state.ts';
import type { Store } from '../../src/store/store.ts';
import { corpusFolder } from '../agendaImport/scorer.ts';
import {
  type CosmosServer,
  cosmosEnvironment,
  startCosmosServer,
  storesOn,
} from '../support/cosmosServer.ts';
import { type FaultyProxy, startFaultyProxy } from '../support/faultyProxy.ts';
import { openInside, runningRoom } from '../support/insideRoom.ts';
import { button } from '../support/meetingRoom.ts';
import { hold, type SteppedTruth } from '../support/steppedMeeting.ts';
import { type Cost, costOf, QUERY } from './cosmosCost.ts';
import { keepResult, type Measure, median } from './result.ts';

const CHAIR = 'Birthe Solvang';
const LONG = 5_000;
const TAPS = 15;

const measures: Measure[] = [];
let server: CosmosServer;
let proxy: FaultyProxy;
let stores: ReturnType<typeof storesOn>;
/** Beside Punkt: what it asks is not counted. */
let store: Store;

beforeEach(async () => {
  server = await startCosmosServer();
  proxy = await startFaultyProxy(server.port);
  stores = storesOn(server.settings());
  store = await stores.open();
});
afterEach(async () => {
  await stores.close();
  await proxy.close();
  await server.close();
});
afterAll(() => keepResult('store', measures));

const env = () => cosmosEnvironment(proxy.endpoint);

/** Resolves when everything is published and sent: nothing was asked for a while but whether there is work. */
async function settled(): Promise<void> {
  for (let quiet = 0, seen = -1; quiet < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const { requests } = costOf(proxy.requests);
    quiet = requests === seen ? quiet + 1 : 0;
    seen = requests;
  }
}

/** What taps cost until they are answered, and until all is published and sent. */
async function costsOfTaps(tap: (n: number) => Promise<unknown>) {
  const answered: Cost[] = [];
  const all: Cost[] = [];
  for (let n = 0; n < TAPS + 3; n += 1) {
    await settled();
    const from = proxy.requests.length;
    await tap(n);
    const until = proxy.requests.length;
    await settled();
    // The first ones warm up.
    if (n < 3) continue;
    answered.push(costOf(proxy.requests.slice(from, until)));
    all.push(costOf(proxy.requests.slice(from)));
  }
  return { answered: middle(answered), all: middle(all) };
}

const middle = (costs: readonly Cost[]): Cost => {
  const of = (name: keyof Cost) => median(costs.map((cost) => cost[name]));
  return { requests: of('requests'), queries: of('queries'), units: of('units'), bytes: of('bytes') };
};

function keep(what: string, { requests, units, bytes }: Cost, atMost?: number): void {
  const target = atMost === undefined ? {} : { target: { atMost } };
  measures.push(
    { name: `${what}: requests`, value: requests, unit: '', ...target },
    { name: `${what}: request units`, value: units, unit: 'RU' },
    { name: `${what}: bytes, both ways`, value: bytes / 1_024, unit: 'KB' },
  );
}

it('a decision by form, in a running meeting', async () => {
  await using room = await runningRoom([CHAIR, 'Asger Thorup'], { env: env() });
  const chair = room.person(CHAIR);
  const form = await room.taps(chair, await room.item(1), 'Beslutning');
  const save = button(form.card, 'Gem beslutning');
  const cost = await costsOfTaps((n) =>
    room.sends(chair, form, save, { text: `Sekretariatet indhenter bidrag nr. ${n}`, points: '' }),
  );
  keep('a tap, until it is answered', cost.answered, 1);
  keep('a tap, until all is published and sent', cost.all);
  expect(cost.answered.queries).toBe(0);
}, 300_000);

it(`a tap after ${LONG} commits against one after 10`, async () => {
  await using room = await runningRoom([CHAIR, 'Asger Thorup'], { env: env() });
  const chair = room.person(CHAIR);
  const form = await room.taps(chair, await room.item(1), 'Beslutning');
  const save = button(form.card, 'Gem beslutning');
  // Confirmed and taken back, so that the item itself stays as long as it is.
  const tap = async (n: number) => {
    if (n % 2 === 0) await room.sends(chair, form, save, { text: 'Aftalt igen.', points: '' });
    else await room.types(chair, 'fortryd 1');
  };
  const short = await costsOfTaps(tap);
  const meetingId = await lengthen();
  // Read once by the server, as after any commit of another process.
  await room.types(chair, 'notér: Efter et langt møde');
  const long = await costsOfTaps(tap);
  for (const name of ['requests', 'units', 'bytes'] as const) {
    measures.push({
      name: `${name} of a tap after ${LONG} commits, of those after 10`,
      value: long.all[name] / short.all[name],
      unit: '×',
      target: { atMost: 1.2 },
    });
  }

  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const { meetings } = composeCore(await stores.open(), pino({ level: 'silent' }));
    const began = performance.now();
    await meetings.look(meetingId);
    cold.push(performance.now() - began - (await serversOwn(meetingId)));
    const again = performance.now();
    await meetings.look(meetingId, true);
    warm.push(performance.now() - again);
  }
  measures.push(
    {
      name: `cold: ${LONG} commits read and folded (the time of the in-process server taken off)`,
      value: median(cold),
      unit: 'ms',
      target: { atMost: 300 },
    },
    { name: 'warm: looked whether there are new ones', value: median(warm), unit: 'ms' },
  );
}, 300_000);

/** How long the server in this process takes over a log: it goes through all items, one by one (ms). */
async function serversOwn(meetingId: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${server.endpoint}/dbs/punkt/colls/meetings/docs`, {
    method: 'POST',
    headers: {
      'x-ms-documentdb-isquery': 'True',
      'x-ms-documentdb-query-enablecrosspartition': 'True',
      'x-ms-max-item-count': String(LONG),
    },
    body: JSON.stringify({
      query: 'SELECT * FROM c WHERE c.meetingId = @partition AND c.version > @after',
      parameters: [
        { name: '@partition', value: meetingId },
        { name: '@after', value: 0 },
      ],
    }),
  });
  expect((await response.text()).length).toBeGreaterThan(LONG * 100);
  return performance.now() - began;
}

/** Adds commits to the meeting's log, beside the server: steps to and fro, which leave the draft as long as it was. */
async function lengthen(): Promise<string> {
  const [head] = await store.log.heads();
  const meetingId = head?.meetingId ?? '';
  let state = fold(await store.log.read(meetingId));
  while (state.status !== 'none' && state.version < LONG) {
    const [one, two] = stops(state);
    if (state.status !== 'running' || !one || !two) throw new Error('no running meeting');
    const [from, to] = state.currentItemId === one.id ? [one, two] : [two, one];
    const decided = decide(
      state,
      { type: 'MoveToItem', fromItemId: from.id, itemId: to.id },
      { by: { kind: 'operator' }, authenticated: true },
    );
    if (decided.kind !== 'accepted') throw new Error(decided.code);
    const commit = {
      meetingId,
      version: state.version + 1,
      commandId: `step-${state.version}`,
      at: '2026-03-02T08:15:00.000Z',
      by: { kind: 'operator' } as const,
      events: [...decided.events],
    };
    await store.log.append(commit);
    state = evolve(state, commit);
  }
  return meetingId;
}

it('a server that has nothing to do', () => {
  // Of each look: one query for cards to send, one for nudges; see `lookEveryMs` in main.ts.
  const requests = 2 * 60;
  measures.push(
    { name: 'a minute without anything to do: requests', value: requests, unit: '' },
    { name: 'a minute without anything to do: request units', value: requests * QUERY, unit: 'RU' },
  );
});

const documents = [
  { name: '000', file: '000_ae86daf100bab4a1.txt' },
  { name: '003', file: '003_b0dcef17a14a86c7.txt' },
];
const there = existsSync(corpusFolder);
if (!there) process.emitWarning('corpus not there: whole meetings are not measured');

(there ? it.each(documents) : it.skip.each(documents))(
  'the whole meeting $name of the corpus, from the agenda to the minutes',
  async ({ name, file }) => {
    const truth = JSON.parse(readFileSync(`${corpusFolder}/truth/${name}.json`, 'utf8')) as SteppedTruth;
    await using room = await openInside([...truth.chairs, ...truth.minuteTakers], { env: env() });
    await settled();
    const from = proxy.requests.length;
    await room.imports(readFileSync(`${corpusFolder}/${file}`));
    const taps = await hold(room, truth);
    await room.sees('Mødet er afsluttet');
    await settled();
    expect(taps).toBeGreaterThan(10);
    keep(`meeting ${name} of the corpus, ${taps} taps of the chair`, costOf(proxy.requests.slice(from)));
  },
  300_000,
);
