import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, hasChromium } from '../support/chromium.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from '../support/deskPage.ts';

const withChromium = hasChromium ? describe : describe.skip;
const title = (what: string): string =>
  hasChromium ? what : `${what} (skipped: there is no Chromium at ${chromiumPath})`;
const [asger, gitte, birthe] = ['Asger Thorup', 'Gitte Rosenlund', 'Birthe Solvang'] as const;

withChromium(title('attendance, at the desk'), () => {
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

  const attendance = async (name: string) => {
    const { head } = await demo.as(asger).view(demo.meetingId);
    return head.attendance?.people.find((person) => person.name === name)?.attendance;
  };

  it('is noted by keyboard, and taken back by the same key', async () => {
    const desk = await (await DeskPage.open(browser, demo, asger, { width: 320 })).ready();
    const section = desk.page.getByRole('region', { name: 'Fremmøde' });
    await section.locator('summary').press('Enter');
    const there = section.getByRole('button', { name: `${gitte}: til stede` });
    await there.press('Enter');
    await section.getByText(`${gitte} er noteret: til stede`).waitFor();
    expect(await there.getAttribute('aria-pressed')).toBe('true');
    expect(await attendance(gitte)).toBe('present');
    await section.getByText('1 til stede').waitFor();
    const wide = 'document.documentElement.scrollWidth <= window.innerWidth';
    expect(await desk.page.evaluate(wide)).toBe(true);
    await there.press('Enter');
    await section.getByText(`Det noterede fremmøde for ${gitte} er taget tilbage`).waitFor();
    expect(await attendance(gitte)).toBeNull();
    await desk.close();
  }, 60_000);

  it('is seen by nobody who does not note it', async () => {
    const desk = await (await DeskPage.open(browser, demo, gitte)).ready();
    expect(await desk.page.getByRole('region', { name: 'Fremmøde' }).count()).toBe(0);
    await desk.close();
  }, 60_000);
});
