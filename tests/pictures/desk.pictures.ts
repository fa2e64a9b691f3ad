import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DeskBrowser, type DeskLook, showDesk } from './deskBrowser.ts';
import {
  alike,
  forParticipant,
  large,
  presence,
  running,
  untouched,
  withoutAgenda,
  withProposal,
} from './deskStates.ts';
import { teamsFont } from './teamsFont.ts';

const folder = fileURLToPath(new URL('../output/desk/', import.meta.url));
let browser: DeskBrowser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await DeskBrowser.open();
}, 60_000);
afterAll(() => browser[Symbol.asyncDispose]());

const states: readonly (readonly [string, Omit<DeskLook, 'theme'>])[] = [
  ['running', { view: running }],
  ['two-writers', { view: running, presence }],
  ['proposal-mine', { view: withProposal(true) }],
  ['proposal-of-another', { view: withProposal(false), presence }],
  ['alike', { view: alike }],
  ['participant', { view: forParticipant }],
  ['untouched', { view: untouched }],
  ['offline', { view: running, connection: 'offline' }],
  ['without-agenda', { view: withoutAgenda }],
  ['large', { view: large }],
];
const looks = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'contrast', width: 1280 },
  { theme: 'light', width: 320 },
] as const;

it.each(states)(
  `draws the desk: %s, see ${folder}`,
  async (name, state) => {
    for (const { theme, width } of looks) {
      const page = await browser.page(width);
      await page.addStyleTag({ content: teamsFont });
      await showDesk(page, { ...state, theme, language: width === 320 ? 'en' : 'da' });
      const file = `${folder}${name}-${theme}-${width}.png`;
      await page.screenshot({ path: file, fullPage: name !== 'large' });
      // What runs over the edge is lost to who cannot see it.
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await page.close();
    }
  },
  120_000,
);
