/** Words after which a hyphen at a line end belongs to the word: "drifts-⏎og anlægsudgifter". */
const suspendedHyphen = /^(?:og|eller|samt|og\/eller|henholdsvis)\b/;

/** What stands between two wrapped lines: the hyphen that goes, and a space or nothing. */
function seam(before: string, after: string): { readonly cut: number; readonly glue: string } {
  if (!/[\p{L}\d][-\u2010\u2011]$/u.test(before)) return { cut: 0, glue: ' ' };
  if (suspendedHyphen.test(after)) return { cut: 0, glue: ' ' };
  const keepsHyphen =
    /\d.$/.test(before) || /(?:^|[^\p{L}])\p{Lu}{2,}.$/u.test(before) || !/^\p{Ll}/u.test(after);
  return { cut: keepsHyphen ? 0 : 1, glue: '' };
}

/** Lines of one paragraph → its text, words broken at line ends mended. Linear in the text. */
export function joinLines(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  const parts = kept.map((line, at) => {
    const next = kept[at + 1];
    if (next === undefined) return line;
    const { cut, glue } = seam(line.slice(-40), next.slice(0, 40));
    return line.slice(0, line.length - cut) + glue;
  });
  return parts.join('');
}

/** Joins two pieces of one wrapped line. */
export const joinWrapped = (before: string, after: string): string => joinLines([before, after]);

/** Whether `next` goes on with the sentence of `previous`, whatever stands between them on the page. */
export function goesOn(previous: string, next: string): boolean {
  if (/\p{L}[-\u2010\u2011]$/u.test(previous) && /^\p{Ll}/u.test(next)) return true;
  return /^\p{Ll}/u.test(next) && !/[.!?:;]$/.test(previous);
}

/** One line of spaces for any run of them. */
export const tidy = (text: string): string =>
  /[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
