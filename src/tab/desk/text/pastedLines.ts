import { DEEPEST, type TypedLine } from '../../../wording/typedLines.ts';
import { isOneLine } from './tableRow.ts';

/** As much of a node of a web page as is read of it. */
export interface PastedNode {
  /** 1: an element; 3: text. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PastedNode> | ArrayLike<PastedNode>;
  getAttribute?(name: string): string | null;
}

const unseen =
  /^(?:style|script|title|meta|link|head|xml|template|noscript|object|svg|img|del|o:smarttagtype)$/u;
const blocks =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|blockquote|pre|article|section|header|footer|body|hr)$/u;
/** Marks that people and programs set before the entries of a list, with what parts them from the text. */
const typedMark = /^([ \t\u00a0]*)(?:[•·●◦‣▪■□○–*§\uf0b7\uf0a7-][ \t\u00a0]+|o[\t\u00a0][ \t\u00a0]*)(?=\S)/u;

/** Paragraphs and bullets of what was copied in Word or on a web page (`unstyled`); looks and junk stay behind. */
export function linesOfHtml(root: PastedNode): TypedLine[] {
  const reading = new Reading();
  reading.node(root, { depth: 0, ordered: [], inRow: false });
  return trimmed(reading.end());
}

/** The same of plain text, whichever marks its bullets have. */
export function linesOfPlainText(text: string): TypedLine[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\v/gu, '\n').split('\n');
  return trimmed(lines.map((line) => markedLine(line.replace(/[ \t\u00a0]+$/u, ''), 0)));
}

interface Inside {
  /** How many lists stand around it. */
  readonly depth: number;
  /** Of each numbered one the next number, else null; outermost first. */
  readonly ordered: readonly ({ next: number } | null)[];
  /** In a row of a table that is one line. */
  readonly inRow: boolean;
}

class Reading {
  readonly #lines: TypedLine[] = [];
  #text = '';
  #level = 0;
  #open = false;

  end(): TypedLine[] {
    this.#close();
    return this.#lines;
  }

  node(node: PastedNode, inside: Inside): void {
    if (node.nodeType === 3) this.#words(node.nodeValue ?? '');
    if (node.nodeType !== 1 && node.nodeType !== 11 && node.nodeType !== 9) return;
    const name = node.nodeName.toLowerCase();
    const style = node.getAttribute?.('data-style') ?? '';
    if (unseen.test(name) || /display:\s*none/iu.test(style)) return;
    // Word writes the mark or number of an entry into it as well, for those who know no lists.
    if (/mso-list:\s*ignore/iu.test(style)) this.#number(writtenNumber(node));
    else if (inside.inRow && /^(?:p|div|br)$/u.test(name)) this.#inCell(node, inside);
    else this.#element(name, node, style, inside);
  }

  #element(name: string, node: PastedNode, style: string, inside: Inside): void {
    if (name === 'br') this.#break();
    if (/^t[dh]$/u.test(name) && this.#text.trim() !== '') this.#text = `${this.#text.trimEnd()}\t`;
    const block = blocks.test(name);
    // A paragraph in an entry of a list is that entry, not a line under it.
    const entry =
      name === 'li' || (block && this.#text === '' && this.#open && name !== 'ul' && name !== 'ol');
    if (block && !(entry && name !== 'li')) this.#close();
    this.#begin(name, node, style, inside);
    const list = name === 'ul' || name === 'ol';
    const within = list
      ? {
          ...inside,
          depth: inside.depth + 1,
          ordered: [...inside.ordered, name === 'ol' ? startOf(node) : null],
        }
      : { ...inside, inRow: inside.inRow || isOneLine(node) };
    for (const child of Array.from(node.childNodes)) this.node(child, within);
    if (block) this.#close();
  }

  #begin(name: string, node: PastedNode, style: string, { depth, ordered }: Inside): void {
    const word = /mso-list:\s*l\d+\s+level(\d+)/iu.exec(style);
    const own = node.getAttribute?.('data-level') ?? null;
    if (word) this.#entry(Number(word[1]));
    else if (name === 'p' && own !== null) this.#entry(Number(own) || 0);
    if (name !== 'li') return;
    const told = Number(node.getAttribute?.('aria-level') ?? node.getAttribute?.('data-aria-level'));
    const level = Math.max(1, depth, told || 0);
    const count = ordered.at(-1);
    this.#entry(count ? level - 1 : level);
    if (!count) return;
    this.#text = `${count.next}. `;
    count.next += 1;
  }

  /** A paragraph of a cell goes on in the line of its row. */
  #inCell(node: PastedNode, inside: Inside): void {
    if (/\S$/u.test(this.#text)) this.#text += ' ';
    for (const child of Array.from(node.childNodes)) this.node(child, inside);
  }

  /** A numbered entry is a line with its number, as that of a web page is. */
  #number(number: string | null): void {
    if (number === null || this.#text !== '') return;
    this.#level = Math.max(0, this.#level - 1);
    this.#text = `${number} `;
  }

  #entry(level: number): void {
    this.#level = Math.min(DEEPEST, level);
    this.#open = true;
  }

  #words(text: string): void {
    const plain = text.replace(/[ \t\r\n]+/gu, ' ');
    this.#text += this.#text === '' || /[ \t]$/u.test(this.#text) ? plain.replace(/^ /u, '') : plain;
    // A blank that does not break is how Word fills an empty paragraph.
    if (/[^ ]/u.test(plain)) this.#open = true;
  }

  #break(): void {
    const level = this.#level;
    this.#open = true;
    this.#close();
    // A further line of an entry is one of its own; more cannot be said in plain text.
    this.#level = level;
  }

  #close(): void {
    if (this.#open) {
      const text = this.#text.replace(/\u00a0/gu, ' ').replace(/\u00ad/gu, '');
      const bare = text.trim() === '';
      if (!bare || this.#level === 0)
        this.#lines.push(bare ? { level: 0, text: '' } : markedLine(text, this.#level));
    }
    this.#text = '';
    this.#level = 0;
    this.#open = false;
  }
}

const startOf = (list: PastedNode): { next: number } => ({
  next: Number(list.getAttribute?.('start') ?? 1) || 1,
});

/** The number of an entry as Word writes it for those who know no lists ("1.", "2.3", "a)"); null: a bullet's mark. */
function writtenNumber(node: PastedNode): string | null {
  const mark = wordsOf(node).trim();
  return /^(?:\d+(?:\.\d+)*[.)]?|\p{L}[.)]|[ivxlc]+[.)])$/iu.test(mark) ? mark : null;
}

const wordsOf = (node: PastedNode): string =>
  node.nodeType === 3
    ? (node.nodeValue ?? '').replace(/\u00a0/gu, ' ')
    : Array.from(node.childNodes).map(wordsOf).join('');

/** A line whose mark was typed is a bullet, by its indentation under another one. */
function markedLine(line: string, level: number): TypedLine {
  const [all, indent = ''] = typedMark.exec(line) ?? [];
  if (all === undefined || level > 0) return { level, text: line.trim() };
  const wide = indent.replace(/\t/gu, '  ').length;
  const hollow = /^[ \t\u00a0]*[o○◦]/u.test(all);
  const deep = Math.min(DEEPEST, Math.max(Math.floor(wide / 2) + 1, hollow ? 2 : 1));
  return { level: deep, text: line.slice(all.length).trim() };
}

/** Without blank lines around, and one for several between. */
function trimmed(lines: readonly TypedLine[]): TypedLine[] {
  const blank = (line: TypedLine | undefined) => line?.text.trim() === '';
  const kept = lines.filter((line, at) => !blank(line) || (at > 0 && !blank(lines[at - 1])));
  return blank(kept.at(-1)) ? kept.slice(0, -1) : kept;
}
