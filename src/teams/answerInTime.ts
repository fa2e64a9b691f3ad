import { transportTexts } from '../wording/transportTexts.ts';
import type { InvokeAnswer } from './turn.ts';

/** Calls `ring` once after `ms` milliseconds, unless the returned function is called before. */
export type Timer = (ms: number, ring: () => void) => () => void;

export const systemTimer: Timer = (ms, ring) => {
  const timeout = setTimeout(ring, ms);
  return () => clearTimeout(timeout);
};

/** What work came to within its limit. Work that is late goes on; only its answer is no longer waited for. */
export type Timely<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'late' };

/** Waits for `work` for at most `ms` milliseconds. Never rejects, not even when late work fails. */
export function within<T>(ms: number, timer: Timer, work: Promise<T>): Promise<Timely<T>> {
  return new Promise((resolve) => {
    const cancel = timer(ms, () => resolve({ kind: 'late' }));
    work.then(
      (value) => {
        cancel();
        resolve({ kind: 'done', value });
      },
      (error: unknown) => {
        cancel();
        resolve({ kind: 'failed', error });
      },
    );
  });
}

function errorAnswer(statusCode: number, code: string, message: string): InvokeAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

/** Answers that the transport gives by itself, to a tap that no handler answered. */
export const transportAnswers = {
  failed: errorAnswer(500, 'InternalServerError', transportTexts.failed),
  late: errorAnswer(500, 'Timeout', transportTexts.late),
  brokenTap: errorAnswer(400, 'BadRequest', transportTexts.brokenTap),
  unknownInvoke: errorAnswer(501, 'NotImplemented', transportTexts.unknownInvoke),
} as const;
