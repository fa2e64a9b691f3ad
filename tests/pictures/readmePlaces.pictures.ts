import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { PageBrowser } from '../support/pageBrowser.ts';
import { minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';
import { holdToSecondItem, propose } from './heldPlaces.ts';
import { teamsFont } from './teamsFont.ts';

const folder = fileURLToPath(new URL('../../pictures/', import.meta.url));

/** While the second item is planned, by the clock of Denmark: what is registered then says so. */
function clockInTheMeeting(): Disposable {
  const { now } = Date;
  const ahead = Date.parse('2031-03-06T08:12:00Z') - now();
  Date.now = () => now() + ahead;
  return {
    [Symbol.dispose]() {
      Date.now = now;
    },
  };
}

// Clock times stand in them, so they never look quite the same: delete one to have it drawn anew.
it(`draws desk and big screen for the README where they are missing: ${folder}`, async () => {
  if (existsSync(`${folder}desk.png`) && existsSync(`${folder}stage.png`)) return;
  using _clock = clockInTheMeeting();
  await using browser = await PageBrowser.open();
  await using meeting = await PageMeeting.planned();
  await propose(meeting, await holdToSecondItem(meeting));
  const look = { width: 1280, height: 800, style: teamsFont };
  const desk = await browser.page(meeting.url('desk', minuteTaker), look);
  const second = desk.locator('article').filter({ hasText: 'Forslag – ikke besluttet' });
  await second.locator('[contenteditable]').first().click();
  await desk.evaluate(`document.activeElement.closest('article').scrollIntoView({ block: 'start' })`);
  await desk.screenshot({ path: `${folder}desk.png`, animations: 'disabled' });
  const stage = await browser.page(meeting.url('stage', participant), look);
  await stage.getByText('Forslag – ikke besluttet').waitFor();
  await stage.screenshot({ path: `${folder}stage.png` });
  expect(browser.faults).toEqual([]);
}, 120_000);
