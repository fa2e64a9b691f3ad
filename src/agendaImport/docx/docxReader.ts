import { damagedWord } from '../../wording/sourceProblems.ts';
import type { Line, LineEvidence, TableCell } from '../source.ts';
import { Unreadable } from '../unreadable.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import { demandWordDocument } from './packageKind.ts';
import { openPackage, type PackageParts } from './packageParts.ts';
import {
  emptyText,
  type OpenField,
  type ParagraphText,
  readParagraphText,
  type TextRow,
} from './paragraphText.ts';
import { over, paragraphLook, readStyles, runLook, type Style, type Styles } from './styles.ts';
import { isTypedText } from './typedText.ts';
import { childrenOf, descend, parseXml, type XmlElement } from './xmlTree.ts';

interface Relation {
  readonly type: string;
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Name of a part from a relationship's target, which is relative to the folder of its source. */
function partName(folder: string, target: string): string {
  const path: string[] = [];
  for (const piece of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (piece === '..') path.pop();
    else if (piece !== '' && piece !== '.') path.push(piece);
  }
  return path.join('/');
}

async function relationsOf(parts: PackageParts, part: string): Promise<Map<string, Relation>> {
  const text = await parts.read(`${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`);
  const relations = new Map<string, Relation>();
  for (const { attributes } of text === null ? [] : childrenOf(parseXml(text)))
    relations.set(attributes.Id ?? '', { type: attributes.Type ?? '', target: attributes.Target ?? '' });
  return relations;
}

/** A line before it is known what the document's running text looks like. */
interface RawLine {
  readonly row: TextRow;
  /** With the spaces in front. */
  readonly typed: string;
  readonly size: number | undefined;
  readonly anchor: { readonly part: string; readonly paragraph: number };
  readonly evidence: LineEvidence;
}

/** Reads one part after the other into lines; counters and open fields run on through all of them. */
class PartReader {
  readonly #tables = { count: 0 };
  readonly #fields: OpenField[] = [];
  readonly lines: RawLine[] = [];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #notes: ReadonlyMap<string, { readonly part: string; readonly element: XmlElement }>;
  readonly #links: ReadonlyMap<string, Relation>;

  constructor(
    styles: Styles,
    numbering: Numbering,
    notes: ReadonlyMap<string, { readonly part: string; readonly element: XmlElement }>,
    links: ReadonlyMap<string, Relation>,
  ) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#notes = notes;
    this.#links = links;
  }

  read(part: string, body: XmlElement, note = false, depth = 0): void {
    // a paragraph whose mark was deleted goes on in the next
    let pending: ParagraphText | null = null;
    let last: Block | undefined;
    for (const block of blocksOf(body, this.#tables)) {
      const { paragraph, cell } = block;
      last = block;
      const properties = descend(paragraph, 'w:pPr');
      const style = this.#styles.of(descend(properties, 'w:pStyle')?.attributes['w:val']);
      const text = readParagraphText(
        paragraph,
        style,
        { styles: this.#styles, fields: this.#fields, link: (id) => this.#target(id) },
        pending ?? emptyText(),
      );
      const mark = descend(properties, 'w:rPr');
      pending = descend(mark, 'w:del') || descend(mark, 'w:moveFrom') ? text : null;
      if (pending) continue;
      this.#put(part, paragraph, style, text, cell, note);
      if (depth >= 5) continue;
      for (const box of text.boxes) this.read(part, box, note, depth + 1);
      for (const { kind, id } of text.notes) {
        const found = this.#notes.get(`${kind}:${id}`);
        if (found) this.read(found.part, found.element, true, depth + 1);
      }
    }
    if (pending && last)
      this.#put(part, last.paragraph, this.#styles.of(undefined), pending, last.cell, note);
  }

  /** A target without scheme is a file beside the document, on the disk of who wrote it. */
  #target(id: string): string | undefined {
    const target = this.#links.get(id)?.target;
    return target === undefined || /^(?:[a-z][a-z0-9+.-]+:|\\\\|#|www\.)/iu.test(target)
      ? target
      : `file:${target}`;
  }

  #put(
    part: string,
    paragraph: XmlElement,
    style: Style,
    text: ParagraphText,
    cell: TableCell | null,
    note: boolean,
  ) {
    const properties = descend(paragraph, 'w:pPr');
    const own = paragraphLook(properties);
    const look = over<Style>(style, { ...own, id: style.id, name: style.name });
    const hiddenMark = runLook(descend(properties, 'w:rPr')).hidden ?? style.hidden;
    const empty = text.rows.every((row) => row.text.trim() === '');
    if (empty && (hiddenMark || text.rows.every((row) => row.text === ''))) {
      if (!hiddenMark) this.#blank(part, paragraph, cell);
      // Word numbers an empty paragraph of a list as well
      if (!hiddenMark) this.#count(look, own.numId);
      return;
    }
    const list = this.#count(look, own.numId);
    const contents = text.contents || /^(?:toc|indholdsfortegnelse) \d/u.test(style.name);
    const outline = look.outline;
    const heading =
      style.name === 'title' || style.name === 'titel'
        ? 0
        : outline !== undefined && outline < 9 && !contents
          ? outline + 1
          : undefined;
    const indent = own.indent ?? list?.indent ?? look.indent;
    text.rows.forEach((row, at) => {
      const label = at === 0 && list ? `${list.label} ` : '';
      const leaders = contents ? row.text.replace(/\s*\t\s*(\d{1,4})\s*$/u, ' ..... $1') : row.text;
      const full = { ...row, text: `${label}${leaders.replace(/^\s+/u, '')}` };
      if (full.text.trim() === '') return;
      this.lines.push({
        row: full,
        typed: `${label}${leaders}`,
        size: [...row.sizes].sort((a, b) => b[1] - a[1])[0]?.[0],
        anchor: { part, paragraph: paragraph.paragraph },
        evidence: {
          paragraph: at === 0,
          ...(heading === undefined ? {} : { heading }),
          ...(row.letters > 0 && row.bold === row.letters ? { bold: true } : {}),
          ...(indent === undefined || indent === 0 ? {} : { indent }),
          ...(list ? { list: { level: list.level, label: list.label, value: list.value } } : {}),
          ...(cell ? { cell } : {}),
          ...(contents ? { contents } : {}),
          ...(note ? { note } : {}),
          ...(text.links.length ? { links: text.links } : {}),
        },
      });
    });
  }

  /** Kept until it is known whether the document is a typed text, whose blank lines speak. */
  #blank(part: string, { paragraph }: XmlElement, cell: TableCell | null) {
    const row = { text: '', letters: 0, bold: 0, sizes: new Map<number, number>() };
    const evidence = cell ? { cell } : {};
    this.lines.push({ row, typed: '', size: undefined, anchor: { part, paragraph }, evidence });
  }

  #count(look: Style, ownNumId: string | undefined): ReturnType<Numbering['next']> {
    const numId = look.numId;
    if (numId === undefined || numId === '0') return null;
    const byStyle = ownNumId === undefined ? this.#numbering.levelOfStyle(numId, look.id) : undefined;
    return this.#numbering.next(numId, look.level ?? byStyle ?? 0);
  }
}

/** The size in which most letters are set. */
function bodySize(lines: readonly RawLine[]): number | undefined {
  const letters = new Map<number, number>();
  for (const { row } of lines)
    for (const [size, count] of row.sizes) letters.set(size, (letters.get(size) ?? 0) + count);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Word (.docx) → lines, read from the package's own XML: numbers counted, changes accepted, hidden text left out. */
export async function readDocx(bytes: Uint8Array): Promise<Line[]> {
  const parts = await openPackage(bytes);
  demandWordDocument(parts);
  const roots = [...(await relationsOf(parts, ''))].map(([, relation]) => relation);
  const main = roots.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'word/document.xml';
  const part = partName('', main);
  const text = await parts.read(part);
  if (text === null) throw new Unreadable('damaged', damagedWord);
  const relations = await relationsOf(parts, part);
  const related = async (kind: string): Promise<{ part: string; root: XmlElement } | null> => {
    const target = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;
    const name = target === undefined ? null : partName(folderOf(part), target);
    const content = name === null ? null : await parts.read(name);
    return name === null || content === null ? null : { part: name, root: parseXml(content) };
  };
  const styles = readStyles((await related('styles'))?.root ?? null);
  const numbering = readNumbering((await related('numbering'))?.root ?? null, styles);
  const notes = new Map<string, { part: string; element: XmlElement }>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const found = await related(`${kind}s`);
    for (const element of found ? childrenOf(found.root, `w:${kind}`) : [])
      if (found && element.attributes['w:type'] === undefined)
        notes.set(`${kind}:${element.attributes['w:id']}`, { part: found.part, element });
  }
  const body = descend(parseXml(text), 'w:body');
  if (!body) throw new Unreadable('damaged', damagedWord);
  const reader = new PartReader(styles, numbering, notes, relations);
  reader.read(part, body);
  const usual = bodySize(reader.lines);
  const typed = isTypedText(reader.lines.map((line) => ({ ...line, text: line.typed })));
  const lines = typed ? reader.lines : reader.lines.filter((line) => line.row.text !== '');
  return lines.map(({ row, typed: asTyped, size, anchor, evidence }, index) => {
    const { paragraph: _paragraph, ...told } = evidence;
    return {
      text: (typed ? asTyped : row.text).normalize('NFC'),
      anchor: { line: index + 1, ...anchor },
      pageStart: false,
      evidence: {
        ...(typed ? told : evidence),
        ...(size && usual && size !== usual ? { size: Math.round((size / usual) * 100) / 100 } : {}),
      },
    };
  });
}
