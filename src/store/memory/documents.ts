import type { DocumentAddress, Documents, StoredDocument } from '../../service/documents.ts';

interface Entry {
  readonly address: DocumentAddress;
  readonly json: string;
  readonly etag: string;
}

/** Documents in memory, gone with the process: for trying a meeting. */
export function memoryDocuments(): Documents {
  const entries = new Map<string, Entry>();
  let count = 0;
  const keyOf = ({ collection, partition, id }: DocumentAddress): string =>
    JSON.stringify([collection, partition, id]);
  const asStored = ({ address, json, etag }: Entry): StoredDocument => ({
    ...address,
    value: JSON.parse(json),
    etag,
  });

  return {
    async read({ collection, partition, id }) {
      const entry = entries.get(keyOf({ collection, partition, id }));
      return entry && asStored(entry);
    },
    async write({ collection, partition, id }, value, expected) {
      const address = { collection, partition, id };
      const known = entries.get(keyOf(address));
      if (expected === 'absent' && known) return 'conflict';
      if (typeof expected === 'object' && known?.etag !== expected.etag) return 'conflict';
      count += 1;
      const etag = String(count);
      entries.set(keyOf(address), { address, json: JSON.stringify(value), etag });
      return { etag };
    },
    async remove({ collection, partition, id }, expected = 'any') {
      const key = keyOf({ collection, partition, id });
      const known = entries.get(key);
      if (!known) return 'removed';
      if (expected === 'absent') return 'conflict';
      if (typeof expected === 'object' && known.etag !== expected.etag) return 'conflict';
      entries.delete(key);
      return 'removed';
    },
    async list(collection, partition) {
      return [...entries.values()]
        .filter(({ address }) => address.collection === collection && address.partition === partition)
        .map(asStored)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async *addresses(collection) {
      for (const { address } of [...entries.values()]) if (address.collection === collection) yield address;
    },
  };
}
