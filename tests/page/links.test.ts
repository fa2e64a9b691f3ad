import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { minuteTaker, PageMeeting } from '../support/pageMeeting.ts';
import { PreparingPage } from '../support/preparingPage.ts';

describeInChromium('access links given on the page', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  const openDialog = async (preparing: PreparingPage) => {
    const { page } = preparing;
    await page.getByRole('button', { name: 'Mere', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Adgangslink til …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Adgangslink til mødet' });
    await dialog.waitFor();
    return {
      dialog,
      async make(whom: string | RegExp) {
        await dialog.getByRole('combobox').click();
        await dialog.getByRole('option', { name: whom }).click();
        await dialog.getByRole('button', { name: 'Lav link' }).click();
        await dialog.locator('.freshLink').waitFor();
        return dialog.getByLabel('Link', { exact: true }).inputValue();
      },
    };
  };

  it('open the meeting as that person on one device, until they are revoked', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting);
    const { dialog, make } = await openDialog(preparing);
    await dialog.getByRole('button', { name: 'Lav link' }).click();
    await dialog.getByText('Vælg, hvem linket er til.').waitFor();
    const url = await make(/^Rasmus Toftegaard/u);
    const fresh = dialog.getByRole('region', { name: 'Link til Rasmus Toftegaard' });
    expect(await fresh.textContent()).toMatch(
      /vises kun nu.*virker på én enhed.*står som Rasmus Toftegaard/u,
    );
    expect(url).toMatch(/\/tab#k=/u);
    await dialog.getByText('Ikke åbnet endnu').waitFor();

    // The first device has it
    const first = await browser.page(url);
    await first.getByText('Styregruppemøde i Lindeklyngen').or(first.locator('main')).first().waitFor();
    await dialog.getByText('Åbnet på en enhed').waitFor();
    const second = await browser.page(url);
    await second
      .getByText(/en anden enhed|allerede/u)
      .first()
      .waitFor();

    // Shown this once
    await preparing.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await preparing.page.locator('#punkt').getAttribute('aria-hidden')).toBeNull();
    expect(await preparing.page.locator('.menu > button:focus').getAttribute('aria-label')).toBe('Mere');
    await openDialog(preparing);
    expect(await dialog.locator('.freshLink').count()).toBe(0);
    expect(await dialog.textContent()).not.toContain('#k=');

    // Revoked in two steps
    await dialog.getByRole('button', { name: 'Træk tilbage: linket til Rasmus Toftegaard' }).click();
    await dialog.getByRole('button', { name: 'Træk det tilbage nu' }).click();
    await dialog.getByText('Ingen endnu.').waitFor();
    await first
      .getByText(/trukket tilbage/u)
      .first()
      .waitFor();
    for (const page of [first, second]) await page.context().close();
  }, 90_000);

  it('open the screen of the room by a short code, which shows and writes nothing', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting, minuteTaker, { width: 320 });
    const { dialog, make } = await openDialog(preparing);
    const url = await make('Storskærmen i lokalet');
    const code = (await dialog.locator('.shortCode').textContent()) ?? '';
    expect(code).toMatch(/^[A-Z2-9]{8}$/u);
    expect(new URL(url).pathname).toBe(`/s/${code}`);
    await dialog.getByText(`/s/${code} i browseren på lokalets pc`).waitFor();
    const screen = await browser.page(url, { width: 1280 });
    await screen.locator('main').waitFor();
    expect(await screen.locator('button:visible, textarea, input:visible').count()).toBe(0);
    await screen.context().close();
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
