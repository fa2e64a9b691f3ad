import { minutesTexts } from '../wording/minutesTexts.ts';
import { nextMeetingIn, nextMeetingItem } from '../wording/nextMeeting.ts';
import type { Language } from '../wording/outcome.ts';
import { promisesIn } from '../wording/promised.ts';
import type { Minutes } from './draft.ts';
import { discussionLines } from './draftDiscussion.ts';
import type { MinutesPart } from './minutesDocument.ts';
import { printedNumber } from './minutesTasks.ts';

type Item = Minutes['items'][number];

/** What was said and decided under an item, as far as it is confirmed. */
const saidUnder = (item: Item): string[] => [
  ...discussionLines(item).flatMap(({ text, note }) => (note && !note.confirmed ? [] : [text])),
  ...item.decisions.filter(({ struck, confirmed }) => confirmed && !struck).map(({ text }) => text),
];

/** Papers that were promised under the items, in the very words; only what is plainly said. */
export function promisedPapers({ items }: Minutes, language: Language): MinutesPart[] {
  const t = minutesTexts[language];
  const blocks = items.flatMap((item) =>
    [...new Set(saidUnder(item).flatMap(promisesIn))].map((sentence) => ({
      style: 'bullet' as const,
      text: t.underItem(printedNumber(items, item), sentence),
      remark: '',
    })),
  );
  return partOf('promised', t.promised, blocks);
}

/** Items that look ahead: what the agenda itself says there of the next meeting counts as said. */
const ahead =
  /(?<!\p{L})(?:eventuelt|evt|næste møde|kommende|mødeplan|mødekalender|afslutning|other business|next meeting)/iu;

/** When, where and how the next meeting is, where that is plainly said. */
export function nextMeeting({ head, items }: Minutes, language: Language): MinutesPart[] {
  const forum = head.forum ?? head.title;
  const said = items.flatMap((item) => {
    const told = saidUnder(item);
    const titled = nextMeetingItem(item.title);
    if (titled !== null) {
      const own = [titled, ...(told.length > 0 ? told : [item.description ?? ''])];
      return own.filter((text) => text.trim() !== '' && text.length < LONGEST);
    }
    const texts = ahead.test(item.title) ? [...told, item.description ?? ''] : told;
    return texts.map((text) => nextMeetingIn(text, forum).join(' ')).filter((text) => text !== '');
  });
  const blocks = [...new Set(said)].map((text) => ({ style: 'paragraph' as const, text, remark: '' }));
  return partOf('next-meeting', minutesTexts[language].nextMeeting, blocks);
}

/** Longer is no announcement of a meeting. */
const LONGEST = 600;

const partOf = (
  id: string,
  heading: string,
  blocks: MinutesPart['groups'][number]['blocks'],
): MinutesPart[] => (blocks.length > 0 ? [{ id, heading, groups: [{ heading: null, blocks }] }] : []);
