import { describe, expect, it } from '@jest/globals';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { meetingPack } from '../../../src/views/meetingPack.ts';
import { fixture, heldAgenda, importedWord } from './heldAgenda.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

describe('the meeting pack in the agenda’s own Word document', () => {
  const packed = async () => {
    const held = await heldAgenda(fixture('klynge-soendervang.docx'));
    const pack = meetingPack(held.minutes(), { edition: 'full' });
    return { held, ...(await writeDocx(pack, { source: held })) };
  };

  it('has a field to fill in for the decision on each point, for who and for when', async () => {
    const { bytes, layout } = await packed();
    expect(layout).toBe('source');
    const fields = paragraphsOf(documentOf(bytes)).filter(({ tags }) => tags.at(-1)?.endsWith(':decisions'));
    expect(fields.slice(3, 7).map(({ text }) => text.replace(/…+$/u, ''))).toEqual([
      '1. Beslutning: ',
      '2. Beslutning: ',
      'Tovholder: ',
      'Frist: ',
    ]);
    expect(documentOf(bytes).match(/<w:showingPlcHdr\/>/gu)?.length).toBeGreaterThan(10);
  });

  it('is read as the same agenda', async () => {
    const { bytes, held } = await packed();
    const back = await importedWord(bytes);
    const asked = ({ items }: typeof back) =>
      items.map(({ title, recommendations }) => [title, recommendations]);
    expect(asked(back)).toEqual(asked(held.imported));
  });
});
