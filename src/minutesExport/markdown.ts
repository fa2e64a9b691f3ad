import type {
  MinutesBlock,
  MinutesDocument,
  MinutesPart,
  MinutesSectionPart,
} from '../views/minutesDocument.ts';
import { asMarkdown, asMarkdownLine, asMarkdownProse } from '../wording/markdownText.ts';

/**
 * The minutes as Markdown, in the agenda's own order and under its headings. What people typed shows as they typed it.
 * A rule parts the items from the head before them and from what is gathered after them; a section without a heading
 * says in a comment what it is. Our own import reads it back (src/agendaImport/ownMarkdown).
 */
export function markdown(document: MinutesDocument): string {
  const { facts, people, front, items, back } = document;
  const blocks = [
    `# ${asMarkdownLine(document.title)}`,
    `*${asMarkdownLine(document.status)}*`,
    facts.map(({ label, value }) => `- ${asMarkdownLine(label)}: ${asMarkdownLine(value)}`).join('\n'),
    ...people.flatMap(({ heading, groups }) => [
      `## ${asMarkdownLine(heading)}`,
      ...groups.flatMap((group) => [
        ...bold(group.organisation),
        group.people.map((person) => `- ${asMarkdownLine(person)}`).join('\n'),
      ]),
    ]),
    ...front.flatMap(part),
    ...(items.length > 0 ? ['---'] : []),
    ...items.flatMap((item) => [`## ${asMarkdownLine(item.heading)}`, ...item.sections.flatMap(section)]),
    ...(back.length > 0 ? ['---'] : []),
    ...back.flatMap(part),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const bold = (heading: string | null): string[] =>
  heading === null ? [] : [`**${asMarkdownLine(heading)}**`];

const part = ({ heading, groups }: MinutesPart): string[] => [
  `## ${asMarkdownLine(heading)}`,
  ...groups.flatMap((group) => [...bold(group.heading), blocksOf(group.blocks)]),
];

const section = ({ kind, label, blocks }: MinutesSectionPart): string[] => [
  label === null ? `<!-- ${kind} -->` : `### ${asMarkdownLine(label)}`,
  blocksOf(blocks),
];

/** Paragraphs stand apart, entries of a list together. */
function blocksOf(blocks: readonly MinutesBlock[]): string {
  let number = 0;
  return blocks
    .map(({ style, text, remark }, at) => {
      const before = blocks[at - 1]?.style;
      number = style === 'number' && before === 'number' ? number + 1 : 1;
      const mark = style === 'paragraph' ? '' : style === 'number' ? `${number}. ` : '- ';
      const typed = style === 'paragraph' ? asMarkdownProse(text) : asMarkdown(text);
      const behind = style === 'paragraph' ? '\n\n' : '  \n';
      const said = remark === '' ? typed : `${typed}${behind}*${asMarkdownLine(remark)}*`;
      const between = before === undefined ? '' : before === style && mark !== '' ? '\n' : '\n\n';
      return between + mark + indented(said, mark.length);
    })
    .join('');
}

/** Further lines of a list entry belong to it. */
const indented = (text: string, width: number): string =>
  width === 0 ? text : text.replace(/\n(?!\n|$)/gu, `\n${' '.repeat(width)}`);
