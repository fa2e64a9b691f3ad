import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInChromium } from '../support/inChromium.ts';
import { axeFinds, cutOff, PageBrowser, pageThemes } from '../support/pageBrowser.ts';
import { chair, PageMeeting, participant } from '../support/pageMeeting.ts';

describeInChromium('the page', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it('keeps what is written while the server is away, over a reload of the page, and sends it once', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText('Punkt 1 af 6').waitFor();
    const blocked = '**/api/meetings/*/{asks,events}';
    await page.context().route(blocked, (route) => route.abort());
    await page.getByLabel('Beslutning til punkt 1').fill('Vi mødes igen i maj.');
    await page.getByRole('button', { name: 'Gem beslutning' }).click();
    await page.getByLabel('Beslutning til punkt 1').fill('Halvt skrevet');
    await page.context().unroute(blocked);
    await page.reload();
    await page.locator('.panelEntry', { hasText: 'Vi mødes igen i maj.' }).waitFor();
    expect(await page.getByLabel('Beslutning til punkt 1').inputValue()).toBe('Halvt skrevet');
    const { decisions } = await meeting.item('1');
    expect(decisions.map(({ text }) => text)).toEqual(['Vi mødes igen i maj.']);
  }, 60_000);

  it('says that it is not connected, and when it is again shows the newest', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText('Punkt 1 af 6').waitFor();
    await meeting.demo.punkt.stop();
    await page.getByText('Ikke forbundet – det, du skriver, bliver gemt her og sendt bagefter.').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await meeting.demo.restart();
    await meeting.next();
    await page.getByText('Punkt 2 af 6').waitFor();
    await page.getByText('Ikke forbundet').waitFor({ state: 'detached' });
  }, 60_000);

  it('says what to do where nobody came in: no link, a link that is none, a meeting that is not there', async () => {
    await using meeting = await PageMeeting.planned();
    const { url } = meeting.demo.punkt;
    for (const [path, says] of [
      ['/tab', 'Åbn Punkt fra mødet'],
      ['/tab#k=this-is-no-link-at-all', 'Linket virker ikke'],
      ['/s/AAAA2222', 'Linket virker ikke'],
      ['/tab?demo=nobody&meeting=nothing', 'Mødet kan ikke vises'],
    ] as const) {
      for (const theme of pageThemes) {
        const page = await browser.page(`${url}${path}`, { theme });
        await page.getByRole('heading', { name: says }).waitFor();
        expect(page.url()).not.toContain('this-is-no-link');
        expect(await axeFinds(page)).toEqual([]);
        expect(await cutOff(page)).toEqual([]);
        await page.context().close();
      }
    }
  }, 60_000);

  it('speaks English to whoever reads English', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('panel', chair).replace('&lang=da', ''), { locale: 'en-GB' });
    await page.getByText('Item 1 of 6').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  }, 60_000);

  it('begins in development mode with who, where and which meeting', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.demo.punkt.url, { width: 800 });
    await page.getByRole('heading', { name: 'Prøv Punkt' }).waitFor();
    for (const theme of pageThemes) {
      await page.getByLabel('Udseende').selectOption(theme);
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      // What the browser draws, scroll bars and fields for a date, is of the same theme.
      const scheme = await page.evaluate('getComputedStyle(document.documentElement).colorScheme');
      expect({ theme, scheme }).toEqual({ theme, scheme: theme === 'light' ? 'normal' : 'dark' });
      expect(await axeFinds(page)).toEqual([]);
    }
    await page.getByLabel('Jeg er').selectOption({ label: participant });
    await page.getByRole('link', { name: /Sidepanel/u }).click();
    await page.getByText('Punkt 1 af 6').waitFor();
    await page.getByText('Vises som ikke bekræftet').waitFor();
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
