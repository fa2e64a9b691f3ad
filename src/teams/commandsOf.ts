import type { Command, CommandOf, PointAnswer, Refusal, SpokenBy } from '../meeting/commands.ts';
import { refused } from '../meeting/commands.ts';
import { namedForRole } from '../meeting/decideRole.ts';
import type { Outcome } from '../meeting/outcome.ts';
import { organisationsOf, type People, type Person } from '../meeting/people.ts';
import { type Decision, isOpen } from '../meeting/record.ts';
import { type Acting, leads, PERMISSIONS } from '../meeting/roles.ts';
import {
  findItem,
  hasBegun,
  languageOf,
  type Meeting,
  neighbour,
  recordOf,
  registeredAfterwards,
  stops,
} from '../meeting/state.ts';
import { type Assignment, readAssignment } from '../wording/assignment.ts';
import { readDue } from '../wording/due.ts';
import { withModifier } from '../wording/modifier.ts';
import { type Language, neutralSentence, sentenceForPoints } from '../wording/outcome.ts';
import { readRecommendation, sentenceFor } from '../wording/recommendation.ts';

/** The people and organisations that a sentence may name. */
export const known = (meeting: Meeting, people: People) => ({
  people: Object.values(people).flatMap(({ id, name }) => (name ? [{ id, name }] : [])),
  organisations: organisationsOf(people),
  meetingDate: meeting.agenda.date,
});

interface LastRead {
  readonly text: string;
  readonly meetingDate: string | null;
  readonly assignment: Assignment;
}
/** By the people of one meeting: what was saved is read again for the answer to it. */
const lastRead = new WeakMap<People, LastRead>();

export function readFrom(meeting: Meeting, people: People, text: string): Assignment {
  const last = lastRead.get(people);
  const meetingDate = meeting.agenda.date;
  if (last?.text === text && last.meetingDate === meetingDate) return last.assignment;
  const assignment = readAssignment(text, known(meeting, people));
  lastRead.set(people, { text, meetingDate, assignment });
  return assignment;
}

/** What was added to the outcome qualifies the last sentence; the only one, where all answers say the same. */
function qualified(
  answers: readonly PointAnswer[],
  points: readonly { readonly id: string }[],
  addition: string,
  language: Language,
): PointAnswer[] {
  const alike = answers.every(({ text }) => text === answers[0]?.text);
  return answers.map((answer, at) => {
    const { text = '', outcome, pointId } = answer;
    if (alike && answers.length === points.length) return { ...answer, text: withModifier(text, addition) };
    if (at < answers.length - 1) return answer;
    const number = points.findIndex(({ id }) => id === pointId) + 1;
    const own = text !== neutralSentence(outcome, {}, language);
    const sentence = own ? text : sentenceForPoints(outcome, [number], {}, language);
    return { ...answer, text: withModifier(sentence, addition) };
  });
}

/** Answers the open points: as each asks (`asAsked`), or those that ask for this outcome, else all that are open. */
export function answerOpen(
  meeting: Meeting,
  itemId: string,
  how: 'asAsked' | Outcome,
  addition?: string,
): Command | Refusal {
  const item = findItem(meeting, itemId);
  if (!item) return refused('unknownItem');
  const record = recordOf(meeting, itemId);
  const open = item.points
    .filter((point) => isOpen(record, point.id))
    .map((point) => ({ point, reading: readRecommendation(point.text) }));
  const answerable = open.filter(({ reading }) => reading.outcome !== null);
  const asked =
    how === 'asAsked' || how === 'adopted'
      ? answerable
      : open.filter(({ reading }) => reading.outcome === how);
  const chosen =
    asked.length > 0 ? asked : answerable.length > 0 ? answerable : how === 'asAsked' ? [] : open;
  if (chosen.length === 0) return refused('nothingOpen');
  const given = chosen.map(({ point, reading }): PointAnswer => {
    // "Som indstillet" gives every point what it asks for, in its own words.
    const outcome = how === 'asAsked' || how === 'adopted' ? (reading.outcome ?? 'adopted') : how;
    return { pointId: point.id, outcome, text: sentenceFor(outcome, point.text, {}, languageOf(meeting)) };
  });
  const answers =
    addition === undefined ? given : qualified(given, item.points, addition, languageOf(meeting));
  return { type: 'AnswerRecommendations', itemId, answers };
}

export function answerPoint(
  meeting: Meeting,
  itemId: string,
  pointId: string,
  outcome: Outcome,
): Command | Refusal {
  const point = findItem(meeting, itemId)?.points.find((entry) => entry.id === pointId);
  if (!point) return refused('unknownPoint');
  return {
    type: 'AnswerRecommendations',
    itemId,
    answers: [{ pointId, outcome, text: sentenceFor(outcome, point.text, {}, languageOf(meeting)) }],
  };
}

/** Gives every open point this outcome, also those that asked for something else. */
export function answerEvery(meeting: Meeting, itemId: string, outcome: Outcome): Command | Refusal {
  const record = recordOf(meeting, itemId);
  const open = findItem(meeting, itemId)?.points.filter((point) => isOpen(record, point.id)) ?? [];
  if (open.length === 0) return refused('nothingOpen');
  const answers = open.map((point) => ({
    pointId: point.id,
    outcome,
    text: sentenceFor(outcome, point.text, {}, languageOf(meeting)),
  }));
  return { type: 'AnswerRecommendations', itemId, answers };
}

export function postpone(meeting: Meeting, itemId: string, untilText: string | null): Command {
  const words = untilText?.trim();
  const until = words ? (readDue(words, meeting.agenda.date) ?? { text: words, date: null }) : null;
  const extra = until ? { until: until.text } : {};
  const text = sentenceFor(
    'postponed',
    findItem(meeting, itemId)?.points[0]?.text ?? '',
    extra,
    languageOf(meeting),
  );
  return { type: 'PostponeItem', itemId, until, text };
}

export function recordDecision(
  meeting: Meeting,
  people: People,
  itemId: string,
  text: string,
  pointIds: readonly string[],
  decisionId: string,
): CommandOf<'RecordDecision'> {
  const { responsible, due } = readFrom(meeting, people, text);
  return { type: 'RecordDecision', itemId, decisionId, text, pointIds, responsible, due };
}

/**
 * Another wording of a decision. Who and when were mostly read from the old one: then they are read from the new one
 * too; what was set by hand stays.
 */
export function correctDecision(
  meeting: Meeting,
  people: People,
  itemId: string,
  decision: Decision,
  text: string,
  pointIds: readonly string[],
  saying: SpokenBy = {},
): Command[] {
  const decisionId = decision.id;
  const correct: Command = { type: 'CorrectDecision', itemId, decisionId, text, pointIds, ...saying };
  const { responsible, due } = decision;
  const old = readFrom(meeting, people, decision.text);
  const read = readFrom(meeting, people, text);
  if (!same([responsible, due], [old.responsible, old.due])) return [correct];
  if (same([responsible, due], [read.responsible, read.due])) return [correct];
  const assign: Command = {
    type: 'AssignResponsible',
    itemId,
    decisionId,
    responsible: read.responsible,
    due: read.due,
  };
  return [correct, assign];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One item on or back from the item that the tap or line started from. */
export function step(meeting: Meeting, fromItemId: string, by: 1 | -1): Command | Refusal {
  const target = neighbour(meeting, fromItemId, by);
  if (!target) return refused(by === 1 ? 'noNextItem' : 'noPreviousItem');
  return { type: 'MoveToItem', fromItemId, itemId: target.id };
}

export function startAt(meeting: Meeting, itemId: string | null): Command | Refusal {
  const item = itemId ?? stops(meeting)[0]?.id;
  if (item) return { type: 'StartMeeting', itemId: item };
  return refused(meeting.proposal ? 'notAdopted' : 'emptyAgenda');
}

/** Null where the room is nowhere: not begun, or held without Punkt. */
export const currentItem = (meeting: Meeting): string | null =>
  hasBegun(meeting) && !registeredAfterwards(meeting) ? meeting.currentItemId : null;

/**
 * The roles that the agenda names this person for, if they have none: the first thing that they do for which a role
 * is needed takes them. Empty for everybody else.
 */
export function unclaimedRoles(
  meeting: Meeting,
  person: Person | null,
  acting: Acting,
): ('chair' | 'minuteTaker')[] {
  if (!person || !acting.authenticated || leads(meeting, person.id)) return [];
  return (['chair', 'minuteTaker'] as const).filter((role) => namedForRole(meeting, person.id, role));
}

/** Commands with the claims before them that they need. */
export function withClaims(
  commands: readonly Command[],
  roles: readonly ('chair' | 'minuteTaker')[],
  meeting: Meeting,
): readonly Command[] {
  const needed = commands.some(
    (command) =>
      PERMISSIONS[command.type].participant !== 'yes' &&
      // While nobody leads, using the agenda gives the role itself.
      (command.type !== 'AdoptAgenda' || meeting.roles.length > 0) &&
      command.type !== 'UndoCommand',
  );
  if (!needed) return commands;
  return [...roles.map((role): Command => ({ type: 'ClaimRole', role })), ...commands];
}
