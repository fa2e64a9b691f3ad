import { z } from 'zod';
import { Agenda, Due, ImportWarning, Responsible } from './agenda.ts';
import { Outcome } from './outcome.ts';

/** Roles of a meeting. Whoever holds none is a participant, or a guest where Teams knows no account for them. */
export const GrantableRole = z.enum(['chair', 'coChair', 'minuteTaker']);
export type GrantableRole = z.infer<typeof GrantableRole>;

/** Why somebody holds a role. */
export const RoleGrounds = z.enum(['agenda', 'claimed', 'appointed', 'imported', 'commandLine']);
export type RoleGrounds = z.infer<typeof RoleGrounds>;

/** The sections of an item that are written as one text; decisions and recommendations have commands of their own. */
export const SectionName = z.enum(['discussion']);
export type SectionName = z.infer<typeof SectionName>;

/** Why somebody got a link to the page: in answer to a tap of their own, or copied by who leads or writes. */
export const LinkGrounds = z.enum(['tap', 'copied']);
export type LinkGrounds = z.infer<typeof LinkGrounds>;

/** *Fremmøde*: present, absent with apologies (*afbud*), or absent without. */
export const Attendance = z.enum(['present', 'apologies', 'absent']);
export type Attendance = z.infer<typeof Attendance>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), v: z.literal(1), ...shape });

const id = z.string().min(1);
/** Whose word it is and when it was said, where that was not who registered it, then. Missing: it was. */
const saying = { onBehalfOf: Responsible.exactOptional(), saidAt: z.iso.datetime().exactOptional() };
/** Whose word it was after all; null: of who registered it. Missing: as it was. */
const spokenBy = { onBehalfOf: Responsible.nullable().exactOptional() };
/** SHA-256, hex. The secret itself is in no event. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Stored for ever. A change of meaning is a new `v` with one upcast, never an edit. Persons stand as ids only. */
export const MeetingEvent = z.discriminatedUnion('type', [
  event('AgendaProposed', {
    proposalId: id,
    source: z.object({ name: z.string(), sha256: z.string(), format: z.string() }),
    agenda: Agenda,
    warnings: z.array(ImportWarning),
    /** The minutes that the document holds become notes and decisions. */
    withMinutes: z.boolean(),
  }),
  event('AgendaAdopted', { proposalId: id, agenda: Agenda }),
  /** Corrected in place: the whole agenda as it is from now on. */
  event('AgendaCorrected', { agenda: Agenda }),
  event('RoleGranted', { personId: id, role: GrantableRole, grounds: RoleGrounds }),
  event('RoleRevoked', { personId: id, role: GrantableRole }),
  event('MeetingStarted', { itemId: id }),
  event('MovedToItem', { fromItemId: id, itemId: id }),
  event('MeetingPaused', {}),
  event('MeetingResumed', {}),
  event('MeetingAdjourned', {}),
  /** *Efterregistrering*: the meeting was held without Punkt, which knows no times of it but the agenda's. */
  event('MeetingRegisteredAfterwards', {}),
  event('RecommendationAnswered', {
    itemId: id,
    pointId: id,
    outcome: Outcome,
    /** The sentence for the minutes ("Klyngestyregruppen godkendte dagsordenen."). */
    text: z.string().optional(),
    forwardedTo: z.string().optional(),
    until: Due.optional(),
  }),
  event('DecisionRecorded', {
    itemId: id,
    decisionId: id,
    /** Printed behind the item's number: 4.1, 4.2 … */
    sequence: z.int().positive(),
    text: z.string().min(1),
    pointIds: z.array(id),
    responsible: z.array(Responsible),
    due: Due.nullable(),
    confirmed: z.boolean(),
    origin: z.enum(['meeting', 'document']),
    ...saying,
  }),
  event('DecisionConfirmed', { itemId: id, decisionId: id }),
  event('DecisionCorrected', {
    itemId: id,
    decisionId: id,
    text: z.string().min(1),
    pointIds: z.array(id),
    ...spokenBy,
  }),
  event('DecisionStruck', { itemId: id, decisionId: id }),
  event('DecisionMoved', { itemId: id, toItemId: id, decisionId: id, sequence: z.int().positive() }),
  event('ResponsibleAssigned', {
    itemId: id,
    decisionId: id,
    responsible: z.array(Responsible),
    due: Due.nullable(),
    confirmed: z.boolean(),
  }),
  /** *Slå sammen*: the same decision written twice; `keptId` takes over what only the other one said. */
  event('DecisionsMerged', { itemId: id, keptId: id, struckId: id }),
  /** *Behold begge*: alike, and yet two. */
  event('DecisionsKeptApart', { itemId: id, firstId: id, secondId: id }),
  /** *Forslag*: a decision that is being worded for all to see; whoever opened it holds the pen. */
  event('ProposalOpened', { proposalId: id, itemId: id, text: z.string() }),
  event('ProposalWritten', { proposalId: id, text: z.string() }),
  /** *Giv mig pennen*: by whoever the commit is by. */
  event('PenTaken', { proposalId: id }),
  /** *Det er besluttet*: in the same commit as that `DecisionRecorded`. */
  event('ProposalDecided', { proposalId: id, decisionId: id }),
  event('ProposalDropped', { proposalId: id }),
  event('NoteRecorded', {
    itemId: id,
    noteId: id,
    text: z.string().min(1),
    confirmed: z.boolean(),
    origin: z.enum(['meeting', 'document']),
    ...saying,
  }),
  event('NoteConfirmed', { itemId: id, noteId: id }),
  event('NoteCorrected', { itemId: id, noteId: id, text: z.string().min(1), ...spokenBy }),
  event('NoteStruck', { itemId: id, noteId: id }),
  event('NoteMoved', { itemId: id, toItemId: id, noteId: id }),
  event('ItemPostponed', { itemId: id, until: Due.nullable() }),
  /** The whole section anew; `noteIds`: notes whose words are in the text from now on. Empty text: nothing stands there. */
  event('SectionEdited', { itemId: id, section: SectionName, text: z.string(), noteIds: z.array(id) }),
  /** *Tilføjet efter mødet*; `itemId` null: to the minutes as a whole. */
  event('AddendumAdded', { addendumId: id, itemId: id.nullable(), text: z.string().min(1) }),
  event('AddendumStruck', { addendumId: id, itemId: id.nullable() }),
  event('MinutesApproved', {}),
  /** A personal link to the page, or (`personId` null) the stage's. `authenticated`: it answered their own signed-in tap. */
  event('AccessLinkIssued', {
    linkId: id,
    personId: id.nullable(),
    secretHash: hash,
    authenticated: z.boolean(),
    grounds: LinkGrounds,
  }),
  /** The first device that opened it; no other does from then on. */
  event('AccessLinkTaken', { linkId: id, deviceHash: hash }),
  event('AccessLinkRevoked', { linkId: id }),
  /** Whether who acted as `accountId` is the agenda's `personId`: their account goes to that person, or stays apart. */
  event('IdentitySettled', { personId: id, accountId: id, same: z.boolean() }),
  /** *Er I gået videre?*: with `movedOn`, in the same commit as the `MovedToItem` and what was moved along. */
  event('MovedOnAnswered', { itemId: id, movedOn: z.boolean() }),
  /** By who leads or writes. Null: nothing is noted of them any more. `takesBack`: it undoes what that version noted. */
  event('AttendanceRecorded', {
    personIds: z.array(id).min(1),
    attendance: Attendance.nullable(),
    takesBack: z.int().positive().exactOptional(),
  }),
  /** Teams saw them join its meeting: a suggestion, which says nothing in the minutes until somebody notes it. */
  event('AttendanceSuggested', { personId: id }),
  /** `itemIds`: whose records the undone commit had touched. */
  event('CommandUndone', { version: z.int().positive(), itemIds: z.array(id) }),
]);
export type MeetingEvent = z.infer<typeof MeetingEvent>;
export type EventType = MeetingEvent['type'];
export type EventOf<T extends EventType> = Extract<MeetingEvent, { type: T }>;
