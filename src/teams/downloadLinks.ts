import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock, NewId } from '../service/clock.ts';

/** What a link gives, and whom: it works for that person as long as they lead or write. */
export const FileWish = z.object({
  m: z.string().min(1).max(200),
  kind: z.enum(['minutes', 'package']),
  format: z.enum(['docx', 'pdf', 'md']),
  edition: z.enum(['full', 'public']),
});
export type FileWish = z.infer<typeof FileWish>;

const Claim = FileWish.extend({ sub: z.string().min(1) });

/** Seconds that a link works. */
const VALID_FOR_S = 600;

/**
 * Links to files, for a client that takes none (the Playground, in development). Signed with a key that lives as long
 * as the process: nobody can guess one, and none outlives its ten minutes.
 */
export class DownloadLinks {
  readonly #key = randomBytes(32);
  #base: string | null = null;

  constructor(private readonly deps: { readonly clock: Clock; readonly newId: NewId }) {}

  /** The server's own address, once it has one ("http://127.0.0.1:3978"). */
  serveAt(base: string): void {
    this.#base = base;
  }

  /** Null before the server listens. */
  async link(wish: FileWish, personId: string): Promise<string | null> {
    if (!this.#base) return null;
    const { SignJWT } = await import('jose');
    const now = Math.floor(this.deps.clock.now() / 1000);
    const token = await new SignJWT({ ...wish })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setJti(this.deps.newId())
      .setExpirationTime(now + VALID_FOR_S)
      .sign(this.#key);
    return `${this.#base}/download/${token}`;
  }

  /** Null for a link that is not ours, or has expired. */
  async read(token: string): Promise<{ readonly wish: FileWish; readonly personId: string } | null> {
    const { errors, jwtVerify } = await import('jose');
    try {
      const currentDate = new Date(this.deps.clock.now());
      const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'], currentDate });
      const { sub: personId, ...wish } = Claim.parse(payload);
      return { wish, personId };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
      throw error;
    }
  }
}
