import { nameKey } from '../meeting/people.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Minutes } from './draft.ts';
import { printedNumber } from './minutesTasks.ts';

type Item = Minutes['items'][number];

/**
 * The minutes as anybody may read them: of a closed item its number and a neutral title, of what was corrected or
 * struck nothing. Every public export is made from these, so that none can tell more.
 */
export function publicMinutes(minutes: Minutes, language: Language = minutes.head.language): Minutes {
  const { head, items } = minutes;
  const isOfClosed = attachmentsOfClosed(items);
  const open = new Set(items.flatMap((item) => (item.closed ? [] : [item.itemId])));
  return {
    head: {
      ...head,
      handledBefore: head.handledBefore.filter((id) => open.has(id)),
      notReached: head.notReached.filter((id) => open.has(id)),
      addenda: head.addenda.filter((one) => !one.struck),
      attachments: head.attachments.filter((one) => !isOfClosed(one)),
    },
    items: items.map((item) => (item.closed ? neutral(item, language) : withoutHistory(item))),
  };
}

type HeadAttachment = Minutes['head']['attachments'][number];

/** "2", "2.", "02" are one number. */
const sameNumber = (number: string): string => nameKey(number).replace(/^0+(?=\d)|[.\s]+$/gu, '');
const numberInTitle =
  /^(?:bilag\s+)?(?:til\s+)?(?:(?:punkt|pkt\.?|item|ad)\s*|bilag\s+(?=\d+\.\d))(?<number>\d+\p{L}?)/iu;

/** Attachments in the head that belong to a closed item, by number or name; in doubt they do. */
function attachmentsOfClosed(items: readonly Item[]): (attachment: HeadAttachment) => boolean {
  const closed = items.filter((item) => item.closed);
  const numbersOf = (list: readonly Item[]) =>
    new Set(list.map((item) => sameNumber(printedNumber(items, item))));
  const closedNumbers = numbersOf(closed);
  const openNumbers = numbersOf(items.filter((item) => item.itemKind === 'item' && !item.closed));
  const titles = new Set(closed.flatMap((item) => item.attachments.map(nameKey)));
  return ({ title, itemNumber }) => {
    if (titles.has(nameKey(title))) return true;
    return [itemNumber, numberInTitle.exec(title)?.groups?.number ?? null].some((written) => {
      if (written === null) return false;
      const number = sameNumber(written);
      if (closedNumbers.has(number)) return true;
      // "2a" or "2.1" is of item 2, where there is no item of that number.
      return !openNumbers.has(number) && closedNumbers.has(/^\d+/u.exec(number)?.[0] ?? '');
    });
  };
}

const neutral = (
  { kind, meetingId, version, itemId, forum, date, itemKind, number }: Item,
  language: Language,
): Item => ({
  kind,
  meetingId,
  version,
  itemId,
  forum,
  date,
  itemKind,
  number,
  title: minutesTexts[language].closedTitle,
  closed: true,
  presenters: [],
  start: null,
  end: null,
  durationMinutes: null,
  attachments: [],
  recommendations: [],
  decisions: [],
  notes: [],
  discussion: null,
  addenda: [],
  postponed: null,
  description: null,
});

const withoutHistory = (item: Item): Item => {
  const shown = <T extends { readonly struck: boolean }>(entries: readonly T[]) =>
    entries.filter((entry) => !entry.struck).map((entry) => ({ ...entry, earlier: [] }));
  const { discussion } = item;
  return {
    ...item,
    decisions: shown(item.decisions),
    notes: shown(item.notes).filter((note) => !discussion?.noteIds.includes(note.noteId)),
    discussion: discussion && { ...discussion, noteIds: [], earlier: [] },
    addenda: item.addenda.filter((one) => !one.struck),
  };
};
