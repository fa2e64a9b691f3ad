import { z } from 'zod';
import type { Commit } from '../meeting/commit.ts';
import type { People } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import type { DraftDocument } from '../views/draft.ts';
import { draftDescription, draftHead, draftItem } from '../views/draftOf.ts';
import type { Documents } from './documents.ts';

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
        head = true;
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

/** Writes the touched documents of the draft; never over one that shows a newer version. */
export async function writeDrafts(
  documents: Documents,
  meeting: Meeting,
  people: People,
  touched: Touched,
): Promise<void> {
  const items = meeting.agenda.items.map((item) => item.id);
  const itemIds = touched.agenda ? items : [...touched.itemIds];
  const wanted: { id: string; draft: DraftDocument | undefined }[] = [];
  if (touched.head) wanted.push({ id: 'head', draft: draftHead(meeting, people) });
  for (const itemId of itemIds)
    wanted.push({ id: `item:${itemId}`, draft: draftItem(meeting, people, itemId) });
  if (touched.agenda) {
    for (const itemId of items)
      wanted.push({ id: `description:${itemId}`, draft: draftDescription(meeting, itemId) });
    const stored = await documents.list('drafts', meeting.meetingId);
    const keep = new Set(['head', ...items.flatMap((itemId) => [`item:${itemId}`, `description:${itemId}`])]);
    for (const { id } of stored) if (!keep.has(id)) wanted.push({ id, draft: undefined });
  }
  await Promise.all(wanted.map(({ id, draft }) => writeDraft(documents, meeting, id, draft)));
}

async function writeDraft(
  documents: Documents,
  meeting: Meeting,
  id: string,
  draft: DraftDocument | undefined,
): Promise<void> {
  const address = { collection: 'drafts', partition: meeting.meetingId, id } as const;
  for (;;) {
    const stored = await documents.read(address);
    if (stored && versionOf(stored.value) > meeting.version) return;
    if (!draft) {
      if (!stored) return;
      if ((await documents.remove(address, { etag: stored.etag })) === 'removed') return;
      continue;
    }
    const expected = stored ? { etag: stored.etag } : 'absent';
    if ((await documents.write(address, draft, expected)) !== 'conflict') return;
  }
}

/** All that is asked of a stored draft: it is written anew as a whole. */
const Versioned = z.object({ version: z.int() });

const versionOf = (value: unknown): number => Versioned.safeParse(value).data?.version ?? 0;
