import { beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Node } from 'web-tree-sitter';
import { readConfig, settings } from '../../src/config.ts';
import { type ContainerName, definitionOf, partitionKeys } from '../../src/store/cosmos/containers.ts';
import { createServer } from '../../src/teams/server.ts';
import type { TurnHandlers } from '../../src/teams/turn.ts';
import { bicepFiles, bicepTree, faults, literal, nodes, treeOf, valueNamed } from './bicepTree.ts';

/** Settings that the deployment leaves alone, each for its reason. */
const notDeployed: Readonly<Record<string, string>> = {
  PUNKT_DATA: 'the folder of the embedded store, which is not used there',
  COSMOS_KEY: 'the account has no keys',
  MicrosoftAppPassword: 'a managed identity has none',
  PUNKT_TEST_AUTHORITY: 'development only',
};

const trees = new Map<string, Node>();
const tree = (name: string): Node => {
  const found = trees.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
beforeAll(async () => {
  for (const name of bicepFiles) trees.set(name, await bicepTree(name));
});

describe('the infrastructure', () => {
  it.each(bicepFiles)('can be parsed: %s', (name) => {
    expect(faults(tree(name))).toEqual([]);
  });

  it('would be noticed where it could not be parsed', async () => {
    expect(faults(await treeOf("param name string\nresource x 'A/b@2024' = {\n  name: \n"))).not.toEqual([]);
    expect(faults(await treeOf('var a = [\n'))).not.toEqual([]);
    expect(faults(await treeOf("param a = 'b'\n"))).not.toEqual([]);
  });

  it('gives each module exactly the parameters that it asks for, or that have no default', () => {
    for (const module of nodes(tree('main.bicep'), 'module_declaration')) {
      const [, path] = module.namedChildren;
      const asked = nodes(tree(String(path && literal(path))), 'parameter_declaration');
      const given = Object.keys(valueNamed(module, 'params') as object);
      const names = asked.map(({ namedChildren }) => namedChildren[0]?.text ?? '');
      const needed = asked
        .filter(({ text }) => !text.includes('='))
        .map((node) => node.namedChildren[0]?.text);
      expect(given.filter((name) => !names.includes(name))).toEqual([]);
      expect(needed.filter((name) => !given.includes(name ?? ''))).toEqual([]);
    }
  });

  it.each(['test.bicepparam', 'production.bicepparam'])('has parameters that it knows: %s', (name) => {
    const known = nodes(tree('main.bicep'), 'parameter_declaration').map(
      (node) => node.namedChildren[0]?.text,
    );
    const given = nodes(tree(name), 'variable_declaration').map((node) => node.namedChildren[0]?.text);
    expect(given.filter((param) => !known.includes(param))).toEqual([]);
    expect(given).toEqual(expect.arrayContaining(['name', 'location']));
  });

  it('holds no secret, and takes none', () => {
    for (const name of bicepFiles) {
      const text = tree(name).text;
      expect([name, /listKeys|@secure|sharedKey|connectionString|primaryKey/iu.exec(text)]).toEqual([
        name,
        null,
      ]);
    }
  });
});

describe('data', () => {
  it('stands in the EU, whatever is chosen', () => {
    const location = nodes(tree('main.bicep'), 'decorators').find((node) =>
      node.text.includes('northeurope'),
    );
    const regions = location ? nodes(location, 'string').map((node) => literal(node)) : [];
    expect(regions.length).toBeGreaterThan(5);
    const outside = /^(uk|norway|switzerland|us|east|west(?!europe)|central|canada|brazil|asia|japan)/u;
    expect(regions.filter((region) => outside.test(String(region)))).toEqual([]);
  });

  it('is reached by identities only, is backed up all the time, and written in one region', () => {
    const store = tree('store.bicep');
    expect(valueNamed(store, 'disableLocalAuth')).toBe(true);
    expect(valueNamed(store, 'minimalTlsVersion')).toBe('Tls12');
    expect(valueNamed(store, 'enableMultipleWriteLocations')).toBe(false);
    expect(valueNamed(store, 'backupPolicy')).toMatchObject({ type: 'Continuous' });
    expect(store.text).not.toMatch(/defaultTtl|\bttl\b/u);
  });

  it('lies in containers exactly as the code would create them', () => {
    const names = Object.keys(partitionKeys) as ContainerName[];
    expect(valueNamed(tree('store.bicep'), 'containers')).toEqual(names.map(definitionOf));
  });
});

const notAsked = () => Promise.reject(new Error('not asked'));
const handlers: TurnHandlers = {
  seen: notAsked,
  invoke: notAsked,
  dialog: notAsked,
  message: notAsked,
  fileConsent: notAsked,
};

/** The variables of the container, also those that are given in some cases only. */
const environment = () => {
  const env = nodes(tree('app.bicep'), 'object_property').find(
    (node) => node.namedChildren[0]?.text === 'env',
  );
  const entries = env ? nodes(env, 'object').map((node) => literal(node)) : [];
  return entries as { name: string; value: string | { code: string } }[];
};

describe('the app', () => {
  it('is given every setting that it may need, and no other', () => {
    const wanted = settings.map(({ name }) => name).filter((name) => !(name in notDeployed));
    expect(
      environment()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(wanted.sort());
  });

  it('is not told of a setting that is not there any more', () => {
    const names = settings.map(({ name }) => name);
    expect(Object.keys(notDeployed).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('would start with what is given to it', () => {
    const guid = '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11';
    const filled: Readonly<Record<string, string>> = {
      'string(port)': '3978',
      storeEndpoint: 'https://punkt.documents.azure.com:443/',
      storeDatabase: 'punkt',
      logLevel: 'info',
      'string(retentionDays)': '1825',
      language: 'person',
      identityClientId: guid,
      tenantId: guid,
      "join(tenants, ',')": `${guid},${guid}`,
    };
    const values = environment().map(({ name, value }) => [
      name,
      typeof value === 'string' ? value : filled[value.code],
    ]);
    expect(readConfig(Object.fromEntries(values))).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      store: { kind: 'cosmos', key: null, identityClientId: guid },
      bot: { type: 'UserAssignedMSI' },
    });
  });

  it('is probed where the server answers, and is reached by https only', async () => {
    const app = tree('app.bicep');
    const probes = valueNamed(app, 'probes') as { type: string; httpGet: { path: string } }[];
    expect(probes.map(({ type }) => type)).toEqual(['Startup', 'Liveness', 'Readiness']);
    const server = createServer({
      config: readConfig({ PORT: '0', PUNKT_MODE: 'development' }),
      handlers,
      log: pino({ level: 'silent' }),
    });
    const { port } = await server.listen();
    for (const { httpGet } of probes)
      expect((await fetch(`http://127.0.0.1:${port}${httpGet.path}`)).status).toBe(200);
    await server.close();
    expect(valueNamed(app, 'allowInsecure')).toBe(false);
    expect(valueNamed(app, 'terminationGracePeriodSeconds')).toBeGreaterThan(20);
  });

  it('is known to Teams under its managed identity', () => {
    const bot = tree('bot.bicep');
    expect(valueNamed(bot, 'msaAppType')).toBe('UserAssignedMSI');
    expect(bot.text).toContain("name: 'MsTeamsChannel'");
    expect(bot.text).toMatch(/endpoint: 'https:\/\/\$\{host\}\/api\/messages'/u);
  });
});
