import type {
  MinutesBlock,
  MinutesDocument,
  MinutesItemPart,
  MinutesPart,
  MinutesSectionPart,
} from '../../views/minutesDocument.ts';
import { type Block, node, type Tag, type TagNode } from './blocks.ts';
import { lineEnd } from './setText.ts';
import { type TextStyle, textStyles, textWidth } from './textStyles.ts';

/** Points between the edge of a list and its texts. */
const listIndent = 16;
/** Labels of the head stand in a column of their own, as wide as they need, up to this. */
const widestLabel = 150;
const labelGap = 14;
/** Points that blank lines are worth. */
const paragraphRoom = 6;

interface Place {
  readonly space: number;
  readonly withNext?: boolean;
  readonly withPrevious?: boolean;
  readonly x?: number;
  readonly inOutline?: boolean;
}

function text(element: TagNode, words: string, style: TextStyle, place: Place): Block {
  const { space, withNext = false, withPrevious = false, x = 0, inOutline = false } = place;
  const cell = { element, text: words, style, x, width: textWidth - x };
  return { cells: [cell], space, withNext, withPrevious, inOutline };
}

/** A text as typed → its paragraphs, each with the points above it beside what is usual; blank lines are room. */
function paragraphs(typed: string): { readonly words: string; readonly room: number }[] {
  let room = 0;
  const all = typed.split(lineEnd).flatMap((words) => {
    if (words.trim() === '') {
      room = paragraphRoom;
      return [];
    }
    const paragraph = { words, room };
    room = 0;
    return [paragraph];
  });
  return all.length > 0 ? all : [{ words: '', room: 0 }];
}

/** A mark and its text; further paragraphs stand under the first. */
function marked(list: TagNode, mark: string, typed: string): [Block[], TagNode] {
  const style = textStyles.text;
  const entry = node('LI', list);
  const body = node('LBody', entry);
  const [first, ...others] = paragraphs(typed);
  const cells = [
    { element: node('Lbl', entry), text: mark, style, x: 0, width: listIndent },
    {
      element: node('P', body),
      text: first?.words ?? '',
      style,
      x: listIndent,
      width: textWidth - listIndent,
    },
  ];
  const opening = { cells, space: 3, withNext: false, withPrevious: false, inOutline: false };
  const going = others.map(({ words, room }) =>
    text(node('P', body), words, style, { space: 2 + room, x: listIndent }),
  );
  return [[opening, ...going], body];
}

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
      { element: node('TH', row), text: label, style: textStyles.label, x: 0, width: labelWidth + 1 },
      { element: node('TD', row), text: value, style: textStyles.text, x, width: textWidth - x },
    ];
    return { cells, space: at === 0 ? 14 : 2, withNext: false, withPrevious: false, inOutline: false };
  });
}

function names(section: TagNode, people: readonly string[]): Block[] {
  const list = node('L', section);
  return people.flatMap((person) => marked(list, '•', person)[0]);
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
    if (style !== before || list === null) list = node('L', section);
    before = style;
    if (style === 'number') number += 1;
    const remarkAt = (parent: TagNode, x: number): Block[] =>
      remark === ''
        ? []
        : [text(node('P', parent), remark, textStyles.remark, { space: 2, x, withPrevious: true })];
    if (style === 'paragraph')
      return [
        ...paragraphs(words).map((one, at) =>
          text(node('P', section), one.words, textStyles.text, { space: (at === 0 ? 5 : 3) + one.room }),
        ),
        ...remarkAt(section, listIndent),
      ];
    const [entry, body] = marked(list, style === 'number' ? `${number}.` : '•', words);
    return [...entry, ...remarkAt(body, listIndent)];
  });
}
