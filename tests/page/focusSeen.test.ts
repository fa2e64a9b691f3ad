import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/inChromium.ts';
import { cutOff, PageBrowser } from '../support/pageBrowser.ts';
import { chair, minuteTaker, PageMeeting, participant } from '../support/pageMeeting.ts';

/** Where the focus comes by Tab and hardly any of it can be seen: something lies over it, or it is out of the window. */
async function unseenStops(page: Page, stops: number): Promise<string[]> {
  const unseen = new Set<string>();
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(`new Promise((done) => requestAnimationFrame(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return done(null);
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const points = [[x, y], [left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]];
      const seen = points.filter(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (one.contains(hit) || (hit.closest('label')?.contains(one) ?? false));
      });
      done(seen.length > 1 ? null : (one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 60));
    }))`);
    if (typeof found === 'string') unseen.add(found);
  }
  return [...unseen];
}

describeInChromium('what has the keyboard is seen, and nothing is lost', () => {
  let browser: PageBrowser;
  let meeting: PageMeeting;
  beforeAll(async () => {
    browser = await PageBrowser.open();
    meeting = await PageMeeting.held();
    await meeting.next();
    const { itemId } = await meeting.item('2');
    await meeting.does(minuteTaker, {
      ask: 'openProposal',
      itemId,
      proposalId: 'p1',
      text: 'Vi prøver det.',
    });
    await meeting.decides(minuteTaker, '2', 'Line Skovbo samler budgettet inden uge 40.');
    await meeting.decides(participant, '2', 'Natten tages op igen.');
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  it.each([
    ['the panel', 'panel', chair, { width: 320, height: 500 }],
    ['the panel of who only follows', 'panel', participant, { width: 320, height: 500 }],
    ['the desk', 'desk', minuteTaker, { width: 1280, height: 720 }],
    // A browser that zooms to 200 % and 400 % gives the page a half and a quarter of its width and height.
    ['the desk at 200 %', 'desk', minuteTaker, { width: 1280, height: 1024, zoom: 2 }],
    ['the desk at 400 %', 'desk', minuteTaker, { width: 1280, height: 1024, zoom: 4 }],
  ] as const)(
    'at %s',
    async (_what, place, who, opened) => {
      const page = await browser.page(meeting.url(place, who), opened);
      await page.getByText('Vi prøver det.').first().waitFor();
      expect(await unseenStops(page, 60)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('at an item that one goes to, whose heading no bar covers in a narrow window', async () => {
    const page = await browser.page(meeting.url('desk', minuteTaker), { width: 640, height: 700 });
    await page.getByText('Vi prøver det.').first().waitFor();
    await page.getByRole('link', { name: /^Gå til punkt 2/u }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+ArrowDown');
    const covered = await page.evaluate(`(() => {
      const heading = document.activeElement.closest('article').querySelector('h2');
      const { left, top, bottom } = heading.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 8, (top + bottom) / 2);
      return heading.contains(hit) ? null : heading.textContent + ' under ' + (hit?.outerHTML ?? 'nothing').slice(0, 80);
    })()`);
    expect(covered).toBeNull();
    await page.context().close();
  }, 60_000);

  it('at the foot of the desk, where a bar says where the meeting is', async () => {
    const page = await browser.page(meeting.url('desk', minuteTaker), { width: 320, height: 256 });
    await page.getByRole('button', { name: 'gå dertil' }).waitFor();
    const covered = await page.evaluate(`(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const covered = [];
      for (const one of document.querySelectorAll('.pointStatus[aria-expanded]')) {
        scrollBy(0, one.getBoundingClientRect().bottom - innerHeight);
        await frame();
        one.focus();
        await frame();
        const bar = document.querySelector('.positionBar')?.getBoundingClientRect();
        if (bar && one.getBoundingClientRect().bottom > bar.top) covered.push(one.getAttribute('aria-label'));
      }
      return covered;
    })()`);
    expect(covered).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('on the big screen at 200 %, where nothing scrolls', async () => {
    const page = await browser.page(meeting.url('stage'), { width: 1920, height: 1080, zoom: 2 });
    await page.getByText('Vi prøver det.').first().waitFor();
    const lost = await page.evaluate(`(() => {
      const stage = document.querySelector('.stage');
      return stage.scrollHeight > stage.clientHeight || stage.scrollWidth > stage.clientWidth;
    })()`);
    expect(lost).toBe(false);
    await page.context().close();
  }, 60_000);
});
