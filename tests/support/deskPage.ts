import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import type { DemoServer } from './demoServer.ts';

/** A Chromium for a test file. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });

/** Somebody's desk, in a browser of their own. */
export class DeskPage {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly name: string,
  ) {}

  static async open(
    browser: Browser,
    demo: DemoServer,
    name: string,
    place: { readonly width?: number; readonly query?: string } = {},
  ): Promise<DeskPage> {
    const { width = 1280, query = '' } = place;
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'da-DK' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${demo.punkt.url}/tab?meeting=${demo.meetingId}&demo=${demo.personId(name)}${query}`);
    const desk = new DeskPage(page, context, name);
    return desk;
  }

  /** Waits until the document is there. */
  async ready(): Promise<this> {
    await this.page.locator('.deskPaper .item').first().waitFor();
    return this;
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Types the first word key by key and the others word by word, as who dictates or swipes. */
  async write(text: string): Promise<void> {
    const [first = '', ...others] = text.split(/(?<= )/u);
    await this.type(first);
    for (const word of others) await this.page.keyboard.insertText(word);
  }

  /** The lines that stand in the text of the item with that number, without their marks. */
  lines(number: string): Promise<string[]> {
    return this.item(number).locator('.textPlace .typedLine').allTextContents();
  }

  item(number: string) {
    return this.page
      .locator('article.item')
      .filter({ has: this.page.locator(`h2:has(.itemNumber:text-is("${number}. "))`) });
  }

  /** Waits until everything that was typed in that item is kept by the server. */
  async saved(number: string): Promise<void> {
    await this.item(number).locator('.savedMark.kept', { hasText: 'Gemt' }).waitFor();
  }

  /** Waits until the field of the open proposal says that. */
  proposalSays(text: string): Promise<void> {
    return this.page.locator('.proposalField').evaluate(
      (field, wanted) =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            if ((field as unknown as { value: string }).value.includes(wanted)) resolve();
            else setTimeout(look, 20);
          };
          look();
        }),
      text,
    );
  }

  /** Waits until that is said to who cannot see the page. */
  says(sentence: string): Promise<void> {
    return this.page.locator('p[role=status]').filter({ hasText: sentence }).waitFor({ state: 'attached' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** The meeting is begun by its chair, with the minute takers that are named. */
export async function beginMeeting(
  demo: DemoServer,
  chair: string,
  minuteTakers: readonly string[],
): Promise<void> {
  const [first = chair] = minuteTakers;
  const { meetingId } = demo;
  const { head } = await demo.as(first).view(meetingId);
  if (head.imported)
    await demo.as(first).ask(meetingId, { ask: 'adoptAgenda', proposalId: head.imported.proposalId });
  await demo.as(chair).ask(meetingId, { ask: 'claimRole', role: 'chair' });
  for (const name of minuteTakers)
    await demo.as(name).ask(meetingId, { ask: 'claimRole', role: 'minuteTaker' });
  await demo.as(chair).ask(meetingId, { ask: 'start', itemId: null });
}
