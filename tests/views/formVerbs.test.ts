import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { readTap } from '../../src/teams/tap.ts';
import type { MeetingTurn } from '../../src/teams/turnState.ts';
import { findVerb, verbNames } from '../../src/teams/verbs/index.ts';
import { dialogOf } from '../../src/views/dialogView.ts';
import { opensForm } from '../../src/views/formVerbs.ts';
import { inputs } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import { chair, type HeldMeeting, planned, record, running } from '../support/meetingBuilder.ts';

/** Few decisions, many, none, and a meeting that has not begun. */
const meetings = (): HeldMeeting[] => {
  const many = running();
  for (let index = 0; index < 9; index += 1) many.does(chair, record('item-4', `d-${index}`));
  return [planned(), running(), running().does(chair, record('item-4', 'd-0')), many];
};

/** True if the verb is answered with fields in any of the meetings, tapped on something that is there. */
function showsFields(name: string): boolean {
  const verb = findVerb(name);
  return meetings().some((held) => {
    const sight = sightOf(held);
    const turn: MeetingTurn = { ...sight, acting: chair, person: null, newId: () => 'new' };
    const data = { m: 'meeting-1', i: 'item-4', p: 'point-4-1', d: 'd-0', text: 'Taget fra chatten.' };
    const action = { type: 'Action.Execute', verb: name, data };
    const tap = readTap({ value: { action, trigger: 'manual' } } as unknown as Parameters<typeof readTap>[0]);
    if (!tap || !verb?.view || verb.commands) return false;
    const views = verb.view(turn, tap, null);
    return inputs(renderFitting('template' in views ? [views] : views).card).length > 0;
  });
}

describe('the list of verbs that open forms', () => {
  it('has every verb that is answered with fields, and no other', () => {
    const known = verbNames();
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter(showsFields).sort()).toEqual(known.filter(opensForm).sort());
  });
});

describe('a card in a dialog', () => {
  it('is as high as what it asks for', () => {
    const held = running().does(chair, record('item-4', 'd-0'));
    const turn: MeetingTurn = { ...sightOf(held), acting: chair, person: null, newId: () => 'new' };
    const heights = ['postpone.form', 'goto.form', 'note.form', 'undo.form', 'responsible.form'].map(
      (verb) => {
        const data = { m: 'meeting-1', t: '1', i: 'item-4', d: 'd-0' };
        const view = findVerb(verb)?.view?.(turn, { verb, data } as never, null);
        const dialog = view && 'template' in view ? dialogOf(view) : null;
        return dialog?.kind === 'form' ? dialog.height : null;
      },
    );
    expect(heights).toEqual(['small', 'small', 'medium', 'medium', 'large']);
  });

  it('that has nothing to press but the way back is a sentence', () => {
    const sight = sightOf(planned());
    const turn: MeetingTurn = { ...sight, acting: chair, person: null, newId: () => 'new' };
    const tap = { verb: 'undo.form', data: { m: 'meeting-1', t: '1', i: 'item-4' } };
    const view = findVerb('undo.form')?.view?.(turn, tap as never, null);
    if (!view || !('template' in view)) throw new Error('no view');
    expect(dialogOf(view)).toEqual({ kind: 'sentence', text: 'Der er intet at fortryde.' });
  });
});
