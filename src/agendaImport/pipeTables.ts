import { byBar, isAgendaHead } from './agendaTables.ts';
import { tidy } from './paragraphs.ts';
import type { Line } from './source.ts';

/** The line below the heads of a Markdown table: "|------|:---:|". */
const ruler = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/u;
const isRow = (line: Line | undefined): line is Line => line?.text.trim().startsWith('|') === true;
const cellsOf = (text: string): string[] => byBar(text).map((cell) => tidy(cell.replace(/\*\*/gu, '')));

/**
 * Tables of a Markdown text become cells, as Word and a web page have them. One whose heads are those of an agenda is
 * left: it is read by its bars.
 */
export function pipeTables(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  /** Their first rows, which may name the columns and nothing else. */
  readonly heads: readonly string[];
} {
  if (!lines.some((line) => ruler.test(line.text))) return { lines, heads: [] };
  const heads: string[] = [];
  const out: Line[] = [];
  let table = 0;
  for (let at = 0; at < lines.length; at++) {
    const head = lines[at];
    if (!head) break;
    if (!isRow(head) || !ruler.test(lines[at + 1]?.text ?? '') || isAgendaHead(cellsOf(head.text))) {
      out.push(head);
      continue;
    }
    heads.push(head.text);
    let row = 0;
    for (let line: Line | undefined = head; isRow(line); line = lines[++at]) {
      if (ruler.test(line.text)) continue;
      const cells = cellsOf(line.text);
      for (const [column, text] of cells.entries()) {
        const cell = { table, row, column, columns: cells.length };
        if (text !== '') out.push({ ...line, text, evidence: { paragraph: true, cell } });
      }
      row += 1;
    }
    at -= 1;
    table += 1;
  }
  return { lines: out, heads };
}
