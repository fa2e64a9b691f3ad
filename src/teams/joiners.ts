import { z } from 'zod';
import type { Identity } from '../meeting/people.ts';
import { identityKey } from './identity.ts';

/** Somebody whom Teams saw joining its meeting; with a name, an account, or both. */
export type Joiner = Pick<Identity, 'key' | 'name' | 'authenticated'>;

/** More members in one event than any meeting has persons are no event of Teams. */
const AT_MOST = 1_000;
const NAME = 200;

/** Property names come in more than one spelling ("AadObjectId", "aadObjectId"): they are read without case. */
const lowered = z.record(z.string(), z.unknown()).transform((given) => {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) plain[key.toLowerCase()] ??= value;
  return plain;
});
const text = z.string().trim().min(1).max(1_000).nullish().catch(null);
const user = lowered.pipe(
  z.object({ id: text, aadobjectid: text, objectid: text, name: text, displayname: text }),
);
const member = lowered.transform((given) => user.safeParse(given.user ?? given).data ?? null);
const value = lowered.transform(({ members }) => (Array.isArray(members) ? members.slice(0, AT_MOST) : []));

/**
 * The members of a `meetingParticipantJoin`, read leniently: what is no member is left out. `ownId`: Punkt itself, which
 * joins too.
 */
export function joinersOf(given: unknown, ownId: string): Joiner[] {
  const read = value.safeParse(given);
  return (read.data ?? []).flatMap((one): Joiner[] => {
    const found = member.safeParse(one).data;
    if (!found || found.id === ownId) return [];
    const oid = found.aadobjectid ?? found.objectid ?? null;
    const name = (found.name ?? found.displayname ?? '').slice(0, NAME);
    const key = oid || found.id ? identityKey(oid, found.id ?? '') : '';
    return name === '' && key === '' ? [] : [{ key, name, authenticated: oid !== null }];
  });
}
