import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { storeFolder } from '../support/punkt.ts';

const dist = new URL('../../dist/', import.meta.url);

/** The files that a process of its own loads, to open a store and be the server's and command line's first half. */
function loadedFor(settings: object): string {
  const script = `
    import { openStore } from '${new URL('openStore.js', dist).href}';
    import { readConfig } from '${new URL('config.js', dist).href}';
    await openStore(${JSON.stringify(settings)}).then((store) => store.close(), () => {});`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_DEBUG: 'esm,module', NODE_OPTIONS: '' },
    maxBuffer: 2 ** 28,
  });
  return run.stderr;
}

it('the embedded store loads nothing of Azure, which takes a third of a second', async () => {
  const folder = await storeFolder();
  const loaded = loadedFor({ kind: 'embedded', folder: folder.path });
  await folder.remove();
  expect(loaded).toContain('lmdb');
  expect(loaded).not.toContain('@azure/cosmos');
});

it('Cosmos DB loads no lmdb, and with a key no identities', () => {
  const settings = {
    kind: 'cosmos',
    endpoint: 'http://127.0.0.1:1',
    key: 'YQ==',
    database: 'punkt',
    patience: 0,
  };
  const loaded = loadedFor({ ...settings, identityClientId: null });
  expect(loaded).toContain('@azure/cosmos');
  expect(loaded).not.toContain('node_modules/lmdb');
  expect(loaded).not.toContain('@azure/identity/');
});
