import type { Language } from '../meeting/agenda.ts';
import type { Outcome } from '../meeting/outcome.ts';
import { writeDate } from './dates.ts';

export type { Language } from '../meeting/agenda.ts';

const labels: Record<Outcome, Record<Language, string>> = {
  approved: { da: 'Godkendt', en: 'Approved' },
  adopted: { da: 'Tiltrådt', en: 'Adopted' },
  noted: { da: 'Taget til efterretning', en: 'Noted' },
  discussed: { da: 'Drøftet', en: 'Discussed' },
  decided: { da: 'Besluttet', en: 'Decided' },
  agreed: { da: 'Aftalt', en: 'Agreed' },
  postponed: { da: 'Udsat', en: 'Postponed' },
  rejected: { da: 'Ikke tiltrådt', en: 'Rejected' },
  forwarded: { da: 'Oversendt', en: 'Forwarded' },
  recommendedOnwards: { da: 'Anbefalet', en: 'Recommended onwards' },
  sentBack: { da: 'Sendt tilbage', en: 'Sent back' },
  withdrawn: { da: 'Trukket', en: 'Withdrawn' },
  noRemarks: { da: 'Ingen bemærkninger', en: 'No remarks' },
  informed: { da: 'Orienteret', en: 'Informed' },
};

/** The outcome as a short label ("Taget til efterretning"). */
export function outcomeLabel(outcome: Outcome, language: Language): string {
  return labels[outcome][language];
}

/** What the words of a point do not say: to whom it goes, or until when it waits (words or YYYY-MM-DD). */
export interface OutcomeDetail {
  readonly forwardedTo?: string | undefined;
  readonly until?: string | undefined;
}

const isCalendarDate = /^\d{4}-\d{2}-\d{2}$/;

function detail(text: string | undefined): string | null {
  const bare = (text ?? '')
    .trim()
    .replace(/^til\s+/iu, '')
    .replace(/[\s.!?…]+$/u, '');
  if (bare === '') return null;
  return isCalendarDate.test(bare) ? writeDate(bare) : bare;
}

/** The minutes sentence that is true of any point with this outcome, whatever its words are. */
export function neutralSentence(outcome: Outcome, extra: OutcomeDetail = {}): string {
  const to = detail(extra.forwardedTo);
  switch (outcome) {
    case 'approved':
      return 'Indstillingen blev godkendt.';
    case 'adopted':
      return 'Indstillingen blev tiltrådt.';
    case 'noted':
      return 'Punktet blev taget til efterretning.';
    case 'discussed':
      return 'Punktet blev drøftet.';
    case 'decided':
      return 'Der blev truffet beslutning.';
    case 'agreed':
      return 'Der blev truffet aftale om punktet.';
    case 'postponed': {
      const until = detail(extra.until);
      return until === null ? 'Punktet blev udsat.' : `Punktet blev udsat til ${until}.`;
    }
    case 'rejected':
      return 'Indstillingen blev ikke tiltrådt.';
    case 'forwarded':
      return to === null ? 'Punktet blev oversendt.' : `Punktet blev oversendt til ${to}.`;
    case 'recommendedOnwards':
      return to === null ? 'Indstillingen blev anbefalet.' : `Indstillingen blev anbefalet over for ${to}.`;
    case 'sentBack':
      return to === null ? 'Punktet blev sendt tilbage.' : `Punktet blev sendt tilbage til ${to}.`;
    case 'withdrawn':
      return 'Punktet blev trukket.';
    case 'noRemarks':
      return 'Der var ingen bemærkninger.';
    case 'informed':
      return 'Der blev orienteret om punktet.';
  }
}
