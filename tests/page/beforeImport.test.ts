import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demoAgenda } from '../../src/demo/demoAgenda.ts';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { PageMeeting, participant } from '../support/pageMeeting.ts';
import { drop, PreparingPage, soendervangDay } from '../support/preparingPage.ts';

const document = (name: string) => fileURLToPath(new URL(`../fixtures/documents/${name}`, import.meta.url));

describeInChromium('an agenda document on the page', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  it('that is dropped is read, held against what was found in it, and used', async () => {
    await using meeting = await PageMeeting.open(soendervangDay);
    await using preparing = await PreparingPage.open(browser, meeting);
    const { page } = preparing;
    await page.getByRole('heading', { name: '»dagsorden.txt« er læst' }).waitFor();
    await drop(page, 'klynge-soendervang.docx');
    await page.getByRole('heading', { name: '»klynge-soendervang.docx« er læst' }).waitFor();

    // What is to be looked at, and what was found
    expect(await page.locator('.warnings li').count()).toBe(3);
    await preparing.row('4').waitFor();
    expect(await page.locator('.itemList .rowTitle').allTextContents()).toEqual([
      'Velkomst og godkendelse af dagsorden',
      'Fælles plan for ældre med skrøbelighed',
      'Pause',
      'Status på projektet Tryg Hjemme',
      'Eventuelt',
    ]);

    // A row shows its lines, the lines their row
    await page.getByRole('button', { name: /Status på projektet/u }).focus();
    const lines = page.locator('.block.lit');
    expect(await lines.locator('.line').first().textContent()).toContain(
      '3. Status på projektet Tryg Hjemme',
    );
    expect(await inSight(page, '.block.lit')).toBe(true);
    await page.locator('.block', { hasText: '2. Fælles plan' }).hover();
    expect(await page.locator('.itemRow.lit .rowTitle').textContent()).toContain('Fælles plan');

    await page.getByRole('button', { name: 'Brug dagsordenen' }).click();
    await page.getByRole('heading', { name: 'Dagsorden til møde i Klyngestyregruppe Søndervang' }).waitFor();
    expect((await meeting.view()).items.map(({ title: of }) => of)).toContain(
      'Fælles plan for ældre med skrøbelighed',
    );
  }, 60_000);

  it('says before it is used which items are closed, and when and by whom each is presented', async () => {
    await using meeting = await PageMeeting.open();
    await using preparing = await PreparingPage.open(browser, meeting);
    const text = [
      'Dagsorden: Styregruppen for Havneklyngen',
      'Dato: 30. november 2026 kl. 09.00-10.00',
      'Mødeleder: Ellen Brandt',
      '1. Økonomi (kl. 9.00-9.30) v/ Ellen Brandt',
      '2. Lukket punkt: Personsag (kl. 9.30-9.45)',
    ].join('\n\n');
    await drop(preparing.page, { name: 'havn.txt', text });
    await preparing.page.getByRole('heading', { name: '»havn.txt« er læst' }).waitFor();
    const facts = (number: string) => preparing.row(number).locator('.rowFacts').textContent();
    expect(await facts('1')).toBe('kl. 9.00-9.30 · Ellen Brandt');
    expect(await facts('2')).toBe('Lukket punktkl. 9.30-9.45');
  }, 60_000);

  it('is chosen by the keyboard, too, and warnings beyond the first three are unfolded', async () => {
    await using meeting = await PageMeeting.open();
    await using preparing = await PreparingPage.open(browser, meeting);
    const { page } = preparing;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Vælg et andet dokument' }).press('Enter'),
    ]);
    await chooser.setFiles(document('styregruppe-fjordbyen.tagged.pdf'));
    await page.getByRole('heading', { name: '»styregruppe-fjordbyen.tagged.pdf« er læst' }).waitFor();
    const shown = await page.locator('.warnings li').count();
    expect(shown).toBeLessThanOrEqual(3);
    const all = page.getByRole('button', { name: /^Vis alle/u });
    if (await all.count()) {
      await all.press('Enter');
      expect(await page.locator('.warnings li').count()).toBeGreaterThan(3);
    }
    await page.getByRole('button', { name: 'Brug dagsordenen' }).press('Enter');
    await page.getByRole('tab', { name: 'Dagsorden' }).waitFor();
  }, 60_000);

  it.each([
    ['refused/old.doc', /gem den som \.docx/u],
    ['refused/locked.pdf', /adgangskode|beskyttet|kodeord/u],
  ])(
    'that cannot be read is refused with what to do instead: %s',
    async (name, sentence) => {
      await using meeting = await PageMeeting.open();
      await using preparing = await PreparingPage.open(browser, meeting);
      const { page } = preparing;
      await drop(page, name);
      await page.locator('.uploadState').getByText(sentence).waitFor();
      expect(await page.getByRole('heading', { name: '»dagsorden.txt« er læst' }).count()).toBe(1);
    },
    60_000,
  );

  it('is a new edition where one is in use: its differences in words, and no more until it is used', async () => {
    await using meeting = await PageMeeting.planned(soendervangDay);
    await using preparing = await PreparingPage.open(browser, meeting);
    const { page } = preparing;
    await preparing.row('1').waitFor();
    await drop(page, 'klynge-soendervang.docx', 'kulturraad-toejhus.docx');
    await page.getByRole('heading', { name: 'Det nye i denne udgave' }).waitFor();
    expect(await page.locator('.warnings').first().locator('li').count()).toBeGreaterThan(2);
    const before = await preparing.agenda();
    await page.getByRole('button', { name: 'Ikke nu' }).click();
    await preparing.row('6').waitFor();
    expect(await preparing.agenda()).toBe(before);
    await page.getByRole('button', { name: 'Se den' }).click();
    await page.getByRole('button', { name: 'Brug den nye udgave' }).click();
    await page.getByRole('button', { name: 'Brug den nye udgave' }).waitFor({ state: 'detached' });
    expect(await preparing.agenda()).toContain('Status på projektet Tryg Hjemme');
  }, 60_000);

  it('of another day is laid before the very meeting on whose page it was dropped, as a new edition', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting);
    const { page } = preparing;
    const before = await preparing.agenda();
    const text = demoAgenda('7. april 2031').replaceAll('styregruppen', 'alle');
    await drop(page, { name: 'april.txt', text });
    await page.getByRole('heading', { name: 'Det nye i denne udgave' }).waitFor();
    expect(await preparing.agenda()).toBe(before);
    await page.getByRole('button', { name: 'Brug den nye udgave' }).click();
    await page.getByRole('button', { name: 'Brug den nye udgave' }).waitFor({ state: 'detached' });
    await page.getByText('7. april 2031').first().waitFor();
    expect((await meeting.view()).head.date).toBe('2031-04-07');
  }, 60_000);

  it('is not for who may not bring one: they read the agenda', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting, participant);
    const { page } = preparing;
    await page.locator('.reading article').first().waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    expect(await page.locator('.reading').textContent()).toContain('Lukket punkt');
    expect(await page.locator('main').textContent()).not.toContain('demens');
    expect(browser.faults).toEqual([]);
  }, 60_000);
});

/** Part of it stands within the frame in which it scrolls. */
const inSight = (page: import('playwright-core').Page, selector: string): Promise<boolean> =>
  page.evaluate(`(() => {
    const part = document.querySelector('${selector}').getBoundingClientRect();
    const frame = document.querySelector('.source').getBoundingClientRect();
    return part.top < frame.bottom && part.bottom > frame.top;
  })()`);
