import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Meeting, minutesVersion } from '../meeting/state.ts';
import type { Documents } from './documents.ts';

/** Minutes that somebody fetched in full, closed items and all. */
export const ExportRecord = z.object({
  /** Of the meeting, as the minutes showed it. */
  version: z.int().nonnegative(),
  /** "docx", "pdf", "md", "json". */
  format: z.string().min(1),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Of the file, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

const address = (meetingId: string, format: string) =>
  ({ collection: 'settings', partition: meetingId, id: `export:${format}` }) as const;

/**
 * Remembers that the full minutes left Punkt as a file: with this a meeting may be erased. Call it once the file is
 * written or handed over; never for the public edition, which leaves out closed items. The newest version of each
 * format is kept.
 */
export async function recordExport(
  documents: Documents,
  meetingId: string,
  record: ExportRecord,
): Promise<void> {
  for (;;) {
    const stored = await documents.read(address(meetingId, record.format));
    const known = ExportRecord.safeParse(stored?.value).data;
    if (known && known.version > record.version) return;
    const expected = stored ? { etag: stored.etag } : 'absent';
    if ((await documents.write(address(meetingId, record.format), record, expected)) !== 'conflict') return;
  }
}

/** Remembers a file that was handed over, where it counts: minutes in full, neither the pack nor the public edition. */
export async function recordFile(
  documents: Documents,
  meeting: Pick<Meeting, 'meetingId' | 'version'>,
  file: {
    readonly kind: string;
    readonly edition: string;
    readonly format: string;
    readonly bytes: Uint8Array;
  },
  now: number,
): Promise<void> {
  if (file.kind !== 'minutes' || file.edition !== 'full') return;
  await recordExport(documents, meeting.meetingId, {
    version: meeting.version,
    format: file.format,
    at: new Date(now).toISOString(),
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  });
}

/** The newest export that shows the minutes as they are now; undefined: whoever erases the meeting loses something. */
export async function confirmedExport(
  documents: Documents,
  meeting: Meeting,
): Promise<ExportRecord | undefined> {
  const needed = Math.max(
    minutesVersion(meeting),
    meeting.status === 'approved' ? meeting.approvedVersion : 0,
  );
  const stored = await documents.list('settings', meeting.meetingId);
  return stored
    .filter(({ id }) => id.startsWith('export:'))
    .flatMap(({ value }) => ExportRecord.safeParse(value).data ?? [])
    .filter(({ version }) => version >= needed)
    .sort((a, b) => b.version - a.version)[0];
}
