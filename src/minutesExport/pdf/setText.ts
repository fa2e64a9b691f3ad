import type LineBreaker from 'linebreak';
import { stretchesOf } from './direction.ts';
import { type FontRun, type FontRuns, printable } from './fontRuns.ts';
import type { TextStyle } from './textStyles.ts';
import type { Weight } from './typefaces.ts';

/** A run on its line; `x` in points from the line's left. */
export interface PlacedRun extends FontRun {
  readonly x: number;
}
export type Line = readonly PlacedRun[];

/** Where somebody ended a line, in whatever way a program writes that. */
export const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** Signs and letters that a line may be cut between where a word is longer than it. */
const letters = /\P{M}\p{M}*|\p{M}+/gsu;

/** Letters up to which a word stays whole: read back, "indsats/" at the end of a line is not known to go on. */
const longWord = 30;

interface Piece {
  readonly text: string;
  /** Points at size 1. */
  readonly width: number;
  readonly withoutSpace: number;
}

/** Breaks texts into lines; keeps the widths of the words of one document. */
export class TextSetter {
  readonly #runs: FontRuns;
  readonly #breaker: typeof LineBreaker;
  readonly #widthOf: (run: FontRun) => number;
  readonly #pieces: Readonly<Record<Weight, Map<string, Piece>>> = {
    regular: new Map(),
    semibold: new Map(),
  };

  /** `widthOf`: of a run at size 1. */
  constructor(runs: FontRuns, breaker: typeof LineBreaker, widthOf: (run: FontRun) => number) {
    this.#runs = runs;
    this.#breaker = breaker;
    this.#widthOf = widthOf;
  }

  /** As typed → lines of at most `width` points; an empty line stays one. */
  lines(text: string, style: TextStyle, width: number): Line[] {
    return text
      .split(lineEnd)
      .flatMap((paragraph) =>
        this.#broken(printable(paragraph), style.weight, width / style.size).map((line) =>
          this.#placed(line, style),
        ),
      );
  }

  /** Points. */
  width(text: string, style: TextStyle): number {
    return this.#piece(printable(text), style.weight).withoutSpace * style.size;
  }

  #broken(text: string, weight: Weight, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    let filled = 0;
    for (const whole of this.#words(text)) {
      const word = this.#piece(whole, weight);
      if (filled + word.withoutSpace <= width) {
        line += word.text;
        filled += word.width;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      filled = 0;
      for (const part of word.withoutSpace <= width ? [word] : this.#cut(whole, weight)) {
        if (line !== '' && filled + part.withoutSpace > width) {
          lines.push(line);
          line = '';
          filled = 0;
        }
        line += part.text;
        filled += part.width;
      }
    }
    return [...lines, line].map((one) => one.trimEnd());
  }

  /** Cut at white space; a long word also where else it may be cut (UAX #14), such as an address behind its strokes. */
  *#words(text: string): Generator<string> {
    const breaker = new this.#breaker(text);
    let from = 0;
    for (let place = breaker.nextBreak(); place !== null; place = breaker.nextBreak()) {
      const { position } = place;
      if (position < text.length && position - from < longWord && !/\s/u.test(text[position - 1] ?? ''))
        continue;
      yield text.slice(from, position);
      from = position;
    }
  }

  /** A word that no line holds, letter by letter; a sign for a missing letter stays whole. */
  #cut(word: string, weight: Weight): Piece[] {
    return [...word.matchAll(letters)].map(([letter]) => this.#piece(letter, weight));
  }

  #piece(text: string, weight: Weight): Piece {
    const known = this.#pieces[weight].get(text);
    if (known) return known;
    const runs = this.#runs.of(text, weight);
    const last = runs.at(-1);
    const width = runs.reduce((sum, run) => sum + this.#widthOf(run), 0);
    // measured with its space, as it is drawn: every word is shaped once
    const spaces = text.length - text.trimEnd().length;
    const space = last && spaces > 0 ? this.#widthOf({ face: last.face, text: ' ', actual: null }) : 0;
    const piece = { text, width, withoutSpace: width - spaces * space };
    this.#pieces[weight].set(text, piece);
    return piece;
  }

  /** Runs in the order in which they are read, each where it stands. */
  #placed(line: string, { weight, size }: TextStyle): Line {
    let left = 0;
    return stretchesOf(line).flatMap(({ turned, parts }) => {
      const runs = parts
        .flatMap(({ typed, shown }) =>
          turned ? this.#runs.together(typed, shown, weight) : this.#runs.of(typed, weight),
        )
        .map((run) => ({ run, width: this.#widthOf(run) * size }));
      const whole = runs.reduce((sum, { width }) => sum + width, 0);
      let along = 0;
      const placed = runs.map(({ run, width }) => {
        const x = turned ? left + whole - along - width : left + along;
        along += width;
        return { ...run, x };
      });
      left += whole;
      return placed;
    });
  }
}
