import { describe, expect, it } from '@jest/globals';
import { minutesVersion } from '../../src/meeting/state.ts';
import {
  adjourned,
  agenda,
  answer,
  chair,
  HeldMeeting,
  item,
  minuteTaker,
  note,
  participant,
  planned,
  propose,
  running,
} from '../support/meetingBuilder.ts';
import { correct } from '../support/pageCommands.ts';

const of = agenda();
const items = of.items;
const [one, two, pause, four, five] = items as [
  (typeof items)[0],
  (typeof items)[0],
  (typeof items)[0],
  (typeof items)[0],
  (typeof items)[0],
];
const titles = (held: HeldMeeting) => held.meeting.agenda.items.map(({ title }) => title);

describe('before the meeting the agenda in use', () => {
  it('is corrected in place in whatever it says: titles, order, items added, split, merged and taken out', () => {
    const points = { asks: ['At Styregruppen drøfter økonomien'] };
    const held = planned().does(
      minuteTaker,
      correct(of, { place: 'Havnen', items: [five, { ...one, title: 'Velkomst' }, item(9, points), two] }),
    );
    expect(titles(held)).toEqual(['Eventuelt', 'Velkomst', 'Sag 9', 'Status for havneprojektet']);
    expect(held.meeting.agenda).toMatchObject({ place: 'Havnen', layout: of.layout });
    expect(held.meeting.edition).toBe(2);
  });

  it('keeps with each item what came with the document and no hand corrects', () => {
    const at = { line: 3 };
    const anchors = { heading: { from: at, to: at }, sections: [], end: at };
    const written = { discussion: 'Der var ros.', decisions: [] };
    const imported = agenda({
      caseNumber: '12-34',
      items: items.map((entry) => (entry.id === 'item-2' ? { ...entry, anchors, written } : entry)),
    });
    const held = planned(imported).does(
      chair,
      correct(imported, { items: [{ ...two, title: 'Havnen' }, one] }),
    );
    expect(held.meeting.agenda).toMatchObject({
      caseNumber: '12-34',
      items: [{ title: 'Havnen', anchors, written }, { written: null }],
    });
  });

  it('is corrected only by who leads or writes, and only as it was seen', () => {
    const held = planned();
    expect(held.refusal(participant, correct(of))).toBe('notAllowed');
    held.does(chair, correct(of, { place: 'Havnen' }));
    expect(held.refusal(minuteTaker, correct(of, { place: 'Rådhuset' }))).toBe('agendaChanged');
    held.does(minuteTaker, correct(of, { place: 'Rådhuset' }, 2));
    expect(held.meeting.agenda.place).toBe('Rådhuset');
  });

  it('must be there, and hold an item, and no item or point twice', () => {
    const waiting = new HeldMeeting()
      .does(chair, propose(of))
      .happens(chair.by, [{ type: 'RoleGranted', v: 1, personId: 'ida', role: 'chair', grounds: 'claimed' }]);
    expect(waiting.refusal(chair, correct(of, {}, 0))).toBe('notAdopted');
    expect(planned().refusal(chair, correct(of, { items: [pause] }))).toBe('emptyAgenda');
    expect(planned().refusal(chair, correct(of, { items: [one, two, one] }))).toBe('agendaMuddled');
    const double = { ...four, points: two.points };
    expect(planned().refusal(chair, correct(of, { items: [one, two, double] }))).toBe('agendaMuddled');
  });

  it('keeps an item whose minutes came with the document', () => {
    const written = { discussion: 'Der var ros.', decisions: [] };
    const imported = agenda({ items: [one, { ...two, written }] });
    const held = new HeldMeeting()
      .does(chair, propose(imported, 'import-1', true))
      .does(chair, { type: 'AdoptAgenda', proposalId: 'import-1', entryIds: ['e-1'] });
    expect(held.refusal(chair, correct(imported, { items: [one] }))).toBe('itemInUse');
    expect(held.does(chair, correct(imported, { items: [two] })).meeting.agenda.items).toHaveLength(1);
  });
});

describe('once the meeting has begun', () => {
  it('a correction adds, and corrects words, times and people', () => {
    const held = running().does(
      chair,
      correct(of, {
        participants: of.participants.slice(1),
        items: [one, { ...two, title: 'Havnen', start: '09:30' }, item(9), pause, four, five],
      }),
    );
    expect(titles(held)).toEqual([one.title, 'Havnen', 'Sag 9', pause.title, four.title, five.title]);
    expect(held.meeting.agenda.participants).toHaveLength(3);
  });

  it('takes nothing out, changes no order, and opens nothing that was closed', () => {
    const refusal = (changed: typeof items, start = of) =>
      running(start).refusal(chair, correct(start, { items: changed }));
    expect(refusal([one, two, pause, four])).toBe('onlyAdds');
    expect(refusal([one, four, two, pause, five])).toBe('onlyAdds');
    expect(refusal([one, { ...two, points: two.points.slice(1) }, pause, four, five])).toBe('onlyAdds');
    expect(refusal([one, two, pause, { ...four, kind: 'break' }, five])).toBe('onlyAdds');
    const closed = agenda({ items: [one, two, pause, { ...four, closed: true }, five] });
    expect(refusal(items, closed)).toBe('onlyAdds');
    const asClosed = [one, two, pause, { ...four, closed: true }, five];
    expect(running().does(chair, correct(of, { items: asClosed })).meeting.agenda.items[3]?.closed).toBe(
      true,
    );
  });

  it('keeps an item under which something stands, or where the room has been', () => {
    const held = running().does(chair, note('item-4', 'n-1'));
    expect(held.refusal(chair, correct(of, { items: [one, two, pause, five] }))).toBe('itemInUse');
    expect(held.refusal(chair, correct(of, { items: [two, pause, four, five] }))).toBe('itemInUse');
  });

  it('keeps the words of a point that was answered, and corrects the others', () => {
    const held = running().does(chair, answer('item-2', 'point-2-1'));
    const [answered, open] = two.points as [(typeof two.points)[0], (typeof two.points)[0]];
    const changed = (...points: typeof two.points) =>
      correct(of, { items: [one, { ...two, points }, pause, four, five] });
    expect(held.refusal(chair, changed({ ...answered, text: 'At Styregruppen forkaster' }, open))).toBe(
      'pointSettled',
    );
    expect(held.refusal(chair, changed(open))).toBe('pointSettled');
    const comma = { ...answered, text: `${answered.text}, og` };
    held.does(chair, changed(comma, { ...open, text: 'At Styregruppen drøfter budgettet' }));
    expect(held.meeting.agenda.items[1]?.points.map(({ text }) => text)).toEqual([
      comma.text,
      'At Styregruppen drøfter budgettet',
    ]);
  });

  it('of an ended one, a correction is something that whoever approves must have seen', () => {
    const held = adjourned();
    const seen = held.meeting.version;
    held.does(minuteTaker, correct(of, { place: 'Havnen' }));
    expect(minutesVersion(held.meeting)).toBe(held.meeting.version);
    expect(held.refusal(chair, { type: 'ApproveMinutes', seenVersion: seen })).toBe('minutesChanged');
  });
});
