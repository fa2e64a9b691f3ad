import type { Logger } from 'pino';
import type { SendResult } from './turn.ts';

/** What is sent beside an answer, which does not wait for it; where it was not, the log says so. */
export function besideAnswer(sending: Promise<SendResult>, log: Logger, otherwise: string): void {
  const failed = (outcome: string) => log.warn({ outcome }, otherwise);
  sending.then(
    ({ kind }) => (kind === 'sent' ? undefined : failed(kind)),
    () => failed('error'),
  );
}
