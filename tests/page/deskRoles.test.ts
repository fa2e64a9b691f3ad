import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type DemoServer, openDemo } from '../support/demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from '../support/deskPage.ts';
import { describeInChromium } from '../support/inChromium.ts';

const [asger, lone, birthe] = ['Asger Thorup', 'Lone Bertram', 'Birthe Solvang'] as const;

describeInChromium('a role that waits, at the desk', () => {
  let browser: Browser;
  let demo: DemoServer;
  beforeAll(async () => {
    browser = await openChromium();
    demo = await openDemo();
    await beginMeeting(demo, birthe, [asger]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
  });

  it('is offered to whom the agenda names, and who takes it writes at once', async () => {
    const desk = await DeskPage.open(browser, demo, lone);
    const { page } = desk;
    await page.getByText('Dagsordenen nævner dig som referent.').waitFor();
    expect(await page.locator('.ProseMirror').count()).toBe(0);
    await page.getByRole('button', { name: 'Jeg er referent' }).press('Enter');
    await page.locator('.ProseMirror').first().waitFor();
    await page.getByText('Dagsordenen nævner dig som referent.').waitFor({ state: 'detached' });
    const { head } = await demo.as(lone).view(demo.meetingId);
    expect(head.me?.role).toBe('minuteTaker');
    await desk.close();
  }, 60_000);

  it('lets a minute taker register a decision for somebody on the phone, by keyboard', async () => {
    const desk = await DeskPage.open(browser, demo, asger);
    const item = desk.item('3');
    await item.getByRole('button', { name: 'Ny beslutning' }).press('Enter');
    await desk.page.keyboard.type('Broen males.');
    await item.locator('summary', { hasText: 'På vegne af' }).press('Enter');
    await item.getByLabel('På vegne af (navn)').focus();
    await desk.page.keyboard.type('Palle Fjeld');
    await desk.page.keyboard.press('Control+Enter');
    const decision = item.locator('.decision', { hasText: 'Broen males.' });
    await decision.getByText('Palle Fjeld').waitFor();
    // Afterwards it turns out to have been somebody else.
    await decision.getByRole('button', { name: /^Ret / }).press('Enter');
    const speaker = item.getByLabel('På vegne af (navn)');
    expect(await speaker.inputValue()).toBe('Palle Fjeld');
    await speaker.fill('Mads Ottosen');
    await speaker.press('Control+Enter');
    await decision.getByText('Mads Ottosen').waitFor();
    await desk.close();
  }, 60_000);
});
