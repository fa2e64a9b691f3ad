import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { PageView } from '../../views/page/pageView.ts';

export type CorrectedItem = CorrectedAgenda['items'][number];
export type CorrectedPoint = CorrectedItem['points'][number];
export type CorrectedPerson = CorrectedAgenda['people'][number];

/** The agenda in use as it is corrected: what the page shows of it, and nobody new. */
export function correctionOf({ head, items }: PageView): CorrectedAgenda {
  const named = (role: 'chair' | 'minuteTaker') =>
    head.people.filter((person) => person.named.includes(role)).map(({ personId }) => personId);
  return {
    title: head.title,
    forum: head.forum,
    date: head.date,
    start: head.start,
    end: head.end,
    place: head.place,
    chairs: named('chair'),
    minuteTakers: named('minuteTaker'),
    participants: head.people
      .filter(({ invited }) => invited)
      .map(({ personId, apologies, guest }) => ({ personId, apologies, guest })),
    people: [],
    items: items.map((item) => ({
      id: item.itemId,
      kind: item.kind,
      number: item.printed,
      title: item.title,
      presenters: item.presenters.map(({ personId }) => personId),
      start: item.start,
      end: item.end,
      durationMinutes: item.durationMinutes,
      closed: item.closed,
      points: item.points.map(({ pointId, text }) => ({ id: pointId, text })),
      description: item.description,
      attachments: [...item.attachments],
    })),
  };
}

/** Everybody that a name can stand for: those of the view, with what the correction says of them. */
export function peopleOf(view: PageView, agenda: CorrectedAgenda): readonly CorrectedPerson[] {
  const corrected = new Map(agenda.people.map((person) => [person.personId, person]));
  const known = view.head.people.map(
    ({ personId, name, title, organisation }) =>
      corrected.get(personId) ?? { personId, name, title, organisation },
  );
  const ids = new Set(known.map(({ personId }) => personId));
  return [...known, ...agenda.people.filter(({ personId }) => !ids.has(personId))];
}

/** Two corrections that say the same. */
export const sameCorrection = (a: CorrectedAgenda, b: CorrectedAgenda): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** Keys in one order; who is new or corrected is left out, for the view shows them as all others. */
function inOrder({ people: _people, ...agenda }: CorrectedAgenda): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([key, entry]) => [key, sorted(entry)]),
    );
  };
  return sorted(agenda);
}
