import { z } from 'zod';
import type { Commit } from '../meeting/commit.ts';
import type { People } from '../meeting/people.ts';
import { hasEnded, type Meeting } from '../meeting/state.ts';
import type { DraftDocument } from '../views/draft.ts';
import { draftDescription, draftHead, draftItem } from '../views/draftOf.ts';
import type { DocumentAddress, Documents } from './documents.ts';

/** What of the draft a commit changes. */
export interface Touched {
  readonly head: boolean;
  readonly itemIds: ReadonlySet<string>;
  /** The agenda itself changed: every item, its description, and what is not there any more. */
  readonly agenda: boolean;
}

/** What these commits change of the draft. */
export function touchedBy(commits: readonly Commit[]): Touched {
  let head = false;
  let agenda = false;
  const itemIds = new Set<string>();
  for (const event of commits.flatMap((commit) => commit.events)) {
    switch (event.type) {
      case 'AgendaAdopted':
      case 'AgendaCorrected':
        agenda = true;
        head = true;
        break;
      case 'AgendaProposed':
      case 'RoleGranted':
      case 'RoleRevoked':
      case 'MeetingStarted':
      case 'MovedToItem':
      case 'MeetingPaused':
      case 'MeetingResumed':
      case 'MeetingAdjourned':
      case 'MeetingRegisteredAfterwards':
      case 'MinutesApproved':
      case 'AttendanceRecorded':
        head = true;
        break;
      // Not in the minutes.
      case 'ProposalOpened':
      case 'ProposalWritten':
      case 'PenTaken':
      case 'ProposalDecided':
      case 'ProposalDropped':
      case 'AccessLinkIssued':
      case 'AccessLinkTaken':
      case 'AccessLinkRevoked':
      case 'MovedOnAnswered':
      case 'DecisionsKeptApart':
      case 'AttendanceSuggested':
        break;
      // What stands under the account is that person's word from now on.
      case 'IdentitySettled':
        agenda ||= event.same;
        head ||= event.same;
        break;
      case 'AddendumAdded':
      case 'AddendumStruck':
        if (event.itemId === null) head = true;
        else itemIds.add(event.itemId);
        break;
      case 'CommandUndone':
        for (const itemId of event.itemIds) itemIds.add(itemId);
        break;
      case 'DecisionMoved':
      case 'NoteMoved':
        itemIds.add(event.itemId).add(event.toItemId);
        break;
      default:
        itemIds.add(event.itemId);
    }
  }
  return { head, itemIds, agenda };
}

/** Every document of the draft by its id, as the meeting tells it now. */
export function wholeDraft(meeting: Meeting, people: People): ReadonlyMap<string, DraftDocument> {
  const whole = new Map<string, DraftDocument>([['head', draftHead(meeting, people)]]);
  for (const { id: itemId } of meeting.agenda.items) {
    const item = draftItem(meeting, people, itemId);
    const description = draftDescription(meeting, itemId);
    if (item) whole.set(`item:${itemId}`, item);
    if (description) whole.set(`description:${itemId}`, description);
  }
  return whole;
}

/** What is known of a stored document of a draft. */
interface Stored {
  readonly version: number;
  readonly etag: string;
}

/** All that is asked of a stored draft: it is written anew as a whole. */
const Versioned = z.object({ version: z.int() });

/** Documents whose etags are remembered; beyond, all are read again. */
const REMEMBERED = 5_000;

/** The drafts of all meetings, as this process writes them. */
export class Drafts {
  /** What was written last, by meeting and document: a long draft is not read only to be replaced. */
  readonly #written = new Map<string, Stored>();

  constructor(private readonly documents: Documents) {}

  /** Writes the touched documents of the draft; never over one that shows a newer version. */
  async write(meeting: Meeting, people: People, touched: Touched): Promise<void> {
    const wanted = new Map<string, DraftDocument | undefined>();
    if (touched.agenda) {
      const whole = wholeDraft(meeting, people);
      for (const { id } of await this.documents.list('drafts', meeting.meetingId)) wanted.set(id, undefined);
      for (const [id, draft] of whole) wanted.set(id, draft);
    } else {
      // The head of an ended meeting names the items to which it never came: an entry may take one off that list.
      if (touched.head || (hasEnded(meeting) && touched.itemIds.size > 0))
        wanted.set('head', draftHead(meeting, people));
      for (const itemId of touched.itemIds) wanted.set(`item:${itemId}`, draftItem(meeting, people, itemId));
    }
    await Promise.all([...wanted].map(([id, draft]) => this.#writeOne(meeting, id, draft)));
  }

  async #writeOne(meeting: Meeting, id: string, draft: DraftDocument | undefined): Promise<void> {
    const address = { collection: 'drafts', partition: meeting.meetingId, id } as const;
    const key = `${meeting.meetingId} ${id}`;
    let stored = this.#written.get(key) ?? (await this.#read(address));
    for (;;) {
      if (stored && stored.version > meeting.version) return;
      const expected = stored ? { etag: stored.etag } : 'absent';
      if (draft) {
        const written = await this.documents.write(address, draft, expected);
        if (written !== 'conflict') return this.#remember(key, { version: draft.version, ...written });
      } else {
        this.#written.delete(key);
        if (!stored || (await this.documents.remove(address, { etag: stored.etag })) === 'removed') return;
      }
      stored = await this.#read(address);
    }
  }

  async #read(address: DocumentAddress): Promise<Stored | undefined> {
    const stored = await this.documents.read(address);
    if (!stored) return undefined;
    return { version: Versioned.safeParse(stored.value).data?.version ?? 0, etag: stored.etag };
  }

  #remember(key: string, written: Stored): void {
    if (this.#written.size >= REMEMBERED) this.#written.clear();
    this.#written.set(key, written);
  }
}
