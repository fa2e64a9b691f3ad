import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PageBrowser, pageThemes } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting } from '../support/pageMeeting.ts';
import { afterStates, beforeStates, heldAndEnded } from '../support/preparationStates.ts';
import { soendervangDay } from '../support/preparingPage.ts';
import { teamsFont } from './teamsFont.ts';

const folder = fileURLToPath(new URL('../output/preparation/', import.meta.url));
const widths = [1280, 768, 320];
let browser: PageBrowser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await PageBrowser.open();
}, 60_000);
afterAll(() => browser[Symbol.asyncDispose]());

async function drawn(page: Page, theme: string, states: AsyncGenerator<string>): Promise<void> {
  page.setDefaultTimeout(20_000);
  for await (const state of states) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}${state}-${theme}-${width}.png` });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

it.each(pageThemes)(
  `draws what is seen before the meeting, %s, see ${folder}`,
  async (theme) => {
    await using meeting = await PageMeeting.open(soendervangDay);
    const page = await browser.page(meeting.url('desk', minuteTaker), {
      width: 1280,
      height: 900,
      theme,
      style: teamsFont,
    });
    await drawn(page, theme, beforeStates(page));
    await page.context().close();
  },
  240_000,
);

it.each(pageThemes)(
  `draws what is seen after the meeting, %s, see ${folder}`,
  async (theme) => {
    await using meeting = await PageMeeting.held();
    await heldAndEnded(meeting);
    const page = await browser.page(meeting.url('desk', chair), {
      width: 1280,
      height: 900,
      theme,
      style: teamsFont,
    });
    await drawn(page, theme, afterStates(page, true));
    await page.context().close();
  },
  240_000,
);
