import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, PageMeeting } from '../support/pageMeeting.ts';
import { PreparingPage } from '../support/preparingPage.ts';

describeInChromium('correcting the agenda in place', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());
  beforeEach(async () => {
    meeting = await PageMeeting.planned();
  }, 60_000);
  const prepare = () => PreparingPage.open(browser, meeting);
  /** Runs with the meeting's server, which goes with it. */
  const corrected = (what: string, work: (preparing: PreparingPage) => Promise<void>) =>
    it(what, async () => {
      await using held = meeting;
      await using preparing = await prepare();
      await preparing.row('1').waitFor();
      await work(preparing);
      expect(held.demo.meetingId).not.toBe('');
      expect(browser.faults.splice(0)).toEqual([]);
    }, 90_000);

  corrected('title, times, presenters, closed: saved as one types, and taken back', async (preparing) => {
    const { page } = preparing;
    const row = await preparing.openItem('3');
    await row.getByLabel('Overskrift').fill('Status på midlertidige pladser');
    await row.getByLabel('Fra', { exact: true }).fill('9.40');
    await row.getByLabel('Til', { exact: true }).fill('9:50');
    // Letter by letter, and the end goes along.
    await row.getByLabel('Minutter').fill('');
    await row.getByLabel('Minutter').pressSequentially('15');
    await page.waitForFunction(
      `[...document.querySelectorAll('.itemEditor input')].some((one) => one.value === '9.55')`,
    );
    await row.getByLabel('Minutter').fill('10 min.');
    await row.getByLabel('Lukket punkt').check();
    await row.getByRole('button', { name: 'Fjern Peter Ladegaard' }).click();
    await row.getByRole('combobox', { name: 'Tilføj oplægsholder' }).pressSequentially('line');
    await page.getByRole('option', { name: /Line Skovbo/u }).click();
    await row.getByRole('combobox', { name: 'Tilføj oplægsholder' }).fill('Nina Dahl, chefjurist');
    await preparing.press('Enter');
    await preparing.saved();
    const item = await meeting.item('3');
    expect(item).toMatchObject({ title: 'Status på midlertidige pladser', start: '09:40', end: '09:50' });
    expect([item.durationMinutes, item.closed]).toEqual([10, true]);
    expect(item.presenters.map(({ name }) => name)).toEqual(['Line Skovbo', 'Nina Dahl']);

    await row.getByLabel('Fra', { exact: true }).fill('snart');
    await preparing.says('Skriv klokkeslættet som 9.30.');
    await row.getByLabel('Overskrift').focus();
    for (let step = 0; step < 9; step += 1) await preparing.press('Control+z');
    await preparing.saved();
    expect(await meeting.item('3')).toMatchObject({
      title: 'Status på udskrivelser til midlertidige pladser',
      closed: false,
    });
    await preparing.press('Control+y');
    await preparing.saved();
    expect((await meeting.item('3')).title).toBe('Status på midlertidige pladser');
  });

  corrected('points by the keyboard: split, joined, moved, added, emptied', async (preparing) => {
    const texts = async () => (await meeting.item('2')).points.map(({ text }) => text);
    const before = await texts();
    const row = await preparing.openItem('2');
    await row.getByRole('textbox', { name: 'Indstillingspunkt 1' }).focus();
    await preparing.press('Home', ...Array.from({ length: 14 }, () => 'ArrowRight'), 'Enter');
    await preparing.saved();
    expect(await texts()).toEqual([
      'At styregruppe',
      'n godkender modellen for et fælles akutteam',
      ...before.slice(1),
    ]);
    await preparing.press('Backspace', 'Delete');
    await preparing.saved();
    expect(await texts()).toEqual(before);
    await row.getByRole('textbox', { name: 'Indstillingspunkt 3' }).focus();
    await preparing.press('Alt+ArrowUp', 'Alt+ArrowUp', 'End', 'Enter');
    await preparing.page.keyboard.type('der følges op til maj');
    await preparing.saved();
    expect(await texts()).toEqual([before[2], 'At der følges op til maj', before[0], before[1]]);
    await row.getByRole('textbox', { name: 'Indstillingspunkt 4' }).fill('');
    await row.getByLabel('Overskrift').focus();
    await preparing.saved();
    expect(await texts()).toHaveLength(3);
  });

  corrected('the order by the keyboard, with the numbers and, if wanted, the times', async (preparing) => {
    await preparing.button('3').focus();
    await preparing.press('Alt+ArrowUp');
    await preparing.saved();
    expect(await preparing.agenda()).toMatch(
      /^1 Velkomst.* \| 2 Status på udskrivelser.* \| 3 Fælles akutteam.* \| – Pause \| 4 Udpegning/u,
    );
    // The cursor stays with what it moved.
    expect(await preparing.page.locator('.rowButton:focus .rowNumber').textContent()).toBe('2');
    await preparing.page.getByRole('button', { name: 'Ret tiderne' }).click();
    await preparing.saved();
    expect((await meeting.view()).items.slice(1, 3).map(({ start, end }) => `${start}-${end}`)).toEqual([
      '09:05-09:25',
      '09:25-09:55',
    ]);
  });

  corrected(
    'items: parted at a point and at a line of the document, joined again, added, removed',
    async (preparing) => {
      const { page } = preparing;
      const original = await preparing.agenda();
      // At a point
      const row = await preparing.openItem('2');
      await row.getByRole('button', { name: 'Flere valg for indstillingspunkt 3' }).click();
      await page.getByRole('menuitem', { name: 'Nyt dagsordenspunkt herfra' }).click();
      await preparing.saved();
      expect(await preparing.agenda()).toContain(
        '2 Fælles akutteam for borgere i eget hjem | 3 Nyt punkt | 4 Status',
      );
      expect((await meeting.item('3')).points.map(({ text }) => text)).toEqual([
        'At styregruppen beslutter, hvem der samler budgettet',
      ]);
      await preparing.chooses('3', 'Saml med punktet før');
      await preparing.saved();
      expect(await preparing.agenda()).toBe(original);

      // At a line
      await page.locator('.block.chosen .line', { hasText: 'hvordan teamet bemandes' }).hover();
      await page.getByRole('button', { name: /Nyt punkt herfra: »• At styregruppen drøfter/u }).click();
      await preparing.saved();
      expect((await meeting.item('3')).points).toHaveLength(2);
      await page.locator('.said').getByRole('button', { name: 'Fortryd' }).click();
      await preparing.saved();
      expect(await preparing.agenda()).toBe(original);

      // Added, named, and removed; removed by a slip, and taken back
      await preparing.chooses('6', 'Tilføj punkt herefter');
      await page.keyboard.type('Næste møde');
      await preparing.saved();
      expect(await preparing.agenda()).toContain('6 Eventuelt | 7 Næste møde');
      await preparing.chooses('7', 'Fjern');
      await preparing.chooses('1', 'Fjern');
      await preparing.saved();
      expect(await preparing.agenda()).not.toContain('Velkomst');
      await page.locator('.said').getByRole('button', { name: 'Fortryd' }).click();
      await preparing.saved();
      expect(await preparing.agenda()).toBe(original);
    },
  );

  corrected('who is invited, and what the meeting is called', async (preparing) => {
    const { page } = preparing;
    await preparing.tab('Deltagere');
    await page.getByLabel('Afbud fra Line Skovbo').check();
    await page.getByLabel('Tilføj deltager').fill('Nina Dahl, chefjurist, Engholm Kommune');
    await preparing.press('Enter');
    await page.getByRole('button', { name: /^Rasmus Toftegaard/u }).click();
    await page.getByLabel('Organisation').fill('PLO Lindeby');
    await preparing.tab('Mødet');
    await page.getByLabel('Sted').fill('Sal 2');
    await preparing.saved();
    const { people, place } = (await meeting.view()).head;
    const one = (name: string) => people.find((person) => person.name === name);
    expect(one('Line Skovbo')).toMatchObject({ apologies: true, invited: true });
    expect(one('Nina Dahl')).toMatchObject({
      title: 'chefjurist',
      organisation: 'Engholm Kommune',
      invited: true,
    });
    expect([one('Rasmus Toftegaard')?.organisation, place]).toEqual(['PLO Lindeby', 'Sal 2']);
  });

  corrected(
    'with somebody else at it: what does not meet stands beside it, the same is offered again',
    async (preparing) => {
      const { page } = preparing;
      await using other = await PreparingPage.open(browser, meeting, chair);
      await (await other.openItem('6')).getByLabel('Overskrift').fill('Evt.');
      await other.saved();
      const row = await preparing.openItem('6');
      await page.locator('.itemRow.open .rowTitle:text-is("Evt.")').waitFor();

      // Both write the same title, and neither has seen the other's
      await page.context().setOffline(true);
      await row.getByLabel('Overskrift').fill('Eventuelt og næste møde');
      await (await other.openItem('5')).getByLabel('Overskrift').fill('Hjemmemonitorering');
      await other.row('6').locator('.rowButton').click();
      await other.row('6').getByLabel('Overskrift').fill('Diverse');
      await other.saved();
      await page.context().setOffline(false);
      await preparing.says('En anden har rettet det samme imens');
      await page.locator('.rowTitle:text-is("Diverse")').waitFor();
      await page.getByRole('button', { name: 'Sæt mine rettelser ind igen' }).click();
      await preparing.saved();
      expect(await preparing.agenda()).toContain('5 Hjemmemonitorering | 6 Eventuelt og næste møde');
      browser.faults.splice(0);
    },
  );
});
