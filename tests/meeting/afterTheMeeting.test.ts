import { describe, expect, it } from '@jest/globals';
import { discussionText } from '../../src/meeting/discussion.ts';
import { fold } from '../../src/meeting/evolve.ts';
import { recordOf } from '../../src/meeting/state.ts';
import { touchedBy } from '../../src/service/drafts.ts';
import { DraftDocument } from '../../src/views/draft.ts';
import { discussionLines } from '../../src/views/draftDiscussion.ts';
import { draftHead, draftItem, minutesOf } from '../../src/views/draftOf.ts';
import { logLines } from '../../src/views/logLines.ts';
import { minutesVersions } from '../../src/views/minutesVersions.ts';
import {
  addendum,
  adjourned,
  approved,
  chair,
  edit,
  type HeldMeeting,
  minuteTaker,
  note,
  participant,
  record,
  running,
  undo,
} from '../support/meetingBuilder.ts';

const textUnder = (held: HeldMeeting, itemId: string): string =>
  discussionText(recordOf(held.meeting, itemId));
const shownUnder = (held: HeldMeeting, itemId: string): string[] => {
  const item = draftItem(held.meeting, {}, itemId);
  return item ? discussionLines(item).map(({ text }) => text) : [];
};

describe('the discussion of an item, written as one text', () => {
  const given = () =>
    running().does(
      minuteTaker,
      note('item-2', 'n-1', 'Ida orienterede.'),
      note('item-2', 'n-2', 'Det gik godt.'),
    );
  const seen = 'Ida orienterede.\nDet gik godt.';

  it('takes the place of the notes that it was made from', () => {
    const held = given().does(minuteTaker, edit('item-2', seen, 'Ida orienterede om et godt forløb.'));
    expect(shownUnder(held, 'item-2')).toEqual(['Ida orienterede om et godt forløb.']);
  });

  it('has the notes that came meanwhile behind it, so that nothing is lost', () => {
    const held = given().does(chair, note('item-2', 'n-3', 'Bo spurgte til prisen.'));
    held.does(minuteTaker, edit('item-2', seen, 'Skrevet sammen.'));
    expect(shownUnder(held, 'item-2')).toEqual(['Skrevet sammen.', 'Bo spurgte til prisen.']);
    held.does(minuteTaker, edit('item-2', textUnder(held, 'item-2'), 'Skrevet sammen. Bo spurgte.'));
    expect(shownUnder(held, 'item-2')).toEqual(['Skrevet sammen. Bo spurgte.']);
  });

  it('is refused where another minute taker wrote it first, and over a note that was corrected', () => {
    const held = given().does(chair, edit('item-2', seen, 'Idas udgave.'));
    expect(held.refusal(minuteTaker, edit('item-2', seen, 'Oles udgave.'))).toBe('sectionChanged');
    expect(held.refusal(minuteTaker, edit('item-2', '', 'Oles udgave.'))).toBe('sectionChanged');
    const other = given().does(chair, {
      type: 'CorrectNote',
      itemId: 'item-2',
      noteId: 'n-1',
      text: 'Rettet.',
    });
    expect(other.refusal(minuteTaker, edit('item-2', seen, 'Oles udgave.'))).toBe('sectionChanged');
  });

  it('says so where nothing changes, and takes no text that is too long or of no item', () => {
    const held = given();
    expect(held.refusal(minuteTaker, edit('item-2', seen, seen))).toBe('textUnchanged');
    expect(held.refusal(minuteTaker, edit('item-2', seen, 'x'.repeat(100_001)))).toBe('textTooLong');
    expect(held.refusal(minuteTaker, edit('item-3', '', 'x'))).toBe('itemIsBreak');
    expect(held.refusal(minuteTaker, edit('item-99', '', 'x'))).toBe('unknownItem');
  });

  it('leaves what a participant proposed beside it, marked as before', () => {
    const held = given().does(participant, note('item-2', 'n-p', 'Asta foreslog mere.'));
    held.does(minuteTaker, edit('item-2', seen, 'Skrevet sammen.'));
    const item = draftItem(held.meeting, {}, 'item-2');
    expect(item && discussionLines(item).map(({ note }) => note?.confirmed ?? 'section')).toEqual([
      'section',
      false,
    ]);
  });

  it('keeps what is in it: the note is neither corrected, moved, struck nor undone behind it', () => {
    const held = given();
    const { version } = held.meeting;
    held.does(minuteTaker, edit('item-2', seen, 'Skrevet sammen.'));
    const n = { itemId: 'item-2', noteId: 'n-1' };
    expect(held.refusal(chair, { type: 'CorrectNote', ...n, text: 'x' })).toBe('noteInSection');
    expect(held.refusal(chair, { type: 'MoveNote', ...n, toItemId: 'item-4' })).toBe('noteInSection');
    expect(held.refusal(chair, { type: 'StrikeNote', ...n })).toBe('noteInSection');
    expect(held.refusal(minuteTaker, undo(version))).toBe('laterBuildsOnIt');
  });

  it('can be cleared, and written again', () => {
    const held = given().does(minuteTaker, edit('item-2', seen, ''));
    expect(shownUnder(held, 'item-2')).toEqual([]);
    held.does(minuteTaker, edit('item-2', '', 'Forfra.'));
    expect(shownUnder(held, 'item-2')).toEqual(['Forfra.']);
  });

  it('remembers earlier wordings, of one sitting none: the log has them all', () => {
    const held = given().does(minuteTaker, edit('item-2', seen, 'A'));
    held.does(minuteTaker, edit('item-2', 'A', 'AB')).does(chair, edit('item-2', 'AB', 'Idas'));
    expect(recordOf(held.meeting, 'item-2').discussion).toMatchObject({
      text: 'Idas',
      earlier: [{ text: 'AB' }],
    });
  });

  it('is nobody\u2019s last command: an undo takes back the decision before it', () => {
    const held = running().does(minuteTaker, record('item-2', 'd-1'), edit('item-2', '', 'Tekst'));
    held.does(minuteTaker, undo());
    expect(recordOf(held.meeting, 'item-2')).toMatchObject({ decisions: [], discussion: { text: 'Tekst' } });
  });
});

describe('what is added after the meeting', () => {
  it('stands apart, by date and name, with its item or with the minutes as a whole', () => {
    const held = adjourned().does(minuteTaker, addendum('a-1'), addendum('a-2', null));
    const people = { ole: { id: 'ole', name: 'Ole Holm' } } as never;
    expect(draftItem(held.meeting, people, 'item-2')).toMatchObject({
      notes: [],
      decisions: [],
      addenda: [{ addendumId: 'a-1', by: 'Ole Holm', struck: false, at: held.commits.at(-2)?.at }],
    });
    expect(draftHead(held.meeting, people).addenda).toMatchObject([{ addendumId: 'a-2' }]);
  });

  it('needs a text, and an item that is there', () => {
    const held = adjourned();
    expect(held.refusal(chair, { ...addendum('a'), text: ' ' })).toBe('textMissing');
    expect(held.refusal(chair, addendum('a', 'item-99'))).toBe('unknownItem');
    expect(held.refusal(chair, addendum('a', 'item-3'))).toBe('itemIsBreak');
    expect(held.refusal(chair, { type: 'StrikeAddendum', addendumId: 'a' })).toBe('unknownAddendum');
  });

  it('is struck once where it was a mistake, and stays in the log', () => {
    const held = adjourned().does(chair, addendum('a'), { type: 'StrikeAddendum', addendumId: 'a' });
    expect(held.refusal(chair, { type: 'StrikeAddendum', addendumId: 'a' })).toBe('alreadyStruck');
    expect(draftItem(held.meeting, {}, 'item-2')?.addenda).toMatchObject([{ struck: true }]);
  });
});

describe('approved minutes', () => {
  it('are those that were seen: a correction meanwhile asks for another look', () => {
    const held = adjourned();
    const seenVersion = held.meeting.version;
    held.does(minuteTaker, edit('item-2', '', 'Rettet imens.'));
    expect(held.refusal(chair, { type: 'ApproveMinutes', seenVersion })).toBe('minutesChanged');
    held.does(chair, { type: 'ApproveMinutes', seenVersion: held.meeting.version });
    expect(held.meeting.status).toBe('approved');
  });

  it('are not held up by a role that was given meanwhile', () => {
    const held = adjourned();
    const seenVersion = held.meeting.version;
    held.does(chair, { type: 'AppointRole', personId: 'bo', role: 'minuteTaker' });
    expect(held.asks(chair, { type: 'ApproveMinutes', seenVersion }).kind).toBe('accepted');
  });

  it('say when and by whom, and name who led and wrote then', () => {
    const held = approved().does(chair, { type: 'AppointRole', personId: 'bo', role: 'minuteTaker' });
    const people = { ida: { id: 'ida', name: 'Ida Krogh' } } as never;
    expect(draftHead(held.meeting, people)).toMatchObject({
      status: 'approved',
      approved: { by: 'Ida Krogh' },
      minuteTakers: [{ personId: 'ole' }],
    });
  });

  it('change by addenda only', () => {
    const held = approved();
    expect(held.refusal(minuteTaker, note('item-2', 'n'))).toBe('minutesApproved');
    expect(held.refusal(participant, record('item-2', 'd'))).toBe('minutesApproved');
    const before = minutesOf(held.meeting, {});
    held.does(minuteTaker, addendum('a'));
    const { items, head } = minutesOf(held.meeting, {});
    const without = items.map(({ addenda: _, version: __, ...item }) => item);
    expect(without).toEqual(before.items.map(({ addenda: _, version: __, ...item }) => item));
    expect({ ...head, version: 0 }).toEqual({ ...before.head, version: 0 });
  });
});

describe('the versions of the minutes', () => {
  const held = running().does(minuteTaker, note('item-1', 'n-0'), {
    type: 'AdjournMeeting',
    fromItemId: 'item-1',
  });
  const ended = held.meeting.version;
  held.does(minuteTaker, edit('item-2', '', 'A'), edit('item-2', 'A', 'AB'));
  held.does(chair, edit('item-2', 'AB', 'Idas'), {
    type: 'AppointRole',
    personId: 'bo',
    role: 'minuteTaker',
  });
  held.does(chair, { type: 'ApproveMinutes', seenVersion: 1000 }).does(minuteTaker, addendum('a'));

  it('are its end, each correction, the approval and every addendum', () => {
    const list = minutesVersions(held.commits, {}, 'da');
    expect(list.map(({ version, what }) => [version - ended, what])).toEqual([
      [0, 'adjourned'],
      [2, 'edited'],
      [3, 'edited'],
      [5, 'approved'],
      [6, 'addendum'],
    ]);
    expect(minutesVersions(held.commits.slice(0, ended - 1), {}, 'da')).toEqual([]);
  });

  it('are told again by the log up to them', () => {
    const then = fold(held.commits.slice(0, ended + 2));
    if (then.status === 'none') throw new Error('there is no meeting');
    expect(minutesOf(then, {}).items[1]?.discussion?.text).toBe('AB');
    expect(minutesOf(then, {}).head.status).toBe('adjourned');
  });
});

describe('what was done afterwards', () => {
  const held = adjourned().does(
    minuteTaker,
    edit('item-2', '', 'Skrevet sammen. '.repeat(40)),
    addendum('a'),
  );
  held.does(chair, addendum('b', null), { type: 'StrikeAddendum', addendumId: 'b' });
  held.does(chair, { type: 'ApproveMinutes', seenVersion: 1000 });
  const said = (language: 'da' | 'en') =>
    logLines(held.commits, {}, language)
      .slice(-5)
      .map(({ what }) => what);

  it('stands in the log in words, a long section by its beginning', () => {
    expect(said('da')).toEqual([
      expect.stringMatching(/^skrev referatet af punkt 2: Skrevet sammen\. .{60,110} …$/u),
      'tilføjede efter mødet til punkt 2: Tilføjelse a',
      'tilføjede efter mødet: Tilføjelse b',
      'strøg en tilføjelse',
      'godkendte referatet',
    ]);
    expect(said('en').slice(1)).toEqual([
      'added after the meeting to item 2: Tilføjelse a',
      'added after the meeting: Tilføjelse b',
      'struck an addition',
      'approved the minutes',
    ]);
  });

  it('touches those documents of the draft that show it, and no other', () => {
    const touched = held.commits.slice(-5).map((commit) => touchedBy([commit]));
    expect(touched.map(({ head, itemIds }) => [head, [...itemIds]])).toEqual([
      [false, ['item-2']],
      [false, ['item-2']],
      [true, []],
      [true, []],
      [true, []],
    ]);
    expect(touched.some(({ agenda }) => agenda)).toBe(false);
  });

  it('is stored as documents that their schema takes', () => {
    const documents = [
      draftHead(held.meeting, {}),
      ...held.meeting.agenda.items.map(({ id }) => draftItem(held.meeting, {}, id)),
    ];
    for (const one of documents) expect(DraftDocument.parse(one)).toEqual(one);
  });
});
