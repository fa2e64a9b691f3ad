import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Card } from '../../src/render/renderCard.ts';
import { describeInChromium } from '../support/inChromium.ts';
import { CardBrowser, type DrawnCards, type Look, themes } from './cardBrowser.ts';
import type { Fault } from './fault.ts';
import { type PicturedCard, picturedCards } from './picturedCards.ts';

/** Lines differ by width and language, colours by theme: not each of each is needed. */
const narrow: readonly Look[] = [{ theme: 'light', width: 320 }];
const wide: readonly Look[] = [{ theme: 'light', width: 600 }];
const inOtherThemes = themes.slice(1).map((theme): Look => ({ theme, width: 600 }));
const EXTREME = /^(?:widest|emptiest|hard)/u;
const wideOf = ({ group }: PicturedCard): boolean => !group.startsWith('hard');
const coloursOf = ({ language, group }: PicturedCard): boolean =>
  language === 'da' && !/^(?:widest|hard)/u.test(group);

describeInChromium('every card, menu, form and page, drawn as Teams does', () => {
  let browser: CardBrowser | undefined;
  let page: DrawnCards | undefined;
  let cards: PicturedCard[] = [];
  const found: { where: string; said: readonly string[]; faults: readonly Fault[] }[] = [];

  async function measure(on: DrawnCards, some: readonly PicturedCard[], looks: readonly Look[]) {
    const measured = await on.measure(
      some.map(({ card }) => card),
      looks,
    );
    for (const { card, look, said, faults } of measured) {
      const { group, name, language } = some[card] ?? { group: '', name: '', language: '' };
      const { theme, width } = looks[look] ?? { theme: '', width: 0 };
      found.push({ where: `${language} ${group}: ${name}, ${theme} ${width}`, said, faults });
    }
  }

  beforeAll(async () => {
    browser = await CardBrowser.open();
    page = await browser.page();
    // What people type is the same in both.
    const english = (await picturedCards('en')).filter(({ group }) => !EXTREME.test(group));
    cards = [...(await picturedCards('da')), ...english];
    await measure(page, cards, narrow);
    await measure(page, cards.filter(wideOf), wide);
    await measure(page, cards.filter(coloursOf), inOtherThemes);
  }, 180_000);
  afterAll(() => browser?.[Symbol.asyncDispose]());

  const all = (kind: Fault['kind']) =>
    found.flatMap(({ where, faults }) =>
      faults
        .filter((fault) => fault.kind === kind)
        .map(({ text, measure }) => `${where}: ${text} (${measure})`),
    );

  it('are drawn in every look', () => {
    expect(cards.length).toBeGreaterThan(100);
    const coloured = cards.filter(coloursOf).length;
    expect(coloured).toBeGreaterThan(50);
    const inLight = cards.length + cards.filter(wideOf).length;
    expect(found.length).toBe(inLight + coloured * inOtherThemes.length);
  });

  it("are taken by Microsoft's library without a word", () => {
    expect(found.filter(({ said }) => said.length > 0)).toEqual([]);
  });

  it('show the whole label of every button and field, on a phone too', () => {
    expect(all('cut')).toEqual([]);
  });

  it('let nothing run out of the card', () => {
    expect(all('outside')).toEqual([]);
  });

  it('say of every field what it is for', () => {
    expect(all('unlabelled')).toEqual([]);
  });

  it('can be read in every theme: contrast 4.5, large text 3 (WCAG 2.1, 1.4.3)', () => {
    expect(all('faint')).toEqual([]);
  });
});

describeInChromium('the measuring', () => {
  /** A card in which everything is wrong. */
  const wrong: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'NoSuchThing' },
      { type: 'TextBlock', text: 'x'.repeat(200), wrap: false },
      { type: 'Container', style: 'accent', items: [{ type: 'TextBlock', text: 'Grøn', color: 'Good' }] },
      {
        type: 'Input.Text',
        id: 'a',
        placeholder: 'En meget lang tekst, der skal vise, hvad man kan skrive her',
      },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'W'.repeat(60) }] },
      {
        type: 'ActionSet',
        actions: ['Godkend indstillingen', 'Send til efterretning', 'Udsæt til næste møde'].map((label) => ({
          type: 'Action.Submit',
          title: label,
        })),
      },
    ],
  };

  it('finds what is wrong', async () => {
    await using browser = await CardBrowser.open();
    const page = await browser.page();
    const [at] = await page.measure([wrong], [{ theme: 'light', width: 320 }]);
    expect(at?.said).toEqual([expect.stringContaining('NoSuchThing')]);
    const kinds = (at?.faults ?? []).map(({ kind, text }) => `${kind} ${text.slice(0, 12)}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['cut Godkend inds', 'cut En meget lan', 'faint Grøn', 'unlabelled text']),
    );
  }, 60_000);
});
