import { randomInt } from 'node:crypto';
import type { DocumentAddress, Documents, StoredDocument } from '../../service/documents.ts';
import type { Environment } from './environment.ts';
import { AFTER_LAST_PART, FIRST_PART, keyPart } from './keyPart.ts';

type DocumentKey = [collection: string, partition: string, id: string];

/** Partition and id stand in the value too, because the key may hold their hashes. */
interface StoredValue {
  readonly partition: string;
  readonly id: string;
  readonly value: unknown;
}

/** Documents that are read in one step when all are gone through. */
const PAGE = 50;

/** One entry a document; its etag is the entry's lmdb version, drawn anew at every write and compared by lmdb. */
export function embeddedDocuments(environment: Environment): Documents {
  const documents = environment.table<StoredValue, DocumentKey>('documents', true);

  return {
    async read(address) {
      const entry = environment.read(() => documents.getEntry(keyOf(address)));
      return entry && document(address, entry.value.value, entry.version);
    },

    async write(address, value, expected) {
      const key = keyOf(address);
      const version = drawVersion();
      const stored = { partition: address.partition, id: address.id, value };
      const written = await environment.write(() => {
        if (expected === 'any') return documents.put(key, stored, version);
        if (expected === 'absent')
          return documents.ifNoExists(key, () => documents.put(key, stored, version));
        const before = versionOf(expected.etag);
        return before === undefined ? NEVER : documents.put(key, stored, version, before);
      });
      return written ? { etag: etagOf(version) } : 'conflict';
    },

    async remove(address, expected = 'any') {
      const key = keyOf(address);
      const before = typeof expected === 'object' ? versionOf(expected.etag) : undefined;
      if (expected === 'any') await environment.write(() => documents.remove(key));
      else if (before !== undefined) {
        if (await environment.write(() => documents.remove(key, before))) return 'removed';
      }
      return environment.read(() => documents.doesExist(key)) && expected !== 'any' ? 'conflict' : 'removed';
    },

    async list(collection, partition) {
      const part = keyPart(partition);
      const range = {
        start: [collection, part, FIRST_PART],
        end: [collection, part, AFTER_LAST_PART],
        versions: true,
      };
      const found = environment.read(() =>
        Array.from(documents.getRange(range), ({ value, version }) =>
          document({ collection, partition: value.partition, id: value.id }, value.value, version),
        ),
      );
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async *addresses(collection) {
      let start: DocumentKey = [collection, FIRST_PART, FIRST_PART];
      for (;;) {
        // Read whole, because the key may hold hashes; a page at a time, because a file may lie in each.
        const range = { start, end: [collection, AFTER_LAST_PART], limit: PAGE };
        const page = environment.read(() =>
          Array.from(documents.getRange(range), ({ key, value }) => ({ key, ...value })),
        );
        for (const { partition, id } of page) yield { collection, partition, id };
        const last = page.at(-1);
        if (!last) return;
        const [, partition, id] = last.key;
        start = [collection, partition, `${id} `];
      }
    },
  };
}

const NEVER = Promise.resolve(false);

const keyOf = ({ collection, partition, id }: DocumentAddress): DocumentKey => [
  collection,
  keyPart(partition),
  keyPart(id),
];

/** Random, so that a document removed and written anew never gets an etag that somebody still holds. */
const drawVersion = () => randomInt(1, 2 ** 48 - 1);

const etagOf = (version: number | undefined) => (version ?? 0).toString(36);

/** undefined: not an etag of this store. */
function versionOf(etag: string): number | undefined {
  const version = Number.parseInt(etag, 36);
  return etagOf(version) === etag ? version : undefined;
}

function document(address: DocumentAddress, value: unknown, version: number | undefined): StoredDocument {
  const { collection, partition, id } = address;
  return { collection, partition, id, value, etag: etagOf(version) };
}
