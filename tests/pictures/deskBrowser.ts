import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { PagePresence, PageView } from '../../src/views/page/pageView.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

/** How the desk is shown. */
export interface DeskLook {
  readonly view: PageView;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language?: 'da' | 'en';
  readonly presence?: readonly PagePresence[];
  readonly connection?: 'live' | 'connecting' | 'offline';
}

/** One Chromium in which the desk is drawn without a server. */
export class DeskBrowser implements AsyncDisposable {
  private constructor(
    private readonly browser: Browser,
    private readonly script: string,
    private readonly style: string,
  ) {}

  static async open(): Promise<DeskBrowser> {
    const [bundle, browser] = await Promise.all([
      build({
        entryPoints: [fileURLToPath(new URL('browser/deskPage.tsx', import.meta.url))],
        outdir: 'out',
        bundle: true,
        write: false,
        format: 'iife',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'error',
      }),
      chromium.launch({ executablePath: chromiumPath, args: chromiumFlags }),
    ]);
    const text = (ending: string) => bundle.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    return new DeskBrowser(browser, text('.js'), text('.css'));
  }

  async page(width: number, height = 900): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height } });
    page.setDefaultTimeout(10_000);
    await page.route('http://desk.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Punkt</title><style>${this.style}</style></head><body><div id="punkt"></div></body></html>`,
      }),
    );
    // An address of its own: without one a browser has no storage.
    await page.goto('http://desk.test/');
    await page.addScriptTag({ content: this.script });
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}

/** Draws the desk, and waits until it is there. */
export async function showDesk(page: Page, look: DeskLook): Promise<void> {
  await page.evaluate((shown) => {
    (globalThis as unknown as { punktDesk: { show(shown: unknown): void } }).punktDesk.show(shown);
  }, look);
  await page.locator(look.view.items.length > 0 ? '.deskPaper' : '.emptyDesk').waitFor();
}
