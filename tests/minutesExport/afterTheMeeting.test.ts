import { describe, expect, it } from '@jest/globals';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import {
  addendum,
  agenda,
  chair,
  edit,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  running,
} from '../support/meetingBuilder.ts';

const people = { ida: { id: 'ida', name: 'Ida Krogh' }, ole: { id: 'ole', name: 'Ole Holm' } } as never;
const document = (held: HeldMeeting, edition: 'full' | 'public') =>
  minutesDocument(minutesOf(held.meeting, people), { edition });
const ended = (items = agenda().items): HeldMeeting =>
  running(agenda({ items }))
    .does(minuteTaker, note('item-2', 'n-1', 'Første udgave.'))
    .does(minuteTaker, edit('item-2', 'Første udgave.', 'Skrevet sammen.'))
    .does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' })
    .does(minuteTaker, addendum('a-1'), addendum('a-2', null), addendum('a-3'))
    .does(minuteTaker, { type: 'StrikeAddendum', addendumId: 'a-3' });

describe('the document after the meeting', () => {
  it('has what was added last under its item, with date and name, and nothing that was struck', () => {
    const { items, back } = document(ended(), 'full');
    expect(items[1]?.sections.at(-1)).toEqual({
      id: 'item-2:addendum',
      kind: 'addendum',
      label: 'Tilføjet efter mødet',
      blocks: [
        { style: 'paragraph', text: 'Tilføjelse a-1', remark: 'Tilføjet den 6. marts 2031 af Ole Holm' },
      ],
    });
    expect(back.at(-1)).toMatchObject({ id: 'addenda', heading: 'Tilføjet efter mødet' });
  });

  it('says until it is approved that it is a draft, and then by whom and when', () => {
    const held = ended();
    expect(document(held, 'full').status).toBe('Referatudkast – ikke godkendt');
    held.does(chair, { type: 'ApproveMinutes', seenVersion: held.meeting.version });
    expect(markdown(document(held, 'full'))).toContain('*Referat – godkendt den 6. marts 2031 af Ida Krogh*');
  });

  it('has the discussion as it was written together, and not the notes that went into it', () => {
    for (const edition of ['full', 'public'] as const) {
      const text = markdown(document(ended(), edition));
      expect(text).toContain('Skrevet sammen.');
      expect(text).not.toContain('Første udgave.');
    }
  });

  it('keeps what was written and added under a closed item out of the public edition', () => {
    const items = [...agenda().items];
    items[1] = item(2, { title: 'Personsag', closed: true });
    const held = ended(items);
    expect(markdown(document(held, 'full'))).toContain('Tilføjelse a-1');
    const open = markdown(document(held, 'public'));
    expect(open).not.toMatch(/Tilføjelse a-1|Skrevet sammen|Personsag/u);
    expect(open).toContain('Tilføjelse a-2');
  });
});
