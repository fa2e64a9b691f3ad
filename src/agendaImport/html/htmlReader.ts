import { Parser } from 'htmlparser2';
import type { Line, LineEvidence, TableCell } from '../source.ts';
import { decodeText, fromWindows1252 } from '../textReader.ts';
import { isMain, isSkipped } from './skipped.ts';

const block =
  /^(?:address|article|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;
const boldName = /^(?:b|strong|th|h[1-6])$/u;
const maxOpen = 2_000;

interface ListLevel {
  readonly ordered: boolean;
  readonly type: string;
  readonly marked: boolean;
  readonly step: 1 | -1;
  next: number;
}

/** An open element, with what its end undoes. */
interface Open {
  readonly name: string;
  readonly skipped: boolean;
  readonly main: boolean;
  readonly bold: boolean;
  readonly heading: number | undefined;
  readonly link: string | undefined;
  readonly preformatted: boolean;
}

interface Row {
  text: string;
  letters: number;
  bold: number;
  readonly links: string[];
  readonly evidence: LineEvidence;
  readonly main: boolean;
  readonly id: string | undefined;
}

/** By byte order mark, else by what the page says of itself, else as any text. */
export function decodePage(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu.exec(opening)?.[1]?.toLowerCase();
  if (marked || charset === undefined || /^utf-?(?:8|16)/u.test(charset)) return decodeText(bytes);
  // browsers read Latin-1 as Windows-1252 too
  if (/^(?:iso-8859-1|latin-?1|us-ascii|windows-1252|cp1252)$/u.test(charset)) return fromWindows1252(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

function listLabel(list: ListLevel, value: number, level: number): string {
  if (!list.ordered) return level === 0 ? '•' : 'o';
  if (/^[aA]$/u.test(list.type) && value >= 1 && value <= 26) {
    const letter = String.fromCharCode(96 + value);
    return `${list.type === 'A' ? letter.toUpperCase() : letter}.`;
  }
  return `${value}.`;
}

/** Reads a page's text as it streams by: no tree, so nesting costs nothing. */
class PageReader {
  readonly rows: Row[] = [];
  readonly #open: Open[] = [];
  readonly #lists: ListLevel[] = [];
  readonly #tables: { readonly index: number; row: number; column: number; columns: number }[] = [];
  #tableCount = 0;
  #skipping = 0;
  #current: Row | null = null;
  #paragraph = true;
  #marker: LineEvidence['list'];
  #lastId: string | undefined;

  opentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#open.at(-1);
    const main = (above?.main ?? false) || isMain(name, attributes);
    const skipped = this.#open.length >= maxOpen || isSkipped(name, attributes, above?.main ?? false);
    const level =
      /^h([1-6])$/u.exec(name)?.[1] ??
      (attributes.role === 'heading' ? (attributes['aria-level'] ?? '2') : undefined);
    const href = name === 'a' ? attributes.href : undefined;
    this.#open.push({
      name,
      skipped,
      main,
      bold: (above?.bold ?? false) || boldName.test(name),
      heading: level === undefined ? above?.heading : Math.min(9, Math.max(1, Number(level) || 2)),
      link: href !== undefined && !/^(?:#|javascript:)/iu.test(href) ? href : above?.link,
      preformatted: (above?.preformatted ?? false) || name === 'pre',
    });
    if (skipped) this.#skipping++;
    if (this.#skipping > 0) return;
    if (attributes.id) this.#lastId = attributes.id;
    if (block.test(name)) this.#endParagraph();
    if (name === 'br') this.#endRow();
    if (name === 'ol' || name === 'ul') {
      const start = Number.parseInt(attributes.start ?? '', 10);
      const reversed = attributes.reversed !== undefined;
      this.#lists.push({
        ordered: name === 'ol',
        type: attributes.type ?? '1',
        marked: !/list-style(?:-type)?\s*:\s*none/iu.test(attributes.style ?? ''),
        step: reversed ? -1 : 1,
        next: Number.isNaN(start) ? 1 : start,
      });
    } else if (name === 'li') this.#mark(attributes.value);
    else if (name === 'table')
      this.#tables.push({ index: this.#tableCount++, row: -1, column: 0, columns: 0 });
    else if (name === 'tr') {
      const table = this.#tables.at(-1);
      if (table) Object.assign(table, { row: table.row + 1, column: -1, columns: 0 });
    } else if (name === 'td' || name === 'th') {
      const table = this.#tables.at(-1);
      if (table) table.column += 1;
    }
  }

  closetag(name: string): void {
    const closed = this.#open.pop();
    if (closed?.skipped) this.#skipping--;
    if (this.#skipping > 0 || closed?.skipped) return;
    if (block.test(name)) this.#endParagraph();
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    else if (name === 'table') this.#tables.pop();
    else if (name === 'li') this.#marker = undefined;
  }

  text(data: string): void {
    if (this.#skipping > 0) return;
    const open = this.#open.at(-1);
    if (open?.preformatted && /[\r\n]/u.test(data)) {
      data.split(/\r\n|\r|\n/u).forEach((line, at) => {
        if (at > 0) this.#endRow();
        this.#put(line, open);
      });
      return;
    }
    this.#put(data.replace(/[ \t\r\n\f]+/gu, ' '), open);
  }

  end(): void {
    this.#endParagraph();
  }

  #put(text: string, open: Open | undefined): void {
    if (text.trim() === '' && (this.#current === null || text === '')) return;
    this.#current ??= this.#newRow(open);
    const row = this.#current;
    row.text += /\s$/u.test(row.text) ? text.replace(/^ /u, '') : text;
    const letters = text.replace(/\s/gu, '').length;
    row.letters += letters;
    if (open?.bold) row.bold += letters;
    if (open?.link !== undefined && letters > 0 && !row.links.includes(open.link)) row.links.push(open.link);
  }

  #newRow(open: Open | undefined): Row {
    const marker = this.#marker;
    this.#marker = undefined;
    const table = this.#tables.at(-1);
    const cell: TableCell | undefined =
      table && table.row >= 0
        ? { table: table.index, row: table.row, column: Math.max(0, table.column), columns: 0 }
        : undefined;
    const evidence: LineEvidence = {
      paragraph: this.#paragraph,
      ...(open?.heading === undefined ? {} : { heading: open.heading }),
      ...(marker ? { list: marker } : {}),
      ...(cell ? { cell } : {}),
    };
    this.#paragraph = false;
    return {
      text: marker ? `${marker.label} ` : '',
      letters: 0,
      bold: 0,
      links: [],
      evidence,
      main: open?.main ?? false,
      id: this.#lastId,
    };
  }

  #mark(value: string | undefined): void {
    const list = this.#lists.at(-1);
    if (!list?.marked) return;
    const own = Number.parseInt(value ?? '', 10);
    const number = Number.isNaN(own) ? list.next : own;
    list.next = number + list.step;
    const level = this.#lists.length - 1;
    this.#marker = { level, label: listLabel(list, number, level), value: list.ordered ? number : null };
  }

  #endRow(): void {
    if (this.#current && this.#current.letters > 0) this.rows.push(this.#current);
    this.#current = null;
  }

  #endParagraph(): void {
    this.#endRow();
    this.#paragraph = true;
  }
}

/** A saved web page → the lines of its main content, without navigation, banners and footers. */
export function readHtml(bytes: Uint8Array): Line[] {
  const reader = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.opentag(name, attributes),
      onclosetag: (name) => reader.closetag(name),
      ontext: (data) => reader.text(data),
    },
    { decodeEntities: true },
  );
  parser.write(decodePage(bytes));
  parser.end();
  reader.end();
  const letters = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.letters, 0);
  const inMain = reader.rows.filter((row) => row.main);
  // a page may mark some teaser as its main content; then all of it is read
  const kept = letters(inMain) > 0.4 * letters(reader.rows) ? inMain : reader.rows;
  const columns = new Map<string, number>();
  const rowOf = (cell: TableCell) => `${cell.table}:${cell.row}`;
  for (const { evidence } of kept)
    if (evidence.cell)
      columns.set(
        rowOf(evidence.cell),
        Math.max(columns.get(rowOf(evidence.cell)) ?? 0, evidence.cell.column + 1),
      );
  return kept.map(({ text, letters: all, bold, links, evidence, id }, index) => ({
    text: text.trim().normalize('NFC'),
    anchor: { line: index + 1, ...(id === undefined ? {} : { elementId: id }) },
    pageStart: false,
    evidence: {
      ...evidence,
      ...(evidence.cell
        ? { cell: { ...evidence.cell, columns: columns.get(rowOf(evidence.cell)) ?? 1 } }
        : {}),
      ...(all > 0 && bold === all ? { bold: true } : {}),
      ...(links.length > 0 ? { links } : {}),
    },
  }));
}
