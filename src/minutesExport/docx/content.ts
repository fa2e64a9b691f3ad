import { partTag, sectionTag } from '../../meeting/minutesTags.ts';
import type { MinutesBlock, MinutesPart, MinutesSectionPart } from '../../views/minutesDocument.ts';
import { exportTexts } from '../../wording/exportTexts.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { listedLines, writtenLine } from '../../wording/typedLines.ts';
import type { Looks } from './looks.ts';
import { contentControl, type Format, fillIn, lettersOf, paragraphAround, paragraphOf } from './paragraph.ts';

/**
 * Paragraphs of blocks, each remark in one of its own under its block. Lines of running text are paragraphs of their
 * own; an entry of a list stays one.
 */
export function blocksXml(blocks: readonly MinutesBlock[], looks: Looks, id = ''): string {
  let numbers: Format | null = null;
  let count = 0;
  return blocks
    .map(({ style, text, remark }, at) => {
      if (style === 'number') {
        if (blocks[at - 1]?.style !== 'number') {
          numbers = looks.newNumbers();
          count = 0;
        }
        count += 1;
      }
      const [first, below] =
        style === 'paragraph'
          ? [looks.paragraph, looks.paragraph]
          : [style === 'bullet' ? looks.bullet : (numbers ?? looks.paragraph), looks.continued];
      const typed = style === 'number' && numbers === null ? `${count}. ` : '';
      return (
        (style === 'paragraph'
          ? proseXml(text, looks, `${id}:${at}`)
          : textXml(first, typed + text, `${id}:${at}`)) +
        remarkXml(below, remark, looks, id && `${id}:${at}`)
      );
    })
    .join('');
}

/** Running text: a paragraph a line, those that were typed as bullets as a list. */
const proseXml = (text: string, looks: Looks, id: string): string =>
  listedLines(text)
    .map((line, at) => {
      const bullet = line.level === 0 ? null : looks.typedBullet(line.level);
      const [format, words] = bullet ? [bullet, line.text] : [looks.paragraph, writtenLine(line)];
      return at === 0 ? textXml(format, words, id) : paragraphOf(format, { text: words });
    })
    .join('');

const assigning = Object.values(minutesTexts).flatMap(({ responsible, due }) => [
  `${responsible}: `,
  `${due}: `,
]);

/** Who and when are part of a decision; what else is remarked is of these minutes only, and an import passes over it. */
function remarkXml(format: Format, remark: string, looks: Looks, id: string): string {
  if (remark === '') return '';
  const paragraph = (text: string) => paragraphOf(format, { text, letters: looks.remark });
  if (id === '') return paragraph(remark);
  const pieces = remark.split(' · ');
  const other = pieces.findIndex((piece) => !assigning.some((label) => piece.startsWith(label)));
  const read = pieces.slice(0, other < 0 ? pieces.length : other);
  const passed = pieces.slice(read.length);
  return (
    (read.length > 0 ? paragraph(read.join(' · ')) : '') +
    (passed.length > 0 ? contentControl(partTag(id), '', paragraph(passed.join(' · '))) : '')
  );
}

/** Text as it was typed; room to write by hand is a field, so that it can be filled in on a screen as well. */
function textXml(format: Format, text: string, id: string): string {
  const { blank } = exportTexts.da;
  const at = text.indexOf(blank);
  if (at < 0) return paragraphOf(format, { text });
  const runs =
    lettersOf(text.slice(0, at), format.letters) +
    fillIn(sectionTag(id), blank, format.letters) +
    lettersOf(text.slice(at + blank.length), format.letters);
  return paragraphAround(format, runs, text);
}

/** The label of a section as a paragraph; empty where it has none. */
export function labelXml({ kind, label }: Pick<MinutesSectionPart, 'kind' | 'label'>, looks: Looks): string {
  if (label === null) return '';
  const { format, after } = looks.label(kind);
  return paragraphOf(format, { text: label + after });
}

/** What stands in a section, in the content control by which it is read back. */
export const sectionXml = (section: MinutesSectionPart, looks: Looks): string =>
  contentControl(sectionTag(section.id), section.label ?? '', blocksXml(section.blocks, looks, section.id));

/** A heading of the document with what is under it. */
export const partContentXml = ({ heading, groups }: MinutesPart, looks: Looks): string =>
  paragraphOf(looks.partHeading, { text: heading }) +
  groups
    .map(
      (group) =>
        (group.heading === null ? '' : paragraphOf(looks.groupHeading, { text: group.heading })) +
        blocksXml(group.blocks, looks),
    )
    .join('');

/** A part that an import passes over: it only repeats what stands under the items. */
export const partXml = (part: MinutesPart, looks: Looks): string =>
  contentControl(partTag(part.id), part.heading, partContentXml(part, looks));

/** "Referatudkast – ikke godkendt", above all else. */
export const statusXml = (status: string, looks: Looks): string =>
  status === '' ? '' : contentControl(partTag('status'), status, paragraphOf(looks.status, { text: status }));
