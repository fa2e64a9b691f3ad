import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toAgenda } from '../../../src/agendaImport/toAgenda.ts';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import type { MinutesDocument } from '../../../src/views/minutesDocument.ts';
import { minutesDocument } from '../../../src/views/minutesDocumentOf.ts';
import { score } from '../../agendaImport/scorer.ts';
import { paragraph as p, wordPackage } from '../../agendaImport/wordPackage.ts';
import { corpusMeeting, corpusNames, describeCorpus, missingFrom } from '../../support/corpusMeeting.ts';
import { counter } from '../../support/serviceParts.ts';
import { importedWord } from './heldAgenda.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const textOf = (bytes: Uint8Array): string =>
  paragraphsOf(documentOf(bytes))
    .map(({ text }) => text)
    .join('\n');

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The agenda's text poured into Word, a paragraph for every line. */
const poured = (path: string): Uint8Array =>
  wordPackage({
    body: readFileSync(path, 'utf8')
      .split(/\r?\n/u)
      .map((line) => p(escaped(line.replaceAll('\f', ''))))
      .join(''),
  });

describeCorpus('a real meeting as a Word document', describe, () => {
  it.each(corpusNames)('%s has every decision under its item, and is read back as it was', async (name) => {
    const meeting = await corpusMeeting(name);
    const { bytes } = await writeDocx(minutesDocument(meeting.minutes, { edition: 'full' }));
    expect(missingFrom(textOf(bytes), meeting)).toEqual([]);
    expect(score(await importedWord(bytes), meeting.truthPath).overall).toBeGreaterThanOrEqual(0.97);
  });

  it.each(corpusNames)('%s is written into its own agenda, and read back as it was', async (name) => {
    const meeting = await corpusMeeting(name);
    const source = poured(meeting.sourcePath);
    const { agenda } = toAgenda(await importedWord(source), {}, counter('poured'));
    const whole = minutesDocument(meeting.minutes, { edition: 'full' });
    const ids = new Map(whole.items.map((item, at) => [item.itemId, agenda.items[at]?.id ?? '']));
    expect(agenda.items).toHaveLength(whole.items.length);
    const items: MinutesDocument['items'] = whole.items.map((item) => ({
      ...item,
      itemId: ids.get(item.itemId) ?? '',
    }));
    const { bytes, layout, reason } = await writeDocx(
      { ...whole, items },
      { source: { bytes: source, agenda } },
    );
    expect({ layout, reason }).toEqual({ layout: 'source', reason: null });
    // what says the same stays as the source has it, with the hyphens at the ends of its lines
    let rest = letters(textOf(bytes));
    for (const decision of meeting.items.flatMap(({ decisions }) => decisions)) {
      const at = rest.indexOf(letters(decision.text));
      expect({ text: decision.text, found: at >= 0 }).toEqual({ text: decision.text, found: true });
      rest = rest.slice(at);
    }
    expect(score(await importedWord(bytes), meeting.truthPath).overall).toBeGreaterThanOrEqual(0.93);
  });
});
