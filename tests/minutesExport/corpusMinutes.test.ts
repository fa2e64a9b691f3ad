import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { score } from '../agendaImport/scorer.ts';
import { corpusMeeting, corpusNames, describeCorpus, missingFrom } from '../support/corpusMeeting.ts';

describeCorpus('a real meeting, held anew with its true decisions', describe, () => {
  it.each(corpusNames)('%s has every decision, responsible and deadline under its item', async (name) => {
    const meeting = await corpusMeeting(name);
    const text = markdown(minutesDocument(meeting.minutes, { edition: 'full' }));
    expect(missingFrom(text, meeting)).toEqual([]);
  });

  it.each(corpusNames)('%s is read back as it was', async (name) => {
    const meeting = await corpusMeeting(name);
    const text = markdown(minutesDocument(meeting.minutes, { edition: 'full' }));
    const read = await readSource(Buffer.from(text), 'referat.md');
    if (!read.ok) throw new Error(read.message);
    const { overall } = score(read.agenda, meeting.truthPath);
    expect(overall).toBeGreaterThanOrEqual(0.95);
  });
});
