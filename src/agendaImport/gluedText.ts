import type { HeadingCandidate } from './itemHeadings.ts';

/** "Økonomi: Kassereren fremlagde regnskabet.": a short title, and the item's text on the same line. */
const glued = /^(?<title>[^.:]{2,70}?(?:\bEvt)?)\s*[:.]\s+(?<text>["”(]?\p{Lu}.*|\d.*)$/u;

/**
 * Where most headings of a document hold their item's text as well, title and text are parted; one such heading alone
 * may just be a title with a colon.
 */
export function partGluedText(headings: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
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
