import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { PageMeeting } from '../support/pageMeeting.ts';

/** Goes with Tab to what is called so, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    const focused = await page.evaluate(
      `(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')`,
    );
    if (typeof name === 'string' ? focused === name : name.test(String(focused))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab comes to nothing that is called ${name}`);
}

describeInChromium('the chair at the side panel', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await PageBrowser.open();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it('holds the whole meeting by the keyboard alone', async () => {
    await using meeting = await PageMeeting.open();
    const page = await browser.page(meeting.url('panel'));
    const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
    await says('Dagsordenen er ikke taget i brug');
    await tabTo(page, 'Brug dagsordenen');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start mødet' }).waitFor();
    await tabTo(page, 'Start mødet');
    await page.keyboard.press('Enter');

    // Answer, and on
    await says('Punkt 1 af 6');
    await page.keyboard.press('s');
    await says('Godkendt');
    await page.keyboard.press('n');
    await says('Punkt 2 af 6');

    // One point with another outcome
    await tabTo(page, /^○At styregruppen drøfter/u);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Drøftet');
    await page.keyboard.press('Enter');
    await page.locator('.panelPointStatus', { hasText: 'Drøftet' }).waitFor();

    // A decision: letters that are shortcuts are letters here
    await page.keyboard.press('b');
    await page.keyboard.type('Line Skovbo samler budgettet og planen inden uge 40.');
    await page.keyboard.press('Control+Enter');
    await says('Tovholder: Line Skovbo');
    expect(await page.getByText('Punkt 2 af 6').count()).toBe(1);

    // Taken back, and written again
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await page.locator('.panelEntry').waitFor({ state: 'detached' });
    await page.keyboard.press('b');
    await page.keyboard.type('Peter Ladegaard samler budgettet.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.panelEntry', { hasText: 'Peter Ladegaard samler' }).waitFor();
    await page.keyboard.press('Escape');

    // A note
    await page.keyboard.press('r');
    await page.keyboard.type('Natten tages op igen.');
    await page.keyboard.press('Control+Enter');
    await says('Gemt.');
    await page.keyboard.press('Escape');

    // To an item, and one back
    await page.keyboard.press('g');
    await tabTo(page, /^Gå til5Hjemmemonitorering/u);
    await page.keyboard.press('Enter');
    await says('Punkt 5 af 6');
    await page.keyboard.press('p');
    await says('Punkt 4 af 6');

    // Break and end, each asked once more, with the harmless answer in focus
    await tabTo(page, 'Hold pause');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hold pause' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'Ja, hold pause', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Genoptag mødet' }).waitFor();
    await tabTo(page, 'Genoptag mødet');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Næste punkt' }).waitFor();
    await page.keyboard.press('n');
    await says('Punkt 5 af 6');
    await page.keyboard.press('n');
    await says('Punkt 6 af 6');
    await tabTo(page, 'Afslut mødet');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Ja, afslut', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await says(/Mødet sluttede kl\./u);

    const { head, items } = await meeting.view();
    expect(head.status).toBe('adjourned');
    const second = items.find(({ number }) => number === '2');
    expect(second?.points.map(({ outcome }) => outcome)).toEqual([null, 'discussed', 'decided']);
    expect(second?.decisions.filter(({ struck }) => !struck).map(({ text }) => text)).toEqual([
      'Peter Ladegaard samler budgettet.',
    ]);
    expect(second?.notes.map(({ text }) => text)).toEqual(['Natten tages op igen.']);
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('has the agenda in focus before the next key, however late the screen is drawn', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('panel'));
    await page.getByText('Punkt 1 af 6').waitFor();
    await page.evaluate('window.requestAnimationFrame = () => 0');
    await page.keyboard.press('g');
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-current')`)).toBe('step');
  });

  it('turns the keys off, and they stay off', async () => {
    await using meeting = await PageMeeting.held();
    const page = await browser.page(meeting.url('panel'));
    await page.getByText('Tastaturgenveje').first().click();
    await page.getByLabel('Brug tastaturgenveje').uncheck();
    await page.reload();
    await page.getByText('Punkt 1 af 6').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Næste punkt' }).click();
    await page.getByText('Punkt 2 af 6').waitFor();
    expect((await meeting.view()).head.position?.itemId).toBe((await meeting.item('2')).itemId);
  });

  it('has targets of 44 px at least, on a telephone too', async () => {
    await using meeting = await PageMeeting.held();
    await meeting.next();
    const page = await browser.page(meeting.url('panel'), { touch: true });
    await page.getByText('Punkt 2 af 6').waitFor();
    for (const fold of await page.locator('summary').all()) await fold.click();
    await page.locator('button.panelPoint').first().click();
    const small = await page.evaluate(`[...document.querySelectorAll('button, summary, select, a, label')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent.slice(0, 40), one.getBoundingClientRect()])
      .filter(([, box]) => box.height < 44 || box.width < 44)
      .map(([text, box]) => text + ' ' + Math.round(box.width) + ' × ' + Math.round(box.height))`);
    expect(small).toEqual([]);
  });
});
