import { expect, it } from '@jest/globals';
import { Rehearsals } from '../../src/service/rehearsals.ts';
import { memoryDocuments } from '../../src/store/memory/documents.ts';
import { memoryMeetingLog } from '../../src/store/memory/meetingLog.ts';
import { counter, handClock } from '../support/serviceParts.ts';

const memory = () => ({ log: memoryMeetingLog(), documents: memoryDocuments() });

it('are few in one process, also when many begin at the same moment', async () => {
  const rehearsals = new Rehearsals({
    stored: memory(),
    empty: memory,
    clock: handClock(),
    newId: counter('r'),
    changed: () => undefined,
  });
  const begun = await Promise.all(Array.from({ length: 12 }, (_, at) => rehearsals.begin('m', `owner${at}`)));
  expect(begun.filter((id) => id !== null)).toHaveLength(8);
  expect(await rehearsals.begin('m', 'owner0')).toMatch(/^rehearsal-/u);
});
