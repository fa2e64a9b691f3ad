import type { Saying, SpokenBy } from '../meeting/commands.ts';
import type { Actor } from '../meeting/commit.ts';
import { newPerson, type People, withName } from '../meeting/people.ts';
import type { NewId } from '../service/clock.ts';
import { namesHere } from '../views/namesHere.ts';
import { matchName, nameParts } from '../wording/personName.ts';
import type { MeetingTurn } from './turnState.ts';

/** Whom a written name means, for whom something is registered. */
type Meant =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'nobody' };

/** A name that means nobody, or could mean several. */
export type Unclear = Exclude<Meant, { readonly kind: 'person' }>;

/** Only what was written in full counts: a misspelt name may be that of somebody else in the room. */
function meant(people: People, written: string): Meant {
  const [same, another] = withName(people, written);
  if (same && !another) return { kind: 'person', personId: same.id };
  const parts = nameParts(written);
  const candidates = Object.values(people).filter(({ name }) =>
    parts.every((part) => nameParts(name).includes(part)),
  );
  const match = matchName(written, same ? withName(people, written) : candidates);
  if (match.kind === 'one') return { kind: 'person', personId: match.id };
  if (match.kind === 'none') return { kind: 'nobody' };
  return { kind: 'several', names: match.ids.map((id) => people[id]?.name ?? id) };
}

/** The people with whom a name that nobody of them bears: somebody in the room or on the phone. */
export function withSpeaker(known: People, written: string, newId: NewId): People {
  const name = written.trim();
  if (name === '' || meant(known, name).kind !== 'nobody') return known;
  const id = newId();
  return { ...known, [id]: newPerson(id, name) };
}

/** What the command says of it, or whom the name could mean; nothing where it is who acts. */
export function speakerOf(turn: MeetingTurn, written: string): Pick<Saying, 'onBehalfOf'> | Unclear {
  if (written.trim() === '') return {};
  const found = personMeant(turn, written);
  return found.kind === 'person' ? speaker(turn, found.personId) : found;
}

/** Whose word it was after all, of what somebody registered before; as it was where nothing is said of it. */
export function speakerAfterwards(
  turn: MeetingTurn,
  written: string | undefined,
  { by }: { readonly by: Actor },
): SpokenBy | Unclear {
  if (written === undefined) return {};
  if (written.trim() === '') return { onBehalfOf: null };
  const found = personMeant(turn, written);
  if (found.kind !== 'person') return found;
  const own = by.kind === 'person' && by.personId === found.personId;
  return { onBehalfOf: own ? null : found };
}

function personMeant(turn: MeetingTurn, written: string): Meant {
  const name = written.trim();
  return meant(withName(turn.people, name).length === 1 ? turn.people : namesHere(turn), name);
}

/** The same for somebody who was chosen. */
export const speaker = (turn: MeetingTurn, personId: string): Pick<Saying, 'onBehalfOf'> =>
  turn.person?.id === personId ? {} : { onBehalfOf: { kind: 'person', personId } };
