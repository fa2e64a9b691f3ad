/*
 * A server's half that takes taps, on a Cosmos DB store, run from the built package: node tapper.js ENDPOINT KEY
 * Says {"ready":true}; each line on stdin is a tap, each line on stdout what became of it, once that was promised.
 * At the end of stdin it publishes what is left and ends.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { composeCore } from '../../../dist/compose.js';
import { openCosmosStore } from '../../../dist/store/cosmos/store.js';

const [endpoint, key] = process.argv.slice(2);
const store = await openCosmosStore({ endpoint, key, database: 'punkt', identityClientId: null });
const { meetings, publisher } = composeCore(store, pino({ level: 'silent' }), () => {});
const say = (what) => writeSync(1, `${JSON.stringify(what)}\n`);
const retrying = setInterval(() => void publisher.retry(), 300);

async function tap({ commandId, person, itemId }) {
  const identity = {
    key: `oid:${person}`,
    name: person,
    authenticated: true,
    userId: `29:${person}`,
    tenantId: 't',
  };
  const command = {
    type: 'RecordDecision',
    itemId,
    decisionId: commandId,
    text: `Beslutning ${commandId}`,
    pointIds: [],
    responsible: [],
    due: null,
  };
  const handled = await meetings.handle('m', {
    commandId,
    asker: { kind: 'person', identity },
    prepare: () => [command],
  });
  say({ commandId, kind: handled.kind, code: handled.code });
}

say({ ready: true });
const taps = createInterface(process.stdin);
taps.on('line', (line) => void tap(JSON.parse(line)));
taps.on('close', async () => {
  await meetings.idle();
  clearInterval(retrying);
  for (const { meetingId } of await store.log.heads()) await publisher.publish(meetingId);
  await publisher.idle();
  await store.close();
  process.exit(0);
});
