import type { MeetingEvent } from './events.ts';
import type { Place } from './state.ts';

/** The event brings an entry with an id of its own: nothing stood at its place. */
export const recordsNew = (event: MeetingEvent): boolean =>
  event.type === 'DecisionRecorded' || event.type === 'NoteRecorded';

/** The places of the records that an event changes and an undo puts back; none for what is not taken back. */
export function placesOf(event: MeetingEvent): Place[] {
  switch (event.type) {
    case 'RecommendationAnswered':
      return [{ kind: 'answer', itemId: event.itemId, id: event.pointId }];
    case 'DecisionRecorded':
    case 'DecisionConfirmed':
    case 'DecisionCorrected':
    case 'DecisionStruck':
    case 'ResponsibleAssigned':
      return [{ kind: 'decision', itemId: event.itemId, id: event.decisionId }];
    case 'DecisionsMerged':
      return [event.keptId, event.struckId].map((id) => ({ kind: 'decision', itemId: event.itemId, id }));
    case 'DecisionMoved':
      return [event.itemId, event.toItemId].map((itemId) => ({
        kind: 'decision',
        itemId,
        id: event.decisionId,
      }));
    case 'NoteRecorded':
    case 'NoteConfirmed':
    case 'NoteCorrected':
    case 'NoteStruck':
      return [{ kind: 'note', itemId: event.itemId, id: event.noteId }];
    case 'NoteMoved':
      return [event.itemId, event.toItemId].map((itemId) => ({ kind: 'note', itemId, id: event.noteId }));
    case 'ItemPostponed':
      return [{ kind: 'postponed', itemId: event.itemId }];
    case 'AgendaProposed':
    case 'AgendaAdopted':
    case 'AgendaCorrected':
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'MeetingStarted':
    case 'MovedToItem':
    case 'MeetingPaused':
    case 'MeetingResumed':
    case 'MeetingAdjourned':
    case 'MeetingRegisteredAfterwards':
    // Pairs and proposals are offered and opened anew; a link is revoked.
    case 'DecisionsKeptApart':
    case 'ProposalOpened':
    case 'ProposalWritten':
    case 'PenTaken':
    case 'ProposalDecided':
    case 'ProposalDropped':
    case 'AccessLinkIssued':
    case 'AccessLinkTaken':
    case 'AccessLinkRevoked':
    case 'IdentitySettled':
    case 'MovedOnAnswered':
    // Attendance is noted anew, or taken back by hand: it belongs to no item.
    case 'AttendanceRecorded':
    case 'AttendanceSuggested':
    // A section is put back by editing it again: saved as one types, its last save is nobody's last command.
    case 'SectionEdited':
    case 'AddendumAdded':
    case 'AddendumStruck':
    case 'MinutesApproved':
    case 'CommandUndone':
      return [];
    default:
      return event satisfies never;
  }
}
