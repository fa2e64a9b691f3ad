import { localDate, writeDate } from '../wording/dates.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { DraftAddendum, DraftHead } from './draft.ts';
import type { MinutesBlock, MinutesPart } from './minutesDocument.ts';

/** *Tilføjet efter mødet*: each with its date and who added it; struck ones are gone. */
export const addendumBlocks = (addenda: readonly DraftAddendum[], language: Language): MinutesBlock[] =>
  addenda
    .filter((one) => !one.struck)
    .map(({ text, by, at }) => ({
      style: 'paragraph',
      text,
      remark: minutesTexts[language].addedBy(writeDate(localDate(at), language), by),
    }));

/** Those to the minutes as a whole. */
export function minutesAddenda(head: DraftHead, language: Language): MinutesPart[] {
  const blocks = addendumBlocks(head.addenda, language);
  const heading = minutesTexts[language].addendum;
  return blocks.length > 0 ? [{ id: 'addenda', heading, groups: [{ heading: null, blocks }] }] : [];
}

/** What a reader must know first: a draft, or approved when and by whom. */
export const minutesStatus = ({ approved }: DraftHead, language: Language): string =>
  approved
    ? minutesTexts[language].approved(writeDate(localDate(approved.at), language), approved.by)
    : minutesTexts[language].draft;
