import { z } from 'zod';
import type { Commit } from '../meeting/commit.ts';
import type { People } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
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
      case 'MinutesApproved':
        head = true;
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
    const items = meeting.agenda.items.map((item) => item.id);
    const itemIds = touched.agenda ? items : [...touched.itemIds];
    const wanted: { id: string; draft: DraftDocument | undefined }[] = [];
    if (touched.head) wanted.push({ id: 'head', draft: draftHead(meeting, people) });
    for (const itemId of itemIds)
      wanted.push({ id: `item:${itemId}`, draft: draftItem(meeting, people, itemId) });
    if (touched.agenda) {
      for (const itemId of items)
        wanted.push({ id: `description:${itemId}`, draft: draftDescription(meeting, itemId) });
      const stored = await this.documents.list('drafts', meeting.meetingId);
      const keep = new Set([
        'head',
        ...items.flatMap((itemId) => [`item:${itemId}`, `description:${itemId}`]),
      ]);
      for (const { id } of stored) if (!keep.has(id)) wanted.push({ id, draft: undefined });
    }
    await Promise.all(wanted.map(({ id, draft }) => this.#writeOne(meeting, id, draft)));
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
