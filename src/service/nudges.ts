import { z } from 'zod';
import type { Documents } from './documents.ts';

const Nudge = z.object({
  meetingId: z.string(),
  /** What stood in the log or among the people already was changed, or removed. */
  rewritten: z.boolean().default(false),
  /** What the log holds at least: a store of many copies may show the nudge before it. */
  version: z.int().default(0),
});
export type Nudge = z.infer<typeof Nudge>;

/** Word from the command line to the server that a meeting was changed in the store; the server alone sends. */
export class Nudges {
  constructor(private readonly documents: Documents) {}

  async leave(meetingId: string, rewritten = false, version = 0): Promise<void> {
    // One of its own each: to be told that a log has grown must not hide that it was rewritten.
    const id = rewritten ? `rewritten:${meetingId}` : meetingId;
    const nudge: Nudge = { meetingId, rewritten, version };
    await this.documents.write({ collection: 'nudges', partition: 'all', id }, nudge, 'any');
  }

  /**
   * Hands every nudge to `follow`, and forgets it afterwards unless it was left again meanwhile. One that fails stays,
   * and is no reason to leave out the others.
   * @throws what the first failing one threw, after all the others.
   */
  async take(follow: (nudge: Nudge) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    for (const stored of await this.documents.list('nudges', 'all')) {
      try {
        await follow(Nudge.parse(stored.value));
        await this.documents.remove(stored, { etag: stored.etag });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
