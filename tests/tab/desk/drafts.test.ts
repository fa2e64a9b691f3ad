import { describe, expect, it } from '@jest/globals';
import { Drafts } from '../../../src/tab/desk/keeping/drafts.ts';
import type { Draft } from '../../../src/tab/desk/keeping/itemText.ts';
import { memoryStorage } from '../../support/memoryStorage.ts';

const draft = (text: string, more: Partial<Draft> = {}): Draft => ({ base: '', sent: [], text, ...more });

describe('drafts of one person in two windows of a browser', () => {
  it('do not write over each other, and are one text with the words of both when the page is opened again', () => {
    const storage = memoryStorage();
    const [one, two] = ['a', 'b'].map((windowId) => new Drafts(storage, 'meeting.person', windowId));
    one?.keep('item', draft('Broen males.'));
    two?.keep('item', draft('Taget lappes.'));
    const taken = new Drafts(storage, 'meeting.person', 'c').take('item');
    expect(taken?.text.split('\n').sort()).toEqual(['Broen males.', 'Taget lappes.']);
    expect(storage.texts.size).toBe(1);
  });

  it('are left alone by a window that has nothing to keep', () => {
    const storage = memoryStorage();
    new Drafts(storage, 'meeting.person', 'a').keep('item', draft('Broen males.'));
    new Drafts(storage, 'meeting.person', 'b').keep('item', null);
    expect(new Drafts(storage, 'meeting.person', 'c').take('item')).toEqual(draft('Broen males.'));
  });

  it('hold the words once where one window went on from the text of the other', () => {
    const storage = memoryStorage();
    new Drafts(storage, 'meeting.person', 'a').keep(
      'item',
      draft('Broen males.\nTaget lappes.', { sent: ['Broen males.'] }),
    );
    new Drafts(storage, 'meeting.person', 'b').keep(
      'item',
      draft('Broen males.\nHegnet rettes.', { base: 'Broen males.' }),
    );
    const taken = new Drafts(storage, 'meeting.person', 'c').take('item');
    expect(taken?.text.split('\n').sort()).toEqual(['Broen males.', 'Hegnet rettes.', 'Taget lappes.']);
    expect(taken?.sent).toContain('Broen males.');
  });

  it('of another item, person or meeting are not taken', () => {
    const storage = memoryStorage();
    new Drafts(storage, 'meeting.person', 'a').keep('item-1', draft('Broen males.'));
    expect(new Drafts(storage, 'meeting.person', 'b').take('item')).toBeNull();
    expect(new Drafts(storage, 'meeting.other', 'b').take('item-1')).toBeNull();
    expect(storage.texts.size).toBe(1);
  });
});
