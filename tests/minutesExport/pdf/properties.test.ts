import { describe, expect, it } from '@jest/globals';
import { writePdf } from '../../../src/minutesExport/pdf/writePdf.ts';
import { chair, note } from '../../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../../support/writtenMinutes.ts';
import { readBack } from './readBack.ts';

describe('the properties of the file', () => {
  const document = documentOf(oneItem({}));

  it('are those that a case system asks for', async () => {
    const metadata = {
      title: 'Møde <7> & "budget"',
      date: '2031-03-06',
      forum: 'Rådet',
      caseNumber: '24/117',
      documentType: 'Referat',
      confidentiality: 'Åbent',
    };
    const { info, xmp } = await readBack({ ...document, metadata });
    expect(info).toMatchObject({
      Title: 'Møde <7> & "budget"',
      Subject: 'Referat, Rådet, 2031-03-06',
      Keywords: '24/117, Referat, Åbent',
      Creator: 'Punkt',
      CreationDate: 'D:20310306120000Z',
    });
    expect(xmp).toContain('Møde &lt;7&gt; &amp; "budget"');
  });

  it('hold nothing where nothing is known', async () => {
    const none = { title: '', date: '', forum: '', caseNumber: '', documentType: '', confidentiality: '' };
    const { info } = await readBack({ ...document, metadata: none });
    expect(info.Title).toBe(document.title);
    expect([info.Subject, info.Keywords, info.CreationDate]).toEqual([
      undefined,
      undefined,
      'D:19700101000000Z',
    ]);
  });

  it('and all bytes are the same for the same minutes, whatever was written before, and others for others', async () => {
    const bytes = async (text: string) =>
      Buffer.from((await writePdf(documentOf(oneItem({}).does(chair, note('item-1', 'n', text))))).bytes);
    const first = await bytes('Prisen er 5 µm.');
    const other = await bytes('Prisen er 5 μm.');
    expect((await bytes('Prisen er 5 µm.')).equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
    const id = (file: Buffer) => /\/ID \[(.*)\]/u.exec(file.toString('latin1'))?.[1];
    expect(id(first)).toMatch(/^<[0-9a-f]{32}> <[0-9a-f]{32}>$/u);
    expect(id(other)).not.toBe(id(first));
  });
});
