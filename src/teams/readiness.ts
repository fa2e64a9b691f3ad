import { z } from 'zod';
import type { Config } from '../config.ts';
import { type Timer, within } from './answerInTime.ts';

/** One thing without which Punkt cannot serve; `name` is all that is told outside. */
export interface Check {
  readonly name: 'store' | 'keys';
  /** Rejects where it fails. */
  run(): Promise<unknown>;
}

/** How long an answer holds (ms): `/readyz` is open to all, and must not be a way to hammer the store. */
const HOLDS_MS = 5_000;
/** After this a check counts as failed (ms). */
const CHECK_MS = 2_000;
/** How long fetched keys are good (ms): as long as botbuilder keeps them, a day. */
const KEYS_HOLD_MS = 24 * 60 * 60 * 1000;

/**
 * Asks all checks, at most once in five seconds, and gives the names of those that fail. Never rejects. `told`: called
 * with them, once for each time that was asked.
 */
export function createReadiness(
  checks: readonly Check[],
  timer: Timer,
  told: (failing: readonly Check['name'][]) => void,
  now: () => number = Date.now,
): () => Promise<readonly Check['name'][]> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<readonly Check['name'][]> = Promise.resolve([]);

  async function failing(): Promise<Check['name'][]> {
    const results = await Promise.all(
      checks.map(async ({ name, run }) => ({ name, ...(await within(CHECK_MS, timer, run())) })),
    );
    const names = results.filter(({ kind }) => kind !== 'done').map(({ name }) => name);
    if (names.length > 0) told(names);
    return names;
  }

  return () => {
    if (now() - asked >= HOLDS_MS) {
      asked = now();
      answer = failing();
    }
    return answer;
  };
}

const openIdMetadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()).min(1) });

/** Whether the keys that prove Teams' tokens can be fetched; null where nothing is verified. */
export function keysCheck({ bot, testAuthority }: Config, now: () => number = Date.now): Check | null {
  if (!bot) return null;
  const metadata = `${testAuthority ?? 'https://login.botframework.com/v1'}/.well-known/openidconfiguration`;
  let fetched = Number.NEGATIVE_INFINITY;
  const json = async (url: string): Promise<unknown> => {
    const response = await fetch(url, { signal: AbortSignal.timeout(CHECK_MS) });
    return response.json();
  };
  return {
    name: 'keys',
    async run() {
      if (now() - fetched < KEYS_HOLD_MS) return;
      const { jwks_uri } = openIdMetadata.parse(await json(metadata));
      keySet.parse(await json(jwks_uri));
      fetched = now();
    },
  };
}
