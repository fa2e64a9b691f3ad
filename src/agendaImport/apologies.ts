import type { CleanLine } from './cleanLines.ts';
import type { ImportedPerson } from './contract.ts';
import type { NameDoubt } from './findings.ts';
import { personOfInitials } from './initials.ts';
import { matchName } from './matchNames.ts';
import { readPeople } from './participants.ts';

const said =
  /(?:^|[.!]\s+)(?<names>\p{Lu}[^.!:]{1,120}?)\s+(?:har|havde|er|var|kunne|kan)\s+(?:desværre\s+)?(?:(?:meldt|sendt)\s+(?:afbud|forfald)|forhindret|fraværende|ikke\s+deltage)(?!\p{L})/u;
/** "Anna deltog ikke i punkt 4": away from one item, not from the meeting. */
const inPart = /(?<!\p{L})(?:punkt|pkt\.?|sag|ad|§)\s*\d/iu;

/** Somebody was away from some items only. */
export const isPartialAbsence = (text: string): boolean => inPart.test(text);

/** "Anna Holm (afbud), Bo Krag (afbud - Carl Dam deltog i stedet)" in running text. */
const bracketed =
  /(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,4})\s*\((?:meldt )?(?:afbud|fraværende)(?!\p{L})/gu;

/** "Jakob har meldt afbud." among the running text of the head. */
export function apologySentences(loose: readonly CleanLine[]): CleanLine[] {
  return loose.flatMap((line) => {
    const names = inPart.test(line.text) ? undefined : said.exec(line.text)?.groups?.names;
    if (names !== undefined) return [{ ...line, text: names }];
    if (line.text.length > 1500 || !/\((?:meldt )?(?:afbud|fraværende)/iu.test(line.text)) return [];
    return [...line.text.matchAll(bracketed)].map((hit) => ({
      ...line,
      text: hit.groups?.name ?? '',
      gap: 2 as const,
    }));
  });
}

/** "Anna Holm, Havneby" where others are of Havneby: the one side of the table that she is from, and nobody else. */
function withoutOrganisations(
  away: readonly ImportedPerson[],
  listed: readonly ImportedPerson[],
): ImportedPerson[] {
  const organisations = new Set(listed.map((person) => person.organisation));
  const people: ImportedPerson[] = [];
  for (const person of away) {
    const before = people.at(-1);
    if (!before || !organisations.has(person.name)) people.push(person);
    else people[people.length - 1] = { ...before, organisation: before.organisation ?? person.name };
  }
  return people;
}

/** People of the apologies: named, or by initials of people listed elsewhere ("Afbud: BL, CØT"). */
export function readAway(
  lines: readonly CleanLine[],
  listed: readonly ImportedPerson[],
  initials: ReadonlyMap<string, string>,
  doubleSpaced: boolean,
): ImportedPerson[] {
  const whole = lines.filter((line) => !isPartialAbsence(line.text));
  const read = withoutOrganisations(readPeople(whole, doubleSpaced), listed);
  if (read.length) return read;
  const letters = whole.flatMap((line) => line.text.split(/[\s,;/.]+/));
  const byLetters = letters.flatMap((one) => {
    const name = personOfInitials(one, listed, initials);
    return listed.filter((person) => person.name === name);
  });
  if (byLetters.length) return byLetters;
  const names = listed.map((person) => person.name);
  return letters.flatMap((one) => {
    const match = /^\p{Lu}\p{Ll}+$/u.test(one) ? matchName(one, names) : null;
    return match?.how === 'firstName' ? listed.filter((person) => person.name === match.name) : [];
  });
}

/** Puts the apologies into the list: who stands there already is marked, the others are added. */
export function withApologies(
  people: readonly ImportedPerson[],
  away: readonly ImportedPerson[],
  doubts: NameDoubt[],
): ImportedPerson[] {
  const all = [...people];
  const names = people.map((person) => person.name);
  // apologies that otherwise repeat names of the list are part of it: a name almost like one there is that one
  const subset = away.some((person) => ['exact', 'partial'].includes(matchName(person.name, names).how));
  for (const person of away) {
    const match = matchName(
      person.name,
      all.map((one) => one.name),
    );
    const found = 'name' in match ? all.findIndex((one) => one.name === match.name) : -1;
    const candidate = all[found];
    // two people may differ by two letters only: a misspelt name counts with the same title alone
    const sameTitle = person.title !== null && candidate?.title === person.title;
    const sure =
      'name' in match && (match.how !== 'spelling' || sameTitle || (subset && person.title === null));
    const index = sure ? found : -1;
    if (match.how === 'spelling' || match.how === 'ambiguous')
      doubts.push({
        written: person.name,
        match:
          sure || !('name' in match) ? match : { how: 'ambiguous', candidates: [match.name, person.name] },
        item: null,
      });
    const known = all[index];
    if (known) all[index] = { ...known, apologies: true, title: known.title ?? person.title };
    else all.push({ ...person, apologies: true });
  }
  return all;
}
