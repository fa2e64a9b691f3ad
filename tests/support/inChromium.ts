import { describe, it } from '@jest/globals';
import { chromiumPath, hasChromium } from './chromium.ts';

const said = (what: string): string =>
  hasChromium ? what : `${what} (skipped: there is no Chromium at ${chromiumPath})`;

/** Tests that need a browser: without one they are skipped, and say so. */
export const describeInChromium = (what: string, tests: () => void): void =>
  (hasChromium ? describe : describe.skip)(said(what), tests);

/** The same of one test; `timeout` in milliseconds. */
export const itInChromium = (what: string, test: () => Promise<void>, timeout?: number): void =>
  (hasChromium ? it : it.skip)(said(what), test, timeout);
