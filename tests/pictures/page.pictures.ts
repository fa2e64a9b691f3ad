import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PageBrowser, type PageTheme, pageThemes } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';
import { holdToSecondItem, propose } from './heldPlaces.ts';
import { teamsFont } from './teamsFont.ts';

const folder = fileURLToPath(new URL('../output/places/', import.meta.url));

interface Place {
  readonly name: string;
  readonly place: 'desk' | 'panel' | 'stage';
  readonly who: string;
  readonly width: number;
  readonly height: number;
}
const places: readonly Place[] = [
  { name: 'desk', place: 'desk', who: minuteTaker, width: 1280, height: 800 },
  { name: 'desk-320', place: 'desk', who: minuteTaker, width: 320, height: 800 },
  { name: 'panel-chair', place: 'panel', who: chair, width: 320, height: 900 },
  { name: 'panel-participant', place: 'panel', who: participant, width: 320, height: 900 },
  { name: 'stage', place: 'stage', who: participant, width: 1280, height: 720 },
];

let browser: PageBrowser;
let meeting: PageMeeting;
const drawn: string[] = [];
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  browser = await PageBrowser.open();
  meeting = await PageMeeting.open();
}, 60_000);
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await meeting[Symbol.asyncDispose]();
});

/** A place once everything of it is there. */
async function open({ place, who, width, height }: Place, theme: PageTheme): Promise<Page> {
  const page = await browser.page(meeting.url(place, who), { width, height, theme, style: teamsFont });
  await page.locator('h1, [contenteditable]').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  return page;
}

async function draw(state: string): Promise<void> {
  for (const place of places)
    for (const theme of pageThemes) {
      const page = await open(place, theme);
      const file = `${state}-${place.name}-${theme}.png`;
      await page.screenshot({ path: folder + file });
      drawn.push(file);
      await page.context().close();
    }
}

it(`draws every place before, during and after a meeting: see ${folder}index.html`, async () => {
  await draw('1-imported');
  const proposalId = (await meeting.view()).head.imported?.proposalId ?? '';
  await meeting.does(chair, { ask: 'adoptAgenda', proposalId });
  await meeting.does(minuteTaker, { ask: 'claimRole', role: 'minuteTaker' });
  await draw('2-planned');
  const itemId = await holdToSecondItem(meeting);
  await draw('3-held');
  await propose(meeting, itemId);
  await draw('4-proposal');
  await meeting.does(minuteTaker, { ask: 'dropProposal', proposalId: 'proposal' });
  await meeting.does(chair, { ask: 'pause' });
  await draw('5-paused');
  await meeting.does(chair, { ask: 'resume' });
  await meeting.does(chair, { ask: 'adjourn', fromItemId: itemId });
  await draw('6-ended');
  await writeFile(`${folder}index.html`, index());
  expect(browser.faults).toEqual([]);
}, 900_000);

const index = (): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Punkt: every place</title>
<style>
  body { margin: 24px; background: #e8e8e8; font-family: Arial, sans-serif; }
  figure { display: inline-block; margin: 4px; }
  figcaption { font-size: 12px; }
  img { height: 320px; border: 1px solid #ccc; }
</style>
<h1>${drawn.length} pictures of the page (the cards: <a href="../pictures/index.html">here</a>)</h1>
${drawn.map((file) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`).join('\n')}
</html>
`;
