import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import type { Sight } from '../../src/views/cardView.ts';
import { addMenu, moreMenu } from '../../src/views/menus.ts';
import { buttonTexts } from '../../src/wording/buttonTexts.ts';
import { buttons, texts } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import {
  agenda,
  answer,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  other,
  participant,
  record,
  running,
} from '../support/meetingBuilder.ts';

const shared = (held: HeldMeeting, fields: Partial<Sight> = {}) =>
  sightOf(held, { audience: 'shared', ...fields });
const cardOf = (held: HeldMeeting, itemId: string, fields: Partial<Sight> = {}) =>
  renderFitting(viewsOf(shared(held, fields), { kind: 'item', itemId })).card;
const titles = (card: unknown) =>
  buttons(card)
    .filter(({ raw }) => raw.style)
    .map(({ title }) => title);
const positive = (card: unknown) =>
  buttons(card)
    .filter(({ raw }) => raw.style === 'positive')
    .map(({ title }) => title);
/** The labels of item 1's buttons, row by row. */
const rowsOf = (held: HeldMeeting) => {
  const [view] = viewsOf(shared(held), { kind: 'item', itemId: 'item-1' });
  const rows = view?.().model.buttonRows as readonly { readonly actions: readonly { title: string }[] }[];
  return rows.map(({ actions }) => actions.map(({ title }) => title));
};
/** A running meeting at an item with these points, another behind it. */
const at = (...asks: string[]) => running(agenda({ items: [item(1, { asks }), item(2)] }));
const step = (from: number, to: number) =>
  ({ type: 'MoveToItem', fromItemId: `item-${from}`, itemId: `item-${to}` }) as const;

describe('the main button of the present item', () => {
  it.each([
    ['Godkend', ['At Rådet godkender budgettet', 'At Rådet godkender planen']],
    ['Til efterretning', ['At Rådet tager status til efterretning']],
    ['Drøftet', ['At Rådet drøfter planen', 'At Rådet giver input til planen']],
    ['Som indstillet', ['At Rådet drøfter planen', 'At Rådet godkender budgettet']],
    ['Som indstillet', ['At Rådet tiltræder aftalen']],
    ['Beslutning', ['At Rådet beslutter en placering']],
    ['Næste punkt', []],
  ])('is %s', (title, asks) => {
    expect(positive(cardOf(at(...asks), 'item-1'))).toEqual([title]);
  });

  it('passes over what is answered, and becomes the next item when all is', () => {
    const held = at('At Rådet godkender budgettet', 'At Rådet drøfter planen').does(
      chair,
      answer('item-1', 'point-1-1'),
    );
    expect(positive(cardOf(held, 'item-1'))).toEqual(['Drøftet']);
    held.does(chair, record('item-1', 'd', { pointIds: ['point-1-2'] }));
    expect(positive(cardOf(held, 'item-1'))).toEqual(['Næste punkt']);
  });

  it('stays where a decision only proposes the answer', () => {
    const held = at('At Rådet drøfter planen').does(
      participant,
      record('item-1', 'd', { pointIds: ['point-1-1'] }),
    );
    const card = cardOf(held, 'item-1');
    expect(positive(card)).toEqual(['Drøftet']);
    expect(titles(card)).toContain('Bekræft 1.1');
    expect(texts(card)).toContain('Foreslået besvaret i 1.1 · ikke bekræftet');
  });

  it('stands first, and what is written stands below in the same places whatever is open', () => {
    const asked = at('At Rådet drøfter planen');
    const decides = at('At Rådet beslutter ruten');
    const written = [
      ['Beslutning', 'Tovholder'],
      ['Notér', 'Mere …'],
    ];
    expect(rowsOf(asked)).toEqual([['Drøftet', 'Næste punkt'], ...written]);
    expect(rowsOf(asked.does(chair, answer('item-1', 'point-1-1')))).toEqual([['Næste punkt'], ...written]);
    expect(rowsOf(decides)).toEqual([['Næste punkt'], ...written]);
    expect(positive(cardOf(decides, 'item-1'))).toEqual(['Beslutning']);
    const proposed = at().does(participant, record('item-1', 'd'));
    expect(rowsOf(proposed)).toEqual([['Næste punkt', 'Bekræft 1.1'], ...written]);
  });

  it('ends the meeting on the last item', () => {
    const held = at().does(chair, step(1, 2));
    expect(positive(cardOf(held, 'item-2'))).toEqual(['Afslut mødet']);
    expect(titles(cardOf(held, 'item-2'))).not.toContain('Næste punkt');
  });
});

describe('the card of the present item', () => {
  it('says where we are, what it is, who presents, what is asked, and what can be done', () => {
    const items = [
      item(1, {
        title: 'Budget',
        presenters: ['bo', 'asta'],
        end: '09:55',
        asks: ['At Rådet godkender budgettet'],
      }),
      item(2),
    ];
    const card = cardOf(running(agenda({ items })), 'item-1');
    expect(texts(card).slice(0, 5)).toEqual([
      'PUNKT 1 AF 2',
      'til kl. 9.55',
      'Budget',
      'v. Bo Winther og Asta Lund',
      'Indstilling',
    ]);
    expect(titles(card)).toEqual(['Godkend', 'Næste punkt', 'Beslutning', 'Tovholder', 'Notér', 'Mere …']);
    expect(texts(card).at(-1)).toBe('Skriv til referatet: »@Punkt notér: …« eller »@Punkt beslutning: …«');
  });

  it('shows each point with its outcome, in words', () => {
    const held = at(
      'At Rådet godkender a',
      'At Rådet drøfter b',
      'At Rådet beslutter c',
      'At Rådet drøfter d',
    );
    held.does(chair, answer('item-1', 'point-1-1'), record('item-1', 'd', { pointIds: ['point-1-2'] }));
    const read = texts(cardOf(held, 'item-1'));
    for (const text of ['Godkendt', 'Besluttet, se 1.1', 'Kræver en beslutning', 'Ikke besvaret endnu'])
      expect(read).toContain(text);
  });

  it('shows who registered a decision, who drives it and until when', () => {
    const held = at().does(
      chair,
      record('item-1', 'd', {
        text: 'Planen sendes ud',
        responsible: [
          { kind: 'person', personId: 'bo' },
          { kind: 'organisation', name: 'Fjordby Kommune' },
        ],
        due: { text: 'uge 11', date: null },
      }),
    );
    const read = texts(cardOf(held, 'item-1')).join('\n');
    expect(read).toContain('1.1  Planen sendes ud');
    expect(read).toMatch(/Tovholder: Bo Winther og Fjordby Kommune · Frist: uge 11/u);
    expect(read).toMatch(/Ida Brandt kl\. 9\.00/u);
  });

  it('says that the meeting pauses', () => {
    for (const held of [at(), at('At Rådet drøfter planen'), at('At Rådet beslutter ruten')]) {
      const card = cardOf(held.does(chair, { type: 'PauseMeeting' }), 'item-1');
      expect(texts(card)[0]).toBe('Mødet holder pause');
      expect(positive(card)).toEqual(['Genoptag']);
      expect(titles(card)[0]).toBe('Genoptag');
      expect(titles(card)).toContain('Næste punkt');
    }
  });

  it('says of a closed item that it is closed, and where it is or was dealt with', () => {
    const held = running(agenda({ items: [item(1, { closed: true }), item(2)] }));
    expect(texts(cardOf(held, 'item-1', { audience: 'leading' }))[0]).toBe('LUKKET PUNKT 1 AF 2');
    expect(texts(cardOf(held, 'item-1')).join()).toContain('Punktet behandles i ordstyrerens');
    held.does(chair, { type: 'PauseMeeting' });
    expect(positive(cardOf(held, 'item-1'))).toEqual(['Genoptag']);
    held.does(chair, { type: 'ResumeMeeting' }, step(1, 2));
    const left = texts(cardOf(held, 'item-1')).join();
    expect(left).toContain('Behandlet i ordstyrerens');
    expect(left).not.toContain('Punktet behandles');
  });
});

describe('the card of an item that the room has left', () => {
  it('is its outcome, and keeps what one can add', () => {
    const held = at('At Rådet drøfter planen').does(chair, step(1, 2));
    const card = cardOf(held, 'item-1');
    expect(titles(card)).toEqual(['Tilføj']);
    expect(texts(card)).toContain('Ikke besvaret');
    expect(texts(card)).not.toContain('Behandlet');
  });

  it('tells what was postponed, and what was handled before Punkt joined', () => {
    const held = at('At Rådet drøfter planen').does(chair, {
      type: 'PostponeItem',
      itemId: 'item-1',
      until: { text: 'næste møde', date: null },
    });
    held.does(chair, step(1, 2));
    expect(texts(cardOf(held, 'item-1'))).toContain('Punktet er udsat til næste møde');
    const late = running(agenda({ items: [item(1), item(2)] }), 'item-2');
    expect(texts(cardOf(late, 'item-1'))).toContain('Behandlet før Punkt kom til');
  });
});

describe('the menus', () => {
  it('offer what this person may do', () => {
    const held = at('At Rådet drøfter planen').does(chair, record('item-1', 'd'));
    const more = (acting = chair) => titles(renderFitting([moreMenu(shared(held), 'item-1', acting)]).card);
    expect(more()).toEqual([
      'Sagen',
      'Udsæt',
      'Ret …',
      'Fortryd',
      'Gå til …',
      'Pause',
      'Afslut mødet',
      'Åbn i browser',
      'Luk',
    ]);
    expect(more(minuteTaker)).toEqual(more());
    expect(more(other)).toEqual(['Sagen', 'Ret …', 'Fortryd', 'Åbn i browser', 'Luk']);
    const add = titles(renderFitting([addMenu(shared(held), 'item-1', other, undefined)]).card);
    expect(add).toEqual(['Beslutning', 'Notér', 'Tovholder', 'Ret …', 'Sagen', 'Fortryd', 'Luk']);
  });

  it('bring out one button of *Tilføj*, the first: the answer while a point is open, else the decision', () => {
    const add = (held: ReturnType<typeof at>) =>
      renderFitting([addMenu(shared(held), 'item-1', chair, undefined)]).card;
    const open = add(at('At Rådet tager planen til efterretning'));
    expect(positive(open)).toEqual(['Til efterretning']);
    expect(titles(open)[0]).toBe('Til efterretning');
    const none = add(at());
    expect(positive(none)).toEqual(['Beslutning']);
    expect(titles(none)[0]).toBe('Beslutning');
  });
});

describe('labels', () => {
  it.each(['da', 'en'] as const)(
    'are at most twenty letters, with the whole sentence behind them, in %s',
    (language) => {
      for (const label of Object.values(buttonTexts[language])) {
        const { title, tip } = typeof label === 'function' ? label('12.10') : label;
        expect(title.length).toBeLessThanOrEqual(20);
        expect(tip.length).toBeGreaterThanOrEqual(2);
      }
    },
  );
});
