import type { Decision } from '../meeting/record.ts';
import type { HistoryEntry, Place } from '../meeting/state.ts';
import { findItem, itemNumber, recordOf, registeredAfterwards } from '../meeting/state.ts';
import { localClock, writeClock } from '../wording/dates.ts';
import { outcomeLabel } from '../wording/outcome.ts';
import { cut, formsOf, hidden, type Sight } from './cardView.ts';
import { actorName, decisionNumber } from './draftOf.ts';

/** The same decision or note, under whatever item. */
const sameEntry = (a: Place, b: Place): boolean =>
  a.kind === b.kind && 'id' in a && 'id' in b && a.id === b.id;

/** What became of a decision, where it is not the decision itself that is taken back. */
function changeOf(before: Decision, now: Decision) {
  if (before.text !== now.text) return 'correction';
  if (before.struck !== now.struck) return 'striking';
  if (before.confirmed !== now.confirmed) return 'confirmation';
  const who = ({ responsible, due }: Decision) => JSON.stringify([responsible, due]);
  return who(before) === who(now) ? null : 'assignment';
}

/**
 * What a command did, in words: "Punkt 4: Godkendt (Karin Friis kl. 9.48)". `here`: the item that is spoken of anyway,
 * whose number need not be said.
 */
export function undoText(sight: Sight, entry: HistoryEntry, here?: string): string {
  const e = formsOf(sight).entries;
  const numbered = new Set<string>();
  const what = entry.touched.map(({ place, before }) => {
    if (!findItem(sight.meeting, place.itemId)) return '';
    const number = itemNumber(sight.meeting.agenda, place.itemId);
    const said = place.itemId === here || numbered.has(place.itemId);
    if (hidden(sight, place.itemId)) return e.closed(number);
    // What went to a closed item, or came from one, shows there alone.
    if (entry.touched.some((one) => sameEntry(one.place, place) && hidden(sight, one.place.itemId)))
      return '';
    const record = recordOf(sight.meeting, place.itemId);
    switch (place.kind) {
      case 'answer': {
        // Postponing an item answers its points too, and is said once.
        if (entry.touched.some((one) => one.place.kind === 'postponed' && one.place.itemId === place.itemId))
          return '';
        const outcome = record.answers[place.id]?.outcome;
        const label = outcome ? outcomeLabel(outcome, sight.language) : '–';
        numbered.add(place.itemId);
        return said ? label : e.answered(number, label);
      }
      case 'decision': {
        const earlier = before as Decision | undefined;
        const decision = record.decisions.find((one) => one.id === place.id) ?? earlier;
        if (!decision) return '';
        const name = decisionNumber(sight.meeting, place.itemId, decision);
        const change = earlier && changeOf(earlier, decision);
        return change ? e[change](name) : e.decision(name, cut(decision.text, 60));
      }
      case 'note': {
        const note =
          record.notes.find((one) => one.id === place.id) ??
          (before as (typeof record.notes)[number] | undefined);
        // What notes say is not for all.
        return note ? e.note(said ? null : number, sight.aloud ? null : cut(note.text, 60)) : '';
      }
      case 'postponed':
        return e.postponed(said ? null : number);
      default:
        return place satisfies never;
    }
  });
  const unique = [...new Set(what.filter((text) => text !== ''))];
  const time = registeredAfterwards(sight.meeting) ? null : writeClock(localClock(entry.at), sight.language);
  return e.by(unique.slice(0, 3).join(', '), actorName(sight.people, entry.by, sight.language), time);
}
