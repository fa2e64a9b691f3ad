import { z } from 'zod';
import type { People } from '../../meeting/people.ts';
import { leads } from '../../meeting/roles.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { MinutesExport } from '../../minutesExport/exportMinutes.ts';
import { recordFile } from '../../service/exports.ts';
import { meetingAt } from '../../service/minutesAt.ts';
import { minutesOf } from '../../views/draftOf.ts';
import { type LogLine, logLines } from '../../views/logLines.ts';
import { logSittings } from '../../views/logSittings.ts';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { minutesDocument } from '../../views/minutesDocumentOf.ts';
import { type MinutesVersion, minutesVersions } from '../../views/minutesVersions.ts';
import { minutesFile } from '../minutesFile.ts';
import { PageProblem } from './problem.ts';
import type { Visit } from './visit.ts';
import { lookFrom } from './visits.ts';

const version = z.coerce.number().int().positive().max(1_000_000).optional();

/** The query of a download. */
export const MinutesQuery = z.object({
  format: z.enum(['docx', 'pdf', 'md', 'json']),
  edition: z.enum(['full', 'public']).default('full'),
  kind: z.enum(['minutes', 'package']).default('minutes'),
  version,
});
export const VersionQuery = z.object({ version });

/** The meeting for who leads or writes it. @throws PageProblem for everybody else */
export async function leading(visit: Visit): Promise<{ meeting: Meeting; people: People }> {
  const { meeting, people, standing } = await lookFrom(visit);
  if (standing.kind === 'stage') throw new PageProblem('stageOnlyShows');
  if (!leads(meeting, standing.person.id)) throw new PageProblem('onlyLeaders');
  return { meeting, people };
}

/** The meeting as a version showed it; without one, as it is now. */
async function at(visit: Visit, meeting: Meeting, wanted: number | undefined): Promise<Meeting> {
  if (wanted === undefined || wanted === meeting.version) return meeting;
  const then = await meetingAt(visit.place.log, visit.meetingId, wanted);
  if (!then) throw new PageProblem('notFound');
  return then;
}

/** The minutes as a file. What is fetched whole counts as exported. */
export async function download(
  visit: Visit,
  query: z.infer<typeof MinutesQuery>,
  now: number,
): Promise<MinutesExport> {
  const { meeting, people } = await leading(visit);
  const { format, edition, kind } = query;
  const shown = await at(visit, meeting, query.version);
  const { documents, rehearsal } = visit.place;
  const file = await minutesFile(documents, shown, people, { format, edition, kind, version: query.version });
  if (!rehearsal) await recordFile(documents, shown, { kind, edition, format, bytes: file.bytes }, now);
  return file;
}

export async function versions(visit: Visit): Promise<readonly MinutesVersion[]> {
  const { people } = await leading(visit);
  return minutesVersions(await visit.place.log.read(visit.meetingId), people, visit.language);
}

/** The minutes to be read and compared. */
export async function documentAt(visit: Visit, wanted: number | undefined): Promise<MinutesDocument> {
  const { meeting, people } = await leading(visit);
  return minutesDocument(minutesOf(await at(visit, meeting, wanted), people), { edition: 'full' });
}

export async function log(visit: Visit): Promise<readonly LogLine[]> {
  const { people } = await leading(visit);
  const commits = await visit.place.log.read(visit.meetingId);
  return logSittings(commits, logLines(commits, people, visit.language));
}
