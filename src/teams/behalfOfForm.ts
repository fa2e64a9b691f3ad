import type { Saying } from '../meeting/commands.ts';
import { PERMISSIONS, roleOf } from '../meeting/roles.ts';
import { behalfFields } from '../views/behalfFields.ts';
import type { Field } from '../views/formCard.ts';
import { namesHere } from '../views/namesHere.ts';
import { replies } from '../wording/replies.ts';
import { speaker, speakerOf, withSpeaker } from './speakingFor.ts';
import type { Tap } from './tap.ts';
import { type MeetingTurn, sightOf, type Verb } from './turnState.ts';

/** The fields of a form in which somebody may be named for whom it is registered; none for who may not do that. */
export const behalfIn = (turn: MeetingTurn, tap: Tap): Field[] =>
  PERMISSIONS.RecordDecision[roleOf(turn.meeting, turn.acting)] === 'yes'
    ? behalfFields({ ...sightOf(turn), people: namesHere(turn) }, turn.person?.id ?? null, tap.data)
    : [];

/** Whose name is typed in the form is added to the people. */
export const addSpeaker: NonNullable<Verb['people']> = (known, tap, newId) =>
  withSpeaker(known, tap.data.behalfName, newId);

/** A typed name counts before a chosen one. Nothing where it is unclear: `unclearSpeaker` asked before. */
export function sayingOf(turn: MeetingTurn, tap: Tap): Pick<Saying, 'onBehalfOf'> {
  const { behalf, behalfName } = tap.data;
  const typed = speakerOf(turn, behalfName);
  if (behalfName.trim() !== '') return 'kind' in typed ? {} : typed;
  return turn.people[behalf] ? speaker(turn, behalf) : {};
}

/** The question which of several is meant; null where that is clear. */
export function unclearSpeaker(turn: MeetingTurn, tap: Tap): string | null {
  const { behalfName } = tap.data;
  const typed = speakerOf(turn, behalfName);
  if (!('kind' in typed) || typed.kind !== 'several') return null;
  return replies[turn.language].onWhoseBehalf(behalfName.trim(), typed.names);
}
