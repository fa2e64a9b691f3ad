import type { Agenda, AgendaItem, ImportWarning, Language } from './agenda.ts';
import type { Actor } from './commit.ts';
import type { Attendance, GrantableRole, LinkGrounds, RoleGrounds } from './events.ts';
import { emptyRecord, type ItemRecord, type Stamp } from './record.ts';

/** An imported agenda that waits for *Brug dagsordenen*. */
export interface Proposal {
  readonly id: string;
  readonly agenda: Agenda;
  readonly warnings: readonly ImportWarning[];
  readonly withMinutes: boolean;
  readonly sourceName: string;
  readonly by: Actor;
}

/** *Forslag – ikke besluttet*: a decision that is being worded. */
export interface OpenProposal extends Stamp {
  readonly id: string;
  readonly itemId: string;
  readonly text: string;
  /** The only one who writes it. */
  readonly pen: Actor;
}

/** A way into the page for who has no sign-in of Teams there: one person (null: the stage), one meeting, one device. */
export interface AccessLink extends Stamp {
  readonly id: string;
  readonly personId: string | null;
  readonly secretHash: string;
  /** Who comes by it counts as signed in: it answered a signed-in tap of their own. */
  readonly authenticated: boolean;
  readonly grounds: LinkGrounds;
  /** Null: no device has taken it yet. */
  readonly deviceHash: string | null;
  readonly revoked: boolean;
}

/** Whether the meeting had gone on from an item whose planned end had passed, by who was asked. */
export interface MovedOnAnswer extends Stamp {
  readonly itemId: string;
  readonly movedOn: boolean;
}

/** What was noted of somebody's attendance last; `attendance` null: it was taken back. */
export interface NotedAttendance extends Stamp {
  readonly attendance: Attendance | null;
  /** Of the commit that noted it. */
  readonly version: number;
  /** What was noted before that; missing where nothing is to be taken back. */
  readonly before?: Attendance | null;
}

export interface HeldRole {
  readonly personId: string;
  readonly role: GrantableRole;
  readonly grounds: RoleGrounds;
}

/** Where one thing of a record stands: enough to put it back as it was. */
export type Place =
  | { readonly kind: 'answer'; readonly itemId: string; readonly id: string }
  | { readonly kind: 'decision'; readonly itemId: string; readonly id: string }
  | { readonly kind: 'note'; readonly itemId: string; readonly id: string }
  | { readonly kind: 'postponed'; readonly itemId: string };

/** What a commit touched: how it was before (undefined: not there), and where in its list it stood. */
export interface Touch {
  readonly place: Place;
  readonly before: unknown;
  readonly position: number | undefined;
}

/** A commit that can be taken back. */
export interface HistoryEntry {
  readonly version: number;
  readonly by: Actor;
  readonly at: string;
  readonly touched: readonly Touch[];
  readonly undone: boolean;
}

interface Known {
  readonly meetingId: string;
  readonly version: number;
  readonly agenda: Agenda;
  readonly edition: number;
  /** Version of the commit that changed the agenda last. */
  readonly agendaVersion: number;
  readonly proposal: Proposal | null;
  /** SHA-256 of the source that was imported last. */
  readonly newestSource: string | null;
  readonly roles: readonly HeldRole[];
  /** Roles taken back: the agenda's word for them counts no more. */
  readonly revoked: readonly { readonly personId: string; readonly role: GrantableRole }[];
  /** Null: nothing is being worded. */
  readonly openProposal: OpenProposal | null;
  /** Revoked ones too, in the order in which they were given. */
  readonly links: readonly AccessLink[];
  /** Whose account is whose, as it was judged. */
  readonly identities: readonly {
    readonly personId: string;
    readonly accountId: string;
    readonly same: boolean;
  }[];
  /** One an item at most. */
  readonly movedOn: readonly MovedOnAnswer[];
  /** By person id. */
  readonly attendance: Readonly<Record<string, NotedAttendance>>;
  /** Whom Teams saw joining its meeting, by person id, in that order. */
  readonly joined: readonly string[];
  /** By item id; items without anything registered may be missing. */
  readonly records: Readonly<Record<string, ItemRecord>>;
  /** The newest commits that can be taken back, oldest first. */
  readonly history: readonly HistoryEntry[];
}

export interface NoMeeting {
  readonly status: 'none';
  readonly version: 0;
}
export interface Planned extends Known {
  readonly status: 'planned';
}
interface Begun extends Known {
  /** Null: it was held without Punkt and registered afterwards. */
  readonly startedAt: string | null;
  /** Items before this one in the agenda were handled before Punkt joined. */
  readonly startItemId: string;
  readonly currentItemId: string;
  /** Since when the room is there; null: Punkt was not with it. */
  readonly currentSince: string | null;
}
export interface Running extends Begun {
  readonly status: 'running';
}
export interface Paused extends Begun {
  readonly status: 'paused';
}
/** *Tilføjet efter mødet*: dated and by name, never mixed into what the meeting said. */
export interface Addendum extends Stamp {
  readonly id: string;
  /** Null: to the minutes as a whole. */
  readonly itemId: string | null;
  readonly text: string;
  readonly struck: boolean;
  /** Version of the last commit that changed it. */
  readonly version: number;
}
interface Ended extends Begun {
  /** Null: it was registered afterwards. */
  readonly adjournedAt: string | null;
  /** When its log was closed: adjourned, or registered afterwards. */
  readonly closedAt: string;
  /** In the order in which they were added. */
  readonly addenda: readonly Addendum[];
}
export interface Adjourned extends Ended {
  readonly status: 'adjourned';
}
/** The minutes are approved: only addenda change them. */
export interface Approved extends Ended {
  readonly status: 'approved';
  readonly approvedAt: string;
  readonly approvedBy: Actor;
  /** Of the commit that approved them. */
  readonly approvedVersion: number;
  /** Who led and wrote when they were approved: what the minutes name, whoever is given a role later. */
  readonly rolesThen: readonly HeldRole[];
}

export type Meeting = Planned | Running | Paused | Adjourned | Approved;
export type EndedMeeting = Adjourned | Approved;
export type BegunMeeting = Running | Paused | EndedMeeting;
export type MeetingState = NoMeeting | Meeting;

export const noMeeting: NoMeeting = { status: 'none', version: 0 };

export const hasBegun = (meeting: Meeting): meeting is BegunMeeting => meeting.status !== 'planned';

export const hasEnded = (meeting: Meeting): meeting is EndedMeeting =>
  meeting.status === 'adjourned' || meeting.status === 'approved';

/** *Efterregistrering*: held without Punkt; it has no clock times but those of the agenda. */
export const registeredAfterwards = (meeting: Meeting): boolean =>
  hasEnded(meeting) && meeting.adjournedAt === null;

/** Addenda that stand: to one item, or (null) to the minutes as a whole. */
export const addendaTo = (meeting: Meeting, itemId: string | null): readonly Addendum[] =>
  hasEnded(meeting) ? meeting.addenda.filter((one) => one.itemId === itemId && !one.struck) : [];

/** The newest version that changed what the minutes say; later ones concern roles, links and the room. */
export const minutesVersion = (meeting: Meeting): number =>
  Math.max(
    meeting.agendaVersion,
    ...Object.values(meeting.records).map((record) => record.version),
    ...Object.values(meeting.attendance).map((noted) => noted.version),
    ...(hasEnded(meeting) ? meeting.addenda.map((one) => one.version) : []),
  );

/** The language of the meeting: of its agenda, before one is in use of the proposed one. */
export const languageOf = (meeting: Meeting): Language =>
  (meeting.edition === 0 ? meeting.proposal?.agenda : meeting.agenda)?.language ?? 'da';

export const findItem = (meeting: Meeting, itemId: string): AgendaItem | undefined =>
  meeting.agenda.items.find((item) => item.id === itemId);

export const recordOf = (meeting: Meeting, itemId: string): ItemRecord =>
  meeting.records[itemId] ?? emptyRecord(itemId);

/** Points that were answered or decided, or that a decision names: their words are not changed under it. */
export const settledPoints = (meeting: Meeting): ReadonlySet<string> =>
  new Set(
    Object.values(meeting.records).flatMap((record) => [
      ...Object.keys(record.answers),
      ...record.decisions.filter((decision) => !decision.struck).flatMap((decision) => decision.pointIds),
    ]),
  );

/** The items that the room steps through: breaks are shown in the agenda but are no stop. */
export const stops = (meeting: Meeting): readonly AgendaItem[] =>
  meeting.agenda.items.filter((item) => item.kind === 'item');

/** The stop `by` places after (negative: before) an item; undefined past the ends. */
export function neighbour(meeting: Meeting, itemId: string, by: number): AgendaItem | undefined {
  const list = stops(meeting);
  const index = list.findIndex((item) => item.id === itemId);
  return index < 0 ? undefined : list[index + by];
}

/** True for items that stand before the one at which Punkt joined, and were not visited afterwards. */
export function handledBefore(meeting: BegunMeeting, itemId: string): boolean {
  const list = stops(meeting);
  const start = list.findIndex((item) => item.id === meeting.startItemId);
  const index = list.findIndex((item) => item.id === itemId);
  return index >= 0 && index < start && !recordOf(meeting, itemId).visited;
}

/** The item's number as printed, else its place among the stops ("3"). */
export function itemNumber(agenda: Agenda, itemId: string): string {
  const list = agenda.items.filter((item) => item.kind === 'item');
  const index = list.findIndex((item) => item.id === itemId);
  return list[index]?.number ?? String(index + 1);
}
