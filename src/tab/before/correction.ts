import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { PageView } from '../../views/page/pageView.ts';

export type CorrectedItem = CorrectedAgenda['items'][number];
export type CorrectedPoint = CorrectedItem['points'][number];
export type CorrectedPerson = CorrectedAgenda['people'][number];

/** The agenda in use as it is corrected: what the page shows of it, and everybody that it knows. */
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
    people: head.people.map(({ personId, name, title, organisation }) => ({
      personId,
      name,
      title,
      organisation,
    })),
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

/** Everybody that a name can stand for, as corrected; who came into the meeting since stands behind. */
export function peopleOf(view: PageView, agenda: CorrectedAgenda): readonly CorrectedPerson[] {
  const ids = new Set(agenda.people.map(({ personId }) => personId));
  return [...agenda.people, ...view.head.people.filter(({ personId }) => !ids.has(personId))];
}

/** What is to be sent of a correction: of the people only those who are new or corrected. */
export const toSend = (agenda: CorrectedAgenda, known: CorrectedAgenda): CorrectedAgenda => ({
  ...agenda,
  people: newPeople(agenda, known),
});

/** `known` says all that `agenda` does; it may know people besides. */
export const saysNothingNew = (agenda: CorrectedAgenda, known: CorrectedAgenda): boolean =>
  newPeople(agenda, known).length === 0 && text(agenda) === text(known);

const newPeople = (agenda: CorrectedAgenda, known: CorrectedAgenda): CorrectedPerson[] => {
  const texts = new Set(known.people.map(text));
  return agenda.people.filter((person) => !texts.has(text(person)));
};

/** Keys in one order; people have a comparison of their own. */
function text(value: unknown): string {
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(sorted);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([key]) => key !== 'people')
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([key, entry]) => [key, sorted(entry)]),
    );
  };
  return JSON.stringify(sorted(value));
}
