import type { SectionKind } from '../../../meeting/agenda.ts';
import type { Looks } from '../looks.ts';
import { type Format, noFormat } from '../paragraph.ts';
import { property, withoutProperties, withProperties } from '../properties.ts';
import { formatOf, type SourceParagraph, usualFormat } from './formats.ts';
import { paragraphsFrom, type SourceItem } from './items.ts';
import { numberingOf, type SourceLists } from './lists.ts';
import type { Place, Places } from './places.ts';

const bold = (format: Format): Format => ({
  ...format,
  letters: withProperties(format.letters, property('b'), property('bCs')),
});
const own: readonly SectionKind[] = ['discussion', 'decisions'];

export const isInTable = (place: Place): boolean => {
  for (let at = place.parent; at; at = at.parent) if (at.name === 'w:tc') return true;
  return false;
};

/** The source's own ways of setting, taken from its paragraphs: what is put in looks as its neighbours do. */
export function sourceLooks(places: Places, items: readonly SourceItem[], lists: SourceLists): Looks {
  const read = (place: Place) => formatOf(places, place, lists);
  const contents = (kinds: readonly SectionKind[]): SourceParagraph[] =>
    items.flatMap(({ sections }) =>
      sections
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ lines, labelAt }) =>
          lines === null
            ? []
            : paragraphsFrom(places, lines)
                .map(read)
                .filter(
                  ({ place, text }) => text.trim() !== '' && place !== places.paragraphs[labelAt ?? -1],
                ),
        ),
    );
  const plain = (list: readonly SourceParagraph[]) => usualFormat(list.filter((one) => one.list === null));
  const decided = contents(own);
  const described = contents(['description']);
  const asked = contents(['recommendation', 'attachments']);
  const text = plain(decided) ?? plain(described.filter((one) => !one.bold)) ?? plain(asked);
  const paragraph = text?.format ?? noFormat;

  const bullets = [decided, asked, described].flat().find(({ list }) => list?.kind === 'bullet');
  const decidedPlainly = decided.length > 0 && decided.every(({ list }) => list === null);
  // a cell has no room for the indent of a list of ours
  const inCells = items.some(({ heading }) => paragraphsFrom(places, heading).some(isInTable));
  const made: Format | null =
    lists.anyBullets && !inCells
      ? { ...paragraph, paragraph: withProperties(paragraph.paragraph, numberingOf(lists.anyBullets.numId)) }
      : null;
  const bullet = decidedPlainly ? paragraph : (bullets?.format ?? made ?? paragraph);
  const listId = bullets?.list ?? (lists.anyBullets ? lists.level(lists.anyBullets.numId, '0') : undefined);
  const indent = bullet === paragraph || (inCells && !bullets) ? 0 : (listId?.indent ?? 0);
  const continued: Format =
    indent === 0
      ? paragraph
      : {
          ...bullet,
          paragraph: withProperties(
            withoutProperties(bullet.paragraph, 'numPr', 'ind'),
            ...(bullets?.listedByStyle ? [numberingOf('0')] : []),
            ['ind', `<w:ind w:left="${indent}" w:firstLine="0"/>`],
          ),
        };

  const labels = new Map<SectionKind, SourceParagraph[]>();
  for (const { sections } of items)
    for (const { kind, labelAt, lines } of sections) {
      const place = labelAt === null || lines?.from === labelAt ? undefined : places.paragraphs[labelAt];
      if (place) labels.set(kind, [...(labels.get(kind) ?? []), read(place)]);
    }
  const anyLabel = usualFormat([...labels.values()].flat().filter(({ place }) => !isInTable(place)));
  const typed = items.some(({ sections }) => sections.some(({ lines, labelAt }) => lines?.from === labelAt));
  const label: Looks['label'] = (kind) => {
    const template = usualFormat(kind === 'addendum' ? [] : (labels.get(kind) ?? [])) ?? anyLabel;
    const set = template?.format ?? bold(paragraph);
    return {
      format: { ...set, paragraph: withProperties(set.paragraph, property('keepNext')) },
      after: (template ? template.text.trimEnd().endsWith(':') : typed) ? ':' : '',
    };
  };

  const headings = items
    .flatMap(({ heading }) => paragraphsFrom(places, heading))
    .filter((place) => !isInTable(place))
    .map(read);
  const heading = usualFormat(headings.filter((one) => one.bold || one.style !== undefined));
  const itemHeading: Format = heading
    ? {
        ...heading.format,
        paragraph: withProperties(
          withoutProperties(heading.format.paragraph, 'numPr', ...(heading.list ? ['ind'] : [])),
          ...(heading.listedByStyle ? [numberingOf('0')] : []),
          ...(heading.list ? [['ind', '<w:ind w:left="0" w:firstLine="0"/>'] as const] : []),
        ),
      }
    : bold(paragraph);
  return {
    paragraph,
    bullet,
    continued,
    newNumbers: () => null,
    itemHeading,
    partHeading: itemHeading,
    groupHeading: bold(paragraph),
    label,
    remark: [property('i'), property('iCs')],
    status: bold(paragraph),
  };
}
