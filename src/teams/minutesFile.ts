import type { People } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import type { ExportWish, MinutesExport } from '../minutesExport/exportMinutes.ts';
import type { Documents } from '../service/documents.ts';
import { agendaSource } from '../service/minutesAt.ts';
import { minutesOf } from '../views/draftOf.ts';

/** The minutes of a meeting as a file, in Word written into the document that its agenda came as. */
export async function minutesFile(
  documents: Documents,
  state: Meeting,
  people: People,
  wish: Omit<ExportWish, 'source'>,
): Promise<MinutesExport> {
  const meeting = wish.kind === 'package' ? withProposed(state) : state;
  const source = wish.format === 'docx' ? await agendaSource(documents, meeting) : undefined;
  const { exportMinutes } = await import('../minutesExport/exportMinutes.ts');
  return exportMinutes(minutesOf(meeting, people), {
    ...wish,
    source: source?.format === 'docx' ? source : undefined,
  });
}

/** The pack is wanted before the meeting, perhaps before anybody has pressed *Brug dagsordenen*. */
const withProposed = (meeting: Meeting): Meeting =>
  meeting.edition === 0 && meeting.proposal ? { ...meeting, agenda: meeting.proposal.agenda } : meeting;
