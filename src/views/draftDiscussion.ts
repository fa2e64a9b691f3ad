import type { DraftItem, DraftNote } from './draft.ts';

/** A stretch of an item's discussion; `note` null: the section that was written as one text. */
export interface DiscussionLine {
  readonly text: string;
  readonly note: DraftNote | null;
}

/** What stands under *Referat*: the section, and behind it the notes that are not in its text. Struck ones are gone. */
export function discussionLines({ discussion, notes }: DraftItem): readonly DiscussionLine[] {
  const written = discussion?.text ? [{ text: discussion.text, note: null }] : [];
  const beside = notes.filter((note) => !note.struck && !discussion?.noteIds.includes(note.noteId));
  return [...written, ...beside.map((note) => ({ text: note.text, note }))];
}
