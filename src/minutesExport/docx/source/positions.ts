import { isOurTag } from '../../../meeting/minutesTags.ts';
import { allOf, childOf, descendant, type Place, type Places, textIn, valueIn } from './places.ts';

/** Kinds of content controls that take in no paragraphs: for a single line, a choice, a building block, or locked. */
const narrow =
  /^w:(?:text|date|dropDownList|comboBox|picture|docPartObj|docPartList|lock|dataBinding|equation|citation)$/u;

export const isOurs = (xml: string, control: Place | null): boolean =>
  isOurTag(valueIn(xml, descendant(control ?? undefined, 'w:sdtPr', 'w:tag')) ?? '');

const takesParagraphs = (xml: string, control: Place | null): boolean =>
  !isOurs(xml, control) &&
  !(childOf(control ?? undefined, 'w:sdtPr')?.children ?? []).some(({ name }) => narrow.test(name));

const contains = (outer: Place, inner: Place): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const nearest = (place: Place, name: string): Place | null => {
  for (let at = place.parent; at; at = at.parent) if (at.name === name) return at;
  return null;
};

export const isInCell = (place: Place): boolean => nearest(place, 'w:tc') !== null;

/**
 * The element beside which whole paragraphs may stand: the paragraph itself, or what it is wrapped in. A cell stays a
 * cell, unless `home` (the item's heading) stands outside of its table: then the table was only part of the text. Null
 * where the paragraph stands in the middle of what takes in no paragraphs: outside of it would be another place.
 */
export function blockOf(
  { xml }: Places,
  paragraph: Place,
  side: 'before' | 'after',
  home: Place | null,
): Place | null {
  let at = paragraph;
  for (;;) {
    const { parent } = at;
    if (!parent || parent.name === 'w:body') return at;
    if (parent.name === 'w:tc') {
      const table = nearest(parent, 'w:tbl');
      if (!home || !table || contains(table, home)) return at;
      at = table;
      continue;
    }
    if (parent.name === 'w:sdtContent' || parent.name === 'w:customXml') {
      const inside = [...allOf(parent, 'w:p')];
      const edge = side === 'after' ? inside.at(-1) : inside[0];
      const isEdge = edge !== undefined && contains(at, edge);
      const ours = isOurs(xml, parent.parent);
      if (!isEdge && !ours)
        return takesParagraphs(xml, parent.name === 'w:customXml' ? null : parent.parent) ? at : null;
    }
    at = parent;
  }
}

/** Elements beside each other that hold exactly these paragraphs, and no others; null where there are none such. */
export function stretchOf(
  places: Places,
  from: Place,
  to: Place,
): { readonly from: number; readonly to: number } | null {
  const { paragraphs } = places;
  const chainOf = (place: Place): Place[] => (place.parent ? [place, ...chainOf(place.parent)] : [place]);
  const [heads, tails] = [chainOf(from), chainOf(to)];
  for (const head of heads) {
    const tail = tails.find((one) => one.parent === head.parent);
    if (!tail || !head.parent || !/^w:(?:body|tc|sdtContent|customXml)$/u.test(head.parent.name)) continue;
    if (head.parent.name === 'w:sdtContent' && !takesParagraphs(places.xml, head.parent.parent)) continue;
    const [first, last] = [paragraphs.indexOf(from), paragraphs.indexOf(to)];
    const inside = (place: Place) => head.start <= place.start && place.end <= tail.end;
    const strangers = [paragraphs[first - 1], paragraphs[last + 1]].some(
      (one) => one && inside(one) && !isOurs(places.xml, nearest(one, 'w:sdt')),
    );
    return strangers ? null : { from: head.start, to: tail.end };
  }
  return null;
}

/** The empty cell beside that of a label ("Beslutning | …"); null where the label is in no such row. */
export function emptyCellBeside({ xml }: Places, label: Place): Place | null {
  const cell = nearest(label, 'w:tc');
  const cells = cell?.parent?.children.filter(({ name }) => name === 'w:tc') ?? [];
  const beside = cell && cells[cells.indexOf(cell) + 1];
  if (!cell || !beside || textIn(xml, beside).trim() !== '') return null;
  return textIn(xml, cell).trim() === textIn(xml, label).trim() ? beside : null;
}

/** The cell of an item's own row under a column head that `isHead` knows; null where there is none. */
export function cellUnder({ xml }: Places, heading: Place, isHead: (text: string) => boolean): Place | null {
  const row = nearest(heading, 'w:tr');
  const table = row && nearest(row, 'w:tbl');
  if (!row || !table) return null;
  const columnsOf = (line: Place): { readonly cell: Place; readonly column: number }[] => {
    let column = 0;
    return line.children
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => {
        const at = column;
        column += Number(valueIn(xml, descendant(cell, 'w:tcPr', 'w:gridSpan'))) || 1;
        return { cell, column: at };
      });
  };
  const top = [...allOf(table, 'w:tr')][0];
  if (!top || top === row) return null;
  const head = columnsOf(top).find(({ cell }) => isHead(textIn(xml, cell)));
  return (head && columnsOf(row).find(({ column }) => column === head.column)?.cell) ?? null;
}

/** The run with which a paragraph ends where all it does is begin a new page; null otherwise. */
export function closingPageBreak({ xml }: Places, paragraph: Place): Place | null {
  const last = paragraph.children.findLast(({ name }) => name === 'w:r');
  const breaks = last?.children.filter(({ name }) => name !== 'w:rPr' && name !== 'w:lastRenderedPageBreak');
  const only = breaks?.length === 1 ? breaks[0] : undefined;
  if (!last || only?.name !== 'w:br' || textIn(xml, paragraph).trim() === '') return null;
  return /w:type="page"/u.test(xml.slice(only.start, only.openEnd)) ? last : null;
}
