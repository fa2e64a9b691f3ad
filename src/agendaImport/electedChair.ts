import type { ImportedItem } from './contract.ts';
import { personOfInitials } from './initials.ts';
import { matchName } from './matchNames.ts';
import { findPersonName } from './personNames.ts';

const election = /^(?:velkomst og )?valg af (?:dirigent|ordstyrer|mødeleder)/iu;
const elected =
  /^(?<who>[^.]{2,80}?) (?:blev|er|vælges|valgtes) (?:enstemmigt )?(?:valgt|udpeget|som|til)(?!\p{L})/iu;

/** Whom the minutes say was chosen to lead the meeting ("Ad 1. Valg af dirigent: Anna Holm blev valgt"). */
export function electedChair(
  items: readonly ImportedItem[],
  people: readonly string[],
  initials: ReadonlyMap<string, string>,
): string | null {
  const item = items.find((one) => election.test(one.title));
  if (!item || /referent/iu.test(item.title)) return null;
  for (const text of [
    ...item.decisions.map((one) => one.text),
    item.discussion ?? '',
    item.description ?? '',
  ]) {
    const who = elected.exec(text)?.groups?.who?.trim();
    if (who === undefined) continue;
    const byLetters = personOfInitials(
      who,
      people.map((name) => ({ name })),
      initials,
    );
    if (byLetters) return byLetters;
    const match = matchName(who, people);
    if ('name' in match && match.how !== 'spelling') return match.name;
    const found = findPersonName(who);
    if (found) return found.name;
  }
  return null;
}
