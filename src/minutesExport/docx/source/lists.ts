import { allOf, attribute, childOf, descendant, type Places, placesOf, valueIn } from './places.ts';

/** A level of a list of the source. */
export interface ListLevel {
  readonly kind: 'bullet' | 'number';
  /** Twentieths of a point from the left. */
  readonly indent: number;
}

/** What the source's styles and lists say; `numbering` and `styles` are the texts of its parts. */
export interface SourceLists {
  /** The list that a style puts its paragraphs in; undefined: none. */
  listOfStyle(styleId: string | undefined): { readonly numId: string; readonly level: string } | undefined;
  level(numId: string, level: string): ListLevel | undefined;
  /** Whether a style is one of headings, by its name (Word's own are English in every language) or its level. */
  isOfHeadings(styleId: string | undefined): boolean;
  /** A list with bullets that the document has, whether or not it uses it. */
  readonly anyBullets: { readonly numId: string } | undefined;
}

interface Style {
  readonly based: string | undefined;
  readonly numId: string | undefined;
  readonly level: string;
  readonly heads: boolean;
}

const parsed = (xml: string | null): Places | null => (xml === null ? null : placesOf(xml));

export function readLists(numbering: string | null, styles: string | null): SourceLists {
  const lists = levelsOf(parsed(numbering));
  const sheet = parsed(styles);
  const known = new Map<string, Style>();
  for (const style of sheet ? allOf(sheet.root, 'w:style') : []) {
    if (!sheet) break;
    const numbers = descendant(style, 'w:pPr', 'w:numPr');
    known.set(attribute(sheet.xml, style, 'w:styleId') ?? '', {
      based: valueIn(sheet.xml, childOf(style, 'w:basedOn')),
      numId: valueIn(sheet.xml, childOf(numbers, 'w:numId')),
      level: valueIn(sheet.xml, childOf(numbers, 'w:ilvl')) ?? '0',
      heads:
        /^heading \d$/iu.test(valueIn(sheet.xml, childOf(style, 'w:name')) ?? '') ||
        descendant(style, 'w:pPr', 'w:outlineLvl') !== undefined,
    });
  }
  /** The style and those that it is based on. */
  function* chain(styleId: string | undefined): Generator<Style> {
    let at = styleId === undefined ? undefined : known.get(styleId);
    for (let depth = 0; at && depth < 30; depth += 1) {
      yield at;
      at = at.based === undefined ? undefined : known.get(at.based);
    }
  }
  return {
    listOfStyle(styleId) {
      for (const { numId, level } of chain(styleId))
        if (numId !== undefined) return numId === '0' ? undefined : { numId, level };
      return undefined;
    },
    isOfHeadings: (styleId) => [...chain(styleId)].some(({ heads }) => heads),
    level: (numId, level) => lists.get(numId)?.get(level),
    anyBullets: [...lists]
      .filter(([, levels]) => levels.get('0')?.kind === 'bullet')
      .map(([numId]) => ({ numId }))[0],
  };
}

function levelsOf(numbering: Places | null): Map<string, Map<string, ListLevel>> {
  const lists = new Map<string, Map<string, ListLevel>>();
  if (!numbering) return lists;
  const { xml, root } = numbering;
  const abstracts = new Map<string, Map<string, ListLevel>>();
  for (const abstract of allOf(root, 'w:abstractNum')) {
    const levels = new Map<string, ListLevel>();
    for (const level of allOf(abstract, 'w:lvl')) {
      const indent = descendant(level, 'w:pPr', 'w:ind');
      const left = attribute(xml, indent, 'w:left') ?? attribute(xml, indent, 'w:start');
      const format = valueIn(xml, childOf(level, 'w:numFmt'));
      // a level without numbers lists nothing
      if (format === 'none') continue;
      levels.set(attribute(xml, level, 'w:ilvl') ?? '0', {
        kind: format === 'bullet' ? 'bullet' : 'number',
        indent: Number(left) || 0,
      });
    }
    abstracts.set(attribute(xml, abstract, 'w:abstractNumId') ?? '', levels);
  }
  for (const number of allOf(root, 'w:num')) {
    const levels = abstracts.get(valueIn(xml, childOf(number, 'w:abstractNumId')) ?? '');
    if (levels) lists.set(attribute(xml, number, 'w:numId') ?? '', levels);
  }
  return lists;
}

export const numberingOf = (numId: string, level = '0'): readonly [string, string] => [
  'numPr',
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`,
];
