import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImportedAgenda } from '../../../src/agendaImport/contract.ts';
import { readSource } from '../../../src/agendaImport/readSource.ts';
import { toAgenda } from '../../../src/agendaImport/toAgenda.ts';
import type { Agenda } from '../../../src/meeting/agenda.ts';
import { entriesIn } from '../../../src/meeting/decideAgenda.ts';
import type { Minutes } from '../../../src/views/draft.ts';
import { minutesOf } from '../../../src/views/draftOf.ts';
import type { MinutesDocument } from '../../../src/views/minutesDocument.ts';
import { type MinutesWish, minutesDocument } from '../../../src/views/minutesDocumentOf.ts';
import { HeldMeeting, operator } from '../../support/meetingBuilder.ts';
import { counter } from '../../support/serviceParts.ts';

export const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/documents/${name}`, import.meta.url)));

export async function importedWord(bytes: Uint8Array): Promise<ImportedAgenda> {
  const read = await readSource(bytes, 'dagsorden.docx');
  if (!read.ok) throw new Error(read.message);
  return read.agenda;
}

/** A meeting over a Word agenda: where it stands, and its minutes as a document. */
export interface HeldAgenda {
  readonly bytes: Uint8Array;
  readonly imported: ImportedAgenda;
  readonly agenda: Agenda;
  minutes(): Minutes;
  document(wish?: Partial<MinutesWish>): MinutesDocument;
}

/** What was said and decided under an item (by its place in the agenda). */
export interface Said {
  readonly note?: string;
  /** Each answers every point. */
  readonly decisions?: readonly string[];
  /** Accepts every point. */
  readonly accepted?: true;
}

/** Imports a Word agenda and holds its meeting; without `said` nothing happens in it. */
export async function heldAgenda(
  bytes: Uint8Array,
  said: Readonly<Record<number, Said>> = {},
  withMinutes = false,
): Promise<HeldAgenda> {
  const imported = await importedWord(bytes);
  const { agenda, people } = toAgenda(imported, {}, counter('held'));
  const entryIds = Array.from({ length: entriesIn(agenda) }, (_, index) => `entry-${index}`);
  const stops = agenda.items.filter(({ kind }) => kind === 'item');
  const source = { name: 'dagsorden.docx', sha256: 'x', format: 'docx' };
  const held = new HeldMeeting().does(
    operator,
    { type: 'ProposeAgenda', proposalId: 'p', source, agenda, warnings: [], withMinutes },
    { type: 'AdoptAgenda', proposalId: 'p', entryIds },
    { type: 'StartMeeting', itemId: stops[0]?.id ?? '' },
  );
  for (const [index, item] of agenda.items.entries()) {
    const { note, decisions = [], accepted } = (item.kind === 'item' && said[index]) || {};
    const itemId = item.id;
    if (note) held.does(operator, { type: 'RecordNote', itemId, noteId: `note-${itemId}`, text: note });
    if (accepted && item.points.length > 0)
      held.does(operator, {
        type: 'AnswerRecommendations',
        itemId,
        answers: item.points.map(({ id }) => ({ pointId: id, outcome: 'approved' })),
      });
    for (const [at, text] of decisions.entries())
      held.does(operator, {
        type: 'RecordDecision',
        itemId,
        decisionId: `decision-${itemId}-${at}`,
        text,
        pointIds: item.points.map(({ id }) => id),
        responsible: [],
        due: null,
      });
  }
  const minutes = () => minutesOf(held.meeting, people);
  return {
    bytes,
    imported,
    agenda,
    minutes,
    document: (wish = {}) => minutesDocument(minutes(), { edition: 'full', ...wish }),
  };
}
