import type { CleanLine } from './cleanLines.ts';
import type { ImportedPerson } from './contract.ts';
import { isInitials } from './participantEntry.ts';

const written = /(?<=[(,/]\s?|\s)(\p{Lu}{2,4})(?=\s?[),/]|$)/gu;

/** Initials that the list of people gives ("Mette Krogh (MK)") and whose they are. */
export function initialsGiven(
  lines: readonly CleanLine[],
  people: readonly ImportedPerson[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const line of lines) {
    if (line.text.length > 2000) continue;
    for (const hit of line.text.matchAll(written)) {
      const letters = hit[1] ?? '';
      // the person named nearest before them, else the only one with such a name
      const before = line.text.slice(0, hit.index);
      const near = people
        .map((person) => ({ person, at: before.lastIndexOf(person.name) }))
        .filter(({ person, at }) => at >= 0 && isInitials(letters, person.name))
        .sort((a, b) => b.at - a.at)[0];
      if (near) given.set(letters, near.person.name);
    }
  }
  return given;
}

/** Whose initials these are: as given, else of the only person whose name they can stand for; null where unsure. */
export function personOfInitials(
  letters: string,
  people: readonly { readonly name: string }[],
  given: ReadonlyMap<string, string>,
): string | null {
  const told = given.get(letters);
  if (told !== undefined) return told;
  const hits = people.filter((person) => isInitials(letters, person.name));
  return hits.length === 1 ? (hits[0]?.name ?? null) : null;
}
