import { Worker } from 'node:worker_threads';
import { tooSlow } from '../wording/sourceProblems.ts';
import type { Said, Task } from './importWorker.ts';
import { admitted, type ImportResult, readSource } from './readSource.ts';
import type { Refusal } from './source.ts';
import { Unreadable } from './unreadable.ts';

export { type ImportResult, maxDocumentBytes, maxSourceBytes } from './readSource.ts';

/** Text up to this size is read at once; all else in a thread, so that no tap of a running meeting waits for it. */
const readAtOnce = 64 * 1024;
/** Time for the thread to load, and then to read: so much for every 2 MB begun. */
const loadMilliseconds = 15_000;
const readMilliseconds = 2_000;
const step = 2 * 1024 * 1024;
/** A long document that is being read page by page may take longer: so much for every page from the hundredth on. */
const pageMilliseconds = 15;
const longFrom = 100;
/** On a machine that has much else to do the clock says little: the time is over once the processor gave it too. */
const busyTimes = 5;
/** Heap of the thread, and how far the process may grow: buffers of unpacked data lie outside of any heap. */
const heap = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const mostGrowth = 190 * 1024 * 1024;
const lookEvery = 25;

export interface ImportOptions {
  /** Longest reading time for every 2 MB begun, once the reader is loaded. */
  readonly milliseconds?: number;
  /** What day it is (YYYY-MM-DD), to warn of a date that has passed; left out: no such warning. */
  readonly today?: string;
}

// Threads run compiled files; the tests run the sources, beside which the build lies.
const thread = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/agendaImport/importWorker.js' : './importWorker.js',
  import.meta.url,
);
const refused: Refusal = { ok: false, code: 'tooSlow', message: tooSlow.da, english: tooSlow.en };

/** What this process has used of the processor until now, all its threads. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function readInThread(task: Task, milliseconds: number): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    let loaded = false;
    // a copy goes to the thread; printing of libraries is not for our logs, and our settings not for libraries
    const worker = new Worker(thread, {
      workerData: task,
      resourceLimits: heap,
      stdout: true,
      stderr: true,
      env: {},
      execArgv: [],
    });
    const before = process.memoryUsage.rss();
    let reading: { readonly since: number; readonly used: number; milliseconds: number } | null = null;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowth) end(refused);
      else if (reading) {
        const { since, used, milliseconds } = reading;
        const passed = performance.now() - since;
        const given = processorMilliseconds() - used;
        if (passed > milliseconds && (given > milliseconds || passed > busyTimes * milliseconds))
          end(refused);
      }
    }, lookEvery);
    const timer = setTimeout(() => end(refused), loadMilliseconds);
    const leave = (then: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate().then(then);
    };
    const end = (result: ImportResult) => leave(() => resolve(result));
    worker.on('message', (said: Said) => {
      if (said.kind === 'done') return end(said.result);
      if (said.kind === 'ready') {
        loaded = true;
        clearTimeout(timer);
        reading = { since: performance.now(), used: processorMilliseconds(), milliseconds };
      } else if (reading) {
        reading.milliseconds = milliseconds + Math.max(0, said.pages - longFrom) * pageMilliseconds;
      }
    });
    // out of memory, or a fault of a library in a file made to cause it; before that a fault of ours
    worker.on('error', (error) => (loaded ? end(refused) : leave(() => reject(error))));
    worker.on('exit', () => end(refused));
  });
}

/** One thread at a time: two at once would hold twice the memory. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads an agenda out of a file: Word, PDF, web page, text or the contract's JSON, known by its content. Never throws:
 * what cannot be read is a refusal with a sentence for the user. Bounded in time and memory whatever the file holds.
 */
export async function importAgenda(
  bytes: Uint8Array,
  fileName: string,
  { milliseconds: most = readMilliseconds, today }: ImportOptions = {},
): Promise<ImportResult> {
  try {
    const format = admitted(bytes, fileName);
    const light = (format === 'text' || format === 'json') && bytes.length <= readAtOnce;
    if (light) return await readSource(bytes, fileName, { today });
    const milliseconds = most * Math.ceil(bytes.length / step);
    const reading = queue.then(() => readInThread({ bytes, fileName, today }, milliseconds));
    queue = reading.catch(() => undefined);
    return await reading;
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}
