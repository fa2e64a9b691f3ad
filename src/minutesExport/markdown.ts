import type {
  MinutesBlock,
  MinutesDocument,
  MinutesPart,
  MinutesSectionPart,
} from '../views/minutesDocument.ts';

/**
 * The minutes as Markdown, in the agenda's own order and under its headings. What people typed comes out as
 * they typed it: nothing is escaped.
 */
export function markdown(document: MinutesDocument): string {
  const blocks = [
    `# ${document.title}`,
    `*${document.status}*`,
    document.facts.map(({ label, value }) => `- ${label}: ${indented(value)}`).join('\n'),
    ...document.people.flatMap(({ heading, groups }) => [
      `## ${heading}`,
      ...groups.flatMap(({ organisation, people }) => [
        ...bold(organisation),
        people.map((person) => `- ${indented(person)}`).join('\n'),
      ]),
    ]),
    ...document.front.flatMap(part),
    ...document.items.flatMap((item) => [`## ${item.heading}`, ...item.sections.flatMap(section)]),
    ...document.back.flatMap(part),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const bold = (heading: string | null): string[] => (heading === null ? [] : [`**${heading}**`]);

/** Further lines of a list entry belong to it. */
const indented = (text: string): string => text.replace(/\r?\n/gu, '\n  ');

const part = ({ heading, groups }: MinutesPart): string[] => [
  `## ${heading}`,
  ...groups.flatMap((group) => [...bold(group.heading), blocksOf(group.blocks)]),
];

const section = ({ label, blocks }: MinutesSectionPart): string[] => [
  ...(label === null ? [] : [`### ${label}`]),
  blocksOf(blocks),
];

/** Paragraphs stand apart, entries of a list together. */
function blocksOf(blocks: readonly MinutesBlock[]): string {
  const texts = blocks.map(({ style, text, remark }, index) => {
    const listed = style !== 'paragraph';
    const mark = style === 'number' ? `${index + 1}. ` : listed ? '- ' : '';
    const said = mark + (listed ? indented(text) : text);
    return remark === '' ? said : `${said}${listed ? '\n  ' : '\n\n'}*${remark}*`;
  });
  return texts
    .map((text, at) => {
      const before = blocks[at - 1];
      if (before === undefined) return text;
      const together = before.style === blocks[at]?.style && before.style !== 'paragraph';
      return `${together ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}
