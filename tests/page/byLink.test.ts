import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PageLinkIssued } from '../../src/views/page/pageAnswers.ts';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

describeInChromium('somebody who comes by a link', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  beforeAll(async () => {
    browser = await PageBrowser.open();
    meeting = await PageMeeting.held();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  /** What a minute taker copies. */
  async function link(personId: string | null): Promise<PageLinkIssued> {
    const path = `/api/meetings/${meeting.demo.meetingId}/links`;
    const { status, body } = await meeting.demo.as(minuteTaker).send('POST', path, { personId });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as PageLinkIssued;
  }

  /** Under which keys this browser keeps what was typed in it. */
  const kept = (page: Page) =>
    page.evaluate<string[]>(
      `Object.keys(localStorage).filter((key) => /^punkt\\.(?:ask|text|typed)\\./.test(key))`,
    );

  it('takes part, also after a reload, with nothing secret left in the address; on another device it is taken', async () => {
    const { url } = await link(meeting.demo.personId(participant));
    const page = await browser.page(url.replace('/tab', '/tab?place=panel'));
    await page.getByText('Punkt 1 af 6').waitFor();
    expect(page.url()).not.toMatch(/k=/u);
    await page.reload();
    await page.getByText('Punkt 1 af 6').waitFor();
    await page.getByLabel('Beslutning til punkt 1').fill('Engholm Kommune indkalder.');
    await page.getByRole('button', { name: 'Gem beslutning' }).click();
    await page.locator('.panelEntry', { hasText: 'Engholm Kommune indkalder.' }).waitFor();
    const { decisions } = await meeting.item('1');
    expect(decisions[0]?.registered).toContain(participant);

    const other = await browser.page(url);
    await other.getByRole('heading', { name: 'Linket er åbnet på en anden enhed' }).waitFor();
  });

  it('is told when the link is revoked, while the page is open and when it is opened again', async () => {
    const { url, linkId } = await link(meeting.demo.personId(participant));
    const page = await browser.page(url.replace('/tab', '/tab?place=panel'));
    await page.getByLabel('Beslutning til punkt 1').fill('Ikke sendt endnu.');
    expect(await kept(page)).toHaveLength(1);
    await meeting.does(chair, { ask: 'revokeLink', linkId });
    await page.getByRole('heading', { name: 'Linket er trukket tilbage' }).waitFor();
    expect(await kept(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Linket er trukket tilbage' }).waitFor();
  });

  it('sees the meeting again by trying again, once it is shown again', async () => {
    const { url } = await link(meeting.demo.personId(participant));
    const page = await browser.page(url.replace('/tab', '/tab?place=panel'));
    await page.getByText('Punkt 1 af 6').waitFor();
    await page.route('**/events', (route) => route.fulfill({ status: 403, json: { code: 'linkExpired' } }));
    await page.reload();
    await page.getByRole('heading', { name: 'Linket er udløbet' }).waitFor();
    await page.unroute('**/events');
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByText('Punkt 1 af 6').waitFor();
  });

  it('shows the meeting on the PC of the room by a short address, and nothing to press', async () => {
    const { code } = await link(null);
    const page = await browser.page(`${meeting.demo.punkt.url}/s/${code}`, { width: 1280, height: 720 });
    await page.getByText('Punkt 1 af 6').waitFor();
    expect(await page.locator('button, a, input').count()).toBe(0);
    expect(await page.evaluate(`document.querySelector('.stage') !== null`)).toBe(true);
  });
});
