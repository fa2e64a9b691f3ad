import { z } from 'zod';
import type { Outbox } from '../../service/outbox.ts';
import { isHeldByOther } from '../lease.ts';
import { partitionPart } from './itemKey.ts';
import type { Items } from './items.ts';
import { BACKGROUND } from './requests.ts';

const Lease = z.object({ owner: z.string(), until: z.number() });

/** Id of the lease in a conversation's partition. */
export const LEASE_ID = 'outbox~lease';

/**
 * The right to send in a conversation: one item, taken by a conditional write. It lies in the partition of the
 * conversation's cards, so that who has just taken it reads their newest state (the session then knows of a write that
 * is younger than all of the holder before).
 */
export function cosmosLease(items: Items): Pick<Outbox, 'lease' | 'release'> {
  /** Etags of leases that this process wrote last: most are written again by it, without reading before. */
  const written = new Map<string, { owner: string; etag: string }>();

  const remember = (partition: string, owner: string, etag: string) => {
    if (written.size >= REMEMBERED) written.clear();
    written.set(partition, { owner, etag });
  };
  const put = async (
    partition: string,
    owner: string,
    until: number,
    expected: { etag: string } | 'absent',
  ) => {
    const lease = { id: LEASE_ID, partition, fields: { owner, until }, body: {} };
    const answer = await items.put(lease, expected, BACKGROUND);
    if (typeof answer === 'object') remember(partition, owner, answer.etag);
    else written.delete(partition);
    return typeof answer === 'object';
  };

  return {
    async lease(conversationId, owner, now, until) {
      const partition = partitionPart(conversationId);
      const mine = written.get(partition);
      if (mine?.owner === owner && (await put(partition, owner, until, mine))) return true;
      for (;;) {
        const item = await items.read(LEASE_ID, partition, BACKGROUND);
        const held = item && Lease.parse(item);
        if (held && isHeldByOther(held, owner, now)) return false;
        if (await put(partition, owner, until, item ? { etag: item._etag } : 'absent')) return true;
      }
    },

    async release(conversationId, owner) {
      const partition = partitionPart(conversationId);
      const mine = written.get(partition);
      // Ended, not removed: the next who takes it needs no other way.
      if (mine?.owner === owner && (await put(partition, owner, 0, mine))) return;
      for (;;) {
        const item = await items.read(LEASE_ID, partition, BACKGROUND);
        if (!item || Lease.parse(item).owner !== owner) return;
        if (await put(partition, owner, 0, { etag: item._etag })) return;
      }
    },
  };
}

const REMEMBERED = 1_000;
