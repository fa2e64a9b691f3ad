import { nameKey } from '../meeting/people.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Minutes } from './draft.ts';

type Item = Minutes['items'][number];

/**
 * The minutes as anybody may read them: of a closed item its number and a neutral title, of what was corrected or
 * struck nothing. Every public export is made from these, so that none can tell more.
 */
export function publicMinutes(minutes: Minutes, language: Language = minutes.head.language): Minutes {
  const { head, items } = minutes;
  const closed = items.filter((item) => item.closed);
  const numbers = new Set(closed.flatMap((item) => (item.number === null ? [] : [nameKey(item.number)])));
  const titles = new Set(closed.flatMap((item) => item.attachments.map(nameKey)));
  return {
    head: {
      ...head,
      addenda: head.addenda.filter((one) => !one.struck),
      attachments: head.attachments.filter(
        ({ title, itemNumber }) =>
          !(itemNumber !== null && numbers.has(nameKey(itemNumber))) && !titles.has(nameKey(title)),
      ),
    },
    items: items.map((item) => (item.closed ? neutral(item, language) : withoutHistory(item))),
  };
}

const neutral = ({ kind, meetingId, version, itemId, itemKind, number }: Item, language: Language): Item => ({
  kind,
  meetingId,
  version,
  itemId,
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
