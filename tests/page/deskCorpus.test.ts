import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { DemoChoices } from '../../src/teams/page/demo.ts';
import { hasChromium } from '../support/chromium.ts';
import { corpusMeeting, describeCorpus } from '../support/corpusMeeting.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from '../support/deskPage.ts';
import { eventually } from '../support/eventually.ts';
import { itInChromium } from '../support/inChromium.ts';
import { PageClient } from '../support/pageClient.ts';

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Words of `wanted` that are not in `text` as often. */
function missing(wanted: string, text: string): string[] {
  const left = words(text);
  return words(wanted).filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describeCorpus('the prose and the decisions of a real meeting', describe, () => {
  let browser: Browser;
  let demo: DemoServer;
  beforeAll(async () => {
    if (hasChromium) browser = await openChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
  });

  itInChromium(
    'are written by two at their keyboards at the same time, without a click, and nothing is lost',
    async () => {
      const corpus = await corpusMeeting('000');
      demo = await openDemo(corpus.sourcePath);
      const { meetingId } = demo;
      const { meetings } = (await new PageClient(demo.punkt.url, null).send('GET', '/api/demo'))
        .body as DemoChoices;
      const named = (role: 'chair' | 'minuteTaker') =>
        (meetings[0]?.people ?? []).filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
      const [chair = ''] = named('chair');
      const writers = named('minuteTaker');
      await beginMeeting(demo, chair, writers);

      const desks: DeskPage[] = [];
      for (const name of writers) desks.push(await (await DeskPage.open(browser, demo, name)).ready());
      const panel = await DeskPage.open(browser, demo, chair, { width: 320, query: '&place=panel' });
      const stage = await DeskPage.open(browser, demo, chair, { query: '&place=stage' });

      let written = 0;
      let decided = 0;
      for (const [index, item] of corpus.items.entries()) {
        const prose = corpus.minutes.items.find(({ number }) => number === item.number)?.notes[0]?.text ?? '';
        const [one, two] = index % 2 === 0 ? desks : [...desks].reverse();
        for (const desk of desks) await desk.press('Control+Alt+ArrowDown');
        const typing = async () => {
          for (const [at, line] of prose.split('\n').entries()) {
            if (at > 0) await one?.press('Enter');
            await one?.write(line);
          }
        };
        const deciding = async () => {
          for (const { text } of item.decisions) {
            await two?.write(squeezed(text));
            await two?.press('Control+Enter');
          }
        };
        // The server goes and comes while both write.
        await Promise.all([typing(), deciding(), index === 5 ? demo.restart() : undefined]);
        written += prose.length;
        decided += item.decisions.length;
      }
      expect(written).toBeGreaterThan(7000);
      expect(decided).toBe(20);
      for (const desk of desks)
        for (const { number } of corpus.items)
          await desk.item(number).locator('.savedMark.saving').waitFor({ state: 'detached' });

      const view = await demo.as(chair).view(meetingId);
      for (const item of corpus.items) {
        const shown = view.items.find(({ number }) => number === item.number);
        const prose = corpus.minutes.items.find(({ number }) => number === item.number)?.notes[0]?.text ?? '';
        expect(missing(prose, shown?.discussion?.text ?? '')).toEqual([]);
        expect(shown?.decisions.map(({ text }) => squeezed(text))).toEqual(
          item.decisions.map(({ text }) => squeezed(text)),
        );
        for (const desk of desks) {
          const shownDecisions = desk.item(item.number).locator('.decision');
          if (item.decisions.length > 0) await shownDecisions.nth(item.decisions.length - 1).waitFor();
          const unseen = async () =>
            missing(shown?.discussion?.text ?? '', (await desk.lines(item.number)).join('\n'));
          expect(await eventually(unseen, ({ length }) => length === 0)).toEqual([]);
          expect(await shownDecisions.count()).toBe(item.decisions.length);
        }
      }

      // Panel and screen show where the meeting goes, and what was decided there.
      const single = view.items.find(({ decisions }) => decisions.length === 1 && decisions[0]?.confirmed);
      const goesTo = single?.itemId ?? '';
      await demo
        .as(chair)
        .ask(meetingId, { ask: 'goTo', fromItemId: view.head.position?.itemId ?? '', itemId: goesTo });
      const say = words(single?.decisions[0]?.text ?? '')
        .slice(0, 3)
        .join(' ');
      const seen = (page: Page) => page.locator('main').filter({ hasText: say }).waitFor();
      await Promise.all([seen(panel.page), seen(stage.page)]);

      const { body } = await demo
        .as(chair)
        .send('GET', `/api/meetings/${meetingId}/minutes?format=md&edition=full`);
      const everything = corpus.items
        .map(({ number, decisions }) => {
          const prose = corpus.minutes.items.find((one) => one.number === number)?.notes[0]?.text ?? '';
          return `${prose}\n${decisions.map(({ text }) => text).join('\n')}`;
        })
        .join('\n');
      expect(missing(everything, String(body))).toEqual([]);
    },
    300_000,
  );
});
