import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { axeFinds, cutOff, PageBrowser, pageThemes } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';
import { afterStates, beforeStates, heldAndEnded } from '../support/preparationStates.ts';
import { soendervangDay } from '../support/preparingPage.ts';

/** An open menu that begins left of the page, where no scrolling goes. */
const outside = `[...document.querySelectorAll('.menuList')].some((list) => list.getBoundingClientRect().left < 0)`;
/** Words of a name in the log that are broken over two lines. */
const broken = `[...document.querySelectorAll('.log tbody td:nth-child(2)')].flatMap((cell) => {
  const text = cell.firstChild;
  return [...text.data.matchAll(/\\S+/gu)].flatMap(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
  });
})`;
/** Resolves when the page was drawn once more: a new width is told to it with its next frame. */
const laidOut = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
/** A wide screen, a tablet, a wide screen at 200 %, a telephone or the side panel. */
const widths = [1280, 768, 640, 320];

describeInChromium('what is seen before and after the meeting', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  /** What is wrong with what is shown, at every width. */
  async function faultsOf(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(laidOut);
      if (await page.evaluate(outside)) found.push(`${width}: a menu is outside of the page`);
      found.push(...(await page.evaluate<string[]>(broken)).map((word) => `${width}: ${word} is broken`));
      found.push(...(await cutOff(page)).map((fault) => `${width}: ${fault}`));
      if (width === 640 || width === 768) continue;
      found.push(...(await axeFinds(page)).map((fault) => `${width}: ${fault}`));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    return found;
  }
  async function walked(page: Page, states: AsyncGenerator<string>): Promise<Record<string, string[]>> {
    page.setDefaultTimeout(20_000);
    const found: Record<string, string[]> = {};
    for await (const state of states) {
      const faults = await faultsOf(page);
      if (faults.length > 0) found[state] = faults;
    }
    return found;
  }

  it.each(pageThemes)(
    'before it: axe finds nothing, and nothing is lost at any width, in the theme %s',
    async (theme) => {
      await using meeting = await PageMeeting.open(soendervangDay);
      const page = await browser.page(meeting.url('desk', minuteTaker), { width: 1280, height: 900, theme });
      expect(await walked(page, beforeStates(page))).toEqual({});
      await page.context().close();
    },
    240_000,
  );

  it.each(pageThemes)(
    'after it: axe finds nothing, and nothing is lost at any width, in the theme %s',
    async (theme) => {
      await using meeting = await PageMeeting.held();
      await heldAndEnded(meeting);
      const page = await browser.page(meeting.url('desk', chair), { width: 1280, height: 900, theme });
      expect(await walked(page, afterStates(page, true))).toEqual({});
      await page.context().close();
    },
    240_000,
  );

  it('for who only takes part, axe finds nothing', async () => {
    await using meeting = await PageMeeting.planned();
    const page = await browser.page(meeting.url('desk', participant), { width: 1280, height: 900 });
    await page.locator('.reading article').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
