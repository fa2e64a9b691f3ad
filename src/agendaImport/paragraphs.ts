/** Words after which a hyphen at a line end belongs to the word: "proces-⏎og administrativ støtte". */
const suspendedHyphen = /^(?:og|eller|samt|og\/eller|henholdsvis)\b/;

/** Joins two pieces of one wrapped line, mending a word broken at the line end. */
export function joinWrapped(before: string, after: string): string {
  const a = before.trimEnd();
  const b = after.trimStart();
  if (!a || !b) return a || b;
  if (!/[\p{L}\d][-\u2010\u2011]$/u.test(a)) return `${a} ${b}`;
  if (suspendedHyphen.test(b)) return `${a} ${b}`;
  const keepsHyphen = /\d.$/.test(a) || /(?:^|[^\p{L}])\p{Lu}{2,}.$/u.test(a) || !/^\p{Ll}/u.test(b);
  return keepsHyphen ? a + b : a.slice(0, -1) + b;
}

/** Whether `next` goes on with the sentence of `previous`, whatever stands between them on the page. */
export function goesOn(previous: string, next: string): boolean {
  if (/\p{L}[-\u2010\u2011]$/u.test(previous) && /^\p{Ll}/u.test(next)) return true;
  return /^\p{Ll}/u.test(next) && !/[.!?:;]$/.test(previous);
}

/** One line of spaces for any run of them. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
