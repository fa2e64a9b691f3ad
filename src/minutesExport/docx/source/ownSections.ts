import type { SectionKind } from '../../../meeting/agenda.ts';
import { paragraphsFrom, type SourceItem, type SourceSection } from './items.ts';
import { lettersIn, type Places, textIn } from './places.ts';

/**
 * The sections of the source that the minutes' own section of this kind is written over: empty ones with a label, and
 * those that the import read as minutes. `said`: all that is to be written under the item. A decision of an earlier meeting, quoted in the case, is none of them.
 */
export function ownSections(
  places: Places,
  { item, sections }: SourceItem,
  kind: SectionKind,
  said: string,
): SourceSection[] {
  const { written } = item;
  const minutes = lettersIn(
    kind === 'decisions'
      ? (written?.decisions ?? []).map(({ text }) => text).join('')
      : (written?.discussion ?? ''),
  );
  const minuted = ({ lines, labelAt }: SourceSection): boolean => {
    if (lines === null) return labelAt !== null;
    const texts = paragraphsFrom(places, lines).map((one) => lettersIn(textIn(places.xml, one)));
    return (
      minutes !== '' &&
      texts.some((text) => text.length > 3 && (minutes.includes(text) || text.includes(minutes.slice(0, 60))))
    );
  };
  // in minutes that label nothing, the text of an item may be its discussion; where it was not taken over, it stays
  const text = lettersIn(said);
  const unlabelled = (section: SourceSection): boolean =>
    kind === 'discussion' &&
    section.kind === 'description' &&
    section.label === null &&
    section.lines !== null &&
    paragraphsFrom(places, section.lines)
      .map((one) => lettersIn(textIn(places.xml, one)))
      .some((line) => line.length > 3 && text.includes(line));
  // what stands behind the decisions was read as discussion; where it was not taken over, it stays
  const discussed = lettersIn(written?.discussion ?? '');
  const withoutRest = (section: SourceSection): SourceSection => {
    if (kind !== 'decisions' || section.lines === null) return section;
    const paragraphs = paragraphsFrom(places, section.lines).map((one) => lettersIn(textIn(places.xml, one)));
    const last = paragraphs.findLastIndex(
      (line) => !discussed.includes(line) || (line !== '' && text.includes(line)),
    );
    return last < 0 ? section : { ...section, lines: { ...section.lines, to: section.lines.from + last } };
  };
  return sections
    .filter((section) => (section.kind === kind ? minuted(section) : unlabelled(section)))
    .map(withoutRest);
}
