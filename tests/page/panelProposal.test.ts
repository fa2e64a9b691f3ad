import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting } from '../support/pageMeeting.ts';

describeInChromium('a proposal in the side panel of who leads', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  /** The chair's panel at the first item, with a proposal that the minute taker words. */
  const opened = async (meeting: PageMeeting): Promise<{ page: Page; itemId: string }> => {
    const [first] = (await meeting.view()).items;
    const itemId = first?.itemId ?? '';
    await meeting.does(minuteTaker, { ask: 'openProposal', itemId, proposalId: 'p1', text: 'Vi prøver' });
    const page = await browser.page(meeting.url('panel', chair));
    await page.getByText('Vi prøver').waitFor();
    return { page, itemId };
  };
  const proposal = async (meeting: PageMeeting) => (await meeting.view()).head.proposal;

  it('is taken over with the pen, written in by keyboard, and decided once though it is pressed twice', async () => {
    await using meeting = await PageMeeting.held();
    const { page } = await opened(meeting);
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, ask] = /"ask":"(\w+)"/u.exec(request.postData() ?? '') ?? [];
      if (ask) asked.push(ask);
    });
    await page.getByRole('button', { name: 'Giv mig pennen' }).press('Enter');
    await page.getByText('Du har pennen').waitFor();
    // The cursor is in it: letters that are shortcuts are letters here.
    await page.locator('textarea.panelProposalText:focus').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' en ny plan snart.');
    await page.getByRole('button', { name: 'Det er besluttet' }).dblclick();
    await page.locator('.panelEntry', { hasText: 'Vi prøver en ny plan snart.' }).waitFor();
    await page.getByText('Forslag – ikke besluttet').waitFor({ state: 'detached' });
    await page.getByLabel('Note').first().check({ force: true });
    await page.getByRole('textbox', { name: /^Note til/u }).fill('Bagefter.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Gemt.').waitFor();
    expect(asked.filter((ask) => ask === 'decideProposal')).toHaveLength(1);
    expect(await page.locator('.panelRefusal').textContent()).toBe('');
  }, 60_000);

  it('gives back what was typed when the pen went on in the middle of it', async () => {
    await using meeting = await PageMeeting.held();
    const { page } = await opened(meeting);
    await page.getByRole('button', { name: 'Giv mig pennen' }).press('Enter');
    await page.locator('textarea.panelProposalText:focus').waitFor();
    await page.context().route('**/asks', (route) => route.abort());
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' det hele');
    await meeting.does(minuteTaker, { ask: 'takePen', proposalId: 'p1' });
    const kept = page.locator('.panelKept');
    await kept.getByText('Vi prøver det hele').waitFor();
    await page.context().unroute('**/asks');
    await kept.getByRole('button', { name: 'Tag pennen' }).press('Enter');
    await page.getByText('Du har pennen').waitFor();
    expect(await page.locator('textarea.panelProposalText').inputValue()).toContain('Vi prøver det hele');
  }, 60_000);

  it('is dropped only after a question', async () => {
    await using meeting = await PageMeeting.held();
    const { page } = await opened(meeting);
    await page.getByRole('button', { name: 'Drop forslag' }).press('Enter');
    // The harmless answer has the focus.
    await page.keyboard.press('Enter');
    expect(await proposal(meeting)).not.toBeNull();
    await page.getByRole('button', { name: 'Drop forslag' }).press('Enter');
    await page.getByRole('button', { name: 'Ja, drop det' }).press('Enter');
    await page.getByText('Forslag – ikke besluttet').waitFor({ state: 'detached' });
    expect(await proposal(meeting)).toBeNull();
  }, 60_000);

  it('leaves room for a decision on behalf of somebody who cannot press', async () => {
    await using meeting = await PageMeeting.held();
    const { page, itemId } = await opened(meeting);
    await meeting.does(minuteTaker, { ask: 'dropProposal', proposalId: 'p1' });
    await page.getByRole('textbox', { name: /^Beslutning til/u }).fill('Det godkendes.');
    await page.locator('summary', { hasText: 'På vegne af' }).press('Enter');
    await page.getByLabel('På vegne af (navn)').fill(minuteTaker);
    await page.getByRole('button', { name: 'Gem beslutning' }).press('Enter');
    await page.locator('.panelEntry', { hasText: 'Det godkendes.' }).waitFor();
    const item = (await meeting.view()).items.find((one) => one.itemId === itemId);
    expect(item?.decisions[0]?.registered).toContain(minuteTaker);
    expect(await page.getByLabel('På vegne af (navn)').inputValue()).toBe('');
  }, 60_000);
});
