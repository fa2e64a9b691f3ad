import type { EventOf } from './events.ts';
import type { ItemRecord, Section, Stamp } from './record.ts';
import { sameActor } from './roles.ts';

/** One stretch of an item's discussion: the section as it was written, or a note that came in beside it. */
export interface DiscussionPart {
  /** Null: the section. */
  readonly noteId: string | null;
  readonly text: string;
}

/** The note's words are in the section already. */
export const inSection = (record: ItemRecord, noteId: string): boolean =>
  record.discussion?.noteIds.includes(noteId) ?? false;

/**
 * The discussion as it is edited: the section, and behind it the notes that came since. What a participant proposed
 * is not part of it until it is confirmed.
 */
export function discussionParts(record: ItemRecord): readonly DiscussionPart[] {
  const written = record.discussion?.text ? [{ noteId: null, text: record.discussion.text }] : [];
  const beside = record.notes.filter((note) => note.confirmed && !note.struck && !inSection(record, note.id));
  return [...written, ...beside.map((note) => ({ noteId: note.id, text: note.text }))];
}

const joined = (parts: readonly DiscussionPart[]): string => parts.map((part) => part.text).join('\n');

/** The same as one text, paragraphs parted by "\n". */
export const discussionText = (record: ItemRecord): string => joined(discussionParts(record));

/**
 * The notes that somebody has seen who saw this text: it is the discussion, or was until the last notes came.
 * Undefined where the discussion does not read so (any more).
 */
export function notesSeen(record: ItemRecord, seen: string): readonly string[] | undefined {
  const parts = discussionParts(record);
  const least = parts[0]?.noteId === null ? 1 : 0;
  for (let count = parts.length; count >= least; count -= 1) {
    const first = parts.slice(0, count);
    if (joined(first) === seen) return first.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]));
  }
  return undefined;
}

/** Saves of one person this close together are one sitting: only its last wording is kept as an earlier one. */
const SITTING_MS = 10 * 60_000;
/** Earlier wordings that a section carries along; a document of the store has room for so many of the longest. */
const EARLIER_KEPT = 10;

/** The section with its new text. */
export function rewritten(
  known: Section | null,
  event: Pick<EventOf<'SectionEdited'>, 'text' | 'noteIds'>,
  stamp: Stamp,
): Section {
  const noteIds = [...(known?.noteIds ?? []), ...event.noteIds];
  const sitting =
    known === null ||
    (sameActor(known.by, stamp.by) && Date.parse(stamp.at) - Date.parse(known.at) < SITTING_MS);
  const earlier = sitting
    ? (known?.earlier ?? [])
    : [...known.earlier, { text: known.text, ...stamp }].slice(-EARLIER_KEPT);
  return { text: event.text, noteIds, earlier, ...stamp };
}
