import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { ImportedAgenda } from '../../../src/agendaImport/contract.ts';
import { readSource } from '../../../src/agendaImport/readSource.ts';
import { toAgenda } from '../../../src/agendaImport/toAgenda.ts';
import { writePdf } from '../../../src/minutesExport/pdf/writePdf.ts';
import { minutesOf } from '../../../src/views/draftOf.ts';
import { minutesDocument } from '../../../src/views/minutesDocumentOf.ts';
import { fixturesFolder, imported } from '../../agendaImport/scorer.ts';
import { adopt, HeldMeeting, operator, propose } from '../../support/meetingBuilder.ts';
import { counter } from '../../support/serviceParts.ts';

/** A third of them, or all where more cases are asked for. */
const everyOne = Number(process.env.PUNKT_TEST_CASES ?? 1) > 1;

/** The agenda as it was read, written as PDF before its meeting, and read again. */
async function throughPdf(agenda: ImportedAgenda): Promise<ImportedAgenda> {
  const { agenda: own, people } = toAgenda(agenda, {}, counter('pdf'));
  const held = new HeldMeeting().does(operator, propose(own), adopt());
  const { bytes } = await writePdf(minutesDocument(minutesOf(held.meeting, people), { edition: 'full' }));
  const read = await readSource(bytes, 'dagsorden.pdf');
  if (!read.ok) throw new Error(read.message);
  return read.agenda;
}

/** What is said of each item, case and punctuation at its end aside. */
const said = ({ items }: ImportedAgenda): string[] =>
  items.map(({ number, title, start, durationMinutes, presenters, recommendations, attachments }) =>
    JSON.stringify([number, title, start, durationMinutes, presenters, recommendations, attachments]),
  );

it('agendas of many makes are read back from their PDF', async () => {
  let all = 0;
  const lost: string[] = [];
  const texts = readdirSync(fixturesFolder).filter((file) => file.endsWith('.txt'));
  for (const name of texts.filter((_name, at) => everyOne || at % 3 === 0)) {
    const before = await imported(join(fixturesFolder, name));
    const after = said(await throughPdf(before));
    const items = said(before);
    all += items.length;
    for (const item of items) if (!after.includes(item)) lost.push(`${name}: ${item}`);
  }
  expect(all).toBeGreaterThan(80);
  expect({ lost, share: lost.length / all < 0.03 }).toMatchObject({ share: true });
}, 120_000);
