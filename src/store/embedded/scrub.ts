import type { Key } from 'lmdb';
import type { Environment, Table } from './environment.ts';

/** What is rewritten in one step: little, so that nobody's tap waits long behind it. */
const STEP_BYTES = 2 ** 20;
const STEP_ENTRIES = 200;
/** What fills a page of lmdb (4,096 bytes) but for its header. */
const PAGE = 'x'.repeat(3_990);
const STEP_PAGES = 256;
/** Pages that lmdb keeps back for transactions still under way. */
const MARGIN_PAGES = 512;

/**
 * Overwrites on disk what was removed. lmdb leaves it in two places: in pages that were given back, and in the unused
 * middle of pages in use. Every entry is written anew, which copies the used parts of its page to a fresh one; then as
 * many pages are filled as are free, and given back. The file may grow to twice its size, once. What may stay is a key
 * (ids, no words): lmdb keeps some as signposts between its pages.
 */
export async function scrub(environment: Environment): Promise<void> {
  for (const table of environment.tables) await rewrite(environment, table);
  const filler = environment.table<string, [round: number, page: number]>('filler');
  const pages = environment.read(() => environment.freePages()) + MARGIN_PAGES;
  for (let round = 0; round * STEP_PAGES < pages; round += 1)
    await environment.transaction(() => {
      for (let page = 0; page < STEP_PAGES; page += 1) filler.putSync([round, page], PAGE);
    });
  await environment.write(() => filler.clearAsync());
}

async function rewrite(environment: Environment, { entries, versions }: Table): Promise<void> {
  for (let after: Key | undefined; ; ) {
    const range = { versions, ...(after === undefined ? {} : { start: after, exclusiveStart: true }) };
    const last = await environment.transaction(() => {
      const step: { key: Key; value: unknown; version?: number }[] = [];
      let bytes = 0;
      for (const entry of entries.getRange(range)) {
        step.push(entry);
        bytes += JSON.stringify(entry.value).length;
        if (step.length >= STEP_ENTRIES || bytes >= STEP_BYTES) break;
      }
      for (const { key, value, version } of step)
        if (version === undefined) entries.putSync(key, value);
        else entries.putSync(key, value, version);
      return step.at(-1)?.key;
    });
    if (last === undefined) return;
    after = last;
  }
}
