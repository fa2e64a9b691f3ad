import { childrenOf, descend, numberOf, toggled, valOf, type XmlElement } from './xmlTree.ts';

/** Properties of runs and paragraphs that the importer asks for; undefined: not set here. */
export interface Look {
  readonly bold?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  /** Half points. */
  readonly size?: number | undefined;
}
export interface ParagraphLook extends Look {
  /** 0-8; 9 is running text. */
  readonly outline?: number | undefined;
  readonly numId?: string | undefined;
  readonly level?: number | undefined;
  /** Points. */
  readonly indent?: number | undefined;
}
export interface Style extends ParagraphLook {
  readonly id: string;
  /** Lower case, as in "heading 1", "overskrift 2", "toc 1". */
  readonly name: string;
}

/** Run properties of a `w:rPr`. */
export const runLook = (properties: XmlElement | undefined): Look => ({
  bold: toggled(descend(properties, 'w:b')),
  hidden: toggled(descend(properties, 'w:vanish')),
  size: numberOf(valOf(descend(properties, 'w:sz'))),
});

/** Paragraph properties of a `w:pPr`, without those of its runs. */
export function paragraphLook(properties: XmlElement | undefined): ParagraphLook {
  const numbering = descend(properties, 'w:numPr');
  const indent = descend(properties, 'w:ind')?.attributes;
  const twips = numberOf(indent?.['w:left'] ?? indent?.['w:start']);
  return {
    outline: numberOf(valOf(descend(properties, 'w:outlineLvl'))),
    numId: valOf(descend(numbering, 'w:numId')),
    level: numberOf(valOf(descend(numbering, 'w:ilvl'))),
    indent: twips === undefined ? undefined : twips / 20,
  };
}

/** What is set in `own` over what is set in `base`. */
export function over<T extends object>(base: T, own: Partial<T>): T {
  const result = { ...base };
  for (const key in own) if (own[key] !== undefined) Object.assign(result, { [key]: own[key] });
  return result;
}

const headingName = /^(?:heading|overskrift|rubrik)\s*(\d)(?!\d)/u;

export interface Styles {
  /** A style with all that it inherits; for an unknown or missing id the default paragraph style. */
  of(id: string | undefined): Style;
  readonly base: Look;
  /** Styles by id whose list numbering is this one's (`w:numStyleLink`). */
  has(id: string): boolean;
}

/** Reads word/styles.xml; a document may have none. */
export function readStyles(root: XmlElement | null): Styles {
  const sources = new Map<string, XmlElement>();
  let fallback: string | undefined;
  for (const style of root ? childrenOf(root, 'w:style') : []) {
    const id = style.attributes['w:styleId'];
    if (id === undefined) continue;
    sources.set(id, style);
    if (
      style.attributes['w:type'] === 'paragraph' &&
      /^(?:1|true|on)$/u.test(style.attributes['w:default'] ?? '')
    )
      fallback = id;
  }
  const base = runLook(descend(root ?? undefined, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const done = known.get(id);
    if (done) return done;
    const source = sources.get(id);
    const parentId = valOf(descend(source, 'w:basedOn'));
    const parent = parentId !== undefined && depth < 30 ? resolve(parentId, depth + 1) : undefined;
    const name = (valOf(descend(source, 'w:name')) ?? id).toLowerCase();
    const named = headingName.exec(name)?.[1];
    const own = {
      ...paragraphLook(descend(source, 'w:pPr')),
      ...runLook(descend(source, 'w:rPr')),
    };
    const style: Style = over<Style>(
      { ...(parent ?? {}), id, name },
      { ...own, id, name, outline: own.outline ?? (named ? Number(named) - 1 : undefined) },
    );
    known.set(id, style);
    return style;
  };
  return {
    base,
    has: (id) => sources.has(id),
    of: (id) => {
      const meant = id !== undefined && sources.has(id) ? id : fallback;
      return meant === undefined ? { id: '', name: '' } : resolve(meant, 0);
    },
  };
}
