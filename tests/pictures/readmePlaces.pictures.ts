import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { PageBrowser } from '../support/pageBrowser.ts';
import { minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';
import { holdToSecondItem, propose } from './heldPlaces.ts';

const folder = fileURLToPath(new URL('../../pictures/', import.meta.url));

// Clock times stand in them, so they never look quite the same: delete one to have it drawn anew.
it(`draws desk and big screen for the README where they are missing: ${folder}`, async () => {
  if (existsSync(`${folder}desk.png`) && existsSync(`${folder}stage.png`)) return;
  await using browser = await PageBrowser.open();
  await using meeting = await PageMeeting.planned();
  await propose(meeting, await holdToSecondItem(meeting));
  const desk = await browser.page(meeting.url('desk', minuteTaker), { width: 1280, height: 800 });
  await desk
    .getByText(/gå dertil/u)
    .first()
    .click();
  await desk.getByText('Forslag – ikke besluttet').first().waitFor();
  await desk.screenshot({ path: `${folder}desk.png`, animations: 'disabled' });
  const stage = await browser.page(meeting.url('stage', participant), { width: 1280, height: 800 });
  await stage.getByText('Forslag – ikke besluttet').waitFor();
  await stage.screenshot({ path: `${folder}stage.png` });
  expect(browser.faults).toEqual([]);
}, 120_000);
