import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentAddress, Documents } from '../../../src/service/documents.ts';
import { numbersTo, TRICKY_IDS, TYPED_TEXTS } from './commits.ts';

/** A fresh, empty store; `another` is a second client on the same one, closed along with it. */
export interface OpenedDocuments {
  readonly documents: Documents;
  another(): Promise<Documents>;
  close(): Promise<void>;
}

/** What all `Documents` promise. */
export function describeDocuments(name: string, open: () => Promise<OpenedDocuments>): void {
  describe(`${name}: the documents`, () => {
    const address: DocumentAddress = { collection: 'drafts', partition: 'm', id: 'head' };
    let opened: OpenedDocuments;
    let documents: Documents;

    beforeEach(async () => {
      opened = await open();
      documents = opened.documents;
    });
    afterEach(() => opened.close());

    /** Writes whatever is stored and gives the etag. */
    async function put(at: DocumentAddress, value: unknown): Promise<string> {
      const written = await documents.write(at, value, 'any');
      if (written === 'conflict') throw new Error('a write that expects nothing met a conflict');
      return written.etag;
    }
    const valueAt = async (at: DocumentAddress) => (await documents.read(at))?.value;

    describe('write', () => {
      it('stores a document that is read back with its address, value and etag', async () => {
        const etag = await put(address, { title: 'Referat', items: [1, null, true, 0.5, { deep: [] }] });
        const value = { title: 'Referat', items: [1, null, true, 0.5, { deep: [] }] };
        expect(await documents.read(address)).toEqual({ ...address, value, etag });
      });

      it('creates where nothing is expected and nothing is', async () => {
        const written = await documents.write(address, 'ny', 'absent');
        expect(written).toEqual({ etag: (await documents.read(address))?.etag });
      });

      it('answers conflict where nothing is expected and something is, and leaves it', async () => {
        const etag = await put(address, 'gammel');
        expect(await documents.write(address, 'ny', 'absent')).toBe('conflict');
        expect(await documents.read(address)).toEqual({ ...address, value: 'gammel', etag });
      });

      it('replaces the version that was expected', async () => {
        const etag = await put(address, 'gammel');
        expect(await documents.write(address, 'ny', { etag })).not.toBe('conflict');
        expect(await valueAt(address)).toBe('ny');
      });

      it('answers conflict for a version that is no longer there, and leaves the newer one', async () => {
        const etag = await put(address, 'en');
        await put(address, 'to');
        expect(await documents.write(address, 'tre', { etag })).toBe('conflict');
        expect(await valueAt(address)).toBe('to');
      });

      it('answers conflict where a version is expected and nothing is, and creates nothing', async () => {
        const etag = await put(address, 'en');
        await documents.remove(address);
        expect(await documents.write(address, 'to', { etag })).toBe('conflict');
        expect(await documents.read(address)).toBeUndefined();
      });

      it.each(['', 'noget andet', '"0x8DC"', '-1', '0'])(
        'answers conflict for the etag %j, which was never given',
        async (etag) => {
          await put(address, 'en');
          expect(await documents.write(address, 'to', { etag })).toBe('conflict');
          expect(await valueAt(address)).toBe('en');
        },
      );

      it('answers conflict for an etag that only resembles the one given', async () => {
        const etag = await put(address, 'en');
        for (const similar of [` ${etag}`, `${etag} `, `${etag}.5`, `0${etag}`]) {
          expect(await documents.write(address, 'to', { etag: similar })).toBe('conflict');
          expect(await documents.remove(address, { etag: similar })).toBe('conflict');
        }
        expect(await valueAt(address)).toBe('en');
      });

      it('overwrites whatever is there where it does not matter', async () => {
        await put(address, 'en');
        await put(address, 'to');
        expect(await valueAt(address)).toBe('to');
      });

      it('gives a new etag at every write, also when the value is the same', async () => {
        const etags = [];
        for (const _ of numbersTo(10)) etags.push(await put(address, 'samme'));
        expect(new Set(etags).size).toBe(10);
      });

      it('gives a document that was removed and written anew an etag of its own', async () => {
        const etag = await put(address, 'samme');
        await documents.remove(address);
        await put(address, 'samme');
        expect(await documents.write(address, 'ny', { etag })).toBe('conflict');
      });

      it('lets exactly one of twenty writers with one etag through', async () => {
        const etag = await put(address, 'før');
        const other = await opened.another();
        const answers = await Promise.all(
          numbersTo(20).map((n) => (n % 2 ? documents : other).write(address, n, { etag })),
        );
        const winner = answers.findIndex((answer) => answer !== 'conflict');
        expect(answers.filter((answer) => answer !== 'conflict')).toHaveLength(1);
        expect(await documents.read(address)).toMatchObject({
          value: winner + 1,
          ...Object(answers[winner]),
        });
      });

      it('lets exactly one of twenty creators through', async () => {
        const other = await opened.another();
        const answers = await Promise.all(
          numbersTo(20).map((n) => (n % 2 ? documents : other).write(address, n, 'absent')),
        );
        expect(answers.filter((answer) => answer !== 'conflict')).toHaveLength(1);
        expect(await valueAt(address)).toBe(answers.findIndex((answer) => answer !== 'conflict') + 1);
      });

      it('loses no count when twenty readers each add one and try again on conflict', async () => {
        const other = await opened.another();
        await put(address, 0);
        const addOne = async (store: Documents): Promise<void> => {
          const stored = await store.read(address);
          if (!stored) throw new Error('the counter is gone');
          const answer = await store.write(address, Number(stored.value) + 1, { etag: stored.etag });
          if (answer === 'conflict') await addOne(store);
        };
        await Promise.all(numbersTo(20).map((n) => addOne(n % 2 ? documents : other)));
        expect(await valueAt(address)).toBe(20);
      });

      it.each(TYPED_TEXTS)('keeps %s exactly as typed', async (_, text) => {
        await put(address, { text });
        expect(await valueAt(address)).toEqual({ text });
      });

      it('takes a document of a megabyte and a half', async () => {
        const value = { text: 'a'.repeat(1_500_000) };
        await put(address, value);
        expect(await valueAt(address)).toEqual(value);
      });
    });

    describe('read', () => {
      it('gives undefined for what is not there', async () => {
        expect(await documents.read(address)).toBeUndefined();
      });

      it('sees at once what another client wrote', async () => {
        const other = await opened.another();
        for (const n of numbersTo(5)) {
          await other.write(address, n, 'any');
          expect(await valueAt(address)).toBe(n);
        }
      });

      it('keeps the same id in other partitions and collections apart', async () => {
        const addresses: DocumentAddress[] = [
          address,
          { ...address, partition: 'm2' },
          { ...address, collection: 'people' },
          { ...address, partition: 'mh', id: 'ead' },
          { ...address, id: 'hea' },
        ];
        for (const [n, at] of addresses.entries()) await put(at, n);
        for (const [n, at] of addresses.entries()) expect(await valueAt(at)).toBe(n);
      });

      it('keeps documents apart, whatever their ids and partitions look like', async () => {
        for (const id of TRICKY_IDS) {
          await put({ ...address, id }, { id });
          await put({ ...address, partition: id }, { partition: id });
        }
        for (const id of TRICKY_IDS) {
          expect(await documents.read({ ...address, id })).toMatchObject({ id, value: { id } });
          const inPartition = await documents.read({ ...address, partition: id });
          expect(inPartition).toMatchObject({ partition: id, value: { partition: id } });
        }
      });
    });

    describe('remove', () => {
      it('removes whatever is there where nothing is expected', async () => {
        await put(address, 'en');
        expect(await documents.remove(address)).toBe('removed');
        expect(await documents.read(address)).toBeUndefined();
      });

      it('removes the version that was expected', async () => {
        const etag = await put(address, 'en');
        expect(await documents.remove(address, { etag })).toBe('removed');
        expect(await documents.read(address)).toBeUndefined();
      });

      it('answers conflict for a version that is no longer there, and leaves the newer one', async () => {
        const etag = await put(address, 'en');
        await put(address, 'to');
        expect(await documents.remove(address, { etag })).toBe('conflict');
        expect(await valueAt(address)).toBe('to');
      });

      it('answers conflict where nothing is expected and something is', async () => {
        await put(address, 'en');
        expect(await documents.remove(address, 'absent')).toBe('conflict');
        expect(await valueAt(address)).toBe('en');
      });

      it('takes it calmly when there is nothing to remove', async () => {
        const etag = await put(address, 'en');
        await documents.remove(address);
        expect(await documents.remove(address)).toBe('removed');
        expect(await documents.remove(address, 'any')).toBe('removed');
        expect(await documents.remove(address, 'absent')).toBe('removed');
        expect(await documents.remove(address, { etag })).toBe('removed');
      });

      it('leaves the neighbours', async () => {
        await put(address, 'en');
        await put({ ...address, id: 'head2' }, 'to');
        await documents.remove(address);
        expect(await valueAt({ ...address, id: 'head2' })).toBe('to');
      });
    });

    describe('list', () => {
      it('is empty for an unknown partition', async () => {
        expect(await documents.list('drafts', 'ukendt')).toEqual([]);
      });

      it('gives every document of the partition, ordered by id, as it would be read', async () => {
        for (const id of ['b', 'ø', 'a10', 'c', 'a', 'æ', 'B', 'å']) await put({ ...address, id }, { id });
        const listed = await documents.list('drafts', 'm');
        expect(listed.map(({ id }) => id)).toEqual(['B', 'a', 'a10', 'b', 'c', 'å', 'æ', 'ø']);
        for (const document of listed) expect(await documents.read(document)).toEqual(document);
      });

      it('gives nothing of other partitions and collections', async () => {
        await put(address, 'her');
        await put({ ...address, partition: 'm2' }, 'der');
        await put({ ...address, partition: 'l' }, 'der');
        await put({ ...address, collection: 'people' }, 'der');
        expect((await documents.list('drafts', 'm')).map(({ value }) => value)).toEqual(['her']);
      });

      it('gives ids and partitions as they were given, whatever they look like', async () => {
        for (const id of TRICKY_IDS) await put({ ...address, id }, null);
        expect(new Set((await documents.list('drafts', 'm')).map(({ id }) => id))).toEqual(
          new Set(TRICKY_IDS),
        );
      });

      it('leaves out what was removed', async () => {
        await put(address, 'en');
        await documents.remove(address);
        expect(await documents.list('drafts', 'm')).toEqual([]);
      });
    });
  });
}
