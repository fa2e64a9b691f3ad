import type { Agenda } from './agenda.ts';
import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { correctedAgenda, correctionProblem } from './correction.ts';
import { accepted, type Decided } from './decided.ts';
import { namedForRole } from './decideRole.ts';
import { newEdition, nothingNew } from './edition.ts';
import type { GrantableRole, MeetingEvent } from './events.ts';
import { type Acting, leads } from './roles.ts';
import { hasBegun, type Meeting, recordOf, settledPoints } from './state.ts';

/** Lays an imported agenda before the meeting; it is used when somebody presses *Brug dagsordenen*. */
export function proposeAgenda(command: CommandOf<'ProposeAgenda'>): Decided {
  const { proposalId, source, agenda, withMinutes } = command;
  if (agenda.items.length === 0) return refused('emptyAgenda');
  const warnings = [...command.warnings];
  return accepted({ type: 'AgendaProposed', v: 1, proposalId, source, agenda, warnings, withMinutes });
}

/** *Brug dagsordenen*. Where nobody leads yet, whoever presses it gets the role that the agenda names, or writes. */
export function adoptAgenda(meeting: Meeting, command: CommandOf<'AdoptAgenda'>, acting: Acting): Decided {
  const proposal = meeting.proposal;
  if (!proposal || proposal.id !== command.proposalId) return refused('proposalGone');
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  const edition =
    meeting.edition === 0
      ? null
      : newEdition(meeting.agenda, proposal.agenda, hasBegun(meeting), settledPoints(meeting));
  if (edition && nothingNew(edition)) return refused('nothingNew');
  const agenda = edition?.agenda ?? proposal.agenda;
  const minutes =
    (command.withMinutes ?? proposal.withMinutes)
      ? [...writtenMinutes(meeting, agenda, command.entryIds), ...writtenAttendance(meeting, agenda)]
      : [];
  return accepted(
    { type: 'AgendaAdopted', v: 1, proposalId: proposal.id, agenda },
    ...minutes,
    ...roleOfFirst(meeting, acting),
  );
}

/** The agenda in use, corrected in place by who leads or writes; also its people and times after the meeting. */
export function correctAgenda(meeting: Meeting, command: CommandOf<'CorrectAgenda'>): Decided {
  if (meeting.edition === 0) return refused('notAdopted');
  if (command.edition !== meeting.edition) return refused('agendaChanged');
  const agenda = correctedAgenda(meeting.agenda, command.agenda);
  const problem = correctionProblem(meeting, agenda);
  return problem ? refused(problem) : accepted({ type: 'AgendaCorrected', v: 1, agenda });
}

function roleOfFirst(meeting: Meeting, acting: Acting): MeetingEvent[] {
  if (acting.by.kind !== 'person' || meeting.roles.length > 0 || leads(meeting, acting.by.personId))
    return [];
  const { personId } = acting.by;
  const named = (['chair', 'minuteTaker'] as const).filter((role) => namedForRole(meeting, personId, role));
  const grant = (role: GrantableRole, grounds: 'agenda' | 'imported'): MeetingEvent => ({
    type: 'RoleGranted',
    v: 1,
    personId,
    role,
    grounds,
  });
  return named.length > 0 ? named.map((role) => grant(role, 'agenda')) : [grant('minuteTaker', 'imported')];
}

/** Minutes that the document holds already, as entries; only of items that have none yet. */
function writtenMinutes(meeting: Meeting, agenda: Agenda, entryIds: readonly string[]): MeetingEvent[] {
  const ids = entryIds[Symbol.iterator]();
  const nextId = (): string => {
    const next = ids.next();
    if (next.done) throw new Error('AdoptAgenda came with too few entryIds');
    return next.value;
  };
  return agenda.items.flatMap((item): MeetingEvent[] => {
    const record = recordOf(meeting, item.id);
    if (!item.written || record.notes.length > 0 || record.decisions.length > 0) return [];
    const { discussion, decisions } = item.written;
    const note: MeetingEvent[] = discussion
      ? [
          {
            type: 'NoteRecorded',
            v: 1,
            itemId: item.id,
            noteId: nextId(),
            text: discussion,
            confirmed: true,
            origin: 'document',
          },
        ]
      : [];
    return [
      ...note,
      ...decisions.map(
        (decision, index): MeetingEvent => ({
          type: 'DecisionRecorded',
          v: 1,
          itemId: item.id,
          decisionId: nextId(),
          sequence: record.lastSequence + index + 1,
          ...decision,
          pointIds: [],
          confirmed: true,
          origin: 'document',
        }),
      ),
    ];
  });
}

/** Who came, as those minutes say it; of whom nobody noted anything yet. */
const writtenAttendance = (meeting: Meeting, { participants }: Agenda): MeetingEvent[] =>
  (['present', 'absent'] as const).flatMap((attendance) => {
    const personIds = participants
      .filter(({ personId, written }) => written === attendance && !meeting.attendance[personId])
      .map(({ personId }) => personId);
    return personIds.length > 0 ? [{ type: 'AttendanceRecorded', v: 1, personIds, attendance }] : [];
  });

/** How many fresh ids an adoption may need. */
export const entriesIn = (agenda: Agenda): number =>
  agenda.items.reduce((sum, item) => sum + (item.written ? 1 + item.written.decisions.length : 0), 0);
