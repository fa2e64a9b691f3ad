import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { type Opened, PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

describeInChromium('the minutes on the page', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  /** The meeting was held, a decision of a participant is not confirmed, some points are not answered. */
  async function ended(): Promise<PageMeeting> {
    const meeting = await PageMeeting.held();
    await meeting.decides(participant, '2', 'Line Skovbo samler budgettet inden uge 40.');
    const here = (await meeting.view()).head.position?.itemId ?? '';
    await meeting.does(chair, { ask: 'adjourn', fromItemId: here });
    return meeting;
  }
  const reading = async (meeting: PageMeeting, name: string, opened: Opened = {}): Promise<Page> => {
    const page = await browser.page(meeting.url('desk', name), { width: 1280, height: 900, ...opened });
    page.setDefaultTimeout(20_000);
    await page.locator('main.after').waitFor();
    return page;
  };

  it('lose no addition by a reload: it stands there again, and is not there twice once it was sent', async () => {
    await using meeting = await ended();
    const page = await reading(meeting, chair);
    const field = page.getByLabel('Tilføjelse', { exact: true });
    await page.getByRole('button', { name: 'Tilføj efter mødet' }).press('Enter');
    await page
      .getByLabel('Hører til')
      .selectOption({ label: 'Punkt 2: Fælles akutteam for borgere i eget hjem' });
    await field.fill('Fristen er uge 41.');
    await page.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe('Fristen er uge 41.');
    await page.getByRole('button', { name: 'Gem tilføjelse' }).press('Enter');
    await page.locator('.paper', { hasText: 'Fristen er uge 41.' }).waitFor();
    await page.reload();
    await page.locator('.additions li .quiet', { hasText: /^Punkt 2 · Ellen Brandt/u }).waitFor();
    expect(await field.count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('show a list in the discussion and in a decision as a list', async () => {
    await using meeting = await ended();
    const { itemId, discussion } = await meeting.item('3', minuteTaker);
    await meeting.does(minuteTaker, {
      ask: 'writeDiscussion',
      itemId,
      basedOn: discussion?.text ?? '',
      text: 'Der blev nævnt:\n- ventetid\n  - i nord\n- transport',
    });
    await meeting.decides(minuteTaker, '3', 'Der ses på:\n- ventetid\n- transport');
    const page = await reading(meeting, minuteTaker);
    const item = page.locator('.paperItem', { hasText: 'Status på udskrivelser' });
    await item.getByText('Der ses på:').waitFor();
    expect(await item.locator('.typedText ul li').allTextContents()).toEqual([
      'ventetidi nord',
      'i nord',
      'transport',
      'ventetid',
      'transport',
    ]);
    await page.context().close();
  }, 60_000);

  it('say first what they lack, each with its answer; then they are approved in two steps, and additions follow', async () => {
    await using meeting = await ended();
    const page = await reading(meeting, chair);
    const lacks = page.locator('.missing > ul > li');
    await page.getByRole('heading', { name: 'Styregruppemøde i Lindeklyngen' }).waitFor();
    await page.getByRole('button', { name: /^Vis alle/u }).press('Enter');
    const before = await lacks.count();

    // One tap each
    await page.getByRole('button', { name: /^Bekræft: Line Skovbo samler/u }).press('Enter');
    await lacks.nth(before - 1).waitFor({ state: 'detached' });
    await page
      .locator('.missing button:not([aria-disabled=true])', { hasText: 'Godkendt' })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Godkendt: At styregruppen godkender dagsordenen/u })
      .press('Enter');
    await lacks.nth(before - 2).waitFor({ state: 'detached' });
    await page.locator('.paper', { hasText: 'godkendte dagsordenen' }).waitFor();

    // From an item to its place at the desk, and back
    await page.getByRole('button', { name: /^Skriv på skrivebordet: 3/u }).press('Enter');
    await page.locator('article.item:focus-within h2', { hasText: 'Status på udskrivelser' }).waitFor();
    await page.getByRole('tab', { name: 'Referat' }).click();

    // Two steps, and the way back is nearest
    await page.getByRole('button', { name: 'Godkend referat' }).press('Enter');
    const step = page.getByRole('region', { name: 'Godkend referatet?' });
    expect(await step.textContent()).toMatch(/ikke besvaret.*Godkendelsen kan ikke tages tilbage/u);
    await page.keyboard.press('Enter');
    expect((await meeting.view()).head.status).toBe('adjourned');
    await page.getByRole('button', { name: 'Godkend referat' }).press('Enter');
    await step.getByRole('button', { name: 'Godkend nu' }).press('Enter');
    await page.locator('.paperStatus', { hasText: 'Godkendt' }).waitFor();

    // Additions, struck too
    await page.getByRole('button', { name: 'Tilføj efter mødet' }).press('Enter');
    await page
      .getByLabel('Hører til')
      .selectOption({ label: 'Punkt 2: Fælles akutteam for borgere i eget hjem' });
    await page
      .getByLabel('Tilføjelse', { exact: true })
      .fill('Efter mødet er det afklaret, at fristen er uge 41.');
    await page.getByRole('button', { name: 'Gem tilføjelse' }).press('Enter');
    await page.locator('.paper', { hasText: 'fristen er uge 41' }).waitFor();
    expect(await page.locator('.additions li .quiet').textContent()).toMatch(/^Punkt 2 · Ellen Brandt, /u);
    await page.getByRole('button', { name: /^Stryg: Efter mødet/u }).press('Enter');
    await page.getByRole('button', { name: 'Stryg den nu' }).press('Enter');
    await page.locator('.additions li').waitFor({ state: 'detached' });
    expect((await meeting.item('2')).addenda).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('are kept in versions, any two of which are compared word by word, and fetched as any file', async () => {
    await using meeting = await ended();
    const page = await reading(meeting, minuteTaker);
    const { itemId, discussion } = await meeting.item('3', minuteTaker);
    const write = (text: string, basedOn: string) =>
      meeting.does(minuteTaker, { ask: 'writeDiscussion', itemId, basedOn, text });
    await write('Ventetiden er faldet.', discussion?.text ?? '');
    await meeting.does(chair, {
      ask: 'addAddendum',
      addendumId: 'a-1',
      itemId: null,
      text: 'Næste møde er i maj.',
    });
    await write('Ventetiden er faldet til to dage.', 'Ventetiden er faldet.');

    await page.getByRole('tab', { name: 'Versioner' }).press('Enter');
    const versions = page.locator('.versions li strong');
    await versions.nth(3).waitFor();
    expect((await versions.allTextContents()).map((text) => text.replace(/^Version \d+ · /u, ''))).toEqual([
      'Rettet',
      'Tilføjelse',
      'Rettet',
      'Mødet blev afsluttet',
    ]);
    await page.getByRole('button', { name: 'Sammenlign' }).press('Enter');
    await page.locator('ins').first().waitFor();
    expect(await page.locator('.compared.reworded').first().textContent()).toContain('Ventetiden er faldet');
    expect(await page.locator('ins').first().textContent()).toBe('Tilføjet:  til to dage (slut på tilføjet)');
    await page.getByLabel('Fra').selectOption({ index: 3 });
    await page
      .getByRole('status')
      .filter({ hasText: /ændring/u })
      .waitFor();
    await page.getByText('Side om side').click();
    await page.locator('td ins', { hasText: 'Ventetiden er faldet til to dage.' }).waitFor();

    // An older one is read, and fetched
    await page
      .getByRole('button', { name: /^Læs: Version/u })
      .last()
      .press('Enter');
    await page.getByText(/^Du læser Version/u).waitFor();
    expect(await page.locator('.paper').textContent()).not.toContain('Ventetiden er faldet');
    const fetched = async (label: string) => {
      await page.getByRole('button', { name: 'Hent referat' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: label, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const [word, pdf, text, data] = [
      await fetched('Word'),
      await fetched('PDF, offentlig udgave'),
      await fetched('Tekst'),
      await fetched('Data (JSON)'),
    ];
    expect([word, pdf, text, data].map(({ name }) => name.replace(/^.*\./u, ''))).toEqual([
      'docx',
      'pdf',
      'md',
      'json',
    ]);
    expect([word.bytes, pdf.bytes].map((bytes) => bytes.subarray(0, 4).toString())).toEqual([
      'PK\u0003\u0004',
      '%PDF',
    ]);
    expect(pdf.name).toContain('offentlig');
    expect(text.bytes.toString()).not.toContain('Ventetiden er faldet');
    expect(JSON.parse(data.bytes.toString())).toBeDefined();
    await page.context().close();
  }, 90_000);

  it('tell their log in words to who leads, and to others only that they come', async () => {
    await using meeting = await ended();
    const page = await reading(meeting, minuteTaker);
    await page.getByRole('tab', { name: 'Log' }).press('Enter');
    await page.locator('.log tbody tr').first().waitFor();
    expect((await page.locator('.log tbody tr').first().locator('td').allTextContents()).slice(1)).toEqual([
      chair,
      'afsluttede mødet',
    ]);
    const other = await reading(meeting, participant);
    await other.getByRole('heading', { name: 'Ordstyreren sender referatet ud' }).waitFor();
    expect(await other.getByRole('tab', { name: 'Log' }).count()).toBe(0);
    expect(await other.locator('main').textContent()).not.toContain('Line Skovbo');
    const seenVersion = (await meeting.view()).head.version;
    await meeting.does(chair, { ask: 'approve', seenVersion });
    await other.getByRole('heading', { name: 'Referatet er godkendt' }).waitFor();
    await page.context().close();
    await other.context().close();
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
