import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { axeFinds, cutOff, PageBrowser, pageThemes } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

/** One meeting, step by step, with what shows that a page has come there. */
const states: readonly {
  readonly state: string;
  readonly shows: string;
  readonly step: (meeting: PageMeeting) => Promise<void>;
}[] = [
  { state: 'planned', shows: 'Mødet er ikke begyndt', step: async () => {} },
  {
    state: 'at an item with points, decisions, notes and a proposal',
    shows: 'Forslag – ikke besluttet',
    async step(meeting) {
      await meeting.does(chair, { ask: 'start', itemId: null });
      await meeting.next();
      const { itemId } = await meeting.item('2');
      await meeting.decides(chair, '2', 'Line Skovbo samler budgettet inden den 1. april.');
      await meeting.decides(participant, '2', 'Vi prøver en fælles nattevagt i uge 20.');
      await meeting.does(participant, {
        ask: 'note',
        itemId,
        noteId: meeting.newId(),
        text: 'Natten er dyr.',
      });
      const text = 'Styregruppen beslutter, at nattevagten prøves af.';
      await meeting.does(minuteTaker, { ask: 'openProposal', itemId, proposalId: 'proposal', text });
    },
  },
  {
    state: 'at a closed item',
    shows: 'Punkt 4 af 6',
    async step(meeting) {
      await meeting.does(minuteTaker, { ask: 'dropProposal', proposalId: 'proposal' });
      for (let times = 0; times < 2; times += 1) await meeting.next();
    },
  },
  { state: 'paused', shows: 'Pause', step: (meeting) => meeting.does(chair, { ask: 'pause' }) },
  {
    state: 'ended',
    shows: 'Mødet sluttede',
    async step(meeting) {
      const { itemId } = await meeting.item('4');
      await meeting.does(chair, { ask: 'resume' });
      await meeting.does(chair, { ask: 'adjourn', fromItemId: itemId });
    },
  },
];

/** Opens what is folded, and one point. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
  const point = page.locator('button.panelPoint[aria-expanded=false]').first();
  if ((await point.count()) > 0) await point.click();
}

describeInChromium('the side panel, in each state of a meeting and each theme', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    browser = await PageBrowser.open();
    meeting = await PageMeeting.planned();
    for (const name of [chair, participant]) {
      pages.set(`${name}, 320 px`, await browser.page(meeting.url('panel', name), { height: 3200 }));
      pages.set(`${name}, 320 px at 200 %`, await browser.page(meeting.url('panel', name), { zoom: 2 }));
    }
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  it('has nothing that axe finds, and nothing that is cut off', async () => {
    const found: string[] = [];
    for (const { state, shows, step } of states) {
      await step(meeting);
      for (const [who, page] of pages) {
        await page.getByText(shows).first().waitFor();
        await unfold(page);
        for (const theme of pageThemes) {
          await page.getByLabel('Udseende').selectOption(theme);
          const at = `${state}, ${who}, ${theme}`;
          if (who.endsWith('320 px')) found.push(...(await axeFinds(page)).map((line) => `${at}: ${line}`));
          found.push(...(await cutOff(page)).map((line) => `${at}: ${line}`));
        }
      }
    }
    expect(found).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 120_000);
});
