import { fold } from '../../meeting/evolve.ts';
import { hasEnded, type MeetingState } from '../../meeting/state.ts';
import { confirmedExport, type ExportRecord } from '../exports.ts';
import { headsOf, type StoreParts } from './storeParts.ts';

/** A meeting, and what speaks for or against erasing it. */
export interface Erasable {
  readonly meetingId: string;
  /** When it was ended (ISO 8601, UTC); null: it is not, or its log cannot be read. */
  readonly closedAt: string | null;
  /** The export that shows its minutes as they are; null: erased, they would be lost. */
  readonly exported: ExportRecord | null;
}

/** Undefined: there is no such meeting. */
export async function erasable(store: StoreParts, meetingId: string): Promise<Erasable | undefined> {
  const state = await stateOf(store, meetingId);
  if (state === 'unreadable') return { meetingId, closedAt: null, exported: null };
  if (state.status === 'none') return undefined;
  const exported = (await confirmedExport(store.documents, state)) ?? null;
  return { meetingId, closedAt: hasEnded(state) ? state.closedAt : null, exported };
}

/** Meetings that were ended before a moment, as `before` tells of it (ISO 8601, UTC). */
export async function closedMeetings(
  store: StoreParts,
  before: (closedAt: string) => boolean,
): Promise<Erasable[]> {
  const found: Erasable[] = [];
  for (const { meetingId } of await headsOf(store)) {
    const one = await erasable(store, meetingId);
    if (one?.closedAt && before(one.closedAt)) found.push(one);
  }
  return found;
}

async function stateOf({ log }: StoreParts, meetingId: string): Promise<MeetingState | 'unreadable'> {
  try {
    return fold(await log.read(meetingId));
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreUnavailable') throw error;
    return 'unreadable';
  }
}
