import type { CleanLine } from './cleanLines.ts';
import { columnsApart } from './columnsOfPeople.ts';
import type { ImportedPerson } from './contract.ts';
import { isFirstName, namesOnOneLine } from './nameLists.ts';
import { joinWrapped, tidy } from './paragraphs.ts';
import { isContactLine, piecesOf, readParticipant } from './participantEntry.ts';
import { findPersonName, isPersonName, looksLikeOrganisation, looksLikeTitle } from './personNames.ts';

const nobody = /^(?:ingen|intet|–|-|nej|alle(?: var)? mødt|n\/a)\.?$/iu;
const bullet = /^(?:[•·▪*–-]\s|o\s(?=\p{Lu})|\d{1,2}[.)]\s)/u;

/** More lines than any list of people has; those after it are told as not placed. */
const mostLines = 1500;

const hasPerson = (text: string): boolean =>
  piecesOf(text.replace(/\([^()]*\)/g, ' ')).some((piece) => {
    const found = findPersonName(piece);
    return found !== null && !looksLikeOrganisation(found.name);
  });

/** Phone and e-mail boxes that landed among the people; a bare name right above one belongs to it. */
function withoutContacts(lines: readonly CleanLine[]): CleanLine[] {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    if (isContactLine(line.text) && !/,/.test(line.text.replace(/,[^,]*@.*$/, ''))) return false;
    return !(next && isContactLine(next.text) && !next.text.includes(',') && isPersonName(line.text));
  });
}

/** "Pia Hvid, Jørn Ulvkær, Tom": the surname stands on the next line. */
function endsInFirstName(entry: string): boolean {
  const pieces = entry.replace(/\([^()]*\)/g, '').split(/\s*[,;]\s*/u);
  const named = pieces.slice(0, -1).filter((piece) => findPersonName(piece)?.after === '');
  return named.length > 1 && named.length === pieces.length - 1 && isFirstName(pieces.at(-1) ?? '');
}

/** Lines → one text per entry. A line goes on with the one above when that is open, or by its small first letter. */
function entriesOf(lines: readonly CleanLine[], doubleSpaced: boolean): string[] {
  const entries: string[] = [];
  lines.forEach((line, index) => {
    const last = entries.at(-1);
    const previous = lines[index - 1];
    const bracket = last !== undefined && last.lastIndexOf('(') > last.lastIndexOf(')');
    const open = last !== undefined && (bracket || /[,&/–-]$/.test(last) || line.text.startsWith('('));
    const small = /^\p{Ll}/u.test(line.text) && !bullet.test(line.text);
    const wrapped =
      last !== undefined &&
      previous !== undefined &&
      line.gap < 2 &&
      !bullet.test(line.text) &&
      !hasPerson(line.text) &&
      hasPerson(last) &&
      !/\)$/u.test(previous.text) &&
      (doubleSpaced || previous.text.length >= 60);
    // a name broken over two lines; a line that begins with a whole name is somebody else
    const told =
      line.evidence?.wraps === true &&
      !bullet.test(line.text) &&
      (/(?<!\p{L})(?:og|samt)$/iu.test(last ?? '') || !hasPerson(line.text.split(',')[0] ?? ''));
    const surname = /^\p{Lu}[\p{L}-]+(?=$|[,;]|\s*\()/u.test(line.text);
    const parted = surname && last !== undefined && last.length < 400 && endsInFirstName(last);
    if (last !== undefined && (open || small || wrapped || told || parted))
      entries[entries.length - 1] = joinWrapped(last, line.text);
    else entries.push(line.text);
  });
  return entries;
}

/** Members listed in the head without any label: three lines or more on end that each name one person. */
export function listedWithoutLabel(loose: readonly CleanLine[]): CleanLine[] {
  const isPerson = (line: CleanLine): boolean =>
    line.text.length < 80 &&
    !/\d|[.:!?]$/.test(line.text) &&
    (findPersonName(line.text.split(/[,(]| {2,}/)[0] ?? '')?.after === '' || false) &&
    !looksLikeOrganisation(line.text.split(/[,(]/)[0] ?? '') &&
    readParticipant(line.text, null) !== null;
  let run: CleanLine[] = [];
  for (const line of loose) {
    if (isPerson(line)) run.push(line);
    else if (run.length >= least) break;
    else run = [];
  }
  return run.length >= least ? run : [];
}
const least = 3;

const isGroup = (entry: string): boolean =>
  !hasPerson(entry) &&
  !/,/.test(entry) &&
  entry.length < 80 &&
  (/:$/.test(entry) || /^\p{Lu}/u.test(entry)) &&
  !isContactLine(entry);

/** "Fra forvaltningen:" → "Forvaltningen". */
const groupName = (text: string): string =>
  tidy(
    text
      .replace(/:$/, '')
      .replace(/^(?:fra|repræsentanter fra|for)\s+/iu, '')
      .replace(/\s+(?:deltog|deltager|deltagere|var til stede|mødte)$/iu, ''),
  ).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** People of one list; lines without a person are the organisation of those below. */
export function readPeople(source: readonly CleanLine[], doubleSpaced: boolean): ImportedPerson[] {
  const lines = columnsApart(withoutContacts(source));
  const entries = entriesOf(lines.slice(0, mostLines), doubleSpaced).filter((entry) => !nobody.test(entry));
  const manyOnLines = entries.filter((entry) => namesOnOneLine(entry) !== null).length;
  // one name with two name-like pieces behind it may be "name, association, association": only a list of such lines counts
  const inline = manyOnLines > 0 && (entries.length <= 3 || manyOnLines > entries.length / 2);
  const people: ImportedPerson[] = [];
  let group: string | null = null;
  for (const entry of entries) {
    const led: RegExpExecArray | null = /^([^:,]{3,60}):\s+(\S.*)$/u.exec(entry.replace(bullet, ''));
    const many0 = led?.[2] ? namesOnOneLine(led[2]) : null;
    if (
      led?.[1] &&
      led[2] &&
      (hasPerson(led[2]) || many0 !== null || isFirstName(led[2])) &&
      !(looksLikeTitle(led[1]) && many0 === null)
    ) {
      const many = many0;
      for (const one of many ?? [led[2]]) push(one, groupName(led[1]));
      continue;
    }
    const many = inline ? namesOnOneLine(entry) : null;
    if (many) for (const one of many) push(one, group);
    else if (isGroup(entry)) group = groupName(entry.replace(bullet, ''));
    else if (!push(entry, group)) {
      for (const piece of piecesOf(entry)) push(piece, group);
    }
  }
  if (people.length === 0) return firstNamesOnly(entries);
  return people;

  function push(entry: string, organisation: string | null): boolean {
    const person =
      readParticipant(entry, organisation) ?? (isFirstName(entry) ? byFirstName(entry, organisation) : null);
    if (person) people.push(person);
    return person !== null;
  }
}

/** Small boards write first names only. */
function firstNamesOnly(entries: readonly string[]): ImportedPerson[] {
  const pieces = entries
    .flatMap((entry) => entry.replace(/\.$/, '').split(/\s*[,;/]\s*|\s+og\s+/u))
    .map(tidy);
  const names = pieces.filter(
    (piece) =>
      /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?:\s*\([^()]*\))?$/u.test(piece) && !looksLikeOrganisation(piece),
  );
  if (names.length < pieces.length * 0.7 || (names.length < 2 && pieces.length > 1)) return [];
  return names.map((piece) => byFirstName(piece, null));
}

const bracketRole = /formand|referent|ordstyrer|sekretær|kasserer|afbud/iu;

function byFirstName(piece: string, organisation: string | null): ImportedPerson {
  const role = /\(([^()]*)\)/.exec(piece)?.[1] ?? null;
  return {
    name: tidy(piece.replace(/\([^()]*\)/g, '')),
    title: role !== null && /^\p{Ll}[\p{L}. -]{2,40}$/u.test(role) && !bracketRole.test(role) ? role : null,
    organisation,
    role: role && bracketRole.test(role) && !/afbud/iu.test(role) ? role : null,
    apologies: role !== null && /afbud/i.test(role),
    guest: false,
  };
}
