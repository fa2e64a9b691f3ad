import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Opened, PageBrowser } from './pageBrowser.ts';
import { minuteTaker, type PageMeeting } from './pageMeeting.ts';

/** The day of the meeting in `klynge-soendervang.docx`. */
export const soendervangDay = '14. marts 2024';
const documents = new URL('../fixtures/documents/', import.meta.url);

/** Drops files on the page, as from the reader's own folder: of our fixtures, or as text. */
export async function drop(
  page: Page,
  ...dropped: readonly (string | { readonly name: string; readonly text: string })[]
): Promise<void> {
  const files = dropped.map((one) =>
    typeof one === 'string'
      ? { name: basename(one), base64: readFileSync(new URL(one, documents)).toString('base64') }
      : { name: one.name, base64: Buffer.from(one.text).toString('base64') },
  );
  await page.evaluate(`((files) => {
    const dropped = new DataTransfer();
    for (const { name, base64 } of files)
      dropped.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: dropped }));
  })(${JSON.stringify(files)})`);
}

/** The preparation of a meeting in a browser, as somebody of it. */
export class PreparingPage implements AsyncDisposable {
  private constructor(
    readonly page: Page,
    readonly meeting: PageMeeting,
  ) {}

  static async open(
    browser: PageBrowser,
    meeting: PageMeeting,
    name = minuteTaker,
    opened: Opened = {},
  ): Promise<PreparingPage> {
    const page = await browser.page(meeting.url('desk', name), { width: 1280, height: 900, ...opened });
    page.setDefaultTimeout(20_000);
    await page.locator('main.before').waitFor();
    return new PreparingPage(page, meeting);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.page.context().close();
  }

  /** The row of the item with that number. */
  row(number: string): Locator {
    return this.page
      .locator('.itemRow')
      .filter({ has: this.page.locator(`.rowNumber:text-is("${number}")`) });
  }

  button(number: string): Locator {
    return this.row(number).locator('.rowButton');
  }

  async openItem(number: string): Promise<Locator> {
    await this.button(number).click();
    return this.row(number);
  }

  /** Chooses in the menu of a row. */
  async chooses(number: string, label: string): Promise<void> {
    await this.row(number).locator('.rowLine .menu > button').click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name }).click();
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Waits until everything that was corrected is kept by the server. */
  saved(): Promise<void> {
    return this.page.locator('.keeping [role=status]:text-is("Gemt")').waitFor();
  }

  says(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** "1 Velkomst | – Pause | …", as the server has it. */
  async agenda(): Promise<string> {
    const { items } = await this.meeting.view();
    return items.map(({ number, title }) => `${number ?? '–'} ${title}`).join(' | ');
  }
}
