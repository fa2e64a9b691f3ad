import { createHash } from 'node:crypto';
import type { Identity } from '../meeting/people.ts';
import type { TeamsActivity } from './activity.ts';

/** The key of an account: its object id. */
export const accountKey = (oid: string): string => `oid:${oid.toLowerCase()}`;

/** The key of who has that account; of an anonymous person (`oid` null) that of their Teams id. */
export const identityKey = (oid: string | null, userId: string): string =>
  oid ? accountKey(oid) : `mri:${createHash('sha256').update(userId).digest('base64url')}`;

/** True of an identity's key that stands for an account; false of an anonymous person's. */
export const isAccount = (key: string): boolean => key.startsWith('oid:');

/**
 * Who acts. The object id alone is the key: it is a GUID given by Entra, and the tenant that Teams names with it is
 * the conversation's, which differs between a meeting's chat and the person's own.
 */
export function identityOf(activity: TeamsActivity): Identity {
  const { from } = activity;
  const oid = from.aadObjectId ?? null;
  return {
    key: identityKey(oid, from.id),
    name: from.name?.trim() ?? '',
    authenticated: oid !== null,
    userId: from.id,
    tenantId: activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? null,
  };
}
