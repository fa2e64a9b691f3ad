import type { Typeface, Typefaces, Weight } from './typefaces.ts';

/** Text in one font. `actual`: what was typed, where the text is a sign for it, or turned brackets. */
export interface FontRun {
  readonly face: Typeface;
  readonly text: string;
  readonly actual: string | null;
}

/** A letter with its marks, or pictures joined to one. */
const cluster =
  /\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|\p{RI}\p{RI}|\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gsu;
/** Characters that by their nature show nothing: soft hyphens, marks of direction, variation selectors and the like. */
const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** As typed, in composed letters, without what shows nothing; a tab is a gap. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replaceAll('\t', '    ');

/** "⟦U+1F600⟧": what stands in the text for a character that no font has. */
const signOf = (text: string): string =>
  `⟦${[...text].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}⟧`;

const covers = ({ coverage }: Typeface, text: string): boolean =>
  [...text].every((one) => coverage.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));

/** Which font each character of a document is set in; keeps what none has. */
export class FontRuns {
  readonly missing = new Set<string>();
  readonly #faces: Typefaces;
  readonly #chosen: Readonly<Record<Weight, Map<string, Typeface | null>>> = {
    regular: new Map(),
    semibold: new Map(),
  };
  readonly #glyphs = new Map<Typeface, Map<number, number>>();

  constructor(faces: Typefaces) {
    this.#faces = faces;
  }

  /** `text`: printable. */
  of(text: string, weight: Weight): FontRun[] {
    const runs: { face: Typeface; text: string; actual: string | null }[] = [];
    const sign = this.#faces[weight][0];
    for (const [part] of text.matchAll(cluster)) {
      const last = runs.at(-1);
      // a space belongs to the words before it, so that words of one script stay together
      const chosen = part === ' ' && last ? last.face : this.#choose(part, weight);
      if (chosen === null) {
        this.missing.add(part);
        if (sign) runs.push({ face: sign, text: signOf(part), actual: part });
      } else if (last && last.face === chosen && last.actual === null) last.text += part;
      else runs.push({ face: chosen, text: part, actual: null });
    }
    return runs;
  }

  /** The same in one font where one has it all: what runs from right to left is turned by its font, as a whole. */
  together(typed: string, shown: string, weight: Weight): FontRun[] {
    const face = this.#faces[weight].find((one) => covers(one, shown));
    return face ? [{ face, text: shown, actual: typed === shown ? null : typed }] : this.of(typed, weight);
  }

  #choose(part: string, weight: Weight): Typeface | null {
    const known = this.#chosen[weight].get(part);
    if (known !== undefined) return known;
    const able = this.#faces[weight].filter((one) => covers(one, part));
    const face = able.find((one) => this.#free(one, part)) ?? able[0] ?? null;
    this.#chosen[weight].set(part, face);
    return face;
  }

  /** A PDF tells one character for a shape: where two share it ("µ" of units and of Greek), the second takes another font. */
  #free(face: Typeface, part: string): boolean {
    const [code = 0, ...marks] = [...part].map((one) => one.codePointAt(0) ?? 0);
    if (marks.length > 0) return true;
    const glyphs = this.#glyphs.get(face) ?? new Map<number, number>();
    this.#glyphs.set(face, glyphs);
    const { id } = face.coverage.glyphForCodePoint(code);
    if (!glyphs.has(id)) glyphs.set(id, code);
    return glyphs.get(id) === code;
  }
}
