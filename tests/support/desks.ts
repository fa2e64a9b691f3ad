import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { PageItem, PageView } from '../../src/views/page/pageView.ts';
import { type DemoServer, openDemo } from './demoServer.ts';
import { beginMeeting, DeskPage, openChromium } from './deskPage.ts';

/** Desks at one meeting that has begun, for the tests of a describe; after each test they are closed. */
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
      this.#demo = await openDemo();
      await beginMeeting(this.#demo, chair, minuteTakers);
    }, 60_000);
    afterEach(async () => {
      for (const desk of this.#open.splice(0)) await desk.close();
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#demo?.[Symbol.asyncDispose]();
    });
  }

  get demo(): DemoServer {
    if (!this.#demo) throw new Error('the meeting begins before the first test');
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
