import type { Logger } from 'pino';
import { isSettled } from '../meeting/decideIdentity.ts';
import type { People, Person } from '../meeting/people.ts';
import { holders, LEADING } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Publisher } from '../service/publisher.ts';
import { areAlike } from '../wording/likeNames.ts';
import type { Caller } from './admission.ts';
import { errorTrace } from './logTrace.ts';

/** Persons of whom it is remembered that they were looked at; then all are looked at again. */
const REMEMBERED = 5_000;

/** Of the agenda, and of no account yet; whom nothing but a closed item names is not asked about. */
function unlinked(meeting: Meeting, people: People): Person[] {
  const { participants, chairs, minuteTakers, items } = meeting.agenda;
  const ids = new Set([
    ...participants.map(({ personId }) => personId),
    ...chairs,
    ...minuteTakers,
    ...items.filter(({ closed }) => !closed).flatMap(({ presenters }) => presenters),
  ]);
  return [...ids].flatMap((id) => {
    const person = people[id];
    return person && person.name !== '' && person.identities.length === 0 ? [person] : [];
  });
}

/** Who leads or writes, or is named for it. */
export const mayLead = ({ agenda, roles }: Meeting): ReadonlySet<string> =>
  new Set([...agenda.chairs, ...agenda.minuteTakers, ...roles.map(({ personId }) => personId)]);

/**
 * Whom somebody who acts could be: the only person of the agenda with a name like theirs. An anonymous person is never
 * taken for one who leads or writes, or is to: such a role needs an account.
 */
export function likenessOf(
  meeting: Meeting,
  people: People,
  acting: Person,
  authenticated: boolean,
): Person | null {
  const leading = mayLead(meeting);
  const alike = unlinked(meeting, people).filter(
    (one) =>
      one.id !== acting.id && areAlike(acting.name, one.name) && (authenticated || !leading.has(one.id)),
  );
  const [only, another] = alike;
  return only && !another && !isSettled(meeting, only.id, acting.id) ? only : null;
}

/** Asks who takes the minutes, alone and once, where somebody acts whose name is like one of the agenda. */
export class Likenesses {
  readonly #seen = new Set<string>();

  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly publisher: Publisher;
      readonly log: Logger;
    },
  ) {}

  /** Somebody did something in that meeting. Nobody waits for it. */
  acted(meetingId: string, caller: Caller): void {
    const key = `${meetingId} ${caller.identity.key}`;
    if (this.#seen.has(key)) return;
    this.#ask(meetingId, caller, key).catch((error: unknown) => {
      this.#seen.delete(key);
      this.deps.log.warn(errorTrace(error), 'who somebody is was not asked');
    });
  }

  async #ask(meetingId: string, { identity }: Caller, key: string): Promise<void> {
    const { meetings, publisher } = this.deps;
    const { state, people } = await meetings.look(meetingId);
    const acting = Object.values(people).find((known) => known.identities.includes(identity.key));
    if (state.status === 'none' || !acting) return;
    const writers = holders(state, 'minuteTaker');
    const asked = writers.length > 0 ? writers : LEADING.flatMap((role) => holders(state, role));
    // Once somebody leads or writes there is somebody to ask.
    if (asked.length === 0) return;
    if (this.#seen.size > REMEMBERED) this.#seen.clear();
    this.#seen.add(key);
    const named = new Set(unlinked(state, people).map(({ id }) => id));
    const alike = named.has(acting.id) ? null : likenessOf(state, people, acting, identity.authenticated);
    if (!alike) return;
    const card = { kind: 'samePerson', personId: alike.id, accountId: acting.id } as const;
    await publisher.offer(
      state,
      card,
      [...new Set(asked)].filter((id) => id !== acting.id),
    );
  }
}
