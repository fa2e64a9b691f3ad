import type { Command, CommandType, Refusal } from '../meeting/commands.ts';
import type { Commit } from '../meeting/commit.ts';
import { peopleShown } from '../meeting/identities.ts';
import type { People, Person } from '../meeting/people.ts';
import { type Acting, leads } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
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
  /** The answer is read by all, whoever asked. */
  readonly aloud?: true;
  readonly newId: NewId;
}

export const sightOf = (turn: MeetingTurn, notice: string | null = null): Sight => ({
  meeting: turn.meeting,
  people: peopleShown(turn.meeting, turn.people),
  stored: turn.people,
  language: turn.language,
  audience: turn.audience,
  notice,
  ...(turn.aloud ? { aloud: true } : {}),
  ...(turn.audience === 'leading' && turn.person ? { reader: turn.person.id } : {}),
  ...(turn.person && !turn.aloud && leads(turn.meeting, turn.person.id) ? { leader: true } : {}),
});

/** Views from generous to small; the first that fits is sent. */
export type Views = CardView | readonly (CardView | (() => CardView))[];

/** What a button does: commands, a card, or both. */
export interface Verb {
  /** Adds to the people before it is carried out. Pure but for ids: it may run again. */
  people?(known: People, tap: Tap, newId: NewId): People;
  /** Says in the answer what is wanted instead of carrying it out (a form that warns). */
  before?(turn: MeetingTurn, tap: Tap): CardView | undefined;
  commands?(turn: MeetingTurn, tap: Tap): readonly Command[] | Refusal;
  /** A line on top of the answer, after it was carried out; `before` is the meeting as it was until then. */
  notice?(turn: MeetingTurn, tap: Tap, commit: Commit, before: Meeting): string | null;
  /** The card that answers; without it, the card that was tapped as it is now. */
  view?(turn: MeetingTurn, tap: Tap, notice: string | null): Views;
  /** The card that answers a refusal: a form keeps what was typed. Without it or undefined, as after success. */
  again?(turn: MeetingTurn, tap: Tap, notice: string): Views | undefined;
  /** What must be said even where the card shows the rest: after it was carried out from a dialog, which then closes. */
  mustKnow?(turn: MeetingTurn, tap: Tap, commit: Commit): string | null;
  /** A line to the whole chat about what was carried out, in the language of the meeting; null: none. */
  tell?(turn: MeetingTurn, tap: Tap, commit: Commit): string | null;
  /** The view is a form of this command, and is not opened for who may not give it. */
  readonly formFor?: CommandType;
  /** Also on an item that is closed to this conversation: nothing of it is shown or written. */
  readonly onClosed?: true;
  /** Only in the private chat of who leads or writes. */
  readonly alone?: true;
}
