import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Minutes } from './draft.ts';
import { minutesAddenda, minutesStatus } from './minutesAddenda.ts';
import type { MinutesDocument } from './minutesDocument.ts';
import {
  isAgendaOnly,
  minutesFacts,
  minutesFront,
  minutesMetadata,
  minutesPeople,
  minutesTitle,
} from './minutesHead.ts';
import { minutesItem } from './minutesItem.ts';
import { nextMeeting, promisedPapers } from './minutesOutlook.ts';
import { minutesTasks } from './minutesTasks.ts';
import { publicMinutes } from './publicMinutes.ts';

/** What is asked of the minutes beside what was registered. */
export interface MinutesWish {
  readonly edition: MinutesDocument['edition'];
  /** That of the meeting, if nothing else is asked for. */
  readonly language?: Language;
}

/** The minutes as a document, worded and in order: what Word, PDF and Markdown set. */
export function minutesDocument(whole: Minutes, wish: MinutesWish): MinutesDocument {
  const { edition, language = whole.head.language } = wish;
  const minutes = edition === 'public' ? publicMinutes(whole, language) : whole;
  const { head, items } = minutes;
  const agendaOnly = isAgendaOnly(minutes);
  return {
    language,
    edition,
    title: minutesTitle(head, language),
    status: agendaOnly ? minutesTexts[language].documentTypes.agenda : minutesStatus(head, language),
    facts: minutesFacts(head, language),
    people: minutesPeople(head, language),
    front: minutesFront(head, language),
    // Before the meeting nothing is missing.
    items: items.map((item) => minutesItem(head, item, language, agendaOnly ? 'bare' : 'final')),
    back: [
      ...minutesTasks(minutes, language),
      ...promisedPapers(minutes, language),
      ...nextMeeting(minutes, language),
      ...minutesAddenda(head, language),
    ],
    metadata: minutesMetadata(minutes, edition, language),
  };
}
