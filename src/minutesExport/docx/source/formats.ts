import type { Format } from '../paragraph.ts';
import { type Properties, withoutProperties } from '../properties.ts';
import type { ListLevel, SourceLists } from './lists.ts';
import {
  attribute,
  childOf,
  lettersIn,
  type Place,
  type Places,
  sourceOf,
  textIn,
  valueIn,
} from './places.ts';

/** How a paragraph of the source is set. */
export interface SourceParagraph {
  readonly place: Place;
  readonly text: string;
  readonly format: Format;
  readonly style: string | undefined;
  readonly list: (ListLevel & { readonly numId: string; readonly level: string }) | null;
  /** True where its style, not the paragraph itself, puts it in a list. */
  readonly listedByStyle: boolean;
  /** All its letters are bold by their own properties. */
  readonly bold: boolean;
}

/** What belongs to that one paragraph alone: breaks, frames, tracked changes. */
const onlyThere = ['rPr', 'sectPr', 'pPrChange', 'pageBreakBefore', 'framePr', 'cnfStyle', 'divId', 'bidi'];
const onlyThatRun = [
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rPrChange',
  'vanish',
  'webHidden',
  'specVanish',
  'highlight',
  'vertAlign',
  'rtl',
  'cs',
  'lang',
  'noProof',
];
/** Styles of letters that mean something. */
const meaningful = /hyperlink|footnote|endnote|comment|placeholder/iu;

function propertiesOf(xml: string, place: Place | undefined, without: readonly string[]): Properties {
  const all = new Map(
    (place?.children ?? []).map((child) => [child.name.replace(/^w:/u, ''), sourceOf(xml, child)] as const),
  );
  // properties of later editions of Word (w14:…) would need their namespace explained
  for (const name of all.keys()) if (name.includes(':')) all.delete(name);
  return withoutProperties(all, ...without);
}

/** Runs of the paragraph itself, also those that a tracked change put in. */
function* runsIn(place: Place): Generator<Place> {
  for (const child of place.children) {
    if (child.name === 'w:r') yield child;
    else if (/^w:(?:ins|moveTo|smartTag|hyperlink|sdt|sdtContent|customXml)$/u.test(child.name))
      yield* runsIn(child);
  }
}

/** Reads how a paragraph is set: its own properties, and the letters of most of its text. */
export function formatOf({ xml }: Places, place: Place, lists: SourceLists): SourceParagraph {
  const own = childOf(place, 'w:pPr');
  const style = valueIn(xml, childOf(own, 'w:pStyle'));
  const counted = new Map<string, { length: number; letters: Properties }>();
  let bold = 0;
  let all = 0;
  for (const run of runsIn(place)) {
    const length = lettersIn(textIn(xml, run)).length;
    if (length === 0) continue;
    let letters = propertiesOf(xml, childOf(run, 'w:rPr'), onlyThatRun);
    if (meaningful.test(letters.get('rStyle') ?? ''))
      letters = withoutProperties(letters, 'rStyle', 'u', 'color');
    const key = JSON.stringify([...letters]);
    const before = counted.get(key)?.length ?? 0;
    counted.set(key, { length: before + length, letters });
    all += length;
    const mark = letters.get('b') ?? '';
    if (mark !== '' && !/w:val="(?:0|false|off)"/u.test(mark)) bold += length;
  }
  const most = [...counted.values()].sort((a, b) => b.length - a.length)[0];
  const numbering = childOf(own, 'w:numPr');
  const ownId = valueIn(xml, childOf(numbering, 'w:numId'));
  const byStyle = ownId === undefined ? lists.listOfStyle(style) : undefined;
  const numId = ownId ?? byStyle?.numId;
  const level = valueIn(xml, childOf(numbering, 'w:ilvl')) ?? byStyle?.level ?? '0';
  const listed = numId === undefined || numId === '0' ? undefined : lists.level(numId, level);
  const indent = Number(attribute(xml, childOf(own, 'w:ind'), 'w:left'));
  return {
    place,
    text: textIn(xml, place),
    format: { paragraph: propertiesOf(xml, own, onlyThere), letters: most?.letters ?? new Map() },
    style,
    list:
      listed && numId !== undefined ? { ...listed, ...(indent > 0 ? { indent } : {}), numId, level } : null,
    listedByStyle: lists.listOfStyle(style) !== undefined,
    bold: all > 0 && bold === all,
  };
}

/** The format of most of the text in these paragraphs; undefined where there are none. */
export function usualFormat(paragraphs: readonly SourceParagraph[]): SourceParagraph | undefined {
  const weights = new Map<string, { weight: number; first: SourceParagraph }>();
  for (const one of paragraphs) {
    const key = JSON.stringify([[...one.format.paragraph], [...one.format.letters]]);
    const known = weights.get(key);
    weights.set(key, { weight: (known?.weight ?? 0) + one.text.length, first: known?.first ?? one });
  }
  return [...weights.values()].sort((a, b) => b.weight - a.weight)[0]?.first;
}
