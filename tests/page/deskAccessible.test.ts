import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DeskBrowser, type DeskLook, showDesk } from '../pictures/deskBrowser.ts';
import {
  alike,
  forParticipant,
  presence,
  running,
  untouched,
  withoutAgenda,
  withProposal,
} from '../pictures/deskStates.ts';
import { describeInChromium } from '../support/inChromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds: rule and element. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((found) =>
    found.violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')))
  )`)) as string[];
}

const states: Readonly<Record<string, Omit<DeskLook, 'theme'>>> = {
  'while it is written': { view: running, presence },
  'with a proposal of the reader': { view: withProposal(true) },
  'with a proposal of another': { view: withProposal(false), presence },
  'with like decisions': { view: alike },
  'for a participant': { view: forParticipant },
  'before anything is written': { view: untouched },
  'without a connection': { view: running, connection: 'offline' },
  'without an agenda': { view: withoutAgenda },
};

describeInChromium('the desk', () => {
  let browser: DeskBrowser;
  beforeAll(async () => {
    browser = await DeskBrowser.open();
  }, 60_000);
  afterAll(() => browser?.[Symbol.asyncDispose]());

  it.each(Object.keys(states))(
    'has nothing that axe finds: %s',
    async (name) => {
      const page = await browser.page(1280);
      for (const theme of ['light', 'dark', 'contrast'] as const) {
        await showDesk(page, { view: running, ...states[name], theme });
        expect(await faults(page)).toEqual([]);
      }
      await page.close();
    },
    60_000,
  );

  it('has nothing that axe finds with its forms open', async () => {
    const page = await browser.page(1280);
    await showDesk(page, { view: running, theme: 'light' });
    const item = page.locator('article.item').filter({ hasText: 'Midlertidige pladser' });
    await item.getByRole('button', { name: /Indstillingspunkt 2/u }).press('Enter');
    for (const press of ['Tovholder og frist 3.1', 'Ret 3.2', 'Bekræft 3.2'].slice(0, 2))
      await item.getByRole('button', { name: press }).press('Enter');
    await page.locator('details.section-description').first().locator('summary').press('Enter');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await item.getByRole('button', { name: 'Stryg 3.1' }).count();
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.locator('dialog.shortcuts').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it.each([
    ['at 320 px', 320, 1],
    ['at 200 % zoom', 1280, 2],
  ])(
    'shows all its words without scrolling sideways %s',
    async (_, width, zoom) => {
      const wide = await browser.page(1280);
      await showDesk(wide, { view: running, theme: 'light' });
      const words = (page: Page) => page.locator('.deskPaper').textContent();
      const all = await words(wide);
      const page = await browser.page(width / zoom);
      await showDesk(page, { view: running, theme: 'light' });
      expect(await words(page)).toBe(all);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width / zoom);
      await page.getByRole('button', { name: 'Vis punkterne' }).press('Enter');
      await page.getByRole('link', { name: /Eventuelt/u }).press('Enter');
      expect(await page.evaluate('document.activeElement?.textContent')).toBe('5. Eventuelt');
    },
    60_000,
  );
});
