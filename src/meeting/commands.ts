import type { Agenda, Due, ImportWarning, Responsible } from './agenda.ts';
import type { AgendaCorrection } from './correction.ts';
import type { Attendance, GrantableRole, LinkGrounds, SectionName } from './events.ts';
import type { Outcome } from './outcome.ts';

/** An answer to one point, with its sentence for the minutes. */
export interface PointAnswer {
  readonly pointId: string;
  readonly outcome: Outcome;
  readonly text?: string;
  readonly forwardedTo?: string;
  readonly until?: Due;
}

/** Whose word is registered, where it is not that of who registers it, and when it was said (ISO 8601, UTC). */
export interface Saying {
  readonly onBehalfOf?: Responsible;
  readonly saidAt?: string;
}

/** Whose word it was after all; null: of who registered it. Left out: as it was. */
export interface SpokenBy {
  readonly onBehalfOf?: Responsible | null;
}

/** What somebody asks for. New ids come with the command, so that deciding needs no random. */
export type Command =
  | {
      readonly type: 'ProposeAgenda';
      readonly proposalId: string;
      readonly source: { readonly name: string; readonly sha256: string; readonly format: string };
      readonly agenda: Agenda;
      readonly warnings: readonly ImportWarning[];
      readonly withMinutes: boolean;
    }
  /**
   * `entryIds`: fresh ids for what the document's own minutes hold, taken in order. `withMinutes`: whether they come
   * along; left out: as it was proposed.
   */
  | {
      readonly type: 'AdoptAgenda';
      readonly proposalId: string;
      readonly entryIds: readonly string[];
      readonly withMinutes?: boolean;
    }
  /** `edition`: the one that was corrected. */
  | { readonly type: 'CorrectAgenda'; readonly edition: number; readonly agenda: AgendaCorrection }
  /** The actor takes a role. */
  | { readonly type: 'ClaimRole'; readonly role: GrantableRole }
  | { readonly type: 'AppointRole'; readonly personId: string; readonly role: GrantableRole }
  /** *Det er ikke rigtigt*. */
  | { readonly type: 'ContestRole'; readonly personId: string; readonly role: GrantableRole }
  | { readonly type: 'StartMeeting'; readonly itemId: string }
  | { readonly type: 'MoveToItem'; readonly fromItemId: string; readonly itemId: string }
  | { readonly type: 'PauseMeeting' }
  | { readonly type: 'ResumeMeeting' }
  | { readonly type: 'AdjournMeeting'; readonly fromItemId: string }
  /** *Efterregistrering*: it was held without Punkt, and is filled in now. */
  | { readonly type: 'RegisterAfterwards' }
  | {
      readonly type: 'AnswerRecommendations';
      readonly itemId: string;
      readonly answers: readonly PointAnswer[];
    }
  | {
      readonly type: 'PostponeItem';
      readonly itemId: string;
      readonly until: Due | null;
      readonly text?: string;
    }
  | ({
      readonly type: 'RecordDecision';
      readonly itemId: string;
      readonly decisionId: string;
      readonly text: string;
      readonly pointIds: readonly string[];
      readonly responsible: readonly Responsible[];
      readonly due: Due | null;
    } & Saying)
  | { readonly type: 'ConfirmDecision'; readonly itemId: string; readonly decisionId: string }
  | ({
      readonly type: 'CorrectDecision';
      readonly itemId: string;
      readonly decisionId: string;
      readonly text: string;
      readonly pointIds: readonly string[];
    } & SpokenBy)
  | { readonly type: 'StrikeDecision'; readonly itemId: string; readonly decisionId: string }
  | {
      readonly type: 'MoveDecision';
      readonly itemId: string;
      readonly decisionId: string;
      readonly toItemId: string;
    }
  | {
      readonly type: 'AssignResponsible';
      readonly itemId: string;
      readonly decisionId: string;
      readonly responsible: readonly Responsible[];
      readonly due: Due | null;
    }
  | {
      readonly type: 'MergeDecisions';
      readonly itemId: string;
      readonly keptId: string;
      readonly struckId: string;
    }
  | {
      readonly type: 'KeepDecisionsApart';
      readonly itemId: string;
      readonly firstId: string;
      readonly secondId: string;
    }
  | {
      readonly type: 'OpenProposal';
      readonly proposalId: string;
      readonly itemId: string;
      readonly text: string;
    }
  | { readonly type: 'WriteProposal'; readonly proposalId: string; readonly text: string }
  | { readonly type: 'TakePen'; readonly proposalId: string }
  /** *Det er besluttet*: the text as it stands becomes a decision of its item. */
  | {
      readonly type: 'DecideProposal';
      readonly proposalId: string;
      readonly decisionId: string;
      readonly pointIds: readonly string[];
      readonly responsible: readonly Responsible[];
      readonly due: Due | null;
    }
  | { readonly type: 'DropProposal'; readonly proposalId: string }
  | ({
      readonly type: 'RecordNote';
      readonly itemId: string;
      readonly noteId: string;
      readonly text: string;
    } & Saying)
  | { readonly type: 'ConfirmNote'; readonly itemId: string; readonly noteId: string }
  | ({
      readonly type: 'CorrectNote';
      readonly itemId: string;
      readonly noteId: string;
      readonly text: string;
    } & SpokenBy)
  | { readonly type: 'StrikeNote'; readonly itemId: string; readonly noteId: string }
  | { readonly type: 'MoveNote'; readonly itemId: string; readonly noteId: string; readonly toItemId: string }
  /** `basedOn`: the text that the writer saw and rewrote; notes that came since stay behind it. */
  | {
      readonly type: 'EditSection';
      readonly itemId: string;
      readonly section: SectionName;
      readonly basedOn: string;
      readonly text: string;
    }
  /** `itemId` null: to the minutes as a whole. */
  | {
      readonly type: 'AddAddendum';
      readonly addendumId: string;
      readonly itemId: string | null;
      readonly text: string;
    }
  | { readonly type: 'StrikeAddendum'; readonly addendumId: string }
  /** `seenVersion`: the version of the meeting whose minutes the approver has seen. */
  | { readonly type: 'ApproveMinutes'; readonly seenVersion: number }
  /** `personId` null: of the stage. `secretHash`, `deviceHash`: SHA-256 (hex) of secrets that no event holds. */
  | {
      readonly type: 'IssueAccessLink';
      readonly linkId: string;
      readonly personId: string | null;
      readonly secretHash: string;
      readonly grounds: LinkGrounds;
    }
  /** Whoever asks has shown the secret. The device that has taken it already needs to take nothing. */
  | { readonly type: 'TakeAccessLink'; readonly linkId: string; readonly deviceHash: string }
  | { readonly type: 'RevokeAccessLink'; readonly linkId: string }
  | {
      readonly type: 'SettleIdentity';
      readonly personId: string;
      readonly accountId: string;
      readonly same: boolean;
    }
  /** *Er I gået videre?* `movedOn` true comes before the `MoveToItem` that does it. */
  | { readonly type: 'AnswerMovedOn'; readonly itemId: string; readonly movedOn: boolean }
  /** `attendance` null: what was noted of them is taken back. `takesBack`: version whose word of them it puts back. */
  | {
      readonly type: 'RecordAttendance';
      readonly personIds: readonly string[];
      readonly attendance: Attendance | null;
      readonly takesBack?: number;
    }
  /** Teams saw them joining its meeting. */
  | { readonly type: 'SuggestAttendance'; readonly personId: string }
  /** `version`: that commit; null: the actor's own newest, of `itemId` if given. */
  | { readonly type: 'UndoCommand'; readonly version: number | null; readonly itemId: string | null };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Why a command was not carried out; each code has a sentence in `wording/refusals.ts`. */
export const REFUSAL_CODES = [
  'noMeeting',
  'notStarted',
  'alreadyStarted',
  'notRunning',
  'alreadyAdjourned',
  'notAllowed',
  'onlyOwn',
  'onlyForYourself',
  'identitySettled',
  'anonymous',
  'nobodyLeads',
  'roleTaken',
  'roleNotHeld',
  'roleHeldAlready',
  'contestNotYours',
  'proposalGone',
  'nothingNew',
  'emptyAgenda',
  'notAdopted',
  'unknownItem',
  'unknownPoint',
  'unknownDecision',
  'unknownNote',
  'itemIsBreak',
  'meetingElsewhere',
  'movedOnAnswered',
  'movedOnChanged',
  'sameItem',
  'noNextItem',
  'noPreviousItem',
  'nothingOpen',
  'textMissing',
  'textTooLong',
  'alreadyConfirmed',
  'alreadyStruck',
  'nothingToUndo',
  'undoneAlready',
  'laterBuildsOnIt',
  'sectionChanged',
  'textUnchanged',
  'noteInSection',
  'notAdjourned',
  'unknownAddendum',
  'onlyChairs',
  'minutesChanged',
  'minutesApproved',
  'alreadyApproved',
  'agendaChanged',
  'agendaMuddled',
  'itemInUse',
  'pointSettled',
  'onlyAdds',
  'proposalOpen',
  'unknownProposal',
  'penElsewhere',
  'penHeldAlready',
  'sameDecision',
  'linkGone',
  'linkTaken',
  'attendanceNoted',
  'attendanceSeen',
  'unknownPerson',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
}
export const refused = (code: RefusalCode): Refusal => ({ kind: 'refused', code });
