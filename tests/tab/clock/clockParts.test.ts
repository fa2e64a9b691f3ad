import { expect, it } from '@jest/globals';
import { clockParts } from '../../../src/tab/clock/clockParts.ts';

it('a clock time is one part with its "kl." and its end, and nothing of the text is lost', () => {
  expect(clockParts('den 6. marts 2031 kl. 9.00-11.00')).toEqual([
    'den 6. marts 2031 ',
    'kl. 9.00-11.00',
    '',
  ]);
  expect(clockParts('6 March 2031, 9:00–11:00')).toEqual(['6 March 2031, ', '9:00–11:00', '']);
  expect(clockParts('3. Status (kl. 9.35-9.55) v. Peter')).toEqual([
    '3. Status (',
    'kl. 9.35-9.55',
    ') v. Peter',
  ]);
  expect(clockParts('Lindeby Sygehus, Mødelokale 2')).toEqual(['Lindeby Sygehus, Mødelokale 2']);
});
