import { type Look, over, runLook, type Style, type Styles } from './styles.ts';
import { childrenOf, descend, type XmlElement } from './xmlTree.ts';

/** A row of a paragraph; a line break inside begins the next. */
export interface TextRow {
  text: string;
  /** Letters, and how many of them are bold. */
  letters: number;
  bold: number;
  /** Letters by size in half points. */
  readonly sizes: Map<number, number>;
}

/** A paragraph as it reads with all changes accepted and hidden text left out. */
export interface ParagraphText {
  readonly rows: TextRow[];
  readonly links: string[];
  /** Footnotes and endnotes that it refers to. */
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  /** Contents of text boxes anchored in it. */
  readonly boxes: XmlElement[];
  /** Made by a field that lists the contents. */
  contents: boolean;
}

/** Fields may reach over several paragraphs, so what is open is kept from one to the next. */
export interface OpenField {
  instruction: string;
  result: boolean;
}

export interface TextContext {
  readonly styles: Styles;
  readonly fields: OpenField[];
  /** Target of a relationship of the part. */
  link(id: string): string | undefined;
}

const newRow = (): TextRow => ({ text: '', letters: 0, bold: 0, sizes: new Map() });

export const emptyText = (): ParagraphText => ({
  rows: [newRow()],
  links: [],
  notes: [],
  boxes: [],
  contents: false,
});

/** What was taken out by a tracked change, or says what once was. */
const gone = /^w:(?:del|moveFrom|pPr|rPr|pPrChange|rPrChange|sdtPr|delText|delInstrText|rt|annotationRef)$/u;
/** Characters of symbol fonts that mean something in a list of participants. */
const symbols: Readonly<Record<string, string>> = { FC: '✓', FE: '☑', FD: '☒', A8: '☐', B7: '•' };

const symbolOf = (element: XmlElement): string =>
  symbols[(element.attributes['w:char'] ?? '').slice(-2).toUpperCase()] ?? '';

/** Reads the runs of a paragraph into `into`, which may hold the text of a paragraph merged with it. */
export function readParagraphText(
  paragraph: XmlElement,
  style: Style,
  context: TextContext,
  into: ParagraphText = emptyText(),
): ParagraphText {
  const { fields, styles } = context;
  const put = (text: string, look: Look) => {
    if (fields.some((field) => !field.result) || look.hidden) return;
    if (fields.some((field) => /^\s*TOC\b/u.test(field.instruction))) into.contents = true;
    const row = into.rows.at(-1);
    if (!row) return;
    row.text += text;
    const letters = text.replace(/\s/gu, '').length;
    row.letters += letters;
    if (look.bold) row.bold += letters;
    if (look.size !== undefined) row.sizes.set(look.size, (row.sizes.get(look.size) ?? 0) + letters);
  };
  const breakRow = (look: Look) => {
    if (!look.hidden && !fields.some((field) => !field.result)) into.rows.push(newRow());
  };
  const beginField = (instruction: string, result: boolean) => {
    fields.push({ instruction, result });
  };
  const noteLink = (target: string | undefined) => {
    if (target !== undefined && !into.links.includes(target)) into.links.push(target);
  };
  const followField = () => {
    const hit = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/u.exec(fields.at(-1)?.instruction ?? '');
    if (hit?.[1] && !/^\s*HYPERLINK\s+\\l/u.test(fields.at(-1)?.instruction ?? '')) noteLink(hit[1]);
  };
  const fieldMark = (kind: string | undefined) => {
    const last = fields.at(-1);
    if (kind === 'begin') beginField('', false);
    else if (kind === 'separate' && last) {
      last.result = true;
      followField();
    } else if (kind === 'end') fields.pop();
  };
  const walk = (element: XmlElement, look: Look): void => {
    for (const child of childrenOf(element)) {
      const { name, attributes } = child;
      if (gone.test(name)) continue;
      if (name === 'w:r') {
        const properties = descend(child, 'w:rPr');
        const id = descend(properties, 'w:rStyle')?.attributes['w:val'];
        const named = id !== undefined && styles.has(id) ? styles.of(id) : {};
        const { bold, hidden, size } = named as Look;
        walk(child, over(over(look, { bold, hidden, size }), runLook(properties)));
      } else if (name === 'w:t' || name === 'm:t') put(child.children.join(''), look);
      else if (name === 'w:tab' || name === 'w:ptab') put('\t', look);
      else if (name === 'w:br' || name === 'w:cr') breakRow(look);
      else if (name === 'w:noBreakHyphen') put('-', look);
      else if (name === 'w:sym') put(symbolOf(child), look);
      else if (name === 'w:fldChar') fieldMark(attributes['w:fldCharType']);
      else if (name === 'w:instrText') {
        const field = fields.at(-1);
        if (field && !field.result) field.instruction += child.children.join('');
      } else if (name === 'w:fldSimple') {
        beginField(attributes['w:instr'] ?? '', true);
        followField();
        walk(child, look);
        fields.pop();
      } else if (name === 'w:hyperlink') {
        const id = attributes['r:id'];
        if (id !== undefined) noteLink(context.link(id));
        walk(child, look);
      } else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const id = attributes['w:id'];
        const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        if (id !== undefined && !look.hidden) into.notes.push({ kind, id });
      } else if (name === 'mc:AlternateContent') {
        // the same box stands in both; the second is for old programs
        const chosen = descend(child, 'mc:Choice') ?? descend(child, 'mc:Fallback');
        if (chosen) walk(chosen, look);
      } else if (name === 'w:txbxContent') into.boxes.push(child);
      else if (name === 'w:sdt') {
        // "Klik her for at skrive": a prompt, nobody's text
        if (descend(child, 'w:sdtPr', 'w:showingPlcHdr')) continue;
        walk(child, look);
      } else walk(child, look);
    }
  };
  const { bold, hidden, size } = style;
  walk(paragraph, over(styles.base, { bold, hidden, size }));
  return into;
}
