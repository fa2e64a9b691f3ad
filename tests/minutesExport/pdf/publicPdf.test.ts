import { describe, expect, it } from '@jest/globals';
import { agenda, chair, item, note, record, running } from '../../support/meetingBuilder.ts';
import { documentOf } from '../../support/writtenMinutes.ts';
import { readBack, unpacked } from './readBack.ts';

/** Words that stand in the closed item only. */
const secrets = ['Flerkopinden', 'Zebrahegnet', 'Kvartsgruben', 'Xenonnotat', 'Yttriumgaarden', 'Wolframsen'];

const meeting = () => {
  const held = running(
    agenda({
      attachments: [{ title: 'Xenonnotat', itemNumber: '2' }],
      items: [
        item(1, { asks: ['At Rådet godkender dagsordenen'] }),
        item(2, {
          title: 'Flerkopinden',
          closed: true,
          asks: ['At Rådet godkender Zebrahegnet'],
          description: 'Kvartsgruben er til salg.',
          attachments: ['Xenonnotat'],
        }),
      ],
    }),
  );
  return held.does(
    chair,
    { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' },
    note('item-2', 'n', 'Yttriumgaarden blev nævnt.'),
    record('item-2', 'd', { text: 'Det sælges.', responsible: [{ kind: 'text', text: 'Wolframsen' }] }),
  );
};

/** All that the file holds: its text, its properties, and its bytes with every stream unpacked. */
async function everythingIn(edition: 'full' | 'public'): Promise<string> {
  const { bytes, text, info, xmp, outline, artifacts } = await readBack(documentOf(meeting(), { edition }));
  const raw = unpacked(bytes);
  // properties and headings beside the pages are written in UTF-16
  return [text, JSON.stringify(info), xmp, ...outline, ...artifacts, raw, raw.replaceAll('\u0000', '')].join(
    '\n',
  );
}

describe('a closed item', () => {
  it('leaves none of its words in the public PDF, by number and neutral title only', async () => {
    const all = await everythingIn('public');
    expect(secrets.filter((word) => all.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(all).toContain('2. Lukket punkt');
  });

  it('stands whole in the full one', async () => {
    const all = await everythingIn('full');
    expect(secrets.filter((word) => !all.includes(word))).toEqual([]);
  });
});
