import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

describeInChromium('a participant at the side panel', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  beforeAll(async () => {
    browser = await PageBrowser.open();
    meeting = await PageMeeting.held();
    await meeting.next();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  it('sees where the meeting is and has nothing that moves, answers or ends it', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText('Punkt 2 af 6').waitFor();
    for (const name of ['Næste punkt', 'Forrige', 'Som indstillet', 'Hold pause', 'Afslut mødet', 'Bekræft'])
      expect({ name, count: await page.getByRole('button', { name }).count() }).toEqual({ name, count: 0 });
    await page.keyboard.press('n');
    await page.keyboard.press('s');
    await page.getByText('Tastaturgenveje').first().click();
    expect(await page.locator('.panelKeys').textContent()).not.toContain('Næste punkt');
    const { position } = (await meeting.view()).head;
    expect(position?.itemId).toBe((await meeting.item('2')).itemId);
  });

  it('registers a decision and a note, which say that they are not confirmed, until the chair confirms', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    const leader = await browser.page(meeting.url('panel', chair));
    await page.getByText('Vises som ikke bekræftet').waitFor();
    await page.getByLabel('Beslutning til punkt 2').fill('Engholm Kommune indkalder.');
    await page.getByRole('button', { name: 'Gem beslutning' }).click();
    const own = page.locator('.panelEntry', { hasText: 'Engholm Kommune indkalder.' });
    await own.getByText('Ikke bekræftet').waitFor();
    await page.getByText('Note', { exact: true }).click();
    await page.getByLabel('Note til punkt 2').fill('Uge 20 passer bedst.');
    await page.getByRole('button', { name: 'Gem note' }).click();
    await leader.locator('.panelEntry', { hasText: 'Uge 20 passer bedst.' }).waitFor();
    await leader.getByRole('button', { name: /^Bekræft \d/u }).click();
    await own.getByText('Ikke bekræftet').waitFor({ state: 'detached' });
  });

  it('has the words back that are refused, also where another item is looked at by then', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByLabel('Beslutning til punkt 2').fill('Kun i dag.');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/asks', async (route) => {
      await held;
      await route.fulfill({ json: { kind: 'refused', code: 'tooFast', sentence: 'Ikke nu.', version: 0 } });
    });
    await page.getByRole('button', { name: 'Gem beslutning' }).click();
    await page.getByText(/^Dagsorden \(/u).click();
    await page.getByRole('button', { name: /Hjemmemonitorering/u }).click();
    await page.getByText('Punkt 5 af 6').waitFor();
    answer();
    await page.getByText('Ikke nu.').waitFor();
    await page.getByRole('button', { name: /^Mødet er ved punkt 2/u }).click();
    expect(await page.getByLabel('Beslutning til punkt 2').inputValue()).toBe('Kun i dag.');
    await page.close();
  });

  it('sees the proposal as it is typed, and nothing to decide it with', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    const { itemId } = await meeting.item('2');
    await meeting.does(minuteTaker, { ask: 'openProposal', itemId, proposalId: 'p1', text: 'Vi' });
    await page.getByText('Forslag – ikke besluttet').waitFor();
    await meeting.does(minuteTaker, { ask: 'writeProposal', proposalId: 'p1', text: 'Vi prøver i uge 20.' });
    await page.getByText('Vi prøver i uge 20.').waitFor();
    expect(await page.getByRole('button', { name: 'Det er besluttet' }).count()).toBe(0);
    await meeting.does(minuteTaker, { ask: 'dropProposal', proposalId: 'p1' });
    await page.getByText('Forslag – ikke besluttet').waitFor({ state: 'detached' });
  });

  it('looks at another item, is told where the meeting is, and is not carried along', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText(/^Dagsorden \(/u).click();
    await page.getByRole('button', { name: /Hjemmemonitorering/u }).click();
    await page.getByText('Punkt 5 af 6').waitFor();
    await page.getByRole('button', { name: /^Mødet er ved punkt 2/u }).click();
    await page.getByText('Punkt 2 af 6').waitFor();
  });

  it('sees nothing of a closed item', async () => {
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText(/^Dagsorden \(/u).click();
    await page.getByRole('button', { name: /Lukket punkt/u }).click();
    await page.getByText('Punktet er lukket og behandles af ordstyrer og referent.').waitFor();
    expect(await page.content()).not.toMatch(/demens|de to indstillede/u);
  });
});
