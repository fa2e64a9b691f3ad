import { expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { textCard } from '../../src/views/textCard.ts';

interface Line {
  readonly inlines?: readonly {
    readonly text: string;
    readonly weight?: string;
    readonly italic?: boolean;
  }[];
  readonly spacing?: string;
}

it('lines stand close to what they belong to, and off what they do not; an answer is bold, a remark in italics', () => {
  const { card } = renderFitting([
    textCard(
      { language: 'da', notice: null },
      {
        heading: 'Punkt 1',
        lines: [
          { text: 'Indstilling', style: 'heading' },
          { text: 'At planen godkendes' },
          { text: 'Godkendt', style: 'answer' },
          { text: 'At planen drøftes' },
          { text: 'Ikke besvaret', style: 'remark' },
          { text: 'Noget andet', style: 'apart' },
        ],
        buttons: [],
      },
    ),
  ]);
  const body = (card.body ?? []) as Line[];
  const lines = body.flatMap(({ inlines, spacing }) =>
    (inlines ?? []).map(({ text, weight, italic }) => [text, spacing, weight === 'Bolder', italic === true]),
  );
  expect(lines).toEqual([
    ['Indstilling', 'Medium', true, false],
    ['At planen godkendes', 'Small', false, false],
    ['Godkendt', 'None', true, false],
    ['At planen drøftes', 'Small', false, false],
    ['Ikke besvaret', 'None', false, true],
    ['Noget andet', 'Medium', false, false],
  ]);
});
