import { namedForRole } from '../../meeting/decideRole.ts';
import type { GrantableRole } from '../../meeting/events.ts';
import { withoutLinked } from '../../meeting/identities.ts';
import { type Acting, PERMISSIONS, permission, roleOf, rolesOf } from '../../meeting/roles.ts';
import { decisionsIn } from '../../meeting/standingDecisions.ts';
import { recordOf } from '../../meeting/state.ts';
import { hidden } from '../cardView.ts';
import { nameOf } from '../draftOf.ts';
import { isLeading, type PageSight, readerOf } from './pageSight.ts';
import type { PageMe, PagePerson } from './pageView.ts';

/** Who reads, and what they may do; `name` as the meeting knows them. */
export function pageMe(sight: PageSight, acting: Acting, name: string): PageMe | null {
  const { meeting } = sight;
  const personId = readerOf({ acting });
  if (personId === null) return null;
  return {
    personId,
    name,
    role: roleOf(meeting, acting),
    may: permissionsOf((type) => permission(meeting, acting, type)),
    unclaimed: (['chair', 'minuteTaker'] as const).filter(
      (role) => namedForRole(meeting, personId, role) && !rolesOf(meeting, personId).includes(role),
    ),
  };
}

/** A cell of the table of roles for every command. */
export const permissionsOf = (
  of: (type: keyof typeof PERMISSIONS) => PageMe['may'][typeof type],
): PageMe['may'] =>
  Object.fromEntries(
    Object.keys(PERMISSIONS).map((type) => [type, of(type as keyof typeof PERMISSIONS)]),
  ) as PageMe['may'];

/**
 * The people of the meeting, those of the agenda first. Leaders see everybody who is known; everybody else who is
 * invited, holds a role, has been seen in the chat, or stands with something that is shown. Nobody on the big screen.
 */
export function pagePeople(sight: PageSight): PagePerson[] {
  if (sight.onStage) return [];
  const { meeting, people, language } = sight;
  const { agenda } = meeting;
  const invited = new Map(agenda.participants.map((one) => [one.personId, one]));
  const ids = new Set([...invited.keys(), ...agenda.chairs, ...agenda.minuteTakers]);
  for (const { personId } of meeting.roles) ids.add(personId);
  for (const id of personsShown(sight)) ids.add(id);
  // An account that is a person's is that person, and no other beside.
  for (const [id, person] of Object.entries(withoutLinked(meeting, people)))
    if (person.name !== '' && (isLeading(sight) || person.identities.length > 0)) ids.add(id);
  return [...ids].flatMap((personId): PagePerson[] => {
    const person = people[personId];
    if (!person && !invited.has(personId)) return [];
    const named: readonly GrantableRole[] = [
      ...(agenda.chairs.includes(personId) ? (['chair'] as const) : []),
      ...(agenda.minuteTakers.includes(personId) ? (['minuteTaker'] as const) : []),
    ];
    return [
      {
        personId,
        name: nameOf(people, personId, language),
        title: person?.title ?? null,
        organisation: person?.organisation ?? null,
        roles: rolesOf(meeting, personId),
        named,
        invited: invited.has(personId),
        apologies: invited.get(personId)?.apologies ?? false,
        guest: invited.get(personId)?.guest ?? false,
      },
    ];
  });
}

/** Those who present an item that is shown, or do what is decided under it. */
function personsShown(sight: PageSight): string[] {
  const { meeting } = sight;
  return meeting.agenda.items
    .filter((item) => !hidden(sight, item.id))
    .flatMap((item) => [
      ...item.presenters,
      ...decisionsIn(recordOf(meeting, item.id)).all.flatMap(({ responsible }) =>
        responsible.flatMap((one) => (one.kind === 'person' ? [one.personId] : [])),
      ),
    ]);
}
