import { withoutLinked } from '../meeting/identities.ts';
import type { People } from '../meeting/people.ts';
import { hidden, type Sight } from './cardView.ts';

/** The people whose names may stand on a card: not those who are known only as presenters of items that it hides. */
export function peopleSeen(sight: Sight): People {
  const { agenda, proposal, roles } = sight.meeting;
  const closed = new Set<string>();
  const open = new Set([
    ...agenda.participants.map(({ personId }) => personId),
    ...agenda.chairs,
    ...agenda.minuteTakers,
    ...roles.map(({ personId }) => personId),
  ]);
  for (const item of agenda.items)
    for (const personId of item.presenters) (hidden(sight, item.id) ? closed : open).add(personId);
  // An edition that waits to be used may close what is open until then.
  for (const item of proposal?.agenda.items ?? [])
    if (item.closed && sight.audience === 'shared') for (const id of item.presenters) closed.add(id);
  return Object.fromEntries(
    Object.entries(withoutLinked(sight.meeting, sight.people)).filter(
      ([id, person]) => !closed.has(id) || open.has(id) || person.identities.length > 0,
    ),
  );
}
