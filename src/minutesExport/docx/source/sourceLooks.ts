import type { SectionKind } from '../../../meeting/agenda.ts';
import type { Looks } from '../looks.ts';
import { type Format, noFormat } from '../paragraph.ts';
import { property, withoutProperties, withProperties } from '../properties.ts';
import { formatOf, type SourceParagraph, usualFormat } from './formats.ts';
import { paragraphsFrom, type SourceItem } from './items.ts';
import { numberingOf, type SourceLists } from './lists.ts';
import type { Place, Places } from './places.ts';
import { isInCell } from './positions.ts';

type Read = (place: Place) => SourceParagraph;

const bold = (format: Format): Format => ({
  ...format,
  letters: withProperties(format.letters, property('b'), property('bCs')),
});

/** The source's own ways of setting, in running text and in a table's cells: what is put in looks as its neighbours do. */
export function sourceLooks(
  places: Places,
  items: readonly SourceItem[],
  lists: SourceLists,
): { readonly body: Looks; readonly cell: Looks } {
  const known = new Map<Place, SourceParagraph>();
  const read: Read = (place) => {
    const format = known.get(place) ?? formatOf(places, place, lists);
    known.set(place, format);
    return format;
  };
  const labels = labelsOf(places, items, read);
  const itemHeading = headingOf(places, items, read);
  const looksFor = (inCell: boolean): Looks => {
    const text = textLooks(contentsOf(places, items, read), lists, inCell);
    const { paragraph } = text;
    return {
      ...text,
      newNumbers: () => null,
      itemHeading: itemHeading ?? bold(paragraph),
      partHeading: itemHeading ?? bold(paragraph),
      groupHeading: bold(paragraph),
      label: (kind) => labels(kind, bold(paragraph)),
      remark: [property('i'), property('iCs')],
      status: bold({ ...paragraph, paragraph: withoutProperties(paragraph.paragraph, 'ind', 'jc') }),
    };
  };
  return { body: looksFor(false), cell: looksFor(true) };
}

/** Paragraphs of an item's sections that hold text, without labels. */
type Contents = (kinds: readonly SectionKind[]) => SourceParagraph[];

const contentsOf =
  (places: Places, items: readonly SourceItem[], read: Read): Contents =>
  (kinds) =>
    items.flatMap(({ sections }) =>
      sections
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ lines, labelAt }) =>
          lines === null
            ? []
            : paragraphsFrom(places, lines)
                .filter((place) => place !== places.paragraphs[labelAt ?? -1])
                .map(read)
                .filter(({ text }) => text.trim() !== ''),
        ),
    );

/** Running text, and the entries of a list: as minutes are set there already, else as the case is. */
function textLooks(
  contents: Contents,
  lists: SourceLists,
  inCell: boolean,
): Pick<Looks, 'paragraph' | 'bullet' | 'continued' | 'typedBullet'> {
  const here = (kinds: readonly SectionKind[]) =>
    contents(kinds).filter(({ place }) => isInCell(place) === inCell);
  // A heading within a section is no example of its text: minutes set like it would be read as headings.
  const plain = (list: readonly SourceParagraph[]) =>
    usualFormat(list.filter((one) => one.list === null && !lists.isOfHeadings(one.style)));
  const decided = here(['discussion', 'decisions']);
  const described = here(['description']);
  const asked = here(['recommendation', 'attachments']);
  const text = plain(decided) ?? plain(described.filter((one) => !one.bold)) ?? plain(asked);
  const paragraph = text?.format ?? noFormat;

  const bullets = [decided, asked, described].flat().find(({ list }) => list?.kind === 'bullet');
  const decidedPlainly = decided.length > 0 && decided.every(({ list }) => list === null);
  // a cell has no room for the indent of a list of ours
  const spare = inCell ? undefined : lists.anyBullets;
  const made: Format | null = spare
    ? { ...paragraph, paragraph: withProperties(paragraph.paragraph, numberingOf(spare.numId)) }
    : null;
  const bullet = decidedPlainly ? paragraph : (bullets?.format ?? made ?? paragraph);
  const indent = (bullets?.list ?? (spare && lists.level(spare.numId, '0')))?.indent ?? 0;
  // Where decisions stand without a list, lists that were typed are still set as the document's others are.
  const entry = bullets?.format ?? made;
  const typedBullet = (level: number): Format | null => entry && deeper(entry, lists, level - 1, indent);
  if (bullet === paragraph || indent === 0) return { paragraph, bullet, continued: paragraph, typedBullet };
  const bare = withoutProperties(bullet.paragraph, 'numPr', 'ind');
  const unlisted = bullets?.listedByStyle ? withProperties(bare, numberingOf('0')) : bare;
  const inner = withProperties(unlisted, ['ind', `<w:ind w:left="${indent}" w:firstLine="0"/>`]);
  return { paragraph, bullet, continued: { ...bullet, paragraph: inner }, typedBullet };
}

/** The entry of a list, so many levels further in: by the list's own level where it has one, else by its indent. */
function deeper(entry: Format, lists: SourceLists, by: number, indent: number): Format {
  if (by === 0) return entry;
  const [, numId] = /<w:numId w:val="(\d+)"\/>/u.exec(entry.paragraph.get('numPr') ?? '') ?? [];
  const [, from = '0'] = /<w:ilvl w:val="(\d+)"\/>/u.exec(entry.paragraph.get('numPr') ?? '') ?? [];
  const level = String(Number(from) + by);
  const own = numId === undefined ? undefined : lists.level(numId, level);
  const left = own?.kind === 'bullet' && own.indent > 0 ? own.indent : (indent || 360) + 360 * by;
  return {
    ...entry,
    paragraph: withProperties(
      entry.paragraph,
      ...(numId !== undefined && own?.kind === 'bullet' ? [numberingOf(numId, level)] : []),
      ['ind', `<w:ind w:left="${left}" w:hanging="360"/>`],
    ),
  };
}

/** Labels as others of their kind, else as any; `otherwise` where the source has none of its own. */
function labelsOf(
  places: Places,
  items: readonly SourceItem[],
  read: Read,
): (kind: SectionKind | 'addendum', otherwise: Format) => ReturnType<Looks['label']> {
  const sections = items.flatMap((item) => item.sections);
  const inLine = sections.some(({ lines, labelAt }) => labelAt !== null && lines?.from === labelAt);
  const labels = sections.flatMap(({ kind, labelAt, lines }) => {
    const place = labelAt === null || lines?.from === labelAt ? undefined : places.paragraphs[labelAt];
    return place && !isInCell(place) ? [{ kind, label: read(place) }] : [];
  });
  const any = usualFormat(labels.map(({ label }) => label));
  return (kind, otherwise) => {
    const same = usualFormat(labels.flatMap((one) => (one.kind === kind ? [one.label] : [])));
    const template = same ?? any;
    const format = template?.format ?? otherwise;
    const colon = template ? template.text.trimEnd().endsWith(':') : inLine;
    return {
      format: { ...format, paragraph: withProperties(format.paragraph, property('keepNext')) },
      after: colon ? ':' : '',
    };
  };
}

/** Headings of items without their numbers; undefined where the source has none that look like headings. */
function headingOf(places: Places, items: readonly SourceItem[], read: Read): Format | undefined {
  const headings = items
    .flatMap(({ heading }) => paragraphsFrom(places, heading))
    .filter((place) => !isInCell(place))
    .map(read)
    .filter((one) => one.bold || one.style !== undefined);
  const usual = usualFormat(headings);
  if (!usual) return undefined;
  const { format, list, listedByStyle } = usual;
  if (!list && !listedByStyle) return format;
  const bare = withoutProperties(format.paragraph, 'numPr', 'ind');
  const unlisted = listedByStyle ? withProperties(bare, numberingOf('0')) : bare;
  return {
    ...format,
    paragraph: withProperties(unlisted, ['ind', '<w:ind w:left="0" w:firstLine="0"/>']),
  };
}
