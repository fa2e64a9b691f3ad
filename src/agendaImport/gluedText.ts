import type { HeadingCandidate } from './itemHeadings.ts';

/** "Økonomi: Kassereren fremlagde regnskabet.": a short title, and the item's text on the same line. */
const glued = /^(?<title>[^.:]{2,70}?(?:\bEvt)?)\s*[:.]\s+(?<text>["”(]?\p{Lu}.*|\d.*)$/u;

/** "B", "O", "D" in a column of their own at the right: for decision, for information, for discussion. */
const purposeLetter = /\s+\(?(?:\p{Lu}(?:\s?\/\s?\p{Lu})?)\)?$/u;

/** Takes a letter that most headings end in off all of them. */
function withoutPurposeLetters(headings: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const marked = headings.filter((heading) => purposeLetter.test(heading.text)).length;
  if (headings.length < 3 || marked < headings.length * 0.6) return headings;
  return headings.map((heading) => ({ ...heading, text: heading.text.replace(purposeLetter, '') }));
}

/**
 * Where most headings of a document hold their item's text as well, title and text are parted; one such heading alone
 * may just be a title with a colon.
 */
export function partGluedText(all: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const headings = withoutPurposeLetters(all);
  if (headings.length < 3) return headings;
  const hits = headings.map((heading) => {
    const groups = heading.lead === undefined ? glued.exec(heading.text)?.groups : undefined;
    return groups?.title && groups.text && /[.!?]\s*$/.test(groups.text) ? groups : null;
  });
  const sentences = hits.filter((hit) => hit !== null).length;
  if (sentences < headings.length * 0.6) return headings;
  return headings.map((heading, at) => {
    const hit = hits[at] ?? glued.exec(heading.text)?.groups;
    return hit?.title && hit.text ? { ...heading, text: hit.title, lead: hit.text } : heading;
  });
}
