import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Download, type Locator, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { until } from '../support/until.ts';

/** The Playground in a browser, used as a person uses it: by what is written on things. */
export class PlaygroundPage {
  /** What came over the chat's socket: cards that the bot posted or edited. */
  readonly #frames: string[] = [];
  readonly #heard = new Set<() => void>();

  private constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
    private readonly page: Page,
  ) {
    page.setDefaultTimeout(45_000);
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        this.#frames.push(String(payload));
        for (const look of this.#heard) look();
      }),
    );
  }

  static async open(url: string): Promise<PlaygroundPage> {
    const profile = await mkdtemp(join(tmpdir(), 'punkt-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      headless: true,
      viewport: { width: 1400, height: 1000 },
      args: chromiumFlags,
    });
    // Fonts from the internet, which nobody waits for.
    await context.route(/^https:/u, (route) => route.abort());
    const page = context.pages()[0] ?? (await context.newPage());
    const playground = new PlaygroundPage(context, profile, page);
    await page.goto(url);
    return playground;
  }

  /** Chooses a chat in the list on the left. */
  async chat(name: string): Promise<void> {
    await this.page.getByText(name, { exact: true }).first().click();
  }

  /** The newest card that shows all of the texts, once there is one. */
  async card(...texts: readonly string[]): Promise<Locator> {
    let cards = this.page.locator('.ac-adaptiveCard');
    for (const text of texts) cards = cards.filter({ hasText: text });
    await cards.last().waitFor();
    return cards.last();
  }

  /** Presses the button with exactly this label on the newest card that shows `card`. */
  async press(card: string, label: string): Promise<void> {
    await (await this.card(card)).getByRole('button', { name: label, exact: true }).click();
  }

  /**
   * Presses a button whose effect Punkt also writes into the card for the others, and waits for that edit too: it
   * would take the place of whatever the next tap shows there.
   */
  async pressAndSee(card: string, label: string, edited: string): Promise<void> {
    const before = this.#frames.length;
    await this.press(card, label);
    await until(
      () => this.#frames.slice(before).some((one) => one.includes('"updateMessage"') && one.includes(edited)),
      this.#heard,
    );
    await this.card(edited);
  }

  /** Presses a button that leads to a file; the name under which the browser keeps it, and its bytes. */
  async download(card: string, label: string): Promise<{ name: string; bytes: Buffer }> {
    const kept = new Promise<Download>((resolve) => {
      this.page.once('download', resolve);
      this.context.on('page', (page) => page.once('download', resolve));
    });
    await (await this.card(card)).getByRole('link', { name: label, exact: true }).click();
    const file = await kept;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** Chooses in the list that the newest card with `card` holds. */
  async choose(card: string, option: string): Promise<void> {
    await (await this.card(card)).getByRole('combobox').click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Fills the first field of the newest card that shows `card`. */
  async fill(card: string, text: string): Promise<void> {
    await (await this.card(card)).getByRole('textbox').first().fill(text);
  }

  /** Waits for what Punkt says in the open chat. */
  async says(text: string): Promise<void> {
    await this.page.getByText(text).last().waitFor();
  }

  /** Everything that is written on the page, seen or not. */
  async text(): Promise<string> {
    return (await this.page.locator('body').textContent()) ?? '';
  }

  /** Keeps a picture of what is seen, for whoever looks into a failure. */
  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  /** Writes to Punkt in a shared chat: the mention is chosen from the list that opens at @. */
  async mention(line: string): Promise<void> {
    await this.page.locator('[data-lexical-editor=true]').click();
    await this.page.keyboard.type('@Pun');
    await this.page.getByRole('menuitem', { name: 'Punkt' }).waitFor();
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(` ${line}`);
    await this.send();
  }

  /** Writes to Punkt in the personal chat. */
  async write(line: string): Promise<void> {
    await this.page.locator('[data-lexical-editor=true]').click();
    await this.page.keyboard.type(line);
    await this.send();
  }

  private send(): Promise<void> {
    return this.page.getByLabel('Send Message').click();
  }

  /** Closes the browser and removes its profile. */
  async remove(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}
