import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { type Role, rolesOf, type StructureNode } from './structure.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** A piece of text on a page; points from the upper left corner of the page as it is seen. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Baseline, downwards. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly role: Role;
  /** Page number, running head and the like, by its tag. */
  readonly artifact: boolean;
}

export interface Link {
  readonly target: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly links: readonly Link[];
}

/** Private-use letters of symbol fonts that stand for bullets. */
const symbolBullet = /^[\uf0b7\uf0a7\uf076\uf0d8\uf02d\u25cf\u25aa\u25a0\u2023\u2043\u00b7]$/u;
const boldName = /bold|black|heavy|semibold|demi(?!l)|(?:^|[-,])(?:b|bd)$/iu;
/** More pieces than any page of text has; the rest of such a page is not read. */
const maxPieces = 20_000;

/** Bold or not by the font's own name; fonts are loaded by the page's drawing list, once for each font of the document. */
async function boldFonts(page: Page, names: Iterable<string>, known: Map<string, boolean>): Promise<void> {
  if ([...names].every((name) => known.has(name))) return;
  await page.getOperatorList();
  for (const name of names) {
    if (known.has(name)) continue;
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const { name: own, bold, black } = (font ?? {}) as { name?: unknown; bold?: unknown; black?: unknown };
    known.set(name, bold === true || black === true || (typeof own === 'string' && boldName.test(own)));
  }
}

async function linksOf(
  page: Page,
  view: (x: number, y: number) => readonly [number, number],
): Promise<Link[]> {
  const annotations: readonly Record<string, unknown>[] = await page.getAnnotations();
  return annotations.flatMap(({ subtype, url, unsafeUrl, rect }) => {
    const target = typeof url === 'string' ? url : unsafeUrl;
    if (subtype !== 'Link' || typeof target !== 'string' || !Array.isArray(rect)) return [];
    const [left, bottom, right, top] = rect.map(Number);
    const [x1, y1] = view(left ?? 0, bottom ?? 0);
    const [x2, y2] = view(right ?? 0, top ?? 0);
    return [
      {
        target,
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
      },
    ];
  });
}

/** Reads the text of one page; `fonts` and `tables` go on from page to page. */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  fonts: Map<string, boolean>,
  tables: { count: number },
): Promise<PageText> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = viewport.transform as [number, number, number, number, number, number];
  const view = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
  const content = await page.getTextContent({ includeMarkedContent: true });
  const structure = (await page.getStructTree().catch(() => null)) as StructureNode | null;
  const roles = rolesOf(structure, tables);
  await boldFonts(page, Object.keys(content.styles), fonts).catch(() => undefined);
  const pieces: Piece[] = [];
  const marks: { readonly role: Role; readonly artifact: boolean }[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      const { type, tag, id } = item as { type: string; tag?: string; id?: string };
      const above = marks.at(-1) ?? { role: {}, artifact: false };
      if (type === 'endMarkedContent') marks.pop();
      else
        marks.push({
          role: (id === undefined ? undefined : roles.get(id)) ?? above.role,
          artifact: above.artifact || tag === 'Artifact',
        });
      continue;
    }
    if (item.str === '' || pieces.length >= maxPieces) continue;
    const [ta, tb, , , tx, ty] = item.transform as [number, number, number, number, number, number];
    const run = [a * ta + c * tb, b * ta + d * tb] as const;
    // stamps and drafts across the page, and text up its side
    if (Math.abs(run[1]) > Math.abs(run[0]) * 0.05 || run[0] < 0) continue;
    const [x, y] = view(tx, ty);
    const size = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
    // a damaged file may give text no place: it stays where the text before it stood
    const before = pieces.at(-1);
    const placed = (value: number, otherwise: number | undefined): number =>
      Number.isFinite(value) ? value : (otherwise ?? 0);
    const mark = marks.at(-1) ?? { role: {}, artifact: false };
    pieces.push({
      text: symbolBullet.test(item.str.trim()) ? '•' : item.str,
      x: placed(x, before?.x),
      y: placed(y, before?.y),
      width: placed(item.width, 0),
      size: placed(size, before?.size),
      bold: fonts.get(item.fontName) ?? false,
      ...mark,
    });
  }
  const links = await linksOf(page, view).catch(() => []);
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, pieces, links };
}
