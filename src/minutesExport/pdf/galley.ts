import type {
  MinutesBlock,
  MinutesDocument,
  MinutesItemPart,
  MinutesPart,
  MinutesSectionPart,
} from '../../views/minutesDocument.ts';
import { type Block, listOf, node, type Tag, type TagNode } from './blocks.ts';
import { listEntry, listIndent, prose, text } from './prose.ts';
import { textStyles, textWidth } from './textStyles.ts';

/** Labels of the head stand in a column of their own, as wide as they need, up to this. */
const widestLabel = 150;
const labelGap = 14;
/** The minutes as blocks from top to bottom. `widthOf`: of a label, in points. */
export function galley(document: MinutesDocument, widthOf: (label: string) => number): Block[] {
  const root = node('Document', null);
  const { title, status, facts, people, front, items, back } = document;
  return [
    text(node('H1', root), title, textStyles.title, { space: 0 }),
    text(node('P', root), status, textStyles.status, { space: 4 }),
    ...table(root, facts, widthOf),
    ...people.flatMap(({ heading, groups }) => {
      const section = node('Sect', root);
      return [
        headed('H2', section, heading),
        ...groups.flatMap(({ organisation, people }) => [
          ...(organisation === null ? [] : [labelled(section, organisation)]),
          ...names(section, people),
        ]),
      ];
    }),
    ...front.flatMap((part) => partOf(root, part)),
    ...items.flatMap((item) => itemOf(root, item)),
    ...back.flatMap((part) => partOf(root, part)),
  ];
}

const headed = (tag: Tag, section: TagNode, heading: string): Block =>
  text(node(tag, section), heading, textStyles.heading, { space: 22, withNext: true, inOutline: true });

const labelled = (section: TagNode, label: string): Block =>
  text(node('H3', section), label, textStyles.label, { space: 9, withNext: true });

function table(root: TagNode, facts: MinutesDocument['facts'], widthOf: (label: string) => number): Block[] {
  const whole = node('Table', root);
  const labelWidth = Math.min(widestLabel, Math.max(0, ...facts.map(({ label }) => widthOf(label))));
  const x = labelWidth + labelGap;
  return facts.map(({ label, value }, at) => {
    const row = node('TR', whole);
    const cells = [
      {
        element: node('TH', row, { O: 'Table', Scope: 'Row' }),
        text: label,
        style: textStyles.label,
        x: 0,
        width: labelWidth + 1,
      },
      { element: node('TD', row), text: value, style: textStyles.text, x, width: textWidth - x },
    ];
    return { cells, space: at === 0 ? 14 : 2, withNext: false, withPrevious: false, inOutline: false };
  });
}

function names(section: TagNode, people: readonly string[]): Block[] {
  const list = listOf(section, '•');
  return people.flatMap((person) => listEntry(list, '•', person, 1).blocks);
}

const partOf = (root: TagNode, { heading, groups }: MinutesPart): Block[] => {
  const section = node('Sect', root);
  return [
    headed('H2', section, heading),
    ...groups.flatMap((group) => [
      ...(group.heading === null ? [] : [labelled(section, group.heading)]),
      ...blocksOf(section, group.blocks),
    ]),
  ];
};

const itemOf = (root: TagNode, item: MinutesItemPart): Block[] => {
  const section = node('Sect', root);
  return [headed('H2', section, item.heading), ...item.sections.flatMap((part) => sectionOf(section, part))];
};

const sectionOf = (section: TagNode, { label, blocks }: MinutesSectionPart): Block[] => [
  ...(label === null ? [] : [labelled(section, label)]),
  ...blocksOf(section, blocks),
];

function blocksOf(section: TagNode, blocks: readonly MinutesBlock[]): Block[] {
  let list: TagNode | null = null;
  let before: MinutesBlock['style'] | null = null;
  let number = 0;
  return blocks.flatMap(({ style, text: words, remark }) => {
    if (style === 'number') number += 1;
    const mark = style === 'number' ? `${number}.` : '•';
    if (style !== before || list === null) list = listOf(section, mark);
    before = style;
    const remarkAt = (parent: TagNode, x: number): Block[] =>
      remark === ''
        ? []
        : [text(node('P', parent), remark, textStyles.remark, { space: 2, x, withPrevious: true })];
    if (style === 'paragraph') return [...prose(section, words, 0, 5), ...remarkAt(section, listIndent)];
    const { blocks: entry, body } = listEntry(list, mark, words);
    return [...entry, ...remarkAt(body, listIndent)];
  });
}
