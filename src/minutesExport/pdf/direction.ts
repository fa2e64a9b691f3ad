const rightToLeft = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
/** From the first such letter to the last, or to a number behind it, with no other letter between (UAX #9, N1 and W2). */
const stretches = new RegExp(
  `([${rightToLeft}](?:(?:[${rightToLeft}]|\\P{L})*[${rightToLeft}\\p{N}])?\\p{M}*)`,
  'u',
);
const isRightToLeft = new RegExp(`[${rightToLeft}]`, 'u');
const mirrored: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
);

/** Brackets turn with their word. */
const mirror = (word: string): string =>
  isRightToLeft.test(word)
    ? word.replace(/[()[\]{}<>«»‹›]/gu, (bracket) => mirrored[bracket] ?? bracket)
    : word;

/**
 * A line of text from left to right → its parts as they stand on the page from the left: words of Hebrew or Arabic run the
 * other way. The letters of a word are turned where it is set. Text is that of a Danish or English document: every line
 * begins on the left, and marks that embed directions are not followed.
 */
export function visualOrder(line: string): string[] {
  if (!isRightToLeft.test(line)) return [line];
  return line
    .split(stretches)
    .filter((part) => part !== '')
    .map((part) => (isRightToLeft.test(part) ? part.split(/( +)/u).reverse().map(mirror).join('') : part));
}
