import type { AgendaItem, Responsible } from '../meeting/agenda.ts';
import type { People } from '../meeting/people.ts';
import { type Meeting, recordOf } from '../meeting/state.ts';
import type { Sight } from './cardView.ts';

/**
 * The people whose names may be said where closed items are not shown. Those are left out whom nothing but a closed
 * item names: their names alone would tell of it.
 */
export function namesHere({
  meeting,
  people,
  audience,
}: Pick<Sight, 'meeting' | 'people' | 'audience'>): People {
  if (audience === 'leading') return people;
  // An edition that waits to be used may close what is open until then.
  const items = [...meeting.agenda.items, ...(meeting.proposal?.agenda.items ?? [])];
  const secret = new Set(items.filter((item) => item.closed).flatMap((item) => namedBy(meeting, item)));
  // Known to the room all the same: who is there, or stands elsewhere in the agenda.
  const { chairs, minuteTakers, participants } = meeting.agenda;
  for (const id of [...chairs, ...minuteTakers, ...meeting.roles.map(({ personId }) => personId)])
    secret.delete(id);
  for (const { personId } of participants) secret.delete(personId);
  for (const id of secret) if (people[id]?.identities.length !== 0) secret.delete(id);
  if (secret.size === 0) return people;
  for (const item of meeting.agenda.items)
    if (!item.closed) for (const id of namedBy(meeting, item)) secret.delete(id);
  return Object.fromEntries(Object.entries(people).filter(([id]) => !secret.has(id)));
}

function namedBy(meeting: Meeting, item: AgendaItem): string[] {
  const { decisions, notes } = recordOf(meeting, item.id);
  const written = item.written?.decisions ?? [];
  const named: readonly (Responsible | null)[] = [
    ...[...written, ...decisions].flatMap(({ responsible }) => responsible),
    ...[...decisions, ...notes].map(({ onBehalfOf }) => onBehalfOf),
  ];
  return [...item.presenters, ...named.flatMap((one) => (one?.kind === 'person' ? [one.personId] : []))];
}
