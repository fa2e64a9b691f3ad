import type { Commit } from '../../../src/meeting/commit.ts';

/** A commit of one note, told apart by its text. */
export function commitOf(meetingId: string, version: number, text = `Note ${version}`): Commit {
  return {
    meetingId,
    version,
    commandId: `${text.slice(0, 40)}:${version}`,
    at: '2026-03-02T08:15:00.000Z',
    by: { kind: 'person', personId: 'p-1' },
    events: [
      {
        type: 'NoteRecorded',
        v: 1,
        itemId: 'item-1',
        noteId: `note-${version}`,
        text,
        confirmed: true,
        origin: 'meeting',
      },
    ],
  };
}

/** 1, 2 … `count`. */
export const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Ids that fall together where keys are joined, cut, or encoded loosely. */
export const TRICKY_IDS = [
  'a',
  'a1',
  'a/b',
  'a:b',
  'a|b',
  'a b',
  'a\u0000b',
  'a\u0000',
  '#a',
  'æ',
  'ae',
  '19:meeting_Zm9v@thread.v2;messageid=1700000000000',
  'x'.repeat(64),
  `${'x'.repeat(64)}\u0000y`,
  'x'.repeat(3_000),
  `${'x'.repeat(2_999)}z`,
  '😀'.repeat(300),
];

/** Texts as people type them, and as they had better not. */
export const TYPED_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['markup', `**fed** [link](http://x) \${title} <script>alert("1")</script> \\ " ' \` {{x}}`],
  ['every kind of line break', 'linje 1\nlinje 2\r\n\tindrykket\u2028efter\u0000slut'],
  ['letters and emoji', 'Rød grød med fløde, Åse & Øjvind 👩‍👩‍👧 🇩🇰 😀'],
  ['text from right to left', 'שלום \u202Eomvendt\u202C مرحبا'],
  ['accents as they were composed', 'e\u0301 er ikke \u00e9'],
  ['100,000 characters', 'ord '.repeat(25_000)],
];
