import type { ImportedPerson } from './contract.ts';
import { tidy } from './paragraphs.ts';
import { findPersonName, isPersonName, looksLikeOrganisation, looksLikeTitle } from './personNames.ts';

const roleWord =
  /(?:^|[\s-])(?:med|næst|vice)?(?:formand|forkvinde|forperson)(?:skab)?(?!\p{L})|(?<!\p{L})(?:referent|ordstyrer|mødeleder|dirigent|observatør|suppleant|stedfortræder|tovholder|kasserer|bestyrelsesmedlem|forældrerepræsentant|medarbejderrepræsentant|elevrepræsentant|menigt medlem|vicechair|protokolfører)(?!\p{L})|^(?:formand|næstformand|medformand)/iu;
const secretaryRole = /sekretær/iu;
const apologyMark =
  /(?<!\p{L})(?:meldt )?afbud(?!\p{L})|(?<!\p{L})fraværende(?!\p{L})|(?<!\p{L})forhindret(?!\p{L})/iu;
const contact =
  /(?<!\p{L})tlf(?!\p{L})|(?<!\p{L})telefon(?!\p{L})|(?<!\p{L})mobil(?!\p{L})|@|mailto:|^\+?\d[\d ]{6,}$/iu;

export const isContactLine = (text: string): boolean => contact.test(text);

/** Commas, semicolons, columns part the pieces of an entry; a dash only beside a name ("Anna Holm – leder"). */
export function piecesOf(entry: string): string[] {
  return entry
    .split(/\s*[,;|]\s*|\s{2,}|\t+/u)
    .flatMap((piece) => {
      const parts = piece.split(/\s+[-–—]\s+/u);
      return parts.length > 1 && parts.some((part) => isPersonName(part)) ? parts : [piece];
    })
    .map((piece) => tidy(piece).replace(/^[-–]\s+/, ''))
    .filter((piece) => piece !== '' && piece !== '.');
}

/** "BR" behind Bent Rosengård. */
export function isInitials(text: string, name: string): boolean {
  if (!/^\p{Lu}{2,4}$/u.test(text)) return false;
  const letters = name.split(/[\s-]+/).map((part) => part.charAt(0));
  const ends = (letters[0] ?? '') + (letters.at(-1) ?? '');
  return (
    text === letters.join('') || text === ends || (text.startsWith(letters[0] ?? ' ') && text.length === 3)
  );
}

/** Reads "Titel, Navn, Organisation, rolle" and "Navn, titel (rolle)"; null where no full name stands. */
export function readParticipant(entry: string, group: string | null): ImportedPerson | null {
  let text = entry
    .replace(/^(?:[•·▪*o–-]\s+|\d{1,2}[.)]\s+)/u, '')
    .replace(/[.\s]+$/, (end) => (end.includes('.') && /(?<!\p{L})\p{Lu}\.$/u.test(entry) ? '.' : ''));
  let apologies = false;
  let role: string | null = null;
  let title: string | null = null;
  const organisations: string[] = [];
  const bracketed: string[] = [];
  text = text.replace(/\(([^()]*)\)/g, (_all, inside: string) => {
    bracketed.push(...inside.split(/[,;]|\s\/\s?/).map(tidy));
    return ' ';
  });
  const before: string[] = [];
  const after: string[] = [];
  let name: string | null = null;
  const prefix = /^([\p{L} -]{3,40}):\s+(?=\p{Lu})/u.exec(text);
  if (prefix?.[1] && (roleWord.test(prefix[1]) || looksLikeTitle(prefix[1]))) {
    bracketed.push(prefix[1]);
    text = text.slice(prefix[0].length);
  }
  for (const piece of piecesOf(text.replace(/ {2,}(?=[,;])/g, ' '))) {
    if (name !== null) {
      after.push(piece);
      continue;
    }
    const found = findPersonName(piece);
    if (found && !looksLikeOrganisation(found.name)) {
      name = found.name;
      if (found.before) before.push(found.before);
      if (found.after) after.push(found.after.replace(/^[-–,:]\s*/, ''));
    } else before.push(piece);
  }
  if (name === null) return null;
  for (const piece of before) {
    if (title === null && (looksLikeTitle(piece) || !looksLikeOrganisation(piece))) title = piece;
    else if (title !== null && looksLikeTitle(piece)) title = `${title}, ${piece}`;
    else organisations.push(piece);
  }
  for (const piece of after) {
    if (apologyMark.test(piece) && piece.length < 40) apologies = true;
    else if (
      roleWord.test(piece) &&
      !looksLikeOrganisation(piece.replace(/(?<!\p{L})\p{L}*formand\p{L}*(?!\p{L})/giu, ''))
    )
      role = role === null ? piece : `${role}, ${piece}`;
    else if (secretaryRole.test(piece) && title !== null) role = role === null ? piece : `${role}, ${piece}`;
    else if (/^(?:udpeget af|repræsentant for|repræsenterer|valgt af|fra)\s+\S/iu.test(piece))
      organisations.push(
        piece.replace(/^(?:udpeget af|repræsentant for|repræsenterer|valgt af|fra)\s+/iu, ''),
      );
    else if (looksLikeTitle(piece) && !looksLikeOrganisation(piece.split(' ')[0] ?? ''))
      title = title === null ? piece : `${title}, ${piece}`;
    else organisations.push(piece);
  }
  for (const piece of bracketed) {
    if (apologyMark.test(piece)) apologies = true;
    else if (roleWord.test(piece) || secretaryRole.test(piece))
      role = role === null ? piece : `${role}, ${piece}`;
    else if (title === null && looksLikeTitle(piece) && !looksLikeOrganisation(piece)) title = piece;
    else if (/^\p{Lu}[\p{L}\s&/-]+$/u.test(piece) && piece.length > 1 && !isInitials(piece, name))
      organisations.push(piece);
  }
  return {
    name,
    title,
    organisation: organisations.length ? organisations.join(', ') : group,
    role,
    apologies,
    guest: bracketed.some((piece) => /^gæst(?!\p{L})/iu.test(piece)),
  };
}
