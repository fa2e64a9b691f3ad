import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bicepTree, nodes } from './bicepTree.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const readme = read('README.md');
const deployment = readme.split(/^## /mu).find((part) => part.startsWith('Deployment')) ?? '';
const named = (tree: Awaited<ReturnType<typeof bicepTree>>, type: string) =>
  nodes(tree, type).map((node) => node.namedChildren.find(({ type: of }) => of === 'identifier')?.text ?? '');

describe('the deployment part of the README', () => {
  it('names files that are there', () => {
    const files = [...deployment.matchAll(/\b((?:infra|manifest)\/[\w.-]+\w)/gu)].map(
      ([, file = '']) => file,
    );
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it('asks for outputs, and speaks of parameters, that the deployment has', async () => {
    const main = await bicepTree('main.bicep');
    const outputs = named(main, 'output_declaration');
    const asked = [...deployment.matchAll(/outputs\.(\w+)/gu)].map(([, name = '']) => name);
    expect(asked).not.toEqual([]);
    expect([...asked, 'botAppId', 'host'].filter((name) => !outputs.includes(name))).toEqual([]);
    const parameters = named(main, 'parameter_declaration');
    for (const name of ['operators', 'storeName', 'retentionDays']) {
      expect(deployment).toContain(`\`${name}\``);
      expect(parameters).toContain(name);
    }
  });

  it('removes the lock by the name that it has', () => {
    const [, lock = ''] = /az lock delete --name (\S+)/u.exec(deployment) ?? [];
    expect(read('infra/store.bicep')).toContain(`name: '${lock}'`);
  });

  it('sets the variable that the parameters read, to the version that is packed', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const file of ['infra/test.bicepparam', 'infra/production.bicepparam'])
      expect(read(file)).toContain("readEnvironmentVariable('IMAGE_TAG', '')");
    for (const [, tag] of deployment.matchAll(/(?:IMAGE_TAG=|punkt[:-])(\d[\w.]*?)(?:\.zip)?[\s`]/gu))
      expect(tag).toBe(version);
  });

  it('says that its commands were not tried here', () => {
    expect(deployment).toContain('never run by us');
  });
});

describe('the page for the security officer', () => {
  const security = read('infra/SECURITY.md');

  it('names every way in that the server has in production', () => {
    const sources = readdirSync(new URL('src/teams/', root)).filter((name) =>
      /^(?:server|routes)\./u.test(name),
    );
    const written = sources.map((name) => read(`src/teams/${name}`)).join('\n');
    const routes = [...written.matchAll(/'(\/[a-z][\w/:]*)'/gu)].map(([, path = '']) => path);
    // The only one that is there in development alone.
    const open = routes.filter((path) => path !== '/download/:token');
    expect(open.length).toBeGreaterThan(2);
    expect(open.filter((path) => !security.includes(path))).toEqual([]);
  });

  it('names every permission that the app package asks for, and no other', () => {
    const asked = [...read('manifest/manifest.json').matchAll(/"name": "(\w+\.[\w.]+)"/gu)].map(
      ([, name]) => name,
    );
    const told = [...security.matchAll(/`(\w+\.(?:\w+\.)?(?:Chat|Group))`/gu)].map(([, name]) => name);
    expect(told.sort()).toEqual(asked.sort());
  });

  it('tells the days that are set', () => {
    expect(read('infra/main.bicep')).toContain('param logDays int = 90');
    expect(read('infra/main.bicep')).toContain("param backup string = 'Continuous30Days'");
    expect(security).toMatch(/backups .*\| 30 days \(test: 7\)/u);
    expect(security).toMatch(/log lines .*\| 90 days \(test: 30\)/u);
    expect(read('infra/test.bicepparam')).toMatch(/logDays = 30[\s\S]*Continuous7Days/u);
  });

  it('is two pages', () => {
    expect(security.split(/\s+/u).length).toBeLessThan(1400);
  });
});
