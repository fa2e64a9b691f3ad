import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { open } from 'lmdb';
import { z } from 'zod';
import { commandFor } from '../../src/demo/openBrowser.ts';
import { playgroundConfig } from '../../src/demo/playgroundConfig.ts';
import { freePort, punkt } from '../support/punkt.ts';
import { DemoProcess, runningDemo } from './demoProcess.ts';

const root = new URL('../../', import.meta.url);
const fixture = new URL('tests/fixtures/agendas/klynge-nordby.txt', root).pathname;
const Config = z.object({ config: z.object({ currentUser: z.object({ name: z.string() }) }) });

/** A connection to a program of this machine; null where it is refused. */
async function reached(port: number, host = '127.0.0.1'): Promise<Socket | null> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}
const answers = async (port: number, host?: string): Promise<boolean> => {
  const socket = await reached(port, host);
  socket?.destroy();
  return socket !== null;
};
/** Addresses of this machine that others may use, and the loopback that is not 127.0.0.1. */
const otherAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'));

/** How npm ends when its script ended well after Ctrl-C; its versions differ. */
const interrupted = [0, 130, 'SIGINT'];

describe('npm run demo', () => {
  const demos: DemoProcess[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'punkt-demo-test-'));
  });
  afterEach(async () => {
    for (const demo of demos.splice(0)) await demo.remove();
    await rm(folder, { recursive: true, force: true });
  });
  async function started(...args: readonly string[]) {
    const running = await runningDemo(...args);
    demos.push(running.demo);
    return running;
  }

  it('is built first, and starts what the tests start', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));
    expect(scripts).toMatchObject({ predemo: 'npm run build', demo: 'node dist/demo/demo.js' });
  });

  it('says where it is and what to do first, on this machine only, and leaves nothing behind after Ctrl-C', async () => {
    const { demo, url, ...ports } = await started();
    expect(demo.out).toContain(`Punkt-demoen kører: ${url}`);
    expect(demo.out).toContain(`The Punkt demo is running: ${url}`);
    expect(demo.out).toContain('Du er Ellen Brandt');
    expect(demo.out).toContain('Vælg chatten »Lindeklyngen«');
    // What is only typed is no mention, and reaches nobody.
    expect(demo.out).toContain('valgt på listen, der åbner ved @');
    expect(demo.out).toContain('chosen from the list that opens at @');
    for (const place of [
      'Skrivebord / Desk',
      'Sidepanel / Side panel',
      'Storskærm / Big screen',
      'Alle personer og steder',
    ]) {
      const [, address = ''] =
        new RegExp(`${place}[^:]*: (http://127\\.0\\.0\\.1:\\d+/\\S*)`, 'u').exec(demo.out) ?? [];
      const answer = await fetch(address);
      expect({ place, status: answer.status }).toEqual({ place, status: 200 });
      expect(await answer.text()).toContain('<div id="punkt">');
    }
    expect((await fetch(`http://127.0.0.1:${ports.punkt}/healthz`)).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    for (const address of otherAddresses()) {
      expect({ address, open: await answers(ports.playground, address) }).toEqual({ address, open: false });
    }
    expect(interrupted).toContain(await demo.interrupt());
    expect(demo.out).toContain('Demoen er stoppet.');
    expect(demo.err).toBe('');
    expect(demo.processes()).toEqual([]);
    expect(await answers(ports.punkt)).toBe(false);
    expect(await answers(ports.playground)).toBe(false);
    expect((await readdir(demo.temp)).filter((name) => name.startsWith('punkt-'))).toEqual([]);
  }, 60_000);

  it('speaks English when told to', async () => {
    const { demo } = await started('--language', 'en', '--data', folder);
    expect(demo.out).toContain('Press “Use the agenda”, then “Start meeting”.');
    const { stdout } = await punkt(folder, 'meetings', '--json');
    const [meeting] = z.array(z.object({ id: z.string() })).parse(JSON.parse(stdout));
    expect((await punkt(folder, 'minutes', meeting?.id ?? '')).stdout).toContain('*Agenda*');
  }, 60_000);

  it('takes its programs along when it is killed', async () => {
    const { demo } = await started();
    demo.kill(/^\S*node dist\/demo\/demo\.js/u);
    await demo.allGone();
    expect(await demo.exit()).not.toBe(0);
  }, 60_000);

  it('stops the rest, and says so, when one of its programs ends', async () => {
    const { demo, ...ports } = await started();
    demo.kill(/dist\/main\.js/u);
    expect(await demo.exit()).toBe(1);
    expect(demo.err).toMatch(/^Punkt stoppede af sig selv \/ Punkt stopped by itself: .*punkt\.log\n$/u);
    expect(demo.processes()).toEqual([]);
    expect(await answers(ports.playground)).toBe(false);
  }, 60_000);

  it('lets whoever leads by the agenda of --agenda sit at the screen', async () => {
    const { demo, url } = await started('--agenda', fixture);
    const { config } = Config.parse(await (await fetch(`${url}/_internal/v1/config`)).json());
    expect(config.currentUser.name).toBe('Birthe Solvang');
    expect(demo.out).toContain('Du er Birthe Solvang');
  }, 60_000);

  it('has a page for its first person where the agenda names nobody', async () => {
    const file = join(folder, 'generalforsamling.txt');
    const items = '1. Valg af dirigent\n\n2. Formandens beretning\n\n3. Eventuelt\n';
    await writeFile(file, `Generalforsamling i Vejlauget Lunden\n\n20. marts 2032 kl. 10.00\n\n${items}`);
    const { demo } = await started('--agenda', file);
    expect(demo.out).toContain('Du er Ellen Brandt');
    expect(demo.out).toMatch(/Skrivebord \/ Desk: \S+\/tab\?place=desk&demo=\w+&meeting=\w+/u);
  }, 60_000);

  it('keeps the meeting in the folder of --data, and lays the agenda before one that has not begun again', async () => {
    const data = join(folder, 'data');
    for (const _ of ['first', 'second']) {
      const { demo } = await started('--data', data);
      expect(demo.out).toContain('2. Tryk »Brug dagsordenen«');
      expect(interrupted).toContain(await demo.interrupt());
    }
    const { stdout } = await punkt(data, 'meetings', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { title: 'Styregruppemøde i Lindeklyngen', status: 'planned' },
    ]);
  }, 60_000);

  it('stops when npm is ended, which leaves its scripts running', async () => {
    const { demo } = await started();
    demo.kill(/^npm run/u, 'SIGTERM');
    await demo.allGone();
    await demo.exit();
    expect(demo.out).toContain('Demoen er stoppet.');
    expect(demo.processes()).toEqual([]);
  }, 60_000);

  describe('says in one line why it cannot start', () => {
    let taken: Server;
    beforeEach(async () => {
      taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
    });
    afterEach(() => {
      taken.close();
    });

    async function refusal(...args: readonly string[]): Promise<string> {
      const demo = await DemoProcess.start(...args);
      demos.push(demo);
      expect(await demo.exit()).toBe(1);
      expect(demo.out).toBe('');
      expect(demo.err).toMatch(/^[^\n]+\n$/u);
      expect(demo.processes()).toEqual([]);
      return demo.err;
    }
    const ports = async () => ['--port', `${await freePort()}`, '--playground-port', `${await freePort()}`];

    it.each(['--port', '--playground-port'])('the port of %s is in use', async (option) => {
      const { port } = taken.address() as AddressInfo;
      const other = option === '--port' ? '--playground-port' : '--port';
      const line = await refusal(option, String(port), other, String(await freePort()));
      expect(line).toContain(`Port ${port} is in use by another program`);
      expect(line).toContain(`choose another with ${option}.`);
    });

    it.each([
      ['no number', '--port', 'abc', '--port: give a port number from 1 to 65535.'],
      ['too large', '--playground-port', '65536', '--playground-port: give a port number from 1 to 65535.'],
      ['the other one', '--port', '56150', '--port and --playground-port must differ.'],
    ])('a port is %s', async (_, option, value, line) => {
      expect(await refusal(option, value)).toContain(line);
    });

    it('the agenda cannot be read', async () => {
      const missing = join(folder, 'findes-ikke.txt');
      expect(await refusal(...(await ports()), '--agenda', missing)).toContain(
        `The file ${missing} cannot be read.`,
      );
    });

    it('the agenda is none', async () => {
      const file = join(folder, 'billede.txt');
      await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]));
      expect(await refusal(...(await ports()), '--agenda', file)).toContain('billede.txt: ');
    });

    it('the folder of the store is a file', async () => {
      const file = join(folder, 'fil');
      await writeFile(file, '');
      expect(await refusal(...(await ports()), '--data', file)).toContain(
        `Lageret i ${file} kan ikke bruges.`,
      );
    });

    it('the store was written by a newer Punkt', async () => {
      const data = join(folder, 'data');
      await punkt(data, 'meetings');
      const file = open({ path: join(data, 'punkt.mdb'), noSubdir: true, encoding: 'json' });
      await file.openDB('format', { encoding: 'json' }).put('format', 999);
      await file.close();
      expect(await refusal(...(await ports()), '--data', data)).toContain('newer Punkt');
    });
  });
});

describe('the parts of the demo', () => {
  // In a process of its own, as jest looks for packages in its own way.
  it('say how to install the Playground where it is missing', () => {
    const module = new URL('dist/demo/playground.js', root).href;
    const script = `import { findPlayground } from '${module}'; findPlayground('file:///nowhere/demo.js');`;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('DemoRefusal: Microsoft 365 Agents Playground mangler');
    expect(stderr).toContain('run “npm ci”');
  });

  it('open a browser only where there is a desktop', () => {
    expect(commandFor('linux', {})).toBeNull();
    expect(commandFor('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(commandFor('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
    expect(commandFor('darwin', {})).toEqual(['open']);
    expect(commandFor('win32', {})).toEqual(['cmd', '/c', 'start', '']);
  });

  it('never let two people in the chat bear one name', () => {
    for (const chair of [null, 'Ellen Brandt', 'Line Skovbo', 'Birthe Solvang']) {
      const { currentUser, users } = z
        .object({
          currentUser: z.object({ name: z.string() }),
          users: z.array(z.object({ name: z.string() })),
        })
        .parse(JSON.parse(playgroundConfig(chair, 'Møde')));
      const names = [currentUser, ...users].map(({ name }) => name);
      expect(names[0]).toBe(chair ?? 'Ellen Brandt');
      expect(users).toHaveLength(5);
      expect(new Set(names).size).toBe(6);
    }
  });
});
