import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardRef } from '../../src/service/cardKey.ts';
import { effects } from '../../src/service/effects.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import { movedOnQuestion } from '../../src/views/movedOn.ts';
import { buttons, texts } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  running,
} from '../support/meetingBuilder.ts';

const card = (held: HeldMeeting, ref: CardRef, audience: 'shared' | 'leading' = 'shared') =>
  renderFitting(viewsOf(sightOf(held, { audience }), ref)).card;
const wordsOf = (of: unknown) => texts(of).join('\n');
const titles = (of: unknown) => buttons(of).map(({ title }) => title);

describe('the question whether the meeting has gone on', () => {
  it('tells what was registered to who takes the minutes, and nothing to who does no longer', () => {
    const items = [item(1, { end: '09:00', closed: true }), item(2)];
    const held = running(agenda({ items }));
    const { currentItemId: itemId } = held.meeting as { currentItemId?: string };
    if (!itemId) throw new Error('not running');
    held.does(chair, note(itemId, 'n1', 'Sagen om Havby'));
    const asked: CardRef = { kind: 'movedOn', itemId };
    expect(texts(card(held, asked, 'leading')).join()).toContain('Sagen om Havby');
    const later = card(held, asked);
    expect([texts(later).join().includes('Havby'), titles(later)]).toEqual([false, []]);
  });

  const question = (next: object, ...texts: readonly string[]) => {
    const items = [item(1, { end: '09:00', closed: true }), item(2, next)];
    const held = running(agenda({ items }));
    texts.forEach((text, index) => {
      held.does(chair, note('item-1', `n${index}`, text));
    });
    const asked = card(held, { kind: 'movedOn', itemId: 'item-1' }, 'leading');
    const along = movedOnQuestion(held.meeting, 'item-1')?.along.map(({ text }) => text);
    return { read: wordsOf(asked), along };
  };

  it('shows every word that goes from a closed item to an open one, and says that it opens', () => {
    const long = `${'Sagen om Havby er fortrolig. '.repeat(20)}Slut.`;
    const { read, along } = question({}, long, 'Havbys hegn');
    expect(read).toContain(long);
    expect(read).toContain('• Havbys hegn');
    expect(read).toMatch(/Punkt 1 er lukket, punkt 2 er åbent/u);
    expect(along).toEqual([long, 'Havbys hegn']);
    // Between two closed items nothing opens: there it is cut.
    const among = question({ closed: true }, long);
    expect([among.read.includes('Slut.'), among.read.includes('er åbent')]).toEqual([false, false]);
    expect(among.along).toEqual([long]);
  });

  it('leaves in a closed item what it cannot show whole, and says how much', () => {
    const { read, along } = question({}, 'Kort', 'Meget lang. '.repeat(500), 'Havbys hegn');
    expect(along).toEqual(['Kort']);
    expect(read).not.toContain('Havbys hegn');
    expect(read).toMatch(/2 registreringer er der ikke plads til at vise her, og de bliver ved punkt 1/u);
  });

  it('counts what it does not list of an open item, and takes it along', () => {
    const held = running(agenda({ items: [item(1, { end: '09:00' }), item(2)] }));
    for (let n = 1; n <= 40; n += 1) held.does(chair, note('item-1', `n${n}`, `Notat nr. ${n}.`));
    const asked = wordsOf(card(held, { kind: 'movedOn', itemId: 'item-1' }, 'leading'));
    expect(asked).toMatch(/Notat nr. 12\.\n… og 28 mere, som flyttes med/u);
    expect(movedOnQuestion(held.meeting, 'item-1')?.along).toHaveLength(40);
  });

  describe('in a meeting that runs past midnight', () => {
    const AT = { '23.40': 880, '0.20': 920, '8.00': 1380 } as const;
    /** What is asked after a note at that time, of items that are to end so. */
    const asked = (end: string, time: keyof typeof AT) => {
      const items = [item(1, { start: '23:00', end }), item(2, { start: end })];
      const held = running(agenda({ start: '20:00', end: '01:00', items }));
      held.at(AT[time]).does(minuteTaker, note('item-1', 'n1'));
      const commit = held.commits.at(-1);
      if (!commit) throw new Error('nothing registered');
      return effects(held.meeting, commit).some(({ card }) => card.kind === 'movedOn');
    };

    it('is not asked before an end that is planned after midnight, and is asked after it', () => {
      expect([asked('00:15', '23.40'), asked('00:15', '0.20')]).toEqual([false, true]);
    });

    it('is asked after midnight of an item that was to end before it, and not the next morning', () => {
      expect([asked('23:45', '23.40'), asked('23:45', '0.20'), asked('23:45', '8.00')]).toEqual([
        false,
        true,
        false,
      ]);
    });
  });
});
