import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

const second = 'Line Skovbo';

/** An item of the desk by its number. */
const itemOf = (page: Page, number: string) =>
  page.locator('article.item').filter({ has: page.locator(`h2:has(.itemNumber:text-is("${number}. "))`) });

describeInChromium('four browsers at one meeting', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  beforeAll(async () => {
    browser = await PageBrowser.open();
    meeting = await PageMeeting.held();
    const personId = meeting.demo.personId(second);
    await meeting.does(chair, { ask: 'appoint', personId, role: 'minuteTaker' });
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  it('follow each other through steps, decisions, a proposal, undo, a server that restarts, and the end', async () => {
    const wide = { width: 1280, height: 900 };
    const [panel, desk, other, stage] = await Promise.all([
      browser.page(meeting.url('panel', chair)),
      browser.page(meeting.url('desk', minuteTaker), wide),
      browser.page(meeting.url('desk', second), wide),
      browser.page(meeting.url('stage'), { width: 1280, height: 720 }),
    ]);
    const all = [panel, desk, other, stage];
    const desks = [desk, other];
    await stage.getByText('Punkt 1 af 6').waitFor();
    for (const one of desks) await itemOf(one, '1').getByText('Mødet er her').waitFor();

    // The chair's step moves the room, and nobody's cursor
    await desk.keyboard.press('Control+Alt+ArrowDown');
    await panel.keyboard.press('n');
    for (const page of [panel, stage]) await page.getByText('Punkt 2 af 6').waitFor();
    for (const page of desks) await itemOf(page, '2').getByText('Mødet er her').waitFor();
    expect(await itemOf(desk, '1').locator(':focus').count()).toBe(1);

    // A decision by one desk is on all four
    await desk.keyboard.press('Control+Alt+ArrowDown');
    await desk.keyboard.type('Modellen godkendes.');
    await desk.keyboard.press('Control+Enter');
    for (const page of all) await page.getByText('Modellen godkendes.').first().waitFor();

    // A proposal is read by all while it is typed; the pen goes from desk to desk to panel, which decides it
    await desk.keyboard.press('Control+Alt+f');
    await desk.locator('.proposalField:focus').waitFor();
    await desk.keyboard.type('Natten bemandes');
    for (const page of [panel, stage]) await page.getByText('Natten bemandes').waitFor();
    await itemOf(other, '2').getByRole('button', { name: 'Giv mig pennen' }).press('Enter');
    await other.locator('.proposalField:not([readonly]):focus').waitFor();
    await other.keyboard.press('Control+End');
    await other.keyboard.type(' af begge');
    for (const page of [panel, stage]) await page.getByText('Natten bemandes af begge').waitFor();
    await panel.getByRole('button', { name: 'Giv mig pennen' }).press('Enter');
    await panel.locator('textarea.panelProposalText:focus').waitFor();
    await panel.keyboard.press('Control+End');
    await panel.keyboard.type(' parter.');
    await stage.getByText('Natten bemandes af begge parter.').waitFor();
    expect(await stage.getByText('Forslag – ikke besluttet').count()).toBe(1);
    await panel.getByRole('button', { name: 'Det er besluttet' }).press('Enter');
    for (const page of [panel, stage])
      await page.getByText('Forslag – ikke besluttet').waitFor({ state: 'detached' });
    for (const page of desks)
      await itemOf(page, '2').locator('.decision', { hasText: 'Natten bemandes af begge parter.' }).waitFor();
    await stage.locator('.stageDecisions', { hasText: 'Natten bemandes af begge parter.' }).waitFor();

    // The chair takes the newest back, and it is gone everywhere
    await panel.getByRole('button', { name: 'Fortryd' }).press('Enter');
    for (const page of desks)
      await itemOf(page, '2').locator('.decision', { hasText: 'Natten' }).waitFor({ state: 'detached' });
    await stage.locator('.stageDecisions', { hasText: 'Natten' }).waitFor({ state: 'detached' });

    // What a participant proposes reaches those who lead, not the screen; one desk confirms it for all
    await meeting.decides(participant, '2', 'Budgettet tages op i maj.');
    for (const page of desks) await page.getByText('Budgettet tages op i maj.').waitFor();
    await panel.locator('.panelEntry', { hasText: 'Budgettet tages op i maj.' }).waitFor();
    expect(await stage.getByText('Budgettet tages op').count()).toBe(0);
    await other.keyboard.press('Control+Alt+b');
    await other.locator('button.confirm:focus').waitFor();
    await other.keyboard.press('Enter');
    await stage.getByText('Budgettet tages op i maj.').waitFor();

    // Another server: all come back by themselves, and what was typed meanwhile is there
    const typing = itemOf(desk, '3').locator('[role=textbox]');
    await typing.focus();
    const restarted = meeting.demo.restart();
    await desk.keyboard.type('Skrevet mens serveren var væk.');
    await restarted;
    await itemOf(desk, '3').locator('.savedMark.kept', { hasText: 'Gemt' }).waitFor({ timeout: 30_000 });
    await itemOf(other, '3').getByText('Skrevet mens serveren var væk.').waitFor({ timeout: 30_000 });

    // To the closed item: leaders read it, the screen says its number only
    for (const to of ['Status på udskrivelser', 'Udpegning af leder']) {
      await panel.locator('body').press('n');
      await panel.locator('.panelWhere h1', { hasText: to }).waitFor();
    }
    await stage.getByText('Lukket punkt').waitFor();
    expect(await stage.locator('body').textContent()).not.toContain('demens');

    const here = (await meeting.view()).head.position?.itemId ?? '';
    await meeting.does(chair, { ask: 'adjourn', fromItemId: here });
    await stage.getByText('Mødet er slut').waitFor();
    await panel.getByText(/^Mødet sluttede/u).waitFor();
    for (const page of desks) await page.locator('.desk, main.after').first().waitFor();
    expect(browser.faults).toEqual([]);
  }, 180_000);
});
