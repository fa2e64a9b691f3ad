import type { Agenda, AgendaItem, SectionKind } from '../../../meeting/agenda.ts';
import type { Anchor } from '../../../meeting/anchors.ts';
import { lettersIn, type Place, type Places, textIn } from './places.ts';

/** A section of an item in the source; numbers are those of its paragraphs. */
export interface SourceSection {
  readonly kind: SectionKind;
  readonly label: string | null;
  readonly labelAt: number | null;
  readonly lines: { readonly from: number; readonly to: number } | null;
}

/** An item of the agenda where it stands in the source. */
export interface SourceItem {
  readonly item: AgendaItem;
  readonly heading: { readonly from: number; readonly to: number };
  readonly sections: readonly SourceSection[];
  /** Its last paragraph. */
  readonly end: number;
}

/** Items that the import found in this very file, and its part; else why they are too few to write into it. */
export function placedItems(
  { items }: Agenda,
  sha256: string,
):
  | { readonly items: readonly AgendaItem[]; readonly part: string }
  | 'noPlaces'
  | 'otherFile'
  | 'otherEdition' {
  const placed = items.filter(({ anchors }) => anchors?.source === sha256);
  const part = placed[0]?.anchors?.heading.from.part;
  if (part === undefined)
    return items.some(({ anchors }) => anchors?.source !== undefined) ? 'otherFile' : 'noPlaces';
  return placed.length * 2 > items.length ? { items: placed, part } : 'otherEdition';
}

/** Where each item stands, by its id; or why that cannot be said with certainty. */
export function itemsOfSource(
  items: readonly AgendaItem[],
  { xml, paragraphs }: Places,
  part: string,
): SourceItem[] | 'noPlaces' | 'sharedParagraph' {
  const numberOf = (anchor: Anchor | null): number | null =>
    anchor?.part === part && anchor.paragraph !== undefined && anchor.paragraph < paragraphs.length
      ? anchor.paragraph
      : null;
  // the label of a cell may be the head of its column
  const named = (label: string | null, at: number | null): number | null => {
    const place = at === null ? undefined : paragraphs[at];
    return place && lettersIn(textIn(xml, place)).includes(lettersIn(label ?? '')) ? at : null;
  };
  const found: SourceItem[] = [];
  for (const item of items) {
    const { anchors } = item;
    const [from, to, end] = [
      numberOf(anchors?.heading.from ?? null),
      numberOf(anchors?.heading.to ?? null),
      numberOf(anchors?.end ?? null),
    ];
    if (!anchors || from === null || to === null || end === null) return 'noPlaces';
    const title = lettersIn(item.title);
    // in a table the number may stand in a cell of its own, in front of the title
    const heading = paragraphs.slice(from, to + 2).map((one) => lettersIn(textIn(xml, one)));
    if (item.kind === 'item' && !heading.join('').includes(title.slice(0, 12))) return 'noPlaces';
    const sections = anchors.sections.map(({ kind, label, labelAt, lines }) => {
      const [first, last] = [numberOf(lines?.from ?? null), numberOf(lines?.to ?? null)];
      return {
        kind,
        label,
        labelAt: named(label, numberOf(labelAt)),
        lines: first === null || last === null ? null : { from: first, to: last },
      };
    });
    found.push({ item, heading: { from, to }, sections, end });
  }
  // a paragraph with line breaks may hold the end of one item and the heading of the next
  const shared = found.some((one, at) => {
    const next = found[at + 1];
    return next !== undefined && one.end >= next.heading.from && one.heading.from <= next.heading.from;
  });
  return shared ? 'sharedParagraph' : found;
}

/**
 * Whether another part of the item than `section` stands in these paragraphs as well, as line breaks make possible:
 * `later` (or `earlier`) in the document; the heading is the earliest.
 */
export function isShared(
  { heading, sections }: SourceItem,
  section: number,
  from: number,
  to: number,
  which: 'any' | 'later' | 'earlier',
): boolean {
  const touches = (first: number, last: number): boolean => first <= to && from <= last;
  if (which !== 'later' && touches(heading.from, heading.to)) return true;
  return sections.some(({ labelAt, lines }, at) => {
    if (at === section || (which === 'later' && at < section) || (which === 'earlier' && at > section))
      return false;
    return (
      (labelAt !== null && touches(labelAt, labelAt)) || (lines !== null && touches(lines.from, lines.to))
    );
  });
}

/** The paragraphs of a stretch. */
export const paragraphsFrom = (
  { paragraphs }: Places,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Place[] => paragraphs.slice(from, to + 1);
