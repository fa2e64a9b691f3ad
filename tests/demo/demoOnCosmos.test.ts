import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from '@jest/globals';
import { cosmosEnvironment } from '../support/cosmosServer.ts';
import { punktWith } from '../support/punkt.ts';
import { DemoProcess, runningDemo } from './demoProcess.ts';

const root = new URL('../../', import.meta.url);
const demos: DemoProcess[] = [];
afterEach(async () => {
  for (const demo of demos.splice(0)) await demo.remove();
});

it('npm run demo -- --store cosmos holds the meeting on a Cosmos DB in memory, and leaves nothing behind', async () => {
  const { demo, punkt } = await runningDemo('--store', 'cosmos');
  demos.push(demo);
  expect(demo.out).toContain('Ctrl-C stops the demo and deletes the meeting.');
  expect((await fetch(`http://127.0.0.1:${punkt}/healthz`)).status).toBe(200);
  // Where Linux tells of the environment of others: the account that Punkt was given holds the meeting.
  if (existsSync('/proc/self/environ')) {
    const [main] = demo.processes().filter(({ command }) => command.includes('main.js'));
    const environment = readFileSync(`/proc/${main?.pid}/environ`, 'utf8');
    const [, endpoint = ''] = /COSMOS_ENDPOINT=([^\0]*)/u.exec(environment) ?? [];
    const { stdout } = await punktWith(cosmosEnvironment(endpoint), 'meetings', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ status: 'planned' }]);
  }
  await demo.interrupt();
  expect(demo.out).toContain('Demoen er stoppet.');
  await demo.allGone();
});

it('says in one line that what is kept is the embedded store only', async () => {
  const demo = await DemoProcess.start('--store', 'cosmos', '--data', '/tmp/nowhere');
  demos.push(demo);
  expect(await demo.exit()).toBe(1);
  expect(demo.err).toMatch(/^--data gemmer kun .* \/ --data keeps the embedded store only[^\n]+\n$/u);
});

// In a process of its own, as jest looks for packages in its own way.
it('says how to install the Cosmos DB in memory where it is missing, as in a production install', () => {
  const module = new URL('dist/demo/cosmosServer.js', root).href;
  const script = `import { startCosmosServer } from '${module}'; await startCosmosServer('file:///nowhere/demo.js');`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stderr).toContain('DemoRefusal: @vercel/cosmosdb-server mangler');
});
