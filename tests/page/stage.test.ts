import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { wordsIn } from '../../src/tab/stage/words.ts';
import { describeInChromium } from '../support/inChromium.ts';
import { axeFinds, cutOff, PageBrowser, pageThemes } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

const long = Array.from({ length: 90 }, (_, index) => `ord${index + 1}`).join(' ');
const screen = { width: 1280, height: 720 };

describeInChromium('the big screen', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it('follows by itself from before the meeting to its end, in at most 60 words and without anything to press', async () => {
    await using meeting = await PageMeeting.planned();
    const pages: Page[] = [];
    for (const theme of pageThemes)
      pages.push(await browser.page(meeting.url('stage', participant), { ...screen, theme }));
    const found: string[] = [];
    const look = async (text: string) => {
      for (const page of pages) {
        await page.getByText(text).first().waitFor();
        expect(wordsIn(String(await page.evaluate('document.body.innerText')))).toBeLessThanOrEqual(60);
        expect(await page.locator('button, a, input, textarea, select').count()).toBe(0);
        found.push(...(await axeFinds(page)), ...(await cutOff(page)));
        expect(await page.evaluate(`document.querySelector('.stage').scrollHeight - innerHeight`)).toBe(0);
      }
    };
    await look('6. marts 2031 kl. 9.00-11.00');
    await meeting.does(chair, { ask: 'start', itemId: null });
    await look('Punkt 1 af 6');
    const { itemId: first } = await meeting.item('1');
    await meeting.does(chair, { ask: 'answer', itemId: first });
    await look('Godkendt');
    await meeting.next();
    await look('Punkt 2 af 6');
    const { itemId } = await meeting.item('2');
    await meeting.does(minuteTaker, {
      ask: 'openProposal',
      itemId,
      proposalId: 'p',
      text: `Vi prøver ${long}`,
    });
    await look('Forslag – ikke besluttet');
    const decisionId = meeting.newId();
    await meeting.does(chair, { ask: 'decideProposal', proposalId: 'p', decisionId, pointIds: [] });
    await look('2.1');
    for (const page of pages) await page.getByText('Forslag').waitFor({ state: 'detached' });
    for (let times = 0; times < 2; times += 1) await meeting.next();
    await look('Lukket punkt');
    for (const page of pages) expect(await page.content()).not.toMatch(/demens|de to indstillede/u);
    await meeting.does(chair, { ask: 'pause' });
    await look('Pause');
    await meeting.does(chair, { ask: 'resume' });
    const { itemId: fourth } = await meeting.item('4');
    await meeting.does(chair, { ask: 'adjourn', fromItemId: fourth });
    await look('Mødet er slut');
    expect(found).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 90_000);

  it('comes back by itself after the server was away, with what happened since', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('stage', participant), screen);
    await page.getByText('Punkt 1 af 6').waitFor();
    await meeting.demo.restart();
    await meeting.next();
    await page.getByText('Punkt 2 af 6').waitFor();
  }, 60_000);
});
