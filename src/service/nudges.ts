import { z } from 'zod';
import type { Documents } from './documents.ts';

const Nudge = z.object({ meetingId: z.string() });

/** Word from the command line to the server that a meeting's log has grown; the server alone sends. */
export class Nudges {
  constructor(private readonly documents: Documents) {}

  async leave(meetingId: string): Promise<void> {
    const address = { collection: 'nudges', partition: 'all', id: meetingId } as const;
    await this.documents.write(address, { meetingId }, 'any');
  }

  /**
   * Hands every nudge to `follow`, and forgets it afterwards unless it was left again meanwhile. One that fails stays,
   * and is no reason to leave out the others.
   * @throws what the first failing one threw, after all the others.
   */
  async take(follow: (meetingId: string) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    for (const stored of await this.documents.list('nudges', 'all')) {
      try {
        await follow(Nudge.parse(stored.value).meetingId);
        await this.documents.remove(stored, { etag: stored.etag });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
