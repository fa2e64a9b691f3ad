import type { Responsible } from '../meeting/agenda.ts';
import type { Command, Refusal } from '../meeting/commands.ts';
import type { Commit } from '../meeting/commit.ts';
import type { People, Person } from '../meeting/people.ts';
import type { Acting } from '../meeting/roles.ts';
import { type Meeting, recordOf } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import type { CardView, Sight } from '../views/cardView.ts';
import type { Language } from '../wording/outcome.ts';
import type { Tap } from './tap.ts';

/** One tap or line on one meeting, as the verbs see it. */
export interface MeetingTurn {
  readonly meeting: Meeting;
  readonly people: People;
  readonly acting: Acting;
  readonly person: Person | null;
  readonly language: Language;
  /** In the private chat of who leads or writes, closed items show. */
  readonly audience: Sight['audience'];
  readonly newId: NewId;
}

export const sightOf = (turn: MeetingTurn, notice: string | null = null): Sight => ({
  meeting: turn.meeting,
  people: turn.people,
  language: turn.language,
  audience: turn.audience,
  notice,
});

/**
 * The people whose names may be said where the turn is. In a shared chat those are left out whom nothing but a closed
 * item names: their names alone would tell of it.
 */
export function namesHere(turn: MeetingTurn): People {
  const { meeting, people } = turn;
  if (turn.audience === 'leading') return people;
  const open = meeting.agenda.items.filter((item) => !item.closed);
  const { chairs, minuteTakers, participants } = meeting.agenda;
  const responsible = (list: readonly { readonly responsible: readonly Responsible[] }[]): string[] =>
    list.flatMap((entry) =>
      entry.responsible.flatMap((one) => (one.kind === 'person' ? [one.personId] : [])),
    );
  const named = new Set([
    ...chairs,
    ...minuteTakers,
    ...participants.map(({ personId }) => personId),
    ...meeting.roles.map(({ personId }) => personId),
    ...open.flatMap((item) => [
      ...item.presenters,
      ...responsible(item.written?.decisions ?? []),
      ...responsible(recordOf(meeting, item.id).decisions),
    ]),
  ]);
  return Object.fromEntries(
    Object.entries(people).filter(([id, { identities }]) => named.has(id) || identities.length > 0),
  );
}

/** Views from generous to small; the first that fits is sent. */
export type Views = CardView | readonly CardView[];

/** What a button does: commands, a card, or both. */
export interface Verb {
  /** Says in the answer what is wanted instead of carrying it out (a form that warns). */
  before?(turn: MeetingTurn, tap: Tap): CardView | undefined;
  commands?(turn: MeetingTurn, tap: Tap): readonly Command[] | Refusal;
  /** A line on top of the answer, after it was carried out. */
  notice?(turn: MeetingTurn, tap: Tap, commit: Commit): string | null;
  /** The card that answers; without it, the card that was tapped as it is now. */
  view?(turn: MeetingTurn, tap: Tap, notice: string | null): Views;
  /** The card that answers a refusal: a form keeps what was typed. Without it, as after success. */
  again?(turn: MeetingTurn, tap: Tap, notice: string): Views;
  /** Also on an item that is closed to this conversation: nothing of it is shown or written. */
  readonly onClosed?: true;
  /** Only in the private chat of who leads or writes. */
  readonly alone?: true;
}
