import type { Layout } from '../../../meeting/agenda.ts';
import { partTag, sectionTag } from '../../../meeting/minutesTags.ts';
import type { MinutesBlock, MinutesItemPart, MinutesSectionPart } from '../../../views/minutesDocument.ts';
import { minutesTexts } from '../../../wording/minutesTexts.ts';
import type { Language } from '../../../wording/outcome.ts';
import { blocksXml, labelXml, sectionXml } from '../content.ts';
import type { Looks } from '../looks.ts';
import { contentControl, controlEnd, controlStart } from '../paragraph.ts';
import type { Insertions, Where } from './insertions.ts';
import { isShared, paragraphsFrom, type SourceItem, type SourceSection } from './items.ts';
import { cutsBehindLabel } from './labelEnd.ts';
import { ownSections } from './ownSections.ts';
import { allOf, lettersIn, type Place, type Places, textIn } from './places.ts';
import { cellUnder, emptyCellBeside, isInCell, stretchOf } from './positions.ts';

type Kind = MinutesSectionPart['kind'];

export interface ItemContext {
  readonly places: Places;
  readonly looks: { readonly body: Looks; readonly cell: Looks };
  readonly layout: Layout;
  readonly language: Language;
  /** Content controls that an earlier export left in the source. */
  readonly former: readonly Place[];
}

/** What is written of one kind: the section, and beside it what an import passes over. */
interface Content {
  readonly section: MinutesSectionPart | undefined;
  readonly text: (looks: Looks) => string;
  readonly beside: (looks: Looks) => string;
  readonly isEmpty: boolean;
}

const ours: readonly Kind[] = ['discussion', 'decisions', 'addendum'];

/** Puts what was said and decided under an item of the source; false where it cannot be done with certainty. */
export function writeItem(
  context: ItemContext,
  into: Insertions,
  source: SourceItem,
  part: MinutesItemPart,
): boolean {
  const said = part.sections
    .filter(({ kind }) => ours.includes(kind))
    .flatMap(({ blocks }) => blocks.map(({ text }) => text))
    .join('');
  const order: Kind[] = [...context.layout.sections.map(({ kind }) => kind), 'addendum'];
  return [...order, ...ours.filter((kind) => !order.includes(kind))]
    .filter((kind) => ours.includes(kind))
    .every((kind) => {
      const section = part.sections.find((one) => one.kind === kind);
      const open = kind === 'decisions' ? openPoints(part) : [];
      const content: Content = {
        section,
        text: (looks) => (section ? sectionXml(section, looks) : ''),
        beside: (looks) => openXml(context, part, open, looks),
        isEmpty: section === undefined && open.length === 0,
      };
      const [target, ...others] = kind === 'addendum' ? [] : ownSections(context.places, source, kind, said);
      const filled = others.filter(({ lines }) => lines !== null);
      const apart = (one: SourceSection): boolean => isApart(source, one);
      if (!filled.every((other) => apart(other) && clear(context, into, other))) return false;
      if (target) return apart(target) && fill(context, into, target, content);
      return content.isEmpty || insert(context, into, source, kind, content, order);
    });
}

/** A section that can be written over: nothing else of its item stands in its paragraphs, or behind its empty label. */
function isApart(source: SourceItem, { kind, label, labelAt, lines }: SourceSection): boolean {
  const at = source.sections.findIndex(
    (one) =>
      one.kind === kind && one.label === label && one.labelAt === labelAt && one.lines?.from === lines?.from,
  );
  return lines
    ? !isShared(source, at, lines.from, lines.to, 'any')
    : labelAt === null || !isShared(source, at, labelAt, labelAt, 'later');
}

/** What is said of single points (that nobody answered them) stands under the decisions. */
function openPoints(part: MinutesItemPart): readonly MinutesBlock[] {
  const points = part.sections.find(({ kind }) => kind === 'recommendation')?.blocks ?? [];
  return points.flatMap((point) => (point.remark === '' ? [] : [{ ...point, style: 'bullet' as const }]));
}

const openXml = (
  { language }: ItemContext,
  { itemId }: MinutesItemPart,
  open: readonly MinutesBlock[],
  looks: Looks,
): string =>
  open.length === 0
    ? ''
    : contentControl(partTag(`${itemId}:open`), minutesTexts[language].unanswered, blocksXml(open, looks));

/** A cell or content control that loses all it holds keeps an empty paragraph. */
function nothingIn(
  place: Place | undefined,
  stretch: { readonly from: number; readonly to: number },
): string {
  for (let at = place?.parent ?? null; at; at = at.parent) {
    if (!/^w:(?:tc|sdtContent)$/u.test(at.name) || at.start > stretch.from || at.end < stretch.to) continue;
    const left = [...allOf(at, 'w:p')].some(({ start, end }) => end <= stretch.from || start >= stretch.to);
    return left ? '' : '<w:p/>';
  }
  return '';
}

/** Takes a second section of a kind out, with its label. */
function clear({ places }: ItemContext, into: Insertions, { labelAt, lines }: SourceSection): boolean {
  const [first, last] = [labelAt ?? lines?.from, lines?.to ?? labelAt];
  const [from, to] = [places.paragraphs[first ?? -1], places.paragraphs[last ?? -1]];
  const stretch = from && to ? stretchOf(places, from, to) : null;
  if (stretch) into.replace(stretch.from, stretch.to, nothingIn(from, stretch));
  return stretch !== null;
}

/** Behind a label, or in the empty cell beside it. */
function underLabel(places: Places, label: Place): Where {
  const cell = emptyCellBeside(places, label);
  const first = cell ? [...allOf(cell, 'w:p')][0] : undefined;
  return first ? { before: first, home: first } : { behind: label, home: label };
}

/** Writes under a label that is there already: behind it, or in the place of what stands there. */
function fill(
  { places, former, looks }: ItemContext,
  into: Insertions,
  target: SourceSection,
  { section, text, beside, isEmpty }: Content,
): boolean {
  const { paragraphs, xml } = places;
  const label = target.labelAt === null ? undefined : paragraphs[target.labelAt];
  if (target.lines === null) {
    if (!label) return false;
    const where = underLabel(places, label);
    const own = into.isInCell(where) ? looks.cell : looks.body;
    if (!isEmpty) into.put(where, text(own) + beside(own));
    return true;
  }
  const { from, to } = target.lines;
  const [first, last] = [paragraphs[from], paragraphs[to]];
  if (!first || !last) return false;
  const own = isInCell(first) ? looks.cell : looks.body;
  if (from === target.labelAt) {
    const cuts = cutsBehindLabel(places, first, target.label ?? '');
    const rest = to > from ? paragraphs[from + 1] : undefined;
    const stretch = rest && stretchOf(places, rest, last);
    if (!cuts || stretch === null) return false;
    for (const cut of cuts) into.replace(cut.from, cut.to, '');
    into.put({ behind: first, home: first }, text(own) + beside(own));
    if (stretch) into.replace(stretch.from, stretch.to, nothingIn(rest, stretch));
    return true;
  }
  const stretch = stretchOf(places, first, last);
  if (!stretch) return false;
  const written = paragraphsFrom(places, target.lines).map((one) => textIn(xml, one));
  const said = section?.blocks.map((block) => block.text + block.remark) ?? [];
  const mine = former.some(({ start, end }) => stretch.from <= start && end <= stretch.to);
  if (section && !mine && lettersIn(written.join('')) === lettersIn(said.join(''))) {
    // word for word the same: it stays as it is set, and becomes ours
    into.put({ at: stretch.from }, controlStart(sectionTag(section.id), section.label ?? ''));
    into.put({ at: stretch.to }, controlEnd + beside(own));
  } else into.replace(stretch.from, stretch.to, text(own) + beside(own) || nothingIn(first, stretch));
  return true;
}

/** Puts a section that the source does not have where the agenda's layout has it, under its label; false: nowhere. */
function insert(
  context: ItemContext,
  into: Insertions,
  source: SourceItem,
  kind: Kind,
  { section, text, beside }: Content,
  order: readonly Kind[],
): boolean {
  const { places, looks, layout, language } = context;
  const usual = kind === 'addendum' ? null : minutesTexts[language].sections[kind];
  const inLayout = layout.sections.find((one) => one.kind === kind)?.label ?? null;
  const label = section?.label ?? inLayout ?? (kind === 'discussion' ? null : usual);
  const heading = places.paragraphs[source.heading.to];
  const heads = [usual, label].flatMap((one) => (one ? [lettersIn(one)] : []));
  const isHead = (head: string) => heads.some((one) => lettersIn(head).startsWith(one));
  const cell = heading && kind !== 'addendum' ? cellUnder(places, heading, isHead) : null;
  const inside = cell ? [...allOf(cell, 'w:p')] : [];
  const [first, last] = [inside[0], inside.at(-1)];
  if (cell && first && last) {
    const empty = textIn(places.xml, cell).trim() === '';
    const where = empty ? { before: first, home: first } : { behind: last, home: last };
    into.put(where, text(looks.cell) + beside(looks.cell));
    return true;
  }
  const where = placeFor(places, source, kind, order);
  if (!where) return false;
  const own = into.isInCell(where) ? looks.cell : looks.body;
  into.put(where, labelXml({ kind, label }, own) + text(own) + beside(own));
  return true;
}

/** Behind the last section that precedes it in the layout, else in front of the first that follows. */
function placeFor(places: Places, source: SourceItem, kind: Kind, order: readonly Kind[]): Where | null {
  const { paragraphs } = places;
  const { sections, end } = source;
  const home = paragraphs[source.heading.to] ?? null;
  const at = sections.findLastIndex((one) => order.indexOf(one.kind) < order.indexOf(kind));
  const next = sections.findIndex((one) => order.indexOf(one.kind) > order.indexOf(kind));
  const nextAt = sections[next]?.labelAt ?? sections[next]?.lines?.from;
  const follower = at < 0 && nextAt !== undefined ? paragraphs[nextAt] : undefined;
  if (follower && nextAt !== undefined)
    return isShared(source, next, nextAt, nextAt, 'earlier') ? null : { before: follower, home };
  const previous = at < 0 || at === sections.length - 1 ? undefined : sections[at];
  const number = previous ? (previous.lines?.to ?? previous.labelAt ?? end) : end;
  const behind = paragraphs[number];
  if (!behind || (previous && isShared(source, at, number, number, 'later'))) return null;
  const cell = sections[at]?.lines === null ? emptyCellBeside(places, behind) : null;
  const beside = cell ? [...allOf(cell, 'w:p')].at(-1) : undefined;
  return { behind: beside ?? behind, home };
}
