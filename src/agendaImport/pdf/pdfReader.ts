import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { damagedPdf, protectedPdf, scannedPdf, tooManyPages } from '../../wording/sourceProblems.ts';
import type { Line } from '../source.ts';
import { Unreadable } from '../unreadable.ts';
import { gridTables } from './gridTables.ts';
import { fillGaps } from './olderNode.ts';
import { leaders, opensParagraph, type PageLine, rowText, usualLeading } from './pageLines.ts';
import { type PageText, readPage } from './pageText.ts';
import { readingOrder } from './readingOrder.ts';
import { type Row, rowsOf } from './rows.ts';
import { withoutRunningHeads } from './runningHeads.ts';

/** More pages than an agenda with its cases has; attachments bound into it make thousands. */
export const maxPages = 600;
/** Letters for every page below which a document counts as pictures of text; a scanner may print page numbers. */
const leastLetters = 15;

/** Told now and then how many pages have been read. */
export type OnPages = (pages: number) => void;

const round = (value: number): number => Math.round(value * 10) / 10;

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  fillGaps();
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the buffer that it is given; a copy keeps the caller's whole
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
    });
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException'
      ? new Unreadable('protected', protectedPdf)
      : new Unreadable('damaged', damagedPdf);
  }
}

async function pagesOf(
  pdf: PDFDocumentProxy,
  tables: { count: number },
  onPages: OnPages,
): Promise<PageText[]> {
  if (pdf.numPages > maxPages) throw new Unreadable('tooManyPages', tooManyPages(maxPages));
  const fonts = new Map<string, boolean>();
  const pages: PageText[] = [];
  let broken = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number, fonts, tables).catch(() => null);
    if (page) pages.push(page);
    else broken++;
    if (pages.length % 20 === 0) onPages(pages.length);
  }
  if (broken > pdf.numPages / 2) throw new Unreadable('damaged', damagedPdf);
  return pages;
}

function linesOfPages(
  pages: readonly PageText[],
  rows: readonly (readonly Row[])[],
  tables: { count: number },
): PageLine[] {
  return pages.flatMap((page, at) =>
    readingOrder(gridTables(rows[at] ?? [], tables)).flatMap((flow, column) =>
      flow.rows.flatMap((row, index): PageLine[] => {
        const [first] = row;
        if (!first) return [];
        const opening = index === 0;
        return [
          {
            text: rowText(row),
            row,
            first,
            page: page.number,
            flow,
            pageStart: opening && column === 0 && at > 0,
          },
        ];
      }),
    ),
  );
}

/** The size in which most letters are set. */
function bodySize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { first, text } of lines) {
    const size = Math.round(first.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 10;
}

/** Letters that a reader can make out; fonts without names for theirs give others. */
const readable = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const strange = (text: string): number => text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;

/** PDF → lines in reading order, with paragraphs found by their geometry, without what repeats on every page. */
export async function readPdf(bytes: Uint8Array, onPages: OnPages = () => undefined): Promise<Line[]> {
  const pdf = await open(bytes);
  const tables = { count: 0 };
  let pages: PageText[];
  try {
    pages = await pagesOf(pdf, tables, onPages);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
  const text = pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join('');
  if (readable(text) < leastLetters * pages.length || strange(text) > readable(text) / 3)
    throw new Unreadable('scanned', scannedPdf);
  const rows = withoutRunningHeads(pages.map((page) => ({ height: page.height, rows: rowsOf(page) })));
  const lines = linesOfPages(pages, rows, tables);
  const size = bodySize(lines);
  const leading = usualLeading(lines);
  const heights = new Map(pages.map((page) => [page.number, page.height]));
  const referred = new Map(
    pages.map(({ number }) => [
      number,
      new Set(
        lines
          .filter((line) => line.page === number)
          .flatMap((line) => line.row.flatMap((segment) => segment.references)),
      ),
    ]),
  );
  let note = -1;
  return lines.map((line, at): Line => {
    const { first, row, page, flow } = line;
    const height = heights.get(page) ?? 0;
    const small = first.size < size * 0.95;
    // the number of a reference opens a footnote, which goes on to the end of its page
    const number = /^(\d{1,2})\s*(?=\p{L})/u.exec(line.text)?.[1];
    const opensNote = first.raised || (number !== undefined && (referred.get(page)?.has(number) ?? false));
    if (opensNote && small && first.y > height * 0.4) note = page;
    else if (!small) note = -1;
    const relative = Math.round((first.size / size) * 100) / 100;
    const indent = round(first.left - flow.left);
    const { role } = first;
    const opens = opensParagraph(line, lines[at - 1], leading);
    const links = [...new Set(row.flatMap((segment) => segment.links))];
    return {
      text: (note === page ? line.text.replace(/^\d{1,2}\s*(?=\p{L})/u, '') : line.text).normalize('NFC'),
      anchor: { line: at + 1, page, x: round(first.left), y: round(height - first.y) },
      pageStart: line.pageStart,
      evidence: {
        paragraph: opens,
        ...(opens ? {} : { wraps: true }),
        ...(role.heading === undefined ? {} : { heading: role.heading }),
        ...(row.every((segment) => segment.bold) ? { bold: true } : {}),
        ...(relative === 1 ? {} : { size: relative }),
        ...(indent > 1 ? { indent } : {}),
        ...(role.cell ? { cell: role.cell } : {}),
        ...(role.contents || leaders.test(line.text) ? { contents: true } : {}),
        ...(role.note || note === page ? { note: true } : {}),
        ...(links.length > 0 ? { links } : {}),
      },
    };
  });
}
