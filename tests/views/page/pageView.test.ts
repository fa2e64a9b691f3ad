import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../../src/meeting/people.ts';
import type { Acting } from '../../../src/meeting/roles.ts';
import { noMeeting } from '../../../src/meeting/state.ts';
import { applyChange } from '../../../src/tab/live/applyChange.ts';
import { pageChange } from '../../../src/views/page/pageChange.ts';
import { pageView } from '../../../src/views/page/pageOf.ts';
import {
  addendum,
  adjourned,
  afterwards,
  agenda,
  answer,
  chair,
  HeldMeeting,
  item,
  minuteTaker,
  note,
  other,
  participant,
  people,
  planned,
  propose,
  record,
  running,
  stranger,
} from '../../support/meetingBuilder.ts';
import { correct, issueLink, takeLink } from '../../support/pageCommands.ts';

import { itemOf, viewFor } from '../../support/pageViews.ts';

describe('where there is no meeting yet', () => {
  it('the page knows who reads, and that they may import', () => {
    const { head, items } = pageView({
      meetingId: 'meeting-1',
      state: noMeeting,
      people,
      language: 'da',
      acting: participant,
      audience: 'room',
    });
    expect(items).toEqual([]);
    expect(head).toMatchObject({ status: 'none', version: 0, edition: 0 });
    expect(head.me).toMatchObject({ personId: 'asta', name: 'Asta Lund', role: 'participant' });
    expect(head.me?.may.ProposeAgenda).toBe('unled');
  });
});

describe('an imported agenda', () => {
  it('says what the meeting is before it is in use, to who may use it', () => {
    const waiting = new HeldMeeting().does(participant, propose(agenda()));
    const { head, items } = viewFor(waiting, other);
    expect(items).toEqual([]);
    expect(head).toMatchObject({ title: 'Møde i Styregruppe Fjord', date: '2031-03-06', edition: 0 });
    expect(head.imported).toMatchObject({
      sourceName: 'dagsorden.txt',
      by: 'Asta Lund',
      itemCount: 4,
      differences: [],
    });
    expect(viewFor(waiting, stranger).head.imported).toBeNull();
  });

  it('says what it changes of the one in use, to who leads and writes', () => {
    const more = agenda({ place: 'Havnen', items: [...agenda().items, item(9, { title: 'Broen' })] });
    const held = planned().does(chair, propose(more, 'import-2'));
    expect(viewFor(held, chair).head.imported?.differences).toEqual([
      'Mødet – Ændret: sted',
      '9  Broen – Ny',
    ]);
    expect(viewFor(held, participant).head.imported).toBeNull();
  });
});

describe('the page of a running meeting', () => {
  const held = running().does(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' });

  it('says where the room is and since when, and how far it is with every item', () => {
    const { head, items } = viewFor(held, participant);
    expect(head.position).toEqual({ itemId: 'item-2', since: held.commits.at(-1)?.at });
    expect(items.map(({ progress }) => progress)).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
    expect(viewFor(running(agenda(), 'item-4'), chair).items.map(({ progress }) => progress)).toEqual([
      'before',
      'before',
      'done',
      'now',
      'ahead',
    ]);
  });

  it('gives all sections under the labels of the minutes, those of the document first', () => {
    expect(itemOf(viewFor(held, chair), 'item-2').sections).toEqual([
      { kind: 'recommendation', label: 'Indstilling' },
      { kind: 'description', label: 'Beskrivelse af sagen' },
      { kind: 'attachments', label: 'Bilag' },
      { kind: 'discussion', label: 'Referat' },
      { kind: 'decisions', label: 'Beslutning' },
    ]);
  });

  it('offers answers to who leads and writes, the one that is asked for first', () => {
    const point = itemOf(viewFor(held, chair), 'item-2').points[0];
    expect(point).toMatchObject({ open: true, status: 'Ikke besvaret endnu', sign: '○', outcome: null });
    expect(point?.outcomes[0]).toEqual({ outcome: 'noted', label: 'Taget til efterretning' });
    expect(new Set(point?.outcomes.map(({ outcome }) => outcome)).size).toBe(point?.outcomes.length);
    expect(itemOf(viewFor(held, chair), 'item-2').mainAnswer?.label).toBe('Som indstillet');
    const participants = itemOf(viewFor(held, participant), 'item-2');
    expect(participants).toMatchObject({ mainAnswer: null, points: [{ outcomes: [] }, { outcomes: [] }] });
  });

  it('says what became of a point', () => {
    const answered = running().does(chair, answer('item-2', 'point-2-1', 'noted'));
    expect(itemOf(viewFor(answered, participant), 'item-2').points[0]).toMatchObject({
      open: false,
      sign: '✓',
      status: 'Taget til efterretning',
      outcome: 'noted',
      sentence: 'Sætning om point-2-1.',
    });
    const decided = running().does(chair, record('item-2', 'd-1', { pointIds: ['point-2-2'] }));
    expect(itemOf(viewFor(decided, participant), 'item-2').points[1]).toMatchObject({
      status: 'Besluttet, se 2.1',
      outcome: 'decided',
    });
  });

  it('tells every reader what they may do, by the one table', () => {
    const may = (acting: Acting) => viewFor(held, acting).head.me;
    expect(may(chair)).toMatchObject({ role: 'chair', may: { MoveToItem: 'yes', RecordNote: 'yes' } });
    expect(may(participant)).toMatchObject({
      role: 'participant',
      may: { MoveToItem: 'no', RecordNote: 'unconfirmed' },
    });
    expect(may(stranger)).toMatchObject({ role: 'guest', may: { IssueAccessLink: 'no' } });
    expect(viewFor(new HeldMeeting().does(chair, propose(agenda())), chair).head.me?.unclaimed).toEqual([
      'chair',
    ]);
  });
});

describe('after the meeting the page', () => {
  it('says what nobody came to, and what was added', () => {
    const held = adjourned().does(chair, addendum('a-1'), addendum('a-2', null));
    const { head, items } = viewFor(held, chair);
    expect(items.map(({ progress }) => progress)).toEqual([
      'done',
      'notReached',
      'done',
      'notReached',
      'notReached',
    ]);
    expect(head).toMatchObject({ position: null, addenda: [{ addendumId: 'a-2', by: 'Ida Brandt' }] });
    expect(head.adjournedAt).not.toBeNull();
    expect(itemOf(viewFor(held, chair), 'item-2').addenda).toHaveLength(1);
    expect(itemOf(viewFor(held, participant), 'item-2').addenda).toEqual([]);
  });

  it('knows a meeting held without Punkt, and no hour of it', () => {
    const held = afterwards().does(minuteTaker, record('item-2', 'd-1'));
    const { head, items } = viewFor(held, minuteTaker);
    expect(head).toMatchObject({
      registeredAfterwards: true,
      startedAt: null,
      adjournedAt: null,
      position: null,
    });
    expect(items.every(({ progress }) => progress === 'done')).toBe(true);
    expect(itemOf(viewFor(held, minuteTaker), 'item-2').decisions[0]?.registered).toBe('Ole Krogh');
    expect(head.undo[0]?.what).not.toMatch(/kl\./u);
  });
});

describe('the head of the page', () => {
  it('lists the links that are not revoked, and no secret, to who leads and writes', () => {
    const held = running()
      .does(chair, issueLink('l-1', 'bo'), issueLink('l-2', null), issueLink('l-3', 'asta'))
      .does(other, takeLink('l-1'))
      .does(chair, { type: 'RevokeAccessLink', linkId: 'l-3' });
    expect(viewFor(held, minuteTaker).head.links).toMatchObject([
      { linkId: 'l-1', name: 'Bo Winther', issuedBy: 'Ida Brandt', taken: true },
      { linkId: 'l-2', personId: null, name: 'Storskærmen', taken: false },
    ]);
    expect(viewFor(held, other).head.links).toEqual([]);
  });

  it('offers the last five commands to who leads, and everybody else their own', () => {
    const held = running().does(participant, record('item-2', 'own'));
    held.does(chair, ...[1, 2, 3, 4, 5, 6].map((n) => record('item-4', `d-${n}`)));
    expect(viewFor(held, chair).head.undo).toHaveLength(5);
    expect(viewFor(held, participant).head.undo).toMatchObject([{ mine: true }]);
    expect(viewFor(held, other).head.undo).toEqual([]);
  });

  it('counts what is unanswered and unconfirmed in what the reader sees', () => {
    const held = running().does(participant, record('item-2', 'd-1'), note('item-2', 'n-1'));
    expect(viewFor(held, chair).head.pending).toEqual({ points: 4, decisions: 1, notes: 1 });
    expect(viewFor(held, other).head.pending).toEqual({ points: 4, decisions: 1, notes: 0 });
  });

  it('names who is invited, who holds a role, and whom the agenda names', () => {
    const { people: listed } = viewFor(running(), participant).head;
    expect(listed.map(({ name }) => name)).toEqual(['Ida Brandt', 'Ole Krogh', 'Asta Lund', 'Bo Winther']);
    expect(listed[0]).toMatchObject({ roles: ['chair'], named: ['chair'], invited: true, apologies: false });
  });
});

describe('a change of the page', () => {
  it('holds the item that a commit touched, and no other', () => {
    const held = running();
    const before = viewFor(held, chair);
    const change = pageChange(before, viewFor(held.does(chair, record('item-4', 'd-1')), chair));
    expect(change?.items.map(({ itemId }) => itemId)).toEqual(['item-4']);
    expect(change?.order).toBeNull();
    expect(change?.head?.version).toBe(held.meeting.version);
  });

  it('says in which order the items stand where that changed, and what is gone', () => {
    const held = planned();
    const before = viewFor(held, chair);
    const [one, two, , four] = agenda().items;
    const items = [four, one, two].flatMap((entry) => entry ?? []);
    const after = viewFor(held.does(chair, correct(agenda(), { items })), chair);
    const change = pageChange(before, after);
    expect(change?.order).toEqual(['item-4', 'item-1', 'item-2']);
    expect(change && applyChange(before, change)).toEqual(after);
  });

  it('makes anew only what is touched', () => {
    const held = running();
    const before = viewFor(held, chair);
    const after = viewFor(held.does(chair, record('item-4', 'd-1')), chair);
    expect(after.items.filter((one) => !before.items.includes(one)).map(({ itemId }) => itemId)).toEqual([
      'item-4',
    ]);
  });

  it('is not made for a newcomer whom no item names', () => {
    const held = running();
    const before = viewFor(held, chair);
    const after = viewFor(held, chair, {
      ...people,
      ny: { ...people.bo, id: 'ny', name: 'Ny Lund' } as Person,
    });
    expect(after.items).toEqual(before.items);
    expect(after.items.every((one, index) => one === before.items[index])).toBe(true);
    expect(after.head.people).toHaveLength(before.head.people.length + 1);
  });

  it('is made for a name that is taken away', () => {
    const held = running().does(chair, record('item-2', 'd-1'));
    viewFor(held, participant);
    const without = { ...people, ida: { ...people.ida, name: '' } as Person };
    expect(JSON.stringify(viewFor(held, participant, without))).not.toContain('Ida Brandt');
  });
});
