import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type DemoServer, demoChat, openDemo } from '../support/demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from '../support/deskPage.ts';
import { describeInChromium } from '../support/inChromium.ts';

const [asger, gitte, birthe] = ['Asger Thorup', 'Gitte Rosenlund', 'Birthe Solvang'] as const;

/** What Teams sends when they join its meeting. */
async function teamsSawJoin(demo: DemoServer, ...names: string[]): Promise<void> {
  const answer = await fetch(`${demo.punkt.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'event',
      id: 'join-1',
      name: 'application/vnd.microsoft.meetingParticipantJoin',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:1/',
      from: { id: '29:teams' },
      recipient: { id: '28:punkt' },
      conversation: { id: demoChat, conversationType: 'groupChat' },
      value: { members: names.map((name) => ({ user: { id: `29:${name}`, name } })) },
    }),
  });
  expect(answer.status).toBe(200);
}

describeInChromium('attendance, at the desk', () => {
  let browser: Browser;
  let demo: DemoServer;
  beforeAll(async () => {
    browser = await openChromium();
  }, 60_000);
  // A meeting for each: who came is noted once.
  beforeEach(async () => {
    demo = await openDemo();
    await beginMeeting(demo, birthe, [asger]);
  });
  afterEach(async () => {
    await demo?.[Symbol.asyncDispose]();
  });
  afterAll(async () => {
    await browser?.close();
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
    await section.getByRole('button', { name: `${gitte}: til stede`, pressed: true }).waitFor();
    expect(await attendance(gitte)).toBe('present');
    await section.getByText('1 til stede').waitFor();
    const wide = 'document.documentElement.scrollWidth <= window.innerWidth';
    expect(await desk.page.evaluate(wide)).toBe(true);
    await there.press('Enter');
    await section.getByText(`Det noterede fremmøde for ${gitte} er taget tilbage`).waitFor();
    expect(await attendance(gitte)).toBeNull();
    await desk.close();
  }, 60_000);

  it('is suggested by Teams in one line, and noted for all whom it saw with one press', async () => {
    const desk = await (await DeskPage.open(browser, demo, asger)).ready();
    await teamsSawJoin(demo, gitte, 'Jakob Enevoldsen', 'Palle Fjeld');
    const section = desk.page.getByRole('region', { name: 'Fremmøde' });
    await section.getByText(/Teams har set 2 af de \d+ komme:/u).waitFor();
    await section.getByRole('button', { name: 'Notér de 2 som til stede' }).press('Enter');
    await section.getByText('2 er noteret som til stede').waitFor();
    expect(await attendance('Jakob Enevoldsen')).toBe('present');
    await section.getByRole('button', { name: 'Tilføj Palle Fjeld som gæst' }).press('Enter');
    await section.getByText('Palle Fjeld er tilføjet som gæst og til stede').waitFor();
    expect(await attendance('Palle Fjeld')).toBe('present');
    await section.getByText('Teams har').first().waitFor({ state: 'detached' });
    await desk.close();
  }, 60_000);

  it('of all who are left is noted with one press', async () => {
    const desk = await (await DeskPage.open(browser, demo, asger)).ready();
    const section = desk.page.getByRole('region', { name: 'Fremmøde' });
    await section.locator('summary').press('Enter');
    await section.getByRole('button', { name: /Notér de øvrige \d+ som til stede/u }).press('Enter');
    await section.getByText(/\d+ er noteret som til stede/u).waitFor();
    const { head } = await demo.as(asger).view(demo.meetingId);
    const noted = new Set(head.attendance?.people.map((person) => person.attendance));
    expect([...noted].toSorted()).toEqual(['apologies', 'present']);
    await desk.close();
  }, 60_000);

  it('is seen by nobody who does not note it', async () => {
    const desk = await (await DeskPage.open(browser, demo, gitte)).ready();
    expect(await desk.page.getByRole('region', { name: 'Fremmøde' }).count()).toBe(0);
    await desk.close();
  }, 60_000);
});
