const rightToLeft = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
/** From the first such letter to the last, or to a number behind it, with no other letter between (UAX #9, N1 and W2). */
const stretch = new RegExp(
  `([${rightToLeft}](?:(?:[${rightToLeft}]|\\P{L})*[${rightToLeft}\\p{N}])?\\p{M}*)`,
  'u',
);
const isRightToLeft = new RegExp(`[${rightToLeft}]`, 'u');
/** A number runs from left to right also where the words around it do not. */
const number = /(\p{N}+(?:[.,:/-]\p{N}+)*)/u;
const mirrored: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
);

/** Parts of a line that follow each other from the left, or (`turned`) from the right. */
export interface Stretch {
  readonly turned: boolean;
  /** In the order in which they are read; `shown` where it differs from what was typed. */
  readonly parts: readonly { readonly typed: string; readonly shown: string }[];
}

/** Brackets turn with their words; spaces that do not part it keep a stretch in one piece, which its font turns whole. */
const turn = (part: string): string =>
  number.test(part)
    ? part
    : part.replace(/[()[\]{}<>«»‹›]/gu, (bracket) => mirrored[bracket] ?? bracket).replaceAll(' ', '\u00a0');

const asTyped = (typed: string) => ({ typed, shown: typed });

/**
 * A line → its stretches as they stand on the page from the left: Hebrew and Arabic run the other way. Text is that of a
 * Danish or English document: every line begins on the left, and marks that embed directions are not followed.
 */
export function stretchesOf(line: string): Stretch[] {
  if (!isRightToLeft.test(line)) return [{ turned: false, parts: [asTyped(line)] }];
  return line
    .split(stretch)
    .filter((part) => part !== '')
    .map((part) =>
      isRightToLeft.test(part)
        ? {
            turned: true,
            parts: part
              .split(number)
              .filter((one) => one !== '')
              .map((typed) => ({ typed, shown: turn(typed) })),
          }
        : { turned: false, parts: [asTyped(part)] },
    );
}
