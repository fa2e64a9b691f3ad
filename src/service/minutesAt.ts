import { z } from 'zod';
import type { Agenda } from '../meeting/agenda.ts';
import { fold } from '../meeting/evolve.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Documents } from './documents.ts';
import type { MeetingLog } from './meetingLog.ts';

/** The meeting as its log told it up to that version; undefined for a version that it never had. */
export async function meetingAt(
  log: MeetingLog,
  meetingId: string,
  version: number,
): Promise<Meeting | undefined> {
  const commits = await log.read(meetingId);
  const state = fold(commits.slice(0, version));
  return state.status === 'none' || state.version !== version ? undefined : state;
}

const StoredSource = z.object({ format: z.string(), base64: z.base64() });

/** The file that the agenda came as, where its items say from which; `format` as the importer names it. */
export async function agendaSource(
  documents: Documents,
  meeting: Meeting,
): Promise<{ readonly format: string; readonly bytes: Uint8Array; readonly agenda: Agenda } | undefined> {
  const { agenda, meetingId } = meeting;
  const sha256 = agenda.items.find((item) => item.anchors?.source)?.anchors?.source;
  if (!sha256) return undefined;
  const address = { collection: 'sources', partition: meetingId, id: `source:${sha256}` } as const;
  const stored = StoredSource.safeParse((await documents.read(address))?.value).data;
  return stored && { format: stored.format, bytes: Buffer.from(stored.base64, 'base64'), agenda };
}
