import type { TagNode } from './blocks.ts';
import type { PagePart, SetBlock } from './pages.ts';
import type { Line } from './setText.ts';
import { paper, type TextStyle } from './textStyles.ts';

/** The structure tree as it grows with the pages: an element is open as long as what is drawn belongs to it. */
class StructureTree {
  readonly #document: PDFKit.PDFDocument;
  #open: { readonly node: TagNode; readonly element: PDFKit.PDFStructureElement }[] = [];

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  /** The element of a node; those that are done are closed. */
  at(wanted: TagNode): PDFKit.PDFStructureElement {
    const path: TagNode[] = [];
    for (let one: TagNode | null = wanted; one !== null; one = one.parent) path.unshift(one);
    const shared = path.findIndex((one, depth) => this.#open[depth]?.node !== one);
    const depth = shared === -1 ? path.length : shared;
    this.#closeFrom(depth);
    for (const one of path.slice(depth)) {
      const element = this.#document.struct(one.tag);
      if (one.attributes) describe(element, one.attributes);
      const above = this.#open.at(-1);
      if (above) above.element.add(element);
      else this.#document.addStructure(element);
      this.#open.push({ node: one, element });
    }
    const last = this.#open.at(-1);
    if (!last) throw new Error('A node without itself in its path.');
    return last.element;
  }

  end(): void {
    this.#closeFrom(0);
  }

  #closeFrom(depth: number): void {
    for (const { element } of this.#open.splice(depth).reverse()) element.end();
  }
}

/** pdfkit (0.20.2) writes the attributes of a table's cells only, and by another name for each. */
function describe(element: PDFKit.PDFStructureElement, attributes: NonNullable<TagNode['attributes']>): void {
  const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } };
  dictionary.data.A = attributes;
}

/** Sets a line with its baseline at `y`. */
function drawLine(document: PDFKit.PDFDocument, line: Line, style: TextStyle, x: number, y: number): void {
  document.fillColor(style.colour);
  for (const { face, text, actual, x: along } of line) {
    document.font(face.name, style.size * face.scale);
    // what listens to the page hears what was typed, not the sign for it
    if (actual !== null) document.markContent('Span', { actual });
    document.text(text, x + along, y, { lineBreak: false, baseline: 'alphabetic' });
    if (actual !== null) document.endMarkedContent();
  }
}

/** An entry that leads to the block's top; `left` counts from the right edge (pdfkit). */
function addToOutline(document: PDFKit.PDFDocument, { cells }: SetBlock, top: number): void {
  const title = cells.map(({ cell }) => cell.text.replace(/\s+/gu, ' ').trim()).join(' ');
  const place = { expanded: false, top, left: paper.width };
  document.outline.addItem(title, place);
}

/** What stands at the foot of every page, from the left and from the right edge. */
export interface Footer {
  readonly left: Line;
  readonly right: Line;
  /** Points. */
  readonly rightWidth: number;
}

/** Draws the pages and tags what is on them; running feet are artifacts. `rest` is awaited between pages. */
export async function drawPages(
  document: PDFKit.PDFDocument,
  pages: readonly (readonly PagePart[])[],
  footerOf: (page: number) => Footer,
  footerStyle: TextStyle,
  rest: () => Promise<void>,
): Promise<void> {
  const tree = new StructureTree(document);
  for (const [at, parts] of pages.entries()) {
    document.addPage();
    for (const { set, from, to, top } of parts) {
      if (set.block.inOutline && from === 0) addToOutline(document, set, paper.top + top);
      for (const { cell, lines } of set.cells) {
        const shown = lines.slice(from, to);
        if (shown.every((line) => line.length === 0)) continue;
        const element = tree.at(cell.element);
        const content = document.markStructureContent(cell.element.tag);
        for (const [index, line] of shown.entries()) {
          const baseline = paper.top + top + set.leading * (index + 0.75);
          drawLine(document, line, cell.style, paper.left + cell.x, baseline);
        }
        document.endMarkedContent();
        element.add(content);
      }
    }
    const footer = footerOf(at + 1);
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    drawLine(document, footer.left, footerStyle, paper.left, paper.foot);
    drawLine(document, footer.right, footerStyle, paper.width - paper.right - footer.rightWidth, paper.foot);
    document.endMarkedContent();
    await rest();
  }
  tree.end();
}
