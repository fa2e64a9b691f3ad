import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Database, type Key, open, type RootDatabase } from 'lmdb';
import { z } from 'zod';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import { StoreClosed, StoreRefused } from '../refusal.ts';

/** What this code writes. Raised when an older Punkt would misread the store. */
export const FORMAT = 1;

/** Below this many free bytes nothing is written: lmdb 3.5.6 damages its memory when a write meets a full disk. */
const RESERVE = 32 * 2 ** 20;

/** What stands in the head of lmdb's first page: its mark, and the file format that lmdb 3.5 writes. */
const LMDB_MAGIC = 0xbeefc0de;
const LMDB_FORMAT = 2;

export type FreeBytes = (folder: string) => number;

/** A table whose entries carry a number, or not. Scrubbing copies entries without knowing what they are. */
export interface Table {
  readonly entries: Pick<Database<unknown, Key>, 'getRange' | 'putSync' | 'getStats'>;
  readonly versions: boolean;
}

/** What lmdb tells of its pages. */
const Pages = z.object({ treeBranchPageCount: z.int(), treeLeafPageCount: z.int(), overflowPages: z.int() });
const Stats = Pages.extend({ lastPageNumber: z.int(), free: Pages });

/** The one lmdb file of a folder, with what every part of the store needs: named tables, guarded reads and writes. */
export class Environment {
  readonly #folder: string;
  readonly #file: SharedFile;
  readonly #root: RootDatabase;
  readonly #freeBytes: FreeBytes;
  readonly #tables = new Map<string, Table>();
  readonly #pending = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  private constructor(folder: string, file: SharedFile, freeBytes: FreeBytes) {
    this.#folder = folder;
    this.#file = file;
    this.#root = file.root;
    this.#freeBytes = freeBytes;
  }

  /** Creates the folder where needed. Throws `StoreRefused`. */
  static async open(folder: string, freeBytes: FreeBytes = freeBytesOf): Promise<Environment> {
    const file = openFile(folder, freeBytes);
    try {
      await checkFormat(folder, file.root);
    } catch (error) {
      await leave(file);
      throw error instanceof StoreRefused ? error : refusal(folder, error);
    }
    return new Environment(folder, file, freeBytes);
  }

  /** A table of JSON values; with `versions` each entry carries a number that conditional writes compare. */
  table<V, K extends Key>(name: string, versions = false): Database<V, K> {
    const entries = this.#root.openDB<V, K>(name, { encoding: 'json', useVersions: versions });
    this.#tables.set(name, { entries, versions });
    return entries;
  }

  /** Every table that was asked for. */
  get tables(): readonly Table[] {
    return [...this.#tables.values()];
  }

  /** Pages of the file (4,096 bytes) that hold nothing of the tables. */
  freePages(): number {
    const { lastPageNumber, free, ...root } = Stats.parse(this.#root.getStats());
    const used = [root, free, ...this.tables.map(({ entries }) => Pages.parse(entries.getStats()))];
    const pages = used.map((one) => one.treeBranchPageCount + one.treeLeafPageCount + one.overflowPages);
    return lastPageNumber + 1 - pages.reduce((sum, count) => sum + count, 0);
  }

  /** Runs reads on one snapshot that holds everything acknowledged until now, by any process. */
  read<T>(reads: () => T): T {
    if (this.#closing) throw new StoreClosed(this.#folder);
    this.#root.resetReadTxn();
    return reads();
  }

  /** Awaits a write until it is synced. Throws `StoreUnavailable` where lmdb could not commit it. */
  async write<T>(start: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new StoreClosed(this.#folder);
    if (this.#freeBytes(this.#folder) < RESERVE) {
      throw new StoreUnavailable(`The disk of the store in ${this.#folder} is full; nothing was written.`);
    }
    const pending = start();
    this.#pending.add(pending);
    try {
      return await pending;
    } catch (error) {
      throw new StoreUnavailable(`The store in ${this.#folder} could not write.`, {
        cause: await origin(error),
      });
    } finally {
      this.#pending.delete(pending);
    }
  }

  /** Reads and writes as one step that no other process comes between. `steps` must be synchronous and short. */
  transaction<T>(steps: () => T): Promise<T> {
    return this.write(() => this.#root.childTransaction(steps));
  }

  /** Waits for the writes under way. Further calls get the same promise. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled([...this.#pending]).then(() => leave(this.#file));
    return this.#closing;
  }
}

/** An lmdb file that is open in this process, however often it was opened. */
interface SharedFile {
  readonly identity: string;
  readonly root: RootDatabase;
  users: number;
}

/**
 * By device and inode. Two `open`s of one file in one process can wait for each other for ever in lmdb 3.5.6: a write
 * that begins on the one blocks the main thread, which the writing thread of the other waits for with the lock held.
 */
const openFiles = new Map<string, SharedFile>();

async function leave(file: SharedFile): Promise<void> {
  file.users -= 1;
  if (file.users > 0) return;
  openFiles.delete(file.identity);
  await file.root.close();
}

function openFile(folder: string, freeBytes: FreeBytes): SharedFile {
  const path = join(folder, 'punkt.mdb');
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK);
    // Never opened here: closing it would drop the locks that lmdb holds on it in this process.
    if (existsSync(`${path}-lock`)) accessSync(`${path}-lock`, constants.R_OK | constants.W_OK);
    if (!isLmdbFile(path)) throw new Error('punkt.mdb is not a file of this store');
    if (freeBytes(folder) < RESERVE) {
      const message = `The store in ${folder} cannot be opened: the disk is full.`;
      throw new StoreRefused('full', folder, message);
    }
    const { dev, ino } = statSync(path);
    const identity = `${dev}:${ino}`;
    const file = openFiles.get(identity) ?? { identity, root: openRoot(path), users: 0 };
    openFiles.set(identity, file);
    file.users += 1;
    return file;
  } catch (error) {
    throw error instanceof StoreRefused ? error : refusal(folder, error);
  }
}

/** One folder after the other: where none can be made (/proc), Node's own recursive way never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if (property(error, 'code') !== 'EEXIST') throw error;
  }
}

function openRoot(path: string): RootDatabase {
  return open({
    path,
    noSubdir: true,
    encoding: 'json',
    // A commit becomes visible only once synced, so that no reader in any process acts on what power loss can undo.
    overlappingSync: false,
    // Its batches hold a promise of their own that nobody can catch: a failed commit would end the process.
    // Concurrent writes share a sync all the same.
    eventTurnBatching: false,
  });
}

/**
 * Creates the file where needed; throws where it cannot be written, and tells whether it is lmdb's (empty is new).
 * Asked beforehand, because lmdb 3.5.6 crashes the process when it cannot open a file.
 */
function isLmdbFile(path: string): boolean {
  const file = openSync(path, 'a+');
  try {
    if (fstatSync(file).size === 0) return true;
    const head = Buffer.alloc(32);
    readSync(file, head, 0, head.length, 0);
    return head.readUInt32LE(24) === LMDB_MAGIC && head.readUInt32LE(28) === LMDB_FORMAT;
  } finally {
    closeSync(file);
  }
}

/** Free bytes for this user on the disk of a folder; a file system that tells no size counts as endless. */
function freeBytesOf(folder: string): number {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
}

async function checkFormat(folder: string, root: RootDatabase): Promise<void> {
  const marker = root.openDB<unknown, string>('format', { encoding: 'json' });
  await marker.ifNoExists('format', () => marker.put('format', FORMAT));
  const found = marker.get('format');
  if (typeof found !== 'number') {
    throw new StoreRefused('unusable', folder, `The store in ${folder} has no readable format.`);
  }
  if (found > FORMAT) {
    const message = `The store in ${folder} was written by a newer Punkt (format ${found}, known ${FORMAT}).`;
    throw new StoreRefused('newer', folder, message);
  }
}

const plainly: Readonly<Record<string, string>> = {
  ENOTDIR: 'there is a file where the folder should be. Name a folder.',
  ENOENT: 'the folder cannot be made there. Name another.',
  ENAMETOOLONG: 'the name is too long. Name another folder.',
  EACCES: 'this user may not write there. Name another folder, or give the right.',
};

function refusal(folder: string, error: unknown): StoreRefused {
  const code = String(property(error, 'code'));
  const text = plainly[code] ?? String(property(error, 'message'));
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    const message = `The store in ${folder} cannot be written to: ${text}`;
    return new StoreRefused('readOnly', folder, message, error);
  }
  return new StoreRefused('unusable', folder, `The store in ${folder} cannot be opened: ${text}`, error);
}

/** lmdb rejects with "Commit failed" and hands the reason in a promise, which must not stay unhandled. */
async function origin(error: unknown): Promise<unknown> {
  const reason = property(error, 'commitError');
  if (reason === undefined) return error;
  return Promise.resolve(reason).then(
    () => error,
    (commitError: unknown) => commitError,
  );
}

/** Not by `instanceof Error`: Node's own errors come from another realm where the code runs in a vm context. */
function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
