import type { Command, Refusal, Saying } from '../meeting/commands.ts';
import { refused } from '../meeting/commands.ts';
import { type People, withName } from '../meeting/people.ts';
import type { Decision } from '../meeting/record.ts';
import { standing } from '../meeting/record.ts';
import { findItem, itemNumber, type Meeting, recordOf, stops } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import { cut } from '../views/cardView.ts';
import { namesHere } from '../views/namesHere.ts';
import { pointsAwaitingDecision } from '../views/pointView.ts';
import { readResponsibleList } from '../wording/assignment.ts';
import type { Line, PlainLine } from '../wording/lines.ts';
import { matchName } from '../wording/personName.ts';
import { replies } from '../wording/replies.ts';
import { planAttendance, takeBackAttendance } from './attendanceLines.ts';
import {
  answerOpen,
  correctDecision,
  currentItem,
  known,
  postpone,
  recordDecision,
  startAt,
  step,
} from './commandsOf.ts';
import { speakerOf, withSpeaker } from './speakingFor.ts';
import type { MeetingTurn } from './turnState.ts';

/** A line that can't be carried out until something is said more clearly. */
export interface Question {
  readonly kind: 'question';
  readonly sentence: string;
}
const question = (sentence: string): Question => ({ kind: 'question', sentence });

/** What a line does, and which item it is about (null: none). */
export interface LinePlan {
  readonly commands: readonly Command[];
  readonly itemId: string | null;
}

/** About an item that is closed to where the line was typed: not even whether something stands there is told. */
export interface Closed {
  readonly kind: 'closed';
}

export type Planned = LinePlan | Refusal | Question | Closed;

/** Lines that change something; the others only ask. */
export type CommandLine =
  | Exclude<Line, { kind: PlainLine | 'unknown' }>
  | { readonly kind: Exclude<PlainLine, AskingLine> };

/** Lines that are answered with a card or a sentence, and change nothing. */
type AskingLine =
  | 'status'
  | 'agenda'
  | 'minutes'
  | 'download'
  | 'package'
  | 'approval'
  | 'attendance'
  | 'help';

/** Turns a line into commands on the meeting as it is now; `saidAt` (ISO 8601): when its words were said, if earlier. */
export function planLine(turn: MeetingTurn, line: CommandLine, saidAt: string | null): Planned {
  const { meeting } = turn;
  const said = saidAt === null ? {} : { saidAt };
  const here = currentItem(meeting);
  switch (line.kind) {
    case 'next':
    case 'previous':
      return here ? plan(step(meeting, here, line.kind === 'next' ? 1 : -1), here) : refused('notStarted');
    case 'goTo':
      return onItem(turn, line.item, (itemId) =>
        here ? plan({ type: 'MoveToItem', fromItemId: here, itemId }, itemId) : refused('notStarted'),
      );
    case 'start':
      return line.item === null
        ? plan(startAt(meeting, null), null)
        : onItem(turn, line.item, (itemId) => plan(startAt(meeting, itemId), itemId));
    case 'end':
      return here ? plan({ type: 'AdjournMeeting', fromItemId: here }, null) : refused('notStarted');
    case 'pause':
      return plan({ type: 'PauseMeeting' }, null);
    case 'resume':
      return plan({ type: 'ResumeMeeting' }, null);
    case 'undo':
      return (
        (line.item === null ? takeBackAttendance(turn) : null) ??
        onItem(turn, line.item, (itemId) => plan({ type: 'UndoCommand', version: null, itemId }, itemId))
      );
    case 'answer':
      return underItem(turn, line.item, (itemId) =>
        plan(answerOpen(meeting, itemId, line.outcome, line.addition), itemId),
      );
    case 'postpone':
      return underItem(turn, line.item, (itemId) => plan(postpone(meeting, itemId, line.until), itemId));
    case 'decision':
      return underItem(turn, line.item, (itemId) =>
        spokenFor(turn, line.onBehalfOf, (saying) => {
          const points = pointsAwaitingDecision(meeting, findItem(meeting, itemId));
          const people = namesHere(turn);
          const recorded = recordDecision(meeting, people, itemId, line.text, points, turn.newId());
          return plan({ ...recorded, ...saying, ...said }, itemId);
        }),
      );
    case 'note':
      return underItem(turn, line.item, (itemId) =>
        spokenFor(turn, line.onBehalfOf, (saying) =>
          plan(
            { type: 'RecordNote', itemId, noteId: turn.newId(), text: line.text, ...saying, ...said },
            itemId,
          ),
        ),
      );
    case 'addendum': {
      const add = (itemId: string | null): Planned =>
        plan({ type: 'AddAddendum', addendumId: turn.newId(), itemId, text: line.text }, itemId);
      return line.item === null ? add(null) : underItem(turn, line.item, add);
    }
    case 'responsible':
      return planResponsible(turn, line);
    case 'correct':
      return onDecision(turn, line.number, (itemId, decision) => ({
        commands: correctDecision(meeting, namesHere(turn), itemId, decision, line.text, decision.pointIds),
        itemId,
      }));
    case 'confirm':
      return onDecision(turn, line.number, (itemId, { id }) =>
        plan({ type: 'ConfirmDecision', itemId, decisionId: id }, itemId),
      );
    case 'strike':
      return onDecision(turn, line.number, (itemId, { id }) =>
        plan({ type: 'StrikeDecision', itemId, decisionId: id }, itemId),
      );
    case 'move':
      return onDecision(turn, line.number, (itemId, { id }) =>
        underItem(turn, line.item, (toItemId) =>
          plan({ type: 'MoveDecision', itemId, decisionId: id, toItemId }, toItemId),
        ),
      );
    case 'appoint':
      return planAppointment(turn, line);
    case 'attend':
      return planAttendance(turn, line);
    default:
      return line satisfies never;
  }
}

const plan = (command: Command | Refusal, itemId: string | null): LinePlan | Refusal =>
  'code' in command ? command : { commands: [command], itemId };

/** Somebody whom nobody knows yet, and in whose name a line is written, is added to the people. */
export const addingSpeaker = (line: CommandLine, newId: NewId) => {
  const name = 'onBehalfOf' in line ? line.onBehalfOf : undefined;
  return name === undefined ? undefined : (known: People) => withSpeaker(known, name, newId);
};

/** Whose word the line is; a question where the name could mean several. */
function spokenFor(
  turn: MeetingTurn,
  name: string | undefined,
  then: (saying: Pick<Saying, 'onBehalfOf'>) => Planned,
): Planned {
  const speaker = speakerOf(turn, name ?? '');
  if (!('kind' in speaker)) return then(speaker);
  const say = replies[turn.language];
  return question(
    speaker.kind === 'several'
      ? say.onWhoseBehalf(name ?? '', speaker.names)
      : say.personUnknown(cut(name ?? '', 120)),
  );
}

/** The item of that number, or the present one. */
function onItem(turn: MeetingTurn, number: string | null, then: (itemId: string) => Planned): Planned {
  const { meeting } = turn;
  if (number === null) {
    const here = currentItem(meeting);
    return here ? then(here) : refused('notStarted');
  }
  const found = itemsNumbered(meeting, number);
  const [only] = found;
  if (!only) return refused('unknownItem');
  return found.length > 1 ? question(replies[turn.language].itemAmbiguous(number)) : then(only);
}

/** The same for what is registered under an item, which a closed one takes only in the private chat of leaders. */
const underItem = (turn: MeetingTurn, number: string | null, then: (itemId: string) => Planned): Planned =>
  onItem(turn, number, (itemId) =>
    turn.audience === 'shared' && findItem(turn.meeting, itemId)?.closed ? { kind: 'closed' } : then(itemId),
  );

const itemsNumbered = (meeting: Meeting, number: string): string[] =>
  stops(meeting)
    .filter((item) => itemNumber(meeting.agenda, item.id).toLowerCase() === number.toLowerCase())
    .map((item) => item.id);

/** The decision "4.2". */
function onDecision(
  turn: MeetingTurn,
  number: string,
  then: (itemId: string, decision: Decision) => Planned,
): Planned {
  const dot = number.lastIndexOf('.');
  const [item, sequence] = [number.slice(0, dot), number.slice(dot + 1)];
  return underItem(turn, item, (itemId) => {
    const decision = recordOf(turn.meeting, itemId).decisions.find(
      (entry) => entry.sequence === Number.parseInt(sequence, 10),
    );
    return decision ? then(itemId, decision) : refused('unknownDecision');
  });
}

function planResponsible(turn: MeetingTurn, line: Extract<Line, { kind: 'responsible' }>): Planned {
  const say = replies[turn.language];
  const assign = (itemId: string, decision: Decision): Planned => {
    const read = readResponsibleList(line.text, known(turn.meeting, namesHere(turn)));
    const [unclear] = read.ambiguous;
    if (unclear) {
      const names = unclear.candidates.map((id) => turn.people[id]?.name ?? id);
      return question(say.whoIsMeant(unclear.written, names));
    }
    if (read.responsible.length === 0 && !read.due) return question(say.responsibleMissing);
    const responsible = read.responsible.length > 0 ? read.responsible : decision.responsible;
    const due = read.due ?? decision.due;
    return plan({ type: 'AssignResponsible', itemId, decisionId: decision.id, responsible, due }, itemId);
  };
  const dotted = line.number?.includes('.') ? line.number : null;
  if (dotted !== null) {
    // "2.1" may be an item as well: the agenda has it, and no decision bears the number
    const named = onDecision(turn, dotted, assign);
    const isItem = itemsNumbered(turn.meeting, dotted).length > 0;
    if (!isItem || !('code' in named && ['unknownItem', 'unknownDecision'].includes(named.code)))
      return named;
  }
  return underItem(turn, line.number, (itemId) => {
    const newest = standing(recordOf(turn.meeting, itemId).decisions).at(-1);
    return newest
      ? assign(itemId, newest)
      : question(say.noDecisionYet(itemNumber(turn.meeting.agenda, itemId)));
  });
}

function planAppointment(turn: MeetingTurn, line: Extract<Line, { kind: 'appoint' }>): Planned {
  const say = replies[turn.language];
  const exact = withName(turn.people, line.name).map((person) => person.id);
  const match = matchName(line.name, known(turn.meeting, namesHere(turn)).people);
  const ids =
    exact.length > 0 ? exact : match.kind === 'one' ? [match.id] : match.kind === 'several' ? match.ids : [];
  const [only] = ids;
  if (!only) return question(say.personUnknown(cut(line.name, 120)));
  if (ids.length > 1) {
    return question(
      say.whoIsMeant(
        line.name,
        ids.map((id) => turn.people[id]?.name ?? id),
      ),
    );
  }
  return plan({ type: 'AppointRole', personId: only, role: line.role }, null);
}
