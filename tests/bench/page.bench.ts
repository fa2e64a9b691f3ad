import type { Page } from 'playwright-core';
import { itInChromium } from '../support/inChromium.ts';
import { PageBrowser } from '../support/pageBrowser.ts';
import { chair, PageMeeting, participant } from '../support/pageMeeting.ts';
import { keepResult, median } from './result.ts';

const LOADS = 9;
const COMMITS = 40;

/** Keeps, in the browser, when each item was first painted as the one where the meeting is (ms since the epoch). */
const watch = `
  globalThis.drawn = {};
  const look = () => {
    const line = document.querySelector('.panelWhereLine span')?.textContent ?? '';
    if (line && !(line in globalThis.drawn)) globalThis.drawn[line] = Infinity;
    if (globalThis.drawn[line] === Infinity)
      requestAnimationFrame(() => { globalThis.drawn[line] = Math.min(globalThis.drawn[line], Date.now()); });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
`;

itInChromium(
  'the side panel: until it can be used, and from a commit until it is drawn',
  async () => {
    await using browser = await PageBrowser.open();
    await using meeting = await PageMeeting.held();
    const usable: number[] = [];
    for (let times = 0; times < LOADS; times += 1) {
      // Each in a browser that has nothing of the page yet.
      const page = await browser.page(meeting.url('panel', chair));
      await page.getByRole('button', { name: 'Næste punkt' }).click({ trial: true });
      // Since the browser was told the address.
      usable.push(Number(await page.evaluate('performance.now()')));
      await page.context().close();
    }
    const page = await browser.page(meeting.url('panel', participant));
    await page.getByText('Punkt 1 af 6').waitFor();
    const drawn = await drawnAfter(page, meeting);
    const sorted = drawn.toSorted((a, b) => a - b);
    keepResult('page', [
      {
        name: 'panel can be used, nothing cached',
        value: median(usable),
        unit: 'ms',
        target: { atMost: 1500 },
      },
      {
        name: 'commit until drawn in another browser',
        value: median(drawn),
        unit: 'ms',
        target: { atMost: 200 },
      },
      {
        name: 'the same, 95th percentile',
        value: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
        unit: 'ms',
      },
    ]);
  },
  180_000,
);

/** Milliseconds from each commit, by the time that stands in it, until a page of another person showed it. */
async function drawnAfter(page: Page, meeting: PageMeeting): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < COMMITS; count += 1) {
    const { head, items } = await meeting.view();
    const stops = items.filter(({ kind }) => kind === 'item');
    const at = stops.findIndex(({ itemId }) => itemId === head.position?.itemId);
    const to = stops[at === 0 ? 1 : 0];
    const line = `Punkt ${to?.number} af ${stops.length}`;
    await page.evaluate(watch);
    await page.evaluate(`delete globalThis.drawn['${line}']`);
    await meeting.does(chair, {
      ask: 'goTo',
      fromItemId: head.position?.itemId ?? '',
      itemId: to?.itemId ?? '',
    });
    await page.waitForFunction(
      (name) =>
        ((globalThis as unknown as { drawn: Record<string, number> }).drawn[name] ?? Infinity) < Infinity,
      line,
    );
    const since = Date.parse((await meeting.view()).head.position?.since ?? '');
    times.push(Number(await page.evaluate(`globalThis.drawn['${line}']`)) - since);
  }
  return times;
}
