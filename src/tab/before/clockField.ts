import type { Language } from '../../meeting/agenda.ts';
import { writeClock } from '../../wording/dates.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { readClock } from './clockTimes.ts';

/** How a field takes and shows a clock time, "HH:MM"; null where it is empty. */
export const clockField = (language: Language) =>
  ({
    write: (value: string | null) => (value === null ? '' : writeClock(value, language)),
    read: readClock,
    wrong: correctionTexts[language].notAClock,
    inputMode: 'numeric',
    className: 'short',
  }) as const;
