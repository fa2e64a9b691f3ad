import type { Responsible } from '../meeting/agenda.ts';
import type { Decision } from '../meeting/record.ts';
import { decisionsIn } from '../meeting/standingDecisions.ts';
import { recordOf, registeredAfterwards } from '../meeting/state.ts';
import { localClock, writeClock } from '../wording/dates.ts';
import { newMeaning } from '../wording/due.ts';
import { type Button, buttonMaker, cut, paragraphs, type Sight, showsWhole, textsOf } from './cardView.ts';
import { actorName, decisionNumber, responsibleName } from './draftOf.ts';

/** A decision on a card: text, who drives it and until when, who registered it. */
export interface DecisionView {
  readonly number: string;
  /** The paragraphs; the number stands before the first. */
  readonly lines: readonly { readonly isFirst: boolean; readonly number: string; readonly text: string }[];
  readonly assignment: string;
  readonly registered: string;
  /** The text is longer than what is shown. */
  readonly shortened: boolean;
  readonly unconfirmed: boolean;
  readonly confirmed: boolean;
  readonly action: Button;
}

/** "Tovholder: Viborg Kommune · Frist: uge 5 (30. januar-3. februar 2023)". */
export function assignmentLine(
  sight: Sight,
  responsible: readonly Responsible[],
  due: Decision['due'],
): string {
  const t = textsOf(sight);
  const names = responsible.map((one) => responsibleName(sight.people, one, sight.language));
  const who = names.length > 0 ? t.responsible(t.list(names)) : t.noResponsible;
  const until = due
    ? t.due(cut(due.text, 120), newMeaning(due, sight.meeting.agenda.date, sight.language))
    : null;
  return until ? `${cut(who, 200)} · ${until}` : cut(who, 200);
}

export function decisionView(sight: Sight, itemId: string, decision: Decision, limit: number): DecisionView {
  const number = decisionNumber(sight.meeting, itemId, decision);
  const unconfirmed = !decision.confirmed || !decision.assignmentConfirmed;
  return {
    number,
    lines: paragraphs(decision.text, limit).map(({ text }, at) => ({
      isFirst: at === 0,
      number: at === 0 ? `${number}  ` : '',
      text,
    })),
    shortened: !showsWhole(decision.text, limit),
    assignment: assignmentLine(sight, decision.responsible, decision.due),
    registered: registeredLine(sight, itemId, decision),
    unconfirmed,
    confirmed: !unconfirmed,
    action: buttonMaker(sight.meeting)(
      { title: number, tip: cut(`${number} ${decision.text}`, 80) },
      'decision.open',
      {
        i: itemId,
        d: decision.id,
      },
    ),
  };
}

/** Who registered it when, for whom, and what is still to be confirmed of it. */
export function registeredLine(sight: Sight, itemId: string, decision: Decision): string {
  const t = textsOf(sight);
  const name = actorName(sight.people, decision.by, sight.language);
  // What is filled in afterwards was not decided when it was written down.
  const at = decision.saidAt ?? (registeredAfterwards(sight.meeting) ? null : decision.at);
  const time = at && writeClock(localClock(at), sight.language);
  const registered =
    decision.origin === 'document'
      ? t.fromDocument
      : decision.onBehalfOf
        ? t.saidBy(cut(responsibleName(sight.people, decision.onBehalfOf, sight.language), 80), time, name)
        : decision.confirmed
          ? t.registered(name, time)
          : time === null
            ? t.proposedByName(name)
            : t.proposedBy(name, time);
  const { decisions } = recordOf(sight.meeting, itemId);
  const kept = decision.mergedInto && decisions.find(({ id }) => id === decision.mergedInto);
  const remarks = [
    ...(decision.confirmed && !decision.assignmentConfirmed ? [t.assignmentProposed] : []),
    ...(decision.earlier.length > 0 ? [t.corrected] : []),
    ...(kept ? [t.mergedWith(decisionNumber(sight.meeting, itemId, kept))] : []),
  ];
  return [registered, ...remarks].join(' · ');
}

/** The item's decisions that stand, by number. */
export const decisionsOf = (sight: Sight, itemId: string): readonly Decision[] =>
  decisionsIn(recordOf(sight.meeting, itemId)).all;
