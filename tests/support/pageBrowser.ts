import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './chromium.ts';

export type PageTheme = 'light' | 'dark' | 'contrast';
export const pageThemes: readonly PageTheme[] = ['light', 'dark', 'contrast'];

export interface Opened {
  readonly theme?: PageTheme;
  readonly width?: number;
  readonly height?: number;
  /** Of the browser, "da-DK". */
  readonly locale?: string;
  /** Emulates a telephone: touch, no hovering. */
  readonly touch?: boolean;
  /** Of the letters: 2 is 200 %, as a browser zooms. */
  readonly zoom?: number;
  /** CSS laid on the page past its own policy, which lets no font in from elsewhere: for pictures. */
  readonly style?: string;
  /** Keeps cookies and storage of this one. */
  readonly context?: BrowserContext;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Headless Chromium with Punkt's page; what the page says on its console against itself is kept. */
export class PageBrowser implements AsyncDisposable {
  /** Errors of scripts, blocked requests, violations of the content security policy. */
  readonly faults: string[] = [];

  private constructor(readonly browser: Browser) {}

  /** `flags`: of Chromium, besides those that every test has. */
  static async open(...flags: readonly string[]): Promise<PageBrowser> {
    return new PageBrowser(
      await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags, ...flags] }),
    );
  }

  /** Opens an address in a browser of its own, with nothing kept from others. */
  async page(url: string, opened: Opened = {}): Promise<Page> {
    const { theme = 'light', width = 320, height = 800, locale = 'da-DK', touch = false, zoom = 1 } = opened;
    const context =
      opened.context ??
      (await this.browser.newContext({
        viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
        deviceScaleFactor: zoom,
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        forcedColors: 'none',
        hasTouch: touch,
        locale,
        reducedMotion: 'reduce',
        bypassCSP: opened.style !== undefined,
      }));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // A server that says no, or is away, stands in the console too; the tests look at what the page makes of it.
      if (
        message.type() === 'error' &&
        !/status of [45]\d\d|net::ERR_(?:FAILED|CONNECTION_REFUSED|INCOMPLETE|EMPTY|NETWORK)/u.test(
          message.text(),
        )
      )
        this.faults.push(message.text());
    });
    const address = new URL(url);
    if (theme !== 'light') address.searchParams.set('theme', theme);
    await page.goto(address.href);
    if (opened.style !== undefined) await page.addStyleTag({ content: opened.style });
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}

/** What axe finds against what is shown now (WCAG 2.2 AA and good practice), a line each. */
export async function axeFinds(page: Page): Promise<string[]> {
  // Past the page's own policy, which would rightly not let it in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: unknown,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run((globalThis as unknown as { document: unknown }).document, {
      runOnly: tags,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}

/** What does not fit: a page that scrolls sideways, and labels of which something is cut off. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways: ' + root.scrollWidth] : [];
    const cut = [...document.querySelectorAll('button, a, h1, h2, label, summary, li, p')]
      .filter((one) => one.checkVisibility() && !one.closest('[aria-hidden=true]'))
      .filter((one) => getComputedStyle(one).position !== 'absolute')
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).display !== 'inline')
      .map((one) => 'cut: ' + one.textContent.slice(0, 80));
    return [...wide, ...cut];
  })()`);
}
