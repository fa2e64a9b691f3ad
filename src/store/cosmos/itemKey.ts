import { createHash } from 'node:crypto';

/**
 * Ids may be 1,023 bytes long without `/ \ ? #`, partition values 2,048 bytes (Microsoft, "Service quotas"); letters and
 * digits are advised. `~` in front is kept for hashes and for partitions of the store's own.
 */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/;
const PLAIN_PARTITION = /^[\x21-\x7d][\x20-\x7d]{0,999}$/;

/** One id as (a part of) the id of an item: itself where it is plain, else a hash; different for different ids. */
export const idPart = (id: string): string => (PLAIN_ID.test(id) ? id : hash(id));

/** One id as the value of a partition key. */
export const partitionPart = (id: string): string => (PLAIN_PARTITION.test(id) ? id : hash(id));

const hash = (id: string): string =>
  `~${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('hex')}`;

/** The ids as they were given; stored only where id or partition of the item is a hash. */
export interface GivenKey {
  readonly partition: string;
  readonly id: string;
}

/** Spread into an item: nothing where its keys say it already. */
export function givenKey(partition: string, id: string): { readonly key?: GivenKey } {
  const plain = partitionPart(partition) === partition && idPart(id) === id;
  return plain ? {} : { key: { partition, id } };
}
