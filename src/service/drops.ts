import { z } from 'zod';
import type { Documents, Expected } from './documents.ts';

/** A file that somebody dropped in their chat with the bot, and what was read of it. */
export const Drop = z.object({
  source: z.object({ name: z.string(), sha256: z.string(), format: z.string() }),
  base64: z.string(),
  /** As the reader gave it; who uses it parses it. */
  agenda: z.unknown(),
});
export type Drop = z.infer<typeof Drop>;
/** Files of one person that are kept, the newest last. */
export const NewestDrops = z.object({ sha256: z.array(z.string()) });

/** Files kept for each person: what was placed has its own copy with the meeting. */
const KEPT = 5;

/** Files that wait to be placed: each seen by the person who dropped it alone. */
export class Drops {
  constructor(private readonly documents: Documents) {}

  /** Keeps a file; the same again takes the place of the first. The oldest of that person go. */
  async keep(identityKey: string, drop: Drop): Promise<void> {
    const { sha256 } = drop.source;
    await this.documents.write(dropAddress(identityKey, sha256), drop, 'any');
    for (;;) {
      const stored = await this.documents.read(newestDropsAddress(identityKey));
      const known = stored ? NewestDrops.parse(stored.value).sha256 : [];
      const all = [...known.filter((one) => one !== sha256), sha256];
      const newest: z.infer<typeof NewestDrops> = { sha256: all.slice(-KEPT) };
      const expected: Expected = stored ? { etag: stored.etag } : 'absent';
      const written = await this.documents.write(newestDropsAddress(identityKey), newest, expected);
      if (written === 'conflict') continue;
      for (const old of all.slice(0, -KEPT)) await this.documents.remove(dropAddress(identityKey, old));
      return;
    }
  }

  async read(identityKey: string, sha256: string): Promise<Drop | null> {
    const stored = await this.documents.read(dropAddress(identityKey, sha256));
    return stored ? Drop.parse(stored.value) : null;
  }
}

export const dropAddress = (identityKey: string, sha256: string) =>
  ({ collection: 'drops', partition: identityKey, id: `file:${sha256}` }) as const;
export const newestDropsAddress = (identityKey: string) =>
  ({ collection: 'drops', partition: identityKey, id: 'newest' }) as const;
