import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, hasChromium } from '../support/chromium.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from '../support/deskPage.ts';

const withChromium = hasChromium ? describe : describe.skip;
const title = (what: string): string =>
  hasChromium ? what : `${what} (skipped: there is no Chromium at ${chromiumPath})`;
const [asger, lone, birthe] = ['Asger Thorup', 'Lone Bertram', 'Birthe Solvang'] as const;

withChromium(title('two minute takers at their desks'), () => {
  let browser: Browser;
  let demo: DemoServer;
  const open: DeskPage[] = [];
  beforeAll(async () => {
    browser = await openChromium();
    demo = await openDemo();
    await beginMeeting(demo, birthe, [asger, lone]);
  }, 60_000);
  afterEach(async () => {
    for (const desk of open.splice(0)) await desk.close();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
  });
  const desk = async (name: string): Promise<DeskPage> => {
    const opened = await DeskPage.open(browser, demo, name);
    open.push(opened);
    return opened.ready();
  };
  const itemOf = async (number: string) =>
    (await demo.as(asger).view(demo.meetingId)).items.find((item) => item.number === number);
  const down = (times: number) => Array.from({ length: times }, () => 'Control+Alt+ArrowDown');

  it('write in the same text at the same time: every word of both is there, in both browsers', async () => {
    const [one, two] = [await desk(asger), await desk(lone)];
    await one.press(...down(1));
    await two.press(...down(1));
    const words = (of: string) => Array.from({ length: 25 }, (_, at) => `${of}${at}`);
    const typing = async (who: DeskPage, of: string) => {
      for (const [at, word] of words(of).entries()) {
        await who.type(`${word} `);
        if (at % 5 === 4) await who.press('Enter');
      }
    };
    await Promise.all([typing(one, 'asger'), typing(two, 'lone')]);
    await Promise.all([one.saved('1'), two.saved('1')]);
    const text = (await itemOf('1'))?.discussion?.text ?? '';
    expect(text.match(/asger\d+/gu)).toEqual(words('asger'));
    expect(text.match(/lone\d+/gu)).toEqual(words('lone'));
    for (const who of [one, two]) {
      await who
        .item('1')
        .locator('.textPlace', { hasText: 'asger24' })
        .filter({ hasText: 'lone24' })
        .waitFor();
      // Blanks at the ends of lines are room to write in.
      const bare = (all: string) => all.replace(/ +$/gmu, '').trimEnd();
      expect(bare((await who.lines('1')).join('\n'))).toBe(bare(text));
    }
  }, 120_000);

  it('see where the other is', async () => {
    const [one, two] = [await desk(asger), await desk(lone)];
    await one.press(...down(3));
    await one.type('Vi');
    await two.item('3').locator('.presence', { hasText: 'Asger Thorup skriver her' }).waitFor();
  }, 60_000);

  it('are offered to merge the same decision in like words, or to keep both', async () => {
    const [one, two] = [await desk(asger), await desk(lone)];
    await one.press(...down(2));
    await one.type('Handleplanen for 2025 godkendes.');
    await one.press('Control+Enter');
    await two.press(...down(2));
    await two.type('Handleplanen for 2025 er godkendt.');
    await two.press('Control+Enter');
    await two.item('2').getByRole('button', { name: 'Behold begge' }).waitFor();
    const merge = one.item('2').getByRole('button', { name: /^Slå sammen/u });
    await merge.focus();
    await one.press('Enter');
    await merge.waitFor({ state: 'detached' });
    expect(
      (await itemOf('2'))?.decisions.filter(({ struck }) => !struck).map(({ number }) => number),
    ).toEqual(['2.1']);
  }, 60_000);
});
