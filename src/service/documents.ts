/** Where documents lie beside the log. `partition` is a meeting id, a conversation id, an identity or a fixed word. */
export const collections = [
  'drafts',
  'people',
  'conversations',
  'identities',
  'drops',
  'nudges',
  'sources',
  'settings',
] as const;
export type Collection = (typeof collections)[number];

export interface DocumentAddress {
  readonly collection: Collection;
  readonly partition: string;
  readonly id: string;
}

/** `value` is plain JSON; who reads it parses it with zod. `etag` is opaque and goes back untouched. */
export interface StoredDocument extends DocumentAddress {
  readonly value: unknown;
  readonly etag: string;
}

/** What the writer believes is stored: an etag, nothing yet (`absent`), or that it does not matter (`any`). */
export type Expected = { readonly etag: string } | 'absent' | 'any';

/** Small JSON documents with optimistic concurrency by ETag. */
export interface Documents {
  read(address: DocumentAddress): Promise<StoredDocument | undefined>;
  /** Durable when resolved. `conflict`: what is stored is not what was expected; nothing was written. */
  write(address: DocumentAddress, value: unknown, expected: Expected): Promise<{ etag: string } | 'conflict'>;
  /** Removes it; with an etag only if it is still that version. Removing what is not there is no error. */
  remove(address: DocumentAddress, expected?: Expected): Promise<'removed' | 'conflict'>;
  /** All documents of one partition, ordered by id. */
  list(collection: Collection, partition: string): Promise<StoredDocument[]>;
  /**
   * Where every document of a collection lies, over all partitions, in any order, read in pages. What is written or
   * removed meanwhile may be among them or not. Expensive: for copying, verifying and erasing only.
   */
  addresses(collection: Collection): AsyncIterable<DocumentAddress>;
}
