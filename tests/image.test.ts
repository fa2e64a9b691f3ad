import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, storeFolder } from './support/punkt.ts';

const root = new URL('../', import.meta.url).pathname;
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const stages = read('Dockerfile')
  .split(/^FROM /mu)
  .slice(1);
const [build = '', dependencies = '', image = ''] = stages;

/** What the last stage copies: `from` as it lies in the project, `to` in the image. */
const copied = [...image.matchAll(/^COPY (?:--from=\w+ )?(.+) (\S+)$/gmu)].flatMap(([, from = '', to = '']) =>
  from.split(' ').map((one) => ({
    from: one.replace('/punkt/', ''),
    to: to.endsWith('/') ? join(to, one.split('/').at(-1) ?? '') : to,
  })),
);
const command = (kind: string): string[] =>
  JSON.parse(new RegExp(`^${kind} (?:--\\S+ )*(?:CMD )?(\\[.*\\])$`, 'mu').exec(image)?.[1] ?? '[]');

/** The bundle: which packages it holds, and which files and packages its files load beside themselves. */
const bundle = JSON.parse(read('dist/bundle.json')) as {
  packages: string[];
  files: { file: string; imports: string[] }[];
};
/** What it is made of: the compiled sources, but for what is not for a server. */
const compiled = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((name) => join('dist', name))
  .filter((name) => name.endsWith('.js') && !/^dist\/(?:demo|appPackage|server|tab)\//u.test(name));
/** What a compiled file loads, also lazily or by `resolve`. */
const loads = (file: string): string[] =>
  [
    ...read(file).matchAll(
      /^(?:import|export)\s[^;]*?from\s+'([^']+)'|\b(?:import|require|resolve)\(\s*['`]([^'`$]+)['`]|^import\s+'([^']+)'/gmu,
    ),
  ].map(([, from, call, bare]) => from ?? call ?? bare ?? '');
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the image', () => {
  it('is of a pinned Node, has what runs only, and runs as nobody in particular', () => {
    expect(read('Dockerfile')).toMatch(/^ARG NODE=node:\d+\.\d+\.\d+-[\w-]+$/mu);
    for (const stage of stages) expect(stage).toMatch(/^\$\{NODE\}/u);
    expect(dependencies).toContain('npm ci --omit=dev --ignore-scripts');
    expect(build).toContain('npm ci --ignore-scripts');
    expect(image).toMatch(/^USER node$/mu);
    expect(image).not.toMatch(/^(?:RUN|ADD) /mu);
    expect(copied.map(({ to }) => to).sort()).toEqual(
      [
        './cards',
        './dist/server',
        './dist/tab',
        './node_modules',
        './sbom.json',
        'LICENSE',
        'dist/cli.js',
        'dist/main.js',
        'package.json',
      ].sort(),
    );
  });

  it('starts Punkt as npm start does', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(command('CMD').join(' ')).toBe(scripts.start);
  });

  it('finds in the build everything that it copies', () => {
    const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gmu)].map(([, name]) => name);
    expect(read('.dockerignore')).toMatch(/^\*$/mu);
    const asked = stages.flatMap((stage) =>
      [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, from = '']) => from.split(' ')),
    );
    expect(asked.filter((name) => !allowed.includes(name) || !existsSync(join(root, name)))).toEqual([]);
    expect(allowed.filter((name) => !asked.includes(name ?? ''))).toEqual([]);
  });

  it('loads no package that is for development only', () => {
    const known = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const wrong = compiled.flatMap((file) =>
      loads(file)
        .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
        .filter((specifier) => !(packageOf(specifier) in known.dependencies))
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(compiled.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    const beside = bundle.files
      .flatMap(({ imports }) => imports)
      .filter((path) => !path.startsWith('dist/') && !isBuiltin(path));
    expect(beside).toContain('lmdb');
    expect(beside.filter((specifier) => !(packageOf(specifier) in known.dependencies))).toEqual([]);
  });

  it('holds no package that is for development only, and the licence of each that it holds', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; version: string }>;
    };
    expect(bundle.packages).toContain('node_modules/botbuilder');
    expect(bundle.packages.filter((path) => lock.packages[path]?.dev !== undefined)).toEqual([]);
    const licences = read('dist/server/LICENSES.txt');
    const untold = bundle.packages.filter((path) => {
      const name = path.split('node_modules/').at(-1);
      return !licences.includes(`${name} ${lock.packages[path]?.version} (`);
    });
    expect(untold).toEqual([]);
  });

  it('loads no file that is not in it', () => {
    const there = bundle.files.map(({ file }) => file);
    const loaded = bundle.files.flatMap(({ imports }) => imports).filter((path) => path.startsWith('dist/'));
    expect(there).toContain('dist/server/importWorker.js');
    expect(loaded.filter((file) => !there.includes(file))).toEqual([]);
    expect(there.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('its files, put together', () => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let child: ChildProcess | undefined;
  let port = 0;
  beforeAll(async () => {
    folder = await storeFolder();
    for (const { from, to } of copied) {
      // Written while the image is built.
      if (from === 'sbom.json') continue;
      const place = join(folder.path, to);
      if (from === 'node_modules') await symlink(join(root, from), place);
      else await cp(join(root, from), place, { recursive: true });
    }
    port = await freePort();
  });
  afterAll(async () => {
    if (child && child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await folder.remove();
  });

  const run = ([name = '', ...args]: string[]) =>
    spawn(name === 'node' ? process.execPath : name, args, {
      cwd: folder.path,
      env: { PATH: process.env.PATH, PORT: String(port), PUNKT_MODE: 'development', PUNKT_DATA: 'data' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('start by the command of the image, serve, are found healthy by its check, and stop when asked to', async () => {
    const [unhealthy] = await once(run(command('HEALTHCHECK')), 'exit');
    expect(unhealthy).toBe(1);
    child = run(command('CMD'));
    const [line] = await once(child.stdout ?? child, 'data');
    expect(String(line)).toContain('Punkt serves');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    const [healthy] = await once(run(command('HEALTHCHECK')), 'exit');
    expect(healthy).toBe(0);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
