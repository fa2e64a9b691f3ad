import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInChromium } from '../support/inChromium.ts';
import { DeskBrowser, type DeskLook, showDesk } from './deskBrowser.ts';
import { large, presence, running, withProposal } from './deskStates.ts';

/** Pixels: a phone, a tablet, the first window with a margin beside the paper, and windows in which it grows. */
const widths = [320, 768, 1200, 1280, 1366, 1440];
const longName = 'Anne-Sofie Kirkegaard Vestergaard-Christensen';
const states: readonly (readonly [string, Omit<DeskLook, 'theme'>])[] = [
  ['two of them', { view: running, presence }],
  ['somebody with a proposal', { view: withProposal(false), presence }],
  [
    'somebody with a long name',
    { view: running, presence: presence.map((one) => ({ ...one, name: longName })) },
  ],
];

describeInChromium('the desk while others write', () => {
  let browser: DeskBrowser | undefined;
  beforeAll(async () => {
    browser = await DeskBrowser.open();
  }, 60_000);
  afterAll(() => browser?.[Symbol.asyncDispose]());

  it.each(states)(
    'stays within the window, whatever its width: %s',
    async (_name, look) => {
      if (!browser) throw new Error('no browser');
      for (const width of widths) {
        const page = await browser.page(width);
        await showDesk(page, { ...look, theme: 'light' });
        await page.locator('.presence li').first().waitFor();
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect({ width, wide }).toEqual({ width, wide: width });
        await page.close();
      }
    },
    60_000,
  );

  it('lists its items above the button for the keys, however many there are', async () => {
    if (!browser) throw new Error('no browser');
    const page = await browser.page(1280);
    await showDesk(page, { view: large, theme: 'light' });
    const boxOf = async (selector: string) =>
      (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 };
    const list = await boxOf('.aside');
    expect(list.height).toBeGreaterThan(500);
    expect(list.y + list.height).toBeLessThanOrEqual((await boxOf('.keysButton')).y);
    await page.close();
  }, 60_000);
});
