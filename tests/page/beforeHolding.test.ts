import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';
import { PreparingPage } from '../support/preparingPage.ts';

describeInChromium('on with a meeting that is prepared', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  it('it begins at the item that is chosen, and what was typed just before is kept', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting, chair);
    const { page } = preparing;
    await (await preparing.openItem('6')).getByLabel('Overskrift').fill('Evt.');
    await page.getByRole('button', { name: 'Mere', exact: true }).press('Enter');
    await preparing.press('Enter');
    await page
      .getByRole('button', { name: 'Punkt 2: Fælles akutteam for borgere i eget hjem', exact: true })
      .press('Enter');
    await page.locator('main.before').waitFor({ state: 'detached' });
    const { head, items } = await meeting.view();
    expect(head.status).toBe('running');
    expect(items.find(({ itemId }) => itemId === head.position?.itemId)?.number).toBe('2');
    expect(items.at(-1)?.title).toBe('Evt.');
  }, 60_000);

  it('it can be tried: a band says that nothing counts, and nothing of it is left behind', async () => {
    await using meeting = await PageMeeting.planned();
    const { punkt, meetingId } = meeting.demo;
    const before = await punkt.store.log.read(meetingId);
    await using preparing = await PreparingPage.open(browser, meeting, chair);
    const { page } = preparing;
    await page.getByRole('button', { name: 'Prøv mødet' }).press('Enter');
    const band = page.getByRole('region', { name: 'Prøve – intet gemmes eller sendes' });
    await band.waitFor();
    const start = page.getByRole('button', { name: 'Start mødet' });
    if (await start.isVisible()) await start.press('Enter');
    await page.locator('main.before').waitFor({ state: 'detached' });
    expect(await band.isVisible()).toBe(true);
    await band.getByRole('button', { name: 'Afslut prøven' }).press('Enter');
    await page.locator('main.before').waitFor();
    expect(await band.count()).toBe(0);
    await punkt.settled();
    expect(await punkt.store.log.read(meetingId)).toEqual(before);
    expect((await punkt.store.log.heads()).map((one) => one.meetingId)).toEqual([meetingId]);
    expect((await meeting.view()).head.status).toBe('planned');
  }, 60_000);

  it('held without Punkt it is filled in afterwards, and its minutes have no times that nobody noted', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting);
    const { page } = preparing;
    await page.getByRole('button', { name: 'Mere', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Mødet er holdt uden Punkt' }).click();
    await preparing.says('Mødet kan ikke startes bagefter.');
    await page.getByRole('button', { name: 'Udfyld referatet' }).click();
    // The desk, for writing
    await page.locator('main.before').waitFor({ state: 'detached' });
    await meeting.decides(minuteTaker, '2', 'Line Skovbo samler budgettet inden uge 40.');

    await preparing.tab('Referat');
    await page.getByRole('button', { name: 'Hent referat' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Word', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/u);
    const words = textOf(readFileSync(await download.path()));
    expect(words).toContain('Line Skovbo samler budgettet inden uge 40.');
    const today = new Date().getFullYear();
    expect(words).toContain('6. marts 2031');
    expect(words).not.toContain(String(today));
    expect(words).not.toMatch(/Mødet (?:begyndte|sluttede|blev hævet)|ikke nået/u);
    expect(
      words.match(/\d{1,2}[.:]\d{2}/gu)?.filter((time) => !agendaTimes.includes(time.replace(':', '.'))),
    ).toEqual([]);
  }, 60_000);

  it('roles are taken, given and contested by whom the rules let', async () => {
    await using meeting = await PageMeeting.planned();
    await using preparing = await PreparingPage.open(browser, meeting, chair);
    const { page } = preparing;
    await preparing.tab('Deltagere');
    const contest = page.getByRole('button', {
      name: 'Det er ikke rigtigt, at Jonas Kjeldgaard er referent',
    });
    await contest.click();
    await contest.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Udpeg referent' }).click();
    await page.getByRole('option', { name: 'Line Skovbo' }).click();
    await page.getByRole('button', { name: 'Det er ikke rigtigt, at Line Skovbo er referent' }).waitFor();
    await page.getByRole('button', { name: 'Jeg er medformand' }).click();
    await page.getByRole('button', { name: 'Det er ikke rigtigt, at Ellen Brandt er medformand' }).waitFor();
    const roles = Object.fromEntries((await meeting.view()).head.people.map((one) => [one.name, one.roles]));
    expect(roles).toMatchObject({ 'Line Skovbo': ['minuteTaker'], 'Jonas Kjeldgaard': [] });

    await using other = await PreparingPage.open(browser, meeting, participant);
    expect(await other.page.getByRole('button', { name: /^Start|^Prøv/u }).count()).toBe(0);
    expect(await other.page.locator('main [role=combobox]').count()).toBe(0);
    expect(browser.faults).toEqual([]);
  }, 60_000);
});

/** Times of the demo's agenda, as minutes print them. */
const agendaTimes = ['9.00', '9.05', '9.35', '9.55', '10.10', '10.20', '10.45', '11.00'];

/** The words of a Word file, head and foot too. */
const textOf = (docx: Uint8Array): string =>
  Object.entries(unzipSync(docx))
    .filter(([name]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name))
    .map(([, bytes]) =>
      new TextDecoder()
        .decode(bytes)
        .replace(/<\/w:p>/gu, '\n')
        .replace(/<[^>]+>/gu, ''),
    )
    .join('\n');
