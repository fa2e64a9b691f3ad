import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../../src/agendaImport/readSource.ts';
import { minutesDocument } from '../../../src/views/minutesDocumentOf.ts';
import { score } from '../../agendaImport/scorer.ts';
import { corpusMeeting, corpusNames, describeCorpus, missingFrom } from '../../support/corpusMeeting.ts';
import { readBack } from './readBack.ts';

describeCorpus('a real meeting as PDF', describe, () => {
  it.each(corpusNames)(
    '%s has every decision under its item with whom and when, and is read back as it was',
    async (name) => {
      const meeting = await corpusMeeting(name);
      const { text, missing, bytes } = await readBack(minutesDocument(meeting.minutes, { edition: 'full' }));
      expect(missingFrom(text, meeting)).toEqual([]);
      expect(missing).toEqual([]);
      expect(bytes.length).toBeLessThan(150_000);
      const read = await readSource(Buffer.from(bytes), 'referat.pdf');
      if (!read.ok) throw new Error(read.message);
      expect(score(read.agenda, meeting.truthPath).overall).toBeGreaterThanOrEqual(0.98);
    },
  );
});
