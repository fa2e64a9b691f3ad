import { z } from 'zod';
import type { Documents } from './documents.ts';

const Place = z.object({ meetingId: z.string(), linkId: z.string() });
/** To which meeting a link leads. */
export type LinkPlace = z.infer<typeof Place>;

/** By the hash of its secret, so that only who has the secret finds anything. */
const address = (secretHash: string) =>
  ({ collection: 'settings', partition: `link:${secretHash}`, id: 'link' }) as const;

/** Remembers where a link leads, before it is given to anybody. */
export async function placeLink(documents: Documents, secretHash: string, place: LinkPlace): Promise<void> {
  await documents.write(address(secretHash), place, 'any');
}

export async function findLink(documents: Documents, secretHash: string): Promise<LinkPlace | null> {
  const stored = await documents.read(address(secretHash));
  return stored ? (Place.safeParse(stored.value).data ?? null) : null;
}

export async function removeLink(documents: Documents, secretHash: string): Promise<void> {
  await documents.remove(address(secretHash));
}
