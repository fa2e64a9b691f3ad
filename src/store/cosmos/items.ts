import { randomBytes } from 'node:crypto';
import type { Container, FeedOptions, SqlParameter } from '@azure/cosmos';
import type { Expected } from '../../service/documents.ts';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import { type Fields, isRecord } from './itemBody.ts';
import { type Answer, FILES, type Patience, type Requests, TAP } from './requests.ts';
import { Part, partIds, Split, splitIfLarge } from './splitting.ts';

/** An item as it is stored. */
export type Item = Fields & { readonly id: string; readonly _etag: string };

/**
 * `unknown`: it cannot be told apart any more whether this write was carried out and then overwritten, or never
 * carried out: an answer was lost, and somebody else's item stands there.
 */
export type Put = { readonly etag: string } | 'conflict' | 'unknown';

/** What is to be stored: the head's fields, and the value that they hold (in them, or in parts if it is too large). */
export interface NewItem {
  readonly id: string;
  readonly partition: string;
  /** Fields beside the value. */
  readonly fields: Fields;
  /** The value as fields, see `bodyOf`. */
  readonly body: Fields;
  /** What was there before may have been too large for one item. */
  readonly mayHaveParts?: boolean;
}

/** Items of one answer; the server ends it at 4 MB. */
const PAGE = 5_000;

/** The items of one container, with writes that bear a lost answer and values of any size. */
export class Items {
  constructor(
    private readonly container: Container,
    /** Name of the property that the container is partitioned by. */
    private readonly partitionKey: string,
    private readonly requests: Requests,
  ) {}

  async read(id: string, partition: string, patience: Patience = TAP): Promise<Item | undefined> {
    const answer = await this.requests.run(async (abortSignal) => {
      const { statusCode, substatus, resource } = await this.container
        .item(id, partition)
        .read<Item>({ abortSignal });
      // Not "not there", but "not yet as new as this session has seen it": asked again.
      return { statusCode: statusCode === 404 && substatus === 1002 ? 503 : statusCode, value: resource };
    }, patience);
    return answer.value && this.#whole(answer.value, partition);
  }

  /** Writes an item as a whole. An answer that was lost is settled by the same request and, if need be, by reading. */
  async put(item: NewItem, expected: Expected, patience: Patience = TAP): Promise<Put> {
    const { id, partition, fields, body } = item;
    const writeId = randomBytes(9).toString('base64url');
    const head = { id, [this.partitionKey]: partition, ...fields, writeId };
    const value = 'value' in body ? body.value : body;
    const { bytes, split } = splitIfLarge(id, { ...body, ...head }, value);
    if (!split) {
      const put = await this.#put({ ...body, ...head }, partition, expected, patience, bytes);
      if (item.mayHaveParts && expected !== 'absent' && typeof put === 'object')
        await this.dropParts(id, partition);
      return put;
    }
    for (const part of split.parts)
      await this.#upsert({ ...part, [this.partitionKey]: partition }, FILES, part.part.length);
    const put = await this.#put({ ...head, split: split.split }, partition, expected, patience);
    if (typeof put === 'object') await this.dropParts(id, partition, split.split);
    return put;
  }

  async #put(
    item: Fields & { id: string; writeId: string },
    partition: string,
    expected: Expected,
    patience: Patience,
    bytes = 0,
  ): Promise<Put> {
    if (expected === 'any') return this.#upsert(item, patience, bytes);
    const { items } = this.container;
    const answer = await this.requests.run(
      async (abortSignal) => {
        const { statusCode, resource } =
          expected === 'absent'
            ? await items.create<Fields>(item, { abortSignal })
            : await this.container.item(item.id, partition).replace<Fields>(item, {
                abortSignal,
                accessCondition: { type: 'IfMatch', condition: expected.etag },
              });
        return { statusCode, value: etagOf(resource) };
      },
      patience,
      bytes,
    );
    if (answer.value !== undefined) return { etag: answer.value };
    const refused = decided(answer);
    if (!answer.repeated || refused === 404) return 'conflict';
    const found = await this.read(item.id, partition, patience);
    if (found?.writeId === item.writeId) return { etag: found._etag };
    return 'unknown';
  }

  async #upsert(item: Fields & { id: string }, patience: Patience, bytes: number): Promise<{ etag: string }> {
    const answer = await this.requests.run(
      async (abortSignal) => {
        const { statusCode, resource } = await this.container.items.upsert<Fields>(item, { abortSignal });
        return { statusCode, value: etagOf(resource) };
      },
      patience,
      bytes,
    );
    if (answer.value === undefined) throw new Error(`Item ${item.id} was not taken (${answer.status}).`);
    return { etag: answer.value };
  }

  /** `conflict`: it is there, but not in the version named. What is not there counts as removed. */
  async remove(
    id: string,
    partition: string,
    etag?: string,
    patience: Patience = TAP,
  ): Promise<'removed' | 'conflict'> {
    const answer = await this.requests.run(async (abortSignal) => {
      const condition = etag === undefined ? {} : { accessCondition: { type: 'IfMatch', condition: etag } };
      const { statusCode } = await this.container.item(id, partition).delete({ abortSignal, ...condition });
      return { statusCode, value: true };
    }, patience);
    return answer.value || decided(answer) === 404 ? 'removed' : 'conflict';
  }

  /** Adds to a number of an item in one step, and gives what it came to; undefined where there is no such item. */
  async increment(
    id: string,
    partition: string,
    field: string,
    by: number,
    patience: Patience,
  ): Promise<number | undefined> {
    const answer = await this.requests.run(async (abortSignal) => {
      const { statusCode, resource } = await this.container
        .item(id, partition)
        .patch([{ op: 'incr', path: `/${field}`, value: by }], { abortSignal });
      return { statusCode, value: Number(isRecord(resource) ? resource[field] : Number.NaN) };
    }, patience);
    return answer.value;
  }

  /** All that a query finds, of one partition or, where it only filters, of all; heads and small items. */
  async query(
    where: string,
    parameters: Readonly<Record<string, string | number>>,
    options: { readonly partition?: string; readonly select?: string; readonly patience?: Patience } = {},
  ): Promise<Fields[]> {
    const found: Fields[] = [];
    for await (const page of this.pages(where, parameters, options)) found.push(...page);
    return found;
  }

  /** As `query`, a page at a time: each is a request of its own, and can be asked again. */
  async *pages(
    where: string,
    parameters: Readonly<Record<string, string | number>>,
    { partition, select = '*', patience = TAP }: Parameters<Items['query']>[2] & object = {},
  ): AsyncIterable<Fields[]> {
    const named: SqlParameter[] = Object.entries(parameters).map(([name, value]) => ({
      name: `@${name}`,
      value,
    }));
    // The partition is asked for in words too: a server may leave the header to them.
    if (partition !== undefined) named.push({ name: '@partition', value: partition });
    const ofPartition = partition === undefined ? '' : `c.${this.partitionKey} = @partition AND `;
    const query = `SELECT ${select} FROM c WHERE ${ofPartition}${where}`;
    for (let continuationToken: string | undefined; ; ) {
      const options: FeedOptions = {
        maxItemCount: PAGE,
        ...(partition === undefined ? {} : { partitionKey: partition }),
        ...(continuationToken === undefined ? {} : { continuationToken }),
      };
      const answer = await this.requests.run(async (abortSignal) => {
        const page = await this.container.items
          .query<Fields>({ query, parameters: named }, { ...options, abortSignal })
          .fetchNext();
        return { value: { resources: page.resources ?? [], next: page.continuationToken } };
      }, patience);
      if (!answer.value) throw new Error(`A query was not taken (${answer.status}).`);
      yield answer.value.resources;
      continuationToken = answer.value.next;
      if (!continuationToken) return;
    }
  }

  /** An item with its value, wherever that lies. */
  async #whole(item: Item, partition: string): Promise<Item> {
    const split = Split.safeParse(item.split).data;
    if (!split) return item;
    const pieces = await this.#pieces(item.id, partition, split);
    if (pieces) return { ...item, value: JSON.parse(pieces.join('')) };
    // Somebody wrote it anew meanwhile, and its parts went.
    const again = await this.read(item.id, partition, FILES);
    if (again && again.writeId !== item.writeId) return again;
    throw new StoreUnavailable(`Parts of item ${item.id} are missing.`);
  }

  /** A found item with its value, wherever that lies. */
  async withValue(found: Fields, partition: string): Promise<Item> {
    return this.#whole(asItem(found), partition);
  }

  async #pieces(id: string, partition: string, split: Split): Promise<string[] | undefined> {
    const pieces: string[] = [];
    for (const part of partIds(id, split)) {
      const answer = await this.requests.run(async (abortSignal) => {
        const { statusCode, resource } = await this.container
          .item(part, partition)
          .read<Fields>({ abortSignal });
        return { statusCode, value: resource };
      }, FILES);
      if (!answer.value) return undefined;
      pieces.push(Part.parse(answer.value).part);
    }
    return pieces;
  }

  /** Removes the parts of older values of an item; `keep`: those of its present one. */
  async dropParts(id: string, partition: string, keep?: Split): Promise<void> {
    const kept = new Set(keep && partIds(id, keep));
    const parts = await this.query('c.partOf = @id', { id }, { partition, select: 'c.id', patience: FILES });
    for (const part of parts) if (!kept.has(String(part.id))) await this.remove(String(part.id), partition);
  }
}

export function asItem(found: Fields): Item {
  const { id, _etag } = found;
  if (typeof id !== 'string' || typeof _etag !== 'string') throw new Error('An item without id or etag.');
  return { ...found, id, _etag };
}

const etagOf = (resource: Fields | undefined): string =>
  typeof resource?._etag === 'string' ? resource._etag : '';

/** The status with which the server decided against a request. @throws Error where it is too large to be stored. */
function decided(answer: Answer<unknown>): number {
  if (answer.status === 413) throw new Error('The item is larger than Cosmos DB takes.');
  return answer.status;
}
