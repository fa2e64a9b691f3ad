import type { Edit } from './edits.ts';
import type { Place, Places } from './places.ts';
import { blockOf, closingPageBreak, isInCell } from './positions.ts';

/** Where something is put in: behind or before a paragraph, or at an offset. */
export type Where =
  | { readonly behind: Place; readonly home: Place | null }
  | { readonly before: Place; readonly home: Place | null }
  | { readonly at: number };

/** What is to be put into a text and taken out of it; at one place in the order in which it came. */
export class Insertions {
  readonly #puts = new Map<number, { text: string; readonly splits: boolean }>();
  readonly #cuts: Edit[] = [];
  #lost = false;

  constructor(private readonly places: Places) {}

  put(where: Where, text: string): void {
    const resolved = this.#resolve(where);
    if (!resolved) {
      this.#lost = true;
      return;
    }
    const { offset, splits } = resolved;
    const known = this.#puts.get(offset);
    if (known) known.text += text;
    else this.#puts.set(offset, { text, splits });
  }

  /** Whether what is put there stands in a cell of a table. */
  isInCell(where: Where): boolean {
    if ('at' in where) return false;
    const [paragraph, side] =
      'before' in where ? ([where.before, 'before'] as const) : ([where.behind, 'after'] as const);
    const block = blockOf(this.places, paragraph, side, where.home);
    return block !== null && isInCell(block);
  }

  replace(from: number, to: number, text: string): void {
    this.#cuts.push({ from, to, text });
  }

  /** Whether exactly this stretch is replaced already. */
  replaces(from: number, to: number): boolean {
    return this.#cuts.some((cut) => cut.from === from && cut.to === to);
  }

  /** True: something had no place where it could be put. */
  get lost(): boolean {
    return this.#lost;
  }

  get edits(): readonly Edit[] {
    const puts = [...this.#puts].map(
      ([at, { text, splits }]): Edit => ({
        from: at,
        to: at,
        text: splits ? `</w:p>${text}<w:p>` : text,
      }),
    );
    return [...puts, ...this.#cuts];
  }

  #resolve(where: Where): { readonly offset: number; readonly splits: boolean } | null {
    if ('at' in where) return { offset: where.at, splits: false };
    if ('before' in where) {
      const block = blockOf(this.places, where.before, 'before', where.home);
      return block && { offset: block.start, splits: false };
    }
    const block = blockOf(this.places, where.behind, 'after', where.home);
    if (!block) return null;
    // a page that begins at the end of the paragraph begins behind what is put in
    const pageBreak = block === where.behind ? closingPageBreak(this.places, block) : null;
    return pageBreak ? { offset: pageBreak.start, splits: true } : { offset: block.end, splits: false };
  }
}
