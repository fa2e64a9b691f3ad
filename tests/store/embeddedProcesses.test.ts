import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { commitOf, numbersTo } from './contract/commits.ts';

const SCRIPT = fileURLToPath(new URL('./processes/writer.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/store/embedded/store.js', import.meta.url));

/** A process with the store open, waiting for `start`. */
class Writer {
  readonly lines: string[] = [];
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown>;
  readonly #ready: Promise<void>;
  #errors = '';
  onLine: (line: string) => void = () => {};

  constructor(task: string, folder: string, name: string) {
    this.#child = spawn(process.execPath, [SCRIPT, task, folder, name]);
    this.#child.stderr.on('data', (chunk) => {
      this.#errors += String(chunk);
    });
    const output = createInterface(this.#child.stdout);
    this.#ended = Promise.all([once(this.#child, 'close'), once(output, 'close')]);
    this.#ready = new Promise((resolve, reject) => {
      output.on('line', (line) => {
        if (line === 'ready') return resolve();
        this.lines.push(line);
        this.onLine(line);
      });
      this.#child.once('close', () => reject(new Error(`ended before it was ready: ${this.#errors}`)));
    });
  }

  get ready(): Promise<void> {
    return this.#ready;
  }
  start(): void {
    this.#child.stdin.write('start\n');
  }
  kill(): void {
    this.#child.kill('SIGKILL');
  }
  /** All that it printed, once it is gone. Throws when it failed, unless it was killed. */
  async end(): Promise<readonly string[]> {
    await this.#ended;
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== 0 && signalCode !== 'SIGKILL') {
      throw new Error(`ended with ${exitCode ?? signalCode}: ${this.#errors}`);
    }
    return this.lines;
  }
}

describe('several processes on one embedded store', () => {
  let folder: string;
  let writers: Writer[];

  beforeEach(() => {
    writers = [];
    if (!existsSync(BUILT)) throw new Error('build first: npm run build');
    folder = mkdtempSync(join(tmpdir(), 'punkt-processes-'));
  });
  afterEach(() => {
    for (const writer of writers) writer.kill();
    rmSync(folder, { recursive: true });
  });

  function spawnWriter(task: string, name: string): Writer {
    const writer = new Writer(task, folder, name);
    writers.push(writer);
    return writer;
  }
  /** Lets writers loose at the same moment and gives what each printed. */
  async function together(task: string, names: readonly string[]): Promise<(readonly string[])[]> {
    const started = names.map((name) => spawnWriter(task, name));
    await Promise.all(started.map((writer) => writer.ready));
    for (const writer of started) writer.start();
    return Promise.all(started.map((writer) => writer.end()));
  }

  it('opens a folder again in the same process while it writes there, and neither waits for the other', async () => {
    expect(await together('twice', ['first'])).toEqual([['done']]);
  });

  it('append to one log without a gap, a loss or a double', async () => {
    await together('race', ['ada', 'bo']);
    const store = await openEmbeddedStore(folder);
    const commits = await store.log.read('shared');
    await store.close();
    const written = commits.map(({ commandId }) => commandId);
    expect(commits.map(({ version }) => version)).toEqual(numbersTo(400));
    expect(written.filter((id) => id.startsWith('ada'))).toEqual(numbersTo(200).map((n) => `ada ${n}`));
    expect(written.filter((id) => id.startsWith('bo'))).toEqual(numbersTo(200).map((n) => `bo ${n}`));
  });

  it('count in one document without losing one', async () => {
    await together('count', ['ada', 'bo']);
    const store = await openEmbeddedStore(folder);
    const stored = await store.documents.read({ collection: 'settings', partition: 'p', id: 'count' });
    await store.close();
    expect(stored?.value).toBe(200);
  });

  it('never hold the right to send in one conversation both', async () => {
    const [ada = [], bo = []] = await together('lease', ['ada', 'bo']);
    expect([...ada, ...bo].sort()).toEqual(
      numbersTo(100)
        .map((n) => `c${n}`)
        .sort(),
    );
  });

  it('wish cards in one conversation, each in a place of its own', async () => {
    await together('want', ['ada', 'bo']);
    const store = await openEmbeddedStore(folder);
    const postings = await store.outbox.due('c', 0);
    await store.close();
    expect(postings).toHaveLength(200);
    expect(new Set(postings.map(({ order }) => order)).size).toBe(200);
  });

  it('make it grow and read what the others wrote', async () => {
    expect(await together('grow', ['ada', 'bo'])).toEqual([['done'], ['done']]);
    const store = await openEmbeddedStore(folder);
    expect(await store.documents.list('sources', 'p')).toHaveLength(16);
    await store.close();
  });

  it('may all be the first to open it', async () => {
    const got = await together(
      'lease',
      numbersTo(6).map((n) => `writer ${n}`),
    );
    expect(got.flat()).toHaveLength(100);
  });

  it('lose nothing that one of them was promised before it was killed, and the others go on', async () => {
    const survivor = await openEmbeddedStore(folder);
    for (const round of numbersTo(5)) {
      const writer = spawnWriter('endless', `round ${round}`);
      await writer.ready;
      writer.onLine = () => {
        if (writer.lines.length === 7 * round) writer.kill();
      };
      writer.start();
      const last = Number((await writer.end()).at(-1)?.replace('appended ', ''));
      expect(await survivor.log.append(commitOf('survivor', round))).toBe('appended');

      const store = await openEmbeddedStore(folder);
      const versions = (await store.log.read('endless')).map(({ version }) => version);
      expect(versions).toEqual(numbersTo(versions.length));
      expect(versions.length).toBeGreaterThanOrEqual(last);
      const drafts = await store.documents.list('drafts', 'endless');
      const cards = await store.outbox.list('c');
      expect(new Set(drafts.map(({ value }) => value))).toEqual(new Set(numbersTo(drafts.length)));
      expect(drafts.length).toBeGreaterThanOrEqual(last);
      expect(cards.map(({ key }) => key)).toEqual(numbersTo(cards.length).map((n) => `k${n}`));
      expect(cards.length).toBeGreaterThanOrEqual(last);
      await store.close();
    }
    await survivor.close();
    const store = await openEmbeddedStore(folder);
    expect(await store.log.read('survivor')).toEqual(numbersTo(5).map((n) => commitOf('survivor', n)));
    await store.close();
  });
});
