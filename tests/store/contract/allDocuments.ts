import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection, DocumentAddress, Documents } from '../../../src/service/documents.ts';
import { numbersTo, TRICKY_IDS } from './commits.ts';
import type { OpenedDocuments } from './documents.ts';

/** What every `Documents` promises of going through a whole collection. */
export function describeAllDocuments(name: string, open: () => Promise<OpenedDocuments>): void {
  describe(`${name}: the addresses of a collection`, () => {
    let opened: OpenedDocuments;
    let documents: Documents;

    beforeEach(async () => {
      opened = await open();
      documents = opened.documents;
    });
    afterEach(() => opened.close());

    const addresses = async (collection: Collection): Promise<DocumentAddress[]> => {
      const found: DocumentAddress[] = [];
      for await (const address of documents.addresses(collection)) found.push(address);
      return found;
    };
    const put = (address: DocumentAddress) => documents.write(address, { text: 'noget' }, 'any');

    it('are none where nothing is stored', async () => {
      expect(await addresses('drafts')).toEqual([]);
    });

    it('are those of every partition, each once, also where they are many', async () => {
      const expected = numbersTo(3).flatMap((m) =>
        numbersTo(40).map((n) => ({ collection: 'drafts', partition: `m${m}`, id: `item:${n}` }) as const),
      );
      for (const address of expected) await put(address);
      const found = await addresses('drafts');
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    });

    it('are those of that collection only, without what was removed', async () => {
      const address = { collection: 'drafts', partition: 'm', id: 'head' } as const;
      await put(address);
      await put({ ...address, collection: 'people' });
      await put({ ...address, collection: 'drops' });
      await put({ ...address, id: 'gone' });
      await documents.remove({ ...address, id: 'gone' });
      expect(await addresses('drafts')).toEqual([address]);
    });

    it('are as they were given, whatever ids and partitions look like', async () => {
      const expected = TRICKY_IDS.flatMap((odd) => [
        { collection: 'drafts', partition: odd, id: 'head' } as const,
        { collection: 'drafts', partition: 'm', id: odd } as const,
      ]);
      for (const address of expected) await put(address);
      const found = await addresses('drafts');
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    });

    it('lead to the documents', async () => {
      await put({ collection: 'sources', partition: 'm', id: 'source:1' });
      const [address] = await addresses('sources');
      expect(address && (await documents.read(address))?.value).toEqual({ text: 'noget' });
    });

    it('may be removed while they are gone through', async () => {
      for (const n of numbersTo(120)) await put({ collection: 'drops', partition: `p${n}`, id: 'x' });
      for await (const address of documents.addresses('drops')) await documents.remove(address);
      expect(await addresses('drops')).toEqual([]);
    });
  });
}
