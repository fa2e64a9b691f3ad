import { tidy } from './paragraphs.ts';
import { findPersonName, isTitleWord, looksLikeOrganisation, looksLikeTitle } from './personNames.ts';

const outside = (text: string): string => tidy(text.replace(/\([^()]*\)/g, ' '));

/** "Asta", "Ruth K.", "Anne-Mette": somebody named by the first name; definite nouns ("Ledelsen") are nobody. */
export function isFirstName(piece: string): boolean {
  const text = outside(piece).replace(/[.]$/, (stop) => (/\s\p{Lu}\.$/u.test(piece.trim()) ? stop : ''));
  if (!/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\.?)?$/u.test(text)) return false;
  if (/^(?:alle|ingen|intet|nogle|flere|resten|øvrige|teams|online|pause|frokost)$/iu.test(text))
    return false;
  return (
    !looksLikeOrganisation(text) &&
    !isTitleWord(text) &&
    !/\p{L}{5,}(?:elsen|ingen|erne|tet|ene)$/u.test(text)
  );
}

const isFullName = (piece: string): boolean => {
  const found = findPersonName(outside(piece));
  return found !== null && !looksLikeOrganisation(found.name);
};
/** "leder Morten Dahl", "Advokat Annelise Koch": a full name with nothing behind it. */
const isNamed = (piece: string): boolean => {
  const found = findPersonName(outside(piece));
  return found !== null && found.after === '' && !looksLikeOrganisation(outside(piece));
};

/**
 * "Anna Holm, Bo Krag (formand) og Carl Dam" → one text per person, titles behind a name with it; null where the text
 * is no list of several people (one person with title and organisation is none).
 */
export function namesOnOneLine(entry: string): string[] | null {
  const protectedText = entry
    .replace(/\.$/, (stop) => (/(?<!\p{L})\p{Lu}\.$/u.test(entry) ? stop : ''))
    .replace(/\([^()]*\)/g, (brackets) => brackets.replaceAll(',', ' /').replaceAll(' og ', ' & '));
  const pieces = protectedText
    .split(/\s*[,;]\s*/u)
    .flatMap((piece) => {
      const parts = piece.split(/\s+(?:og|samt|&)\s+(?![^(]*\))/u);
      return parts.length > 1 && parts.every((part) => isFullName(part) || isFirstName(part))
        ? parts
        : [piece];
    })
    .map((piece) => tidy(piece).replace(/^(?:og|samt)\s+/u, ''))
    .filter(Boolean);
  if (pieces.length < 2) return null;
  if (pieces.every((piece) => isNamed(piece) || isFirstName(piece))) return pieces;
  const first = pieces[0] ?? '';
  const named = pieces.filter((piece) => isFullName(piece)).length;
  if (named < 3 || !(isFullName(first) || isFirstName(first))) return null;
  // titles and parties behind a name go with it
  const people: string[] = [];
  for (const piece of pieces) {
    const attribute = !isFullName(piece) && !isFirstName(piece);
    if (attribute && people.length) people[people.length - 1] = `${people.at(-1) ?? ''}, ${piece}`;
    else people.push(piece);
  }
  return people;
}

/** A list of at least one full name, or of several first names, and of nothing else. */
export function readsAsPeople(text: string): boolean {
  if (text.length > 600) return false;
  const many = namesOnOneLine(text);
  if (many) return true;
  const found = findPersonName(outside(text));
  const alone = found !== null && !looksLikeOrganisation(outside(text));
  return alone && (found.after === '' || looksLikeTitle(found.after) || /^,/.test(found.after));
}
