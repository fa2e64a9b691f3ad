import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_WORDS, type StageLines, stageLines } from '../../../src/tab/stage/stageLines.ts';
import { cutAtWords, cutBetween, cutLines, wordsIn } from '../../../src/tab/stage/words.ts';
import type { PageDecision, PageItem, PagePoint, PageView } from '../../../src/views/page/pageView.ts';
import { stageTexts } from '../../../src/wording/page/stageTexts.ts';

const sentence = (words: number) => Array.from({ length: words }, (_, index) => `ord${index + 1}`).join(' ');
const point = (words: number, status: string | null, id = 'p'): PagePoint =>
  ({
    pointId: id,
    text: sentence(words),
    open: status === null,
    sign: status === null ? '○' : '✓',
    status: status ?? 'Ikke besvaret endnu',
  }) as PagePoint;
const decision = (words: number, number = '2.1', more: Partial<PageDecision> = {}): PageDecision =>
  ({
    decisionId: number,
    number,
    text: sentence(words),
    confirmed: true,
    struck: false,
    ...more,
  }) as PageDecision;
const item = (more: Partial<PageItem> = {}): PageItem =>
  ({
    itemId: 'a',
    kind: 'item',
    number: '2',
    title: 'Akutteam',
    points: [],
    decisions: [],
    ...more,
  }) as PageItem;
const shown = (one: PageItem, proposal: string | null = null): StageLines => {
  const head = { proposal: proposal === null ? null : { itemId: 'a', text: proposal } };
  const items = [{ ...one, itemId: 'first', number: '1' }, one];
  return stageLines({ head, items } as unknown as PageView, one, 'da');
};
const visible = ({ place, title, proposal, points, more, decisions }: StageLines): string =>
  [
    place ?? '',
    title,
    ...(proposal === null ? [] : [stageTexts.da.proposal, proposal]),
    ...points.flatMap(({ text, status }) => [text, status ?? '']),
    more ?? '',
    ...decisions.flatMap(({ number, text }) => [number, text]),
    stageTexts.da.away,
  ].join(' ');

describe('the words on the big screen', () => {
  it('are none of a closed item, also where who leads has laid it there', () => {
    const closed = item({
      closed: true,
      title: 'Klagesag',
      points: [point(3, null)],
      decisions: [decision(4)],
    });
    const lines = shown(closed, 'Klagen afvises.');
    expect(lines).toMatchObject({ title: 'Lukket punkt', proposal: null, points: [], decisions: [] });
    expect(visible(lines)).not.toMatch(/Klage|ord/u);
  });

  it('are 60 at most, whatever the meeting says', () => {
    const words = fc.nat({ max: 120 });
    const points = fc.array(fc.tuple(words, fc.constantFrom(null, 'Godkendt', 'Taget til efterretning')), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        words,
        points,
        fc.array(words, { maxLength: 9 }),
        fc.option(words),
        (title, points, decisions, proposal) => {
          const one = item({
            title: sentence(title + 1),
            points: points.map(([length, status], index) => point(length + 1, status, `p${index}`)),
            decisions: decisions.map((length, index) =>
              decision(length + 1, `2.${index + 1}`, {
                due: { text: `ord${Math.ceil(length / 2) + 1}`, date: null },
              }),
            ),
          });
          const lines = shown(one, proposal === null ? null : sentence(proposal + 1));
          expect(wordsIn(visible(lines))).toBeLessThanOrEqual(MOST_WORDS);
        },
      ),
    );
  });

  it('are all there where they fit', () => {
    const lines = shown(item({ points: [point(8, 'Godkendt'), point(6, null)], decisions: [decision(9)] }));
    expect(lines.place).toBe('Punkt 2 af 2');
    expect(lines.points).toEqual([
      { pointId: 'p', sign: '✓', text: sentence(8), status: 'Godkendt' },
      { pointId: 'p', sign: '○', text: sentence(6), status: null },
    ]);
    expect(lines.decisions).toEqual([{ decisionId: '2.1', number: '2.1', text: sentence(9) }]);
  });

  it('are first those of the proposal, then what is left is shared', () => {
    const one = item({ points: [point(20, null), point(20, null)], decisions: [decision(30)] });
    const lines = shown(one, sentence(45));
    expect(lines.proposal).toBe(sentence(45));
    expect(lines.points).toEqual([]);
    expect(lines.decisions).toEqual([]);
  });

  it('keep the newest decision beside many points', () => {
    const points = Array.from({ length: 8 }, (_, index) =>
      point(12, index < 4 ? 'Drøftet' : null, `p${index}`),
    );
    const lines = shown(item({ points, decisions: [decision(10, '2.1'), decision(10, '2.2')] }));
    expect(lines.decisions.at(-1)?.number).toBe('2.2');
    expect(lines.points.some(({ status }) => status === null)).toBe(true);
  });

  it('say how many points are left out, and spend none on what all points begin with', () => {
    const points = Array.from({ length: 12 }, (_, index) => ({
      ...point(1, index < 3 ? 'Godkendt' : null, `p${index}`),
      text: `At styregruppen godkender aftale nummer ${index + 1} om de fælles forløb`,
    }));
    const lines = shown(item({ points }));
    expect(lines.more).toBe(`og ${12 - lines.points.length} mere`);
    expect(lines.points.length).toBeGreaterThan(3);
    expect(lines.points[0]?.text).toMatch(/^Godkender aftale nummer \d+/u);
    expect(shown(item({ points: points.slice(0, 2) }))).toMatchObject({
      more: null,
      points: [{ text: points[0]?.text }, { text: points[1]?.text }],
    });
  });

  it('are of a long proposal its beginning, and its end, where it is being written', () => {
    const { proposal } = shown(item(), sentence(120));
    expect(proposal).toMatch(/^ord1 ord2 (?:ord\d+ )+… (?:ord\d+ )+ord119 ord120$/u);
    expect(shown(item(), `${sentence(120)} nyt`).proposal).toMatch(/ord120 nyt$/u);
  });

  it('leave a deadline whole in a decision that is cut', () => {
    const due = { text: 'senest den 1. juni 2031', date: '2031-06-01' };
    const cut = (text: string) =>
      shown(
        item({
          points: [point(20, null), point(20, null)],
          decisions: [decision(1, '2.1', { text, due })],
        }),
      ).decisions[0]?.text ?? '';
    expect(cut(`${sentence(30)} ${due.text}.`)).toMatch(/^ord1 .*ord\d+ … senest den 1\. juni 2031\.$/u);
    expect(cut(`${sentence(16)} ${due.text} og ${sentence(9)}`)).toMatch(/ … senest den 1\. juni 2031 …$/u);
    expect(cut(`${sentence(2)} ${due.text} og ${sentence(30)}`)).toMatch(
      /^ord1 ord2 senest den 1\. juni 2031 og ord1 .*…$/u,
    );
  });

  it('stand in the lines in which they were typed', () => {
    const typed = 'Vi gør to ting:\n- den ene\n  - lidt\n- den anden';
    expect(shown(item(), typed).proposal).toBe(typed);
    expect(shown(item({ decisions: [decision(1, '2.1', { text: typed })] })).decisions[0]?.text).toBe(typed);
  });

  it('are no decision that nobody has confirmed, and none that is struck', () => {
    const decisions = [decision(3, '2.1', { confirmed: false }), decision(3, '2.2', { struck: true })];
    expect(shown(item({ decisions })).decisions).toEqual([]);
  });

  it('are none of a proposal at another item, and no empty frame', () => {
    const one = item();
    const head = { proposal: { itemId: 'b', text: 'Vi prøver' } };
    expect(stageLines({ head, items: [one] } as unknown as PageView, one, 'da').proposal).toBeNull();
    expect(shown(one, '  ').proposal).toBeNull();
  });
});

describe('a text that is cut', () => {
  it('keeps its lines, up to the one in which it ends', () => {
    expect(cutLines('To ting:\n\n- den ene\n- den anden', 5)).toBe('To ting:\n- den ene\n- den …');
    expect(cutLines('To ting:\n- den ene\n- den anden', 4)).toBe('To ting:\n- den ene …');
  });

  it('keeps its first and its last lines where it is written on at its end', () => {
    const lines = 'To ting:\n- den ene er her\n- den anden\n- og så mere';
    expect(cutBetween(lines, 9)).toBe('To ting:\n- den … her\n- den anden\n- og så mere');
    expect(cutBetween(lines, 8)).toBe('To ting …\n- … her\n- den anden\n- og så mere');
    const text = fc.array(fc.constantFrom('et ', 'to\n', '\n- tre ', '– ', '\n\n'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (parts, most) => {
        const cut = cutBetween(parts.join(''), most);
        expect(wordsIn(cut)).toBe(Math.min(most, wordsIn(parts.join(''))));
      }),
    );
    expect(cutBetween('et to tre fire fem seks syv', 6)).toBe('et to … fire fem seks syv');
    expect(cutBetween('et to\n\n- tre', 6)).toBe('et to\n- tre');
  });

  it('ends at a word, with an ellipsis', () => {
    expect(cutAtWords('Vi prøver, om det går', 2)).toBe('Vi prøver …');
  });

  it('stays as it is where it fits; dashes are no words', () => {
    expect(cutAtWords('Forslag – ikke besluttet', 3)).toBe('Forslag – ikke besluttet');
  });
});
