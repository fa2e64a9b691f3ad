import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { nameKey } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';

/** As many of an agenda's own items have to be there before, for it to be the same meeting on another day. */
const SAME = 0.5;

/** Items that say something of their own: what every agenda has ("Velkomst", "Eventuelt") tells nothing. */
const own = ({ items }: Agenda): readonly AgendaItem[] =>
  items.filter(
    ({ kind, description, points }) => kind === 'item' && (description !== null || points.length > 1),
  );

const words = ({ title, points, description }: AgendaItem): string =>
  [title, ...points.map(({ text }) => text), description ?? ''].map(nameKey).join('\n');

/** Who meets: what the meetings of a series have in common. Numbers and dates in it are those of one meeting. */
const seriesOf = ({ forum, title }: Agenda): string => nameKey((forum ?? title ?? '').replace(/\d+/gu, ''));

/**
 * Another meeting of a series than the one whose agenda is known: of another day, and about other matters. (Of others who meet,
 * it is laid in the place of the first: somebody took the wrong file.) An agenda
 * that was only moved to another day keeps its matters; of a meeting that runs no day is moved.
 */
export function isAnotherOccurrence(known: Meeting, agenda: Agenda): boolean {
  const before = known.edition === 0 && known.proposal ? known.proposal.agenda : known.agenda;
  if (before.date === null || agenda.date === null || before.date === agenda.date) return false;
  if (seriesOf(before) !== seriesOf(agenda)) return false;
  if (known.status !== 'planned') return true;
  const there = new Set(before.items.map(words));
  const asked = own(agenda).length > 0 ? own(agenda) : agenda.items;
  const kept = asked.filter((item) => there.has(words(item))).length;
  return kept < asked.length * SAME;
}
