import type { Due, Language, SectionKind } from '../../meeting/agenda.ts';
import type { CommandType } from '../../meeting/commands.ts';
import type { Attendance, GrantableRole } from '../../meeting/events.ts';
import type { Outcome } from '../../meeting/outcome.ts';
import type { Permission, Role } from '../../meeting/roles.ts';

/**
 * What Punkt's page knows of a meeting: made by the server for one reader, and nothing in it that this reader may not
 * see. Words that depend on state come ready made in the reader's language; times are ISO 8601 in UTC, clock times
 * "HH:MM" local to the meeting. Sent whole once, then by `PageChange`.
 */
export interface PageView {
  readonly head: PageHead;
  /** In the order of the agenda, breaks too. Empty before an agenda is in use. */
  readonly items: readonly PageItem[];
}

/** `leading`: chair, co-chair, minute taker; `room`: everybody else in the meeting; `stage`: outcomes and decisions only. */
export type PageAudience = 'leading' | 'room' | 'stage';

export interface PageHead {
  readonly meetingId: string;
  /** Version of the meeting's log that is shown. */
  readonly version: number;
  /** Edition of the agenda; 0: none is in use yet. */
  readonly edition: number;
  readonly status: 'none' | 'planned' | 'running' | 'paused' | 'adjourned' | 'approved';
  /** Of shared cards and the minutes. */
  readonly language: Language;
  readonly audience: PageAudience;
  /** Null on the stage. */
  readonly me: PageMe | null;
  readonly title: string | null;
  readonly forum: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly startedAt: string | null;
  readonly adjournedAt: string | null;
  readonly approvedAt: string | null;
  /** Held without Punkt and filled in afterwards: it has no times but those of the agenda. */
  readonly registeredAfterwards: boolean;
  /** A rehearsal (*Prøv mødet*): nothing of it is kept or sent. */
  readonly rehearsal: boolean;
  /** Where the room is, and since when. */
  readonly position: { readonly itemId: string; readonly since: string } | null;
  readonly people: readonly PagePerson[];
  /** Who came; null for who does not note it. */
  readonly attendance: PageAttendance | null;
  /** The open proposal (*Forslag*); null: none. At most one is open. */
  readonly proposal: PageProposal | null;
  /** An imported agenda that waits for *Brug dagsordenen*; only for who may use it. */
  readonly imported: PageImport | null;
  /** Additions to the minutes as a whole. */
  readonly addenda: readonly PageAddendum[];
  /** What this reader may take back, newest first; leaders any of the last five. */
  readonly undo: readonly { readonly version: number; readonly what: string; readonly mine: boolean }[];
  /** Personal links and stage links that are not revoked; leading only. */
  readonly links: readonly PageLink[];
  /** Points without an answer, decisions and notes without a confirmation, in all items that this reader sees. */
  readonly pending: { readonly points: number; readonly decisions: number; readonly notes: number };
}

export interface PageMe {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** Straight from the one table of roles; the page derives nothing of its own. */
  readonly may: Readonly<Record<CommandType, Permission>>;
  /** Roles that the agenda names this person for and that are not taken yet. */
  readonly unclaimed: readonly GrantableRole[];
}

export interface PagePerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly roles: readonly GrantableRole[];
  /** Named by the agenda for these roles. */
  readonly named: readonly GrantableRole[];
  readonly invited: boolean;
  readonly apologies: boolean;
  readonly guest: boolean;
}

export interface PageAttendance {
  /** The invited, then who was noted without being invited. `attendance` null: nothing is known. */
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly organisation: string | null;
    readonly guest: boolean;
    readonly attendance: Attendance | null;
  }[];
  /** Of those, whom Teams saw joining and nobody noted as present: person ids. */
  readonly seen: readonly string[];
  /** Whom Teams saw joining and the list does not have under that name; `alike`: the only one there who it could be. */
  readonly others: readonly {
    readonly personId: string;
    readonly name: string;
    readonly alike: { readonly personId: string; readonly name: string } | null;
  }[];
}

export interface PageItem {
  readonly itemId: string;
  readonly kind: 'item' | 'break';
  /** As printed, else its place; null for a break. */
  readonly number: string | null;
  /** As printed; null: the agenda prints none. For correcting the agenda. */
  readonly printed: string | null;
  /** "Lukket punkt" where it is closed to this reader. */
  readonly title: string;
  readonly closed: boolean;
  /** Closed to this reader: number and neutral title are all there is. */
  readonly hidden: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly durationMinutes: number | null;
  readonly presenters: readonly { readonly personId: string; readonly name: string }[];
  /** `before`: handled before Punkt joined; `ahead`: not visited yet. */
  readonly progress: 'before' | 'done' | 'now' | 'ahead' | 'notReached';
  /** All five, in the order and under the labels of the minutes. */
  readonly sections: readonly { readonly kind: SectionKind; readonly label: string }[];
  /** Null on the stage. */
  readonly description: string | null;
  readonly attachments: readonly string[];
  readonly points: readonly PagePoint[];
  /** The button that answers the open points as they ask ("Godkend", "Som indstillet"); null: none can be. */
  readonly mainAnswer: { readonly label: string; readonly tip: string } | null;
  /** Points that a decision answers without being told (`pointsAwaitingDecision`); what is typed as one names them. */
  readonly awaiting: readonly string[];
  /** Not struck ones first by number; struck ones only for leaders. */
  readonly decisions: readonly PageDecision[];
  /** Leaders: all that are not struck; others: their own. */
  readonly notes: readonly PageNote[];
  /** What stands under *Referat*, notes included; null where the reader may not see it. */
  readonly discussion: PageDiscussion | null;
  /** "Udsat til næste møde"; null: it is not. */
  readonly postponed: string | null;
  readonly addenda: readonly PageAddendum[];
  /** Pairs of decisions in like words that nobody has merged or kept apart: *Slå sammen / Behold begge*. Leading only. */
  readonly alike: readonly { readonly first: string; readonly second: string }[];
}

export interface PagePoint {
  readonly pointId: string;
  readonly text: string;
  readonly open: boolean;
  /** ✓, ○, →: says the same as `status`. */
  readonly sign: string;
  /** "Taget til efterretning", "Besluttet, se 4.3", "Ikke besvaret endnu". */
  readonly status: string;
  readonly outcome: Outcome | null;
  /** The sentence for the minutes, once answered. */
  readonly sentence: string | null;
  /** What it can be answered with, the likeliest first; empty for who may not. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly label: string }[];
}

export interface PageDecision {
  readonly decisionId: string;
  /** "4.1". */
  readonly number: string;
  readonly text: string;
  readonly pointIds: readonly string[];
  readonly responsible: readonly {
    readonly kind: 'person' | 'organisation' | 'text';
    readonly name: string;
  }[];
  readonly due: Due | null;
  /** "Tovholder: Viborg Kommune · Frist: uge 5"; empty: neither. */
  readonly assignment: string;
  /** "Registreret af Katrine Gimm kl. 9.48". */
  readonly registered: string;
  /** On whose behalf it was registered, for who may correct that; null: on nobody else's. */
  readonly onBehalfOf: string | null;
  readonly confirmed: boolean;
  readonly assignmentConfirmed: boolean;
  readonly struck: boolean;
  readonly mine: boolean;
  /** What this reader may do with it. */
  readonly may: {
    readonly confirm: boolean;
    readonly correct: boolean;
    readonly strike: boolean;
    readonly move: boolean;
    readonly assign: boolean;
  };
  readonly earlier: readonly { readonly text: string; readonly replacedBy: string; readonly at: string }[];
}

export interface PageNote {
  readonly noteId: string;
  readonly text: string;
  readonly by: string;
  /** As that of a decision. */
  readonly onBehalfOf: string | null;
  readonly at: string;
  readonly mine: boolean;
  readonly confirmed: boolean;
  /** Its words are in the discussion's text. */
  readonly inDiscussion: boolean;
}

export interface PageDiscussion {
  /** Plain text, a paragraph a line; "- " begins a bullet, two spaces before it a sub-bullet. What `basedOn` of a rewriting names. */
  readonly text: string;
  /** Who wrote last, and when; null: nobody yet. */
  readonly by: string | null;
  readonly at: string | null;
}

/** *Forslag – ikke besluttet*: what is being worded for all to see. */
export interface PageProposal {
  readonly proposalId: string;
  readonly itemId: string;
  readonly text: string;
  /** Who holds the pen. */
  readonly pen: { readonly personId: string; readonly name: string };
  readonly mine: boolean;
}

export interface PageImport {
  readonly proposalId: string;
  readonly sourceName: string;
  readonly by: string;
  readonly warnings: readonly { readonly text: string; readonly itemNumber: string | null }[];
  /** What is new against the agenda in use, in words; empty for the first one. */
  readonly differences: readonly string[];
  readonly itemCount: number;
  /** The document holds minutes, which can come along. */
  readonly holdsMinutes: boolean;
  /** They do, unless it is said otherwise. */
  readonly withMinutes: boolean;
}

export interface PageAddendum {
  readonly addendumId: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface PageLink {
  readonly linkId: string;
  /** Null: of the stage. */
  readonly personId: string | null;
  readonly name: string;
  readonly issuedBy: string;
  readonly at: string;
  /** A device has taken it: it opens nowhere else any more. */
  readonly taken: boolean;
}

/** What a commit changed of the view: the parts that are different, whole. `order`: item ids, where it changed. */
export interface PageChange {
  readonly head: PageHead | null;
  readonly items: readonly PageItem[];
  readonly order: readonly string[] | null;
}

/** Who has the page open where; not stored. */
export interface PagePresence {
  readonly personId: string;
  readonly name: string;
  /** The item in which they write or look; null: nowhere in particular. */
  readonly itemId: string | null;
  readonly writing: boolean;
}
