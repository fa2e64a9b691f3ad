import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Card } from '../../src/render/renderCard.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import type { Fault } from './fault.ts';
import { teamsFont } from './teamsFont.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
/** Pixels: a phone or a side panel, and a chat on a desk. */
export const widths = [320, 600] as const;

export interface Look {
  readonly theme: Theme;
  /** Pixels. */
  readonly width: number;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const hostConfigs = Object.fromEntries(
  themes.map((theme) => [theme, JSON.parse(readFileSync(here(`teams/${theme}.json`), 'utf8')) as object]),
);

/** What `browser/cardPage.ts` puts on the page. */
interface CardPage {
  punktCards: {
    show(card: object, look: object): string[];
    faults(): Fault[];
    difference(pictures: readonly [string, string]): Promise<number>;
  };
}

/** One Chromium with pages that draw cards as Teams does. */
export class CardBrowser implements AsyncDisposable {
  private constructor(
    private readonly browser: Browser,
    private readonly script: string,
  ) {}

  static async open(): Promise<CardBrowser> {
    const [bundle, browser] = await Promise.all([
      build({ entryPoints: [here('browser/cardPage.ts')], bundle: true, write: false, logLevel: 'error' }),
      chromium.launch({ executablePath: chromiumPath, args: chromiumFlags }),
    ]);
    return new CardBrowser(browser, bundle.outputFiles[0]?.text ?? '');
  }

  /** `scale`: device pixels for each pixel. */
  async page(scale = 1): Promise<DrawnCards> {
    const page = await this.browser.newPage({
      viewport: { width: 640, height: 800 },
      deviceScaleFactor: scale,
    });
    const look = teamsFont + readFileSync(here('teams/look.css'), 'utf8');
    await page.setContent(
      `<!doctype html><style>${look}</style><div id="frame"><div id="stage"></div></div>`,
    );
    await page.addScriptTag({ content: this.script });
    // Loaded when first used: what is measured must not be measured in another.
    await page.evaluate('Promise.all([...document.fonts].map((face) => face.load())).then(() => null)');
    return new DrawnCards(page);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}

/** A page on which one card at a time is drawn. */
export class DrawnCards {
  constructor(readonly page: Page) {}

  /** Draws each card in each look. What the library says against it, and what is wrong with what is seen. */
  measure(
    cards: readonly Card[],
    looks: readonly Look[],
  ): Promise<{ card: number; look: number; said: string[]; faults: Fault[] }[]> {
    return this.page.evaluate(
      ([cards, looks]) => {
        const { punktCards } = globalThis as unknown as CardPage;
        return cards.flatMap((one, card) =>
          looks.map((each, look) => ({
            card,
            look,
            said: punktCards.show(one, each),
            faults: punktCards.faults(),
          })),
        );
      },
      [cards, looks.map(inBrowser)] as const,
    );
  }

  /** The card as PNG, with a little of the chat around it. */
  async picture(card: Card, look: Look): Promise<Buffer> {
    await this.page.evaluate(
      ([card, look]) => {
        (globalThis as unknown as CardPage).punktCards.show(card, look);
      },
      [card, inBrowser(look)] as const,
    );
    return this.page.locator('#frame').screenshot();
  }

  /** Two PNGs that nobody could tell apart, though a letter's edge may have another grey. */
  async looksLike(one: Buffer, other: Buffer): Promise<boolean> {
    const pictures = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
    const difference = await this.page.evaluate(
      ([a, b]) => (globalThis as unknown as CardPage).punktCards.difference([a ?? '', b ?? '']),
      pictures,
    );
    return difference < 0.001;
  }
}

const inBrowser = ({ theme, width }: Look) => ({
  hostConfig: hostConfigs[theme] ?? {},
  className: theme,
  width,
});
