import type { Clock } from '../service/clock.ts';
import type { MessageActivity } from './activity.ts';

/** Teams gives up an answer after 10-15 s and sends again, under new ids half a minute later (platform.md 2; ms). */
const WITHIN_MS = 3 * 60_000;
const REMEMBERED = 2_000;
/** By the second two lines of one person may be two. */
const TO_THE_MILLISECOND = /\.\d{3,}(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * Lines that Teams sends again under another id: the same words of the same person, written at the same moment. In memory
 * only: after a restart a line is known by the id that it had.
 */
export class ResentLines {
  readonly #first = new Map<string, string>();

  constructor(private readonly clock: Clock) {}

  /** The id under which the line came first. */
  firstId({ id, timestamp, conversation, from, text }: MessageActivity): string {
    const moment = timestamp ?? '';
    const age = Math.abs(this.clock.now() - Date.parse(moment));
    if (!(age < WITHIN_MS) || !TO_THE_MILLISECOND.test(moment)) return id;
    const key = JSON.stringify([conversation.id, from.id, moment, text]);
    const first = this.#first.get(key);
    if (first !== undefined) return first;
    if (this.#first.size >= REMEMBERED) this.#first.clear();
    this.#first.set(key, id);
    return id;
  }
}
