import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openInTeams, type TeamsAround } from '../support/fakeTeamsHost.ts';
import { describeInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, PageMeeting } from '../support/pageMeeting.ts';

const around: TeamsAround = {
  frame: 'sidePanel',
  theme: 'default',
  locale: 'da-DK',
  chat: '19:meeting_x@thread.v2',
  token: 'eyJ.token.of-teams',
};

describeInChromium('the page in Teams', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  const tokens: string[] = [];
  beforeAll(async () => {
    // Else Chromium keeps a page of the internet, as Teams is one, from the server on this machine.
    browser = await PageBrowser.open('--disable-features=LocalNetworkAccessChecks');
    meeting = await PageMeeting.held();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  /** The page within Teams; what its token would prove is told to the demo's server as a chosen person. */
  async function open(
    more: Partial<TeamsAround> = {},
    path = '/tab',
  ): Promise<{ page: Page; app: FrameLocator }> {
    const { meetingId, punkt, personId } = meeting.demo;
    const context = await browser.browser.newContext({ viewport: { width: 340, height: 780 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.route('**/api/meetings?chat=*', (route) =>
      route.fulfill({
        json: { meetings: [{ meetingId, title: null, date: null, status: 'running', present: true }] },
      }),
    );
    await page.route('**/api/meetings/**', (route) => {
      const headers = route.request().headers();
      tokens.push(headers.authorization ?? '');
      return route.continue({ headers: { ...headers, authorization: `Demo ${personId(chair)}` } });
    });
    await openInTeams(page, `${punkt.url}${path}`, { ...around, ...more });
    return { page, app: page.frameLocator('#app') };
  }
  const theme = async (app: FrameLocator) => app.locator('html').getAttribute('data-theme');

  it("shows the chat's meeting in the side panel under Teams' own token, and follows its theme", async () => {
    const { page, app } = await open();
    await app.getByText('Punkt 1 af 6').waitFor();
    expect(new Set(tokens)).toEqual(new Set([`Bearer ${around.token}`]));
    expect(await theme(app)).toBe('light');
    // Teams has a choice of its own.
    expect(await app.getByLabel('Udseende').count()).toBe(0);
    // In a browser by itself nobody would be signed in.
    expect(await app.getByRole('link', { name: 'Åbn skrivebordet' }).count()).toBe(0);
    for (const name of ['dark', 'contrast'] as const) {
      await page.evaluate(`window.say('themeChange', '${name}')`);
      await app.locator(`html[data-theme=${name}]`).waitFor();
    }
    await app.getByRole('button', { name: 'Næste punkt' }).click();
    await app.getByText('Punkt 2 af 6').waitFor();
  });

  it('lays the meeting on the screen, and again when something else took its place', async () => {
    const { page, app } = await open();
    await app.getByRole('button', { name: 'Vis på skærmen' }).click();
    await app.getByText('Mødet vises på skærmen.').waitFor();
    await app.getByRole('button', { name: 'Vis igen' }).click();
    const asked = (await page.evaluate('window.asked')) as string[];
    const shared = asked.filter((one) => one.startsWith('meeting.shareAppContentToStage'));
    expect(shared).toHaveLength(2);
    expect(shared[0]).toContain(`place=stage&meeting=${meeting.demo.meetingId}`);
  });

  it('is the big screen on the stage, and speaks the language of Teams', async () => {
    const { app } = await open({ frame: 'meetingStage', locale: 'en-GB', theme: 'dark' });
    await app.getByText(/Item \d of 6/u).waitFor();
    expect(await app.locator('.stage').count()).toBe(1);
    expect(await theme(app)).toBe('dark');
  });

  it('tells whoever has no token how to come by a link', async () => {
    const { app } = await open({ token: null });
    await app.getByRole('heading', { name: 'Teams kan ikke vise, hvem du er' }).waitFor();
    await app.getByText('Bed en referent om et adgangslink').waitFor();
  });

  it('is added to a chat as a tab', async () => {
    const { page, app } = await open({ frame: 'settings' }, '/tab/configure');
    await app.getByRole('heading', { name: 'Punkt føjes til mødet' }).waitFor();
    const asked = (await page.evaluate('window.asked')) as string[];
    expect(asked.some((one) => one.startsWith('settings.setValidityState [true]'))).toBe(true);
  });
});
