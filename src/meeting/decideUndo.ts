import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import { inSection } from './discussion.ts';
import { samePlace } from './place.ts';
import { type Acting, leads, sameActor } from './roles.ts';
import { type HistoryEntry, type Meeting, recordOf } from './state.ts';

/** How many of the last commands a leader chooses among (design.md, "What a command promises"). */
export const UNDO_CHOICES = 5;

/** The newest commands that still can be taken back, newest first. */
export const undoable = (meeting: Meeting): readonly HistoryEntry[] =>
  meeting.history.filter((entry) => !entry.undone && !builtUpon(meeting, entry)).reverse();

export function undoCommand(meeting: Meeting, command: CommandOf<'UndoCommand'>, acting: Acting): Decided {
  const entry =
    command.version === null ? ownNewest(meeting, command.itemId, acting) : entryOf(meeting, command.version);
  if (!entry) return refused('nothingToUndo');
  if (entry.undone) return refused('undoneAlready');
  const leading = acting.by.kind === 'operator' || leads(meeting, acting.by.personId);
  if (!leading && !sameActor(entry.by, acting.by)) return refused('onlyOwn');
  // Afterwards the minutes belong to those who lead and write, as for every other entry.
  if (!leading && meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (builtUpon(meeting, entry)) return refused('laterBuildsOnIt');
  const itemIds = [...new Set(entry.touched.map(({ place }) => place.itemId))];
  return accepted({ type: 'CommandUndone', v: 1, version: entry.version, itemIds });
}

const entryOf = (meeting: Meeting, version: number) =>
  meeting.history.find((entry) => entry.version === version);

function ownNewest(meeting: Meeting, itemId: string | null, acting: Acting): HistoryEntry | undefined {
  return meeting.history.findLast(
    (entry) =>
      !entry.undone &&
      sameActor(entry.by, acting.by) &&
      (itemId === null || entry.touched.some(({ place }) => place.itemId === itemId)),
  );
}

function builtUpon(meeting: Meeting, entry: HistoryEntry): boolean {
  const written = entry.touched.some(
    ({ place }) => place.kind === 'note' && inSection(recordOf(meeting, place.itemId), place.id),
  );
  if (written) return true;
  return meeting.history.some(
    (later) =>
      later.version > entry.version &&
      !later.undone &&
      later.touched.some((a) => entry.touched.some((b) => samePlace(a.place, b.place))),
  );
}
