import type { MinutesDocument, MinutesPart } from '../../views/minutesDocument.ts';

/** A paragraph of the minutes, with where it stands. */
export interface PaperLine {
  readonly style: 'title' | 'heading' | 'label' | 'paragraph' | 'bullet' | 'number';
  readonly text: string;
  /** The item or part that it belongs to; lines of one part stand together. */
  readonly part: string;
}

const HEAD = 'head';

/** The minutes as one list of paragraphs, in the order of the paper. */
export function paperLines(document: MinutesDocument): readonly PaperLine[] {
  const { title, status, facts, people, front, items, back } = document;
  const line = (part: string, style: PaperLine['style'], text: string): PaperLine => ({ part, style, text });
  const said = ({ text, remark }: { readonly text: string; readonly remark: string }) =>
    remark === '' ? text : `${text} (${remark})`;
  const ofPart = ({ id, heading, groups }: MinutesPart): PaperLine[] => [
    line(id, 'heading', heading),
    ...groups.flatMap((group) => [
      ...(group.heading === null ? [] : [line(id, 'label', group.heading)]),
      ...group.blocks.map((block) => line(id, block.style, said(block))),
    ]),
  ];
  return [
    line(HEAD, 'title', title),
    line(HEAD, 'paragraph', status),
    ...facts.map(({ label, value }) => line(HEAD, 'paragraph', `${label}: ${value}`)),
    ...people.flatMap(({ heading, groups }) => [
      line('people', 'heading', heading),
      ...groups.flatMap((group) => [
        ...(group.organisation === null ? [] : [line('people', 'label', group.organisation)]),
        ...group.people.map((name) => line('people', 'bullet', name)),
      ]),
    ]),
    ...front.flatMap(ofPart),
    ...items.flatMap(({ itemId, heading, sections }) => [
      line(itemId, 'heading', heading),
      ...sections.flatMap((section) => [
        ...(section.label === null ? [] : [line(itemId, 'label', section.label)]),
        ...section.blocks.map((block) => line(itemId, block.style, said(block))),
      ]),
    ]),
    ...back.flatMap(ofPart),
  ].flatMap((one) => one.text.split('\n').map((text) => ({ ...one, text })));
}
