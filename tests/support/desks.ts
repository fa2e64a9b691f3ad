import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { PageItem, PageView } from '../../src/views/page/pageView.ts';
import { type DemoServer, openDemo } from './demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from './deskPage.ts';

/** Desks at a meeting that has begun, a new one for each test of a describe; after it they are closed. */
export class Desks {
  #browser: Browser | undefined;
  #demo: DemoServer | undefined;
  readonly #open: DeskPage[] = [];

  constructor(
    chair: string,
    private readonly minuteTakers: readonly string[],
  ) {
    beforeAll(async () => {
      this.#browser = await openChromium();
    }, 60_000);
    beforeEach(async () => {
      this.#demo = await openDemo();
      await beginMeeting(this.#demo, chair, minuteTakers);
    });
    afterEach(async () => {
      for (const desk of this.#open.splice(0)) await desk.close();
      await this.#demo?.[Symbol.asyncDispose]();
    });
    afterAll(() => this.#browser?.close());
  }

  get demo(): DemoServer {
    if (!this.#demo) throw new Error('the meeting begins before each test');
    return this.#demo;
  }

  /** Somebody's desk, once it can be written at. */
  async open(name: string): Promise<DeskPage> {
    if (!this.#browser) throw new Error('the browser opens before the first test');
    const desk = await DeskPage.open(this.#browser, this.demo, name);
    this.#open.push(desk);
    return desk.ready();
  }

  /** What somebody sees; default: the first minute taker. */
  view(name = this.minuteTakers[0] ?? ''): Promise<PageView> {
    return this.demo.as(name).view(this.demo.meetingId);
  }

  async item(number: string): Promise<PageItem | undefined> {
    return (await this.view()).items.find((item) => item.number === number);
  }
}
