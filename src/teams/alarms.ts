import type { Timer } from './answerInTime.ts';

/** Waited for at a stretch (ms). */
const LONGEST_MS = 3_600_000;

/** One alarm a conversation, at the earliest moment that was asked for. */
export class Alarms {
  readonly #set = new Map<string, { readonly at: number; readonly cancel: () => void }>();

  constructor(
    private readonly timer: Timer,
    private readonly now: () => number,
    private readonly ring: (conversationId: string) => void,
  ) {}

  /** Rings at that moment (ms since the epoch), unless it rings earlier. */
  at(conversationId: string, moment: number): void {
    const known = this.#set.get(conversationId);
    if (!Number.isFinite(moment) || (known && known.at <= moment)) return;
    known?.cancel();
    // A timer takes no more than some weeks: whoever rings too early looks again.
    const cancel = this.timer(Math.min(LONGEST_MS, Math.max(0, moment - this.now())), () => {
      this.#set.delete(conversationId);
      this.ring(conversationId);
    });
    this.#set.set(conversationId, { at: moment, cancel });
  }

  /** None rings any more. */
  stop(): void {
    for (const { cancel } of this.#set.values()) cancel();
    this.#set.clear();
  }
}
