import type { Clock } from '../service/clock.ts';
import type { Outbox } from '../service/outbox.ts';

/**
 * After a crash the cards of a conversation wait as long as this for another process (ms). A send that takes longer
 * renews it.
 */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;

/** The right to send in one conversation, while it is held. */
export interface SendingRight {
  /**
   * `held`: nobody else had it since it was taken. `again`: this process stood still for so long that another may have
   * sent meanwhile; it has the right again, and looks anew. `lost`: another has it.
   */
  check(): Promise<'held' | 'again' | 'lost'>;
}

/** The right of this process to send in a conversation, among all on the same store. */
export class SendingRights {
  constructor(
    private readonly deps: {
      readonly outbox: Pick<Outbox, 'lease' | 'release'>;
      readonly clock: Clock;
      /** Names this process. */
      readonly owner: string;
    },
  ) {}

  /** Sends while it has the right, which is renewed (Teams may take its time); null: another has it. */
  async holding<T>(conversationId: string, send: (right: SendingRight) => Promise<T>): Promise<T | null> {
    const { outbox, clock, owner } = this.deps;
    let takenAt = 0;
    const take = async (): Promise<boolean> => {
      const now = clock.now();
      const taken = await outbox.lease(conversationId, owner, now, now + LEASE_MS);
      if (taken) takenAt = now;
      return taken;
    };
    if (!(await take())) return null;
    let renewing: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      // One that may have been lost is taken again by who asks, and not behind their back.
      if (clock.now() - takenAt < LEASE_MS) renewing = take().catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      return await send({
        check: async () => {
          const since = clock.now() - takenAt;
          if (since >= 0 && since < LEASE_MS) return 'held';
          return (await take()) ? 'again' : 'lost';
        },
      });
    } finally {
      clearInterval(timer);
      // Not after it was given back.
      await renewing;
      await outbox.release(conversationId, owner);
    }
  }
}
