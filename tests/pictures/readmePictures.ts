import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardRef } from '../../src/service/cardKey.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import type { CardBrowser } from './cardBrowser.ts';
import { DemoMeeting } from './demoMeeting.ts';

/** Where the README shows them. */
export const readmeFolder = fileURLToPath(new URL('../../pictures/', import.meta.url));
/** The width of a card in a chat on a desk, so that the README can show two beside each other. */
const WIDTH = 440;

/**
 * Writes the two pictures of the README: the card of an item and the agenda, in the middle of the demo's meeting, at
 * two device pixels for each. A file that looks the same already is left alone. Gives the names of those written.
 */
export async function takeReadmePictures(browser: CardBrowser): Promise<string[]> {
  const demo = (await DemoMeeting.proposed()).inTheMiddle();
  const sight = sightOf(demo.held, { people: demo.people, audience: 'shared' });
  const pictured: Record<string, CardRef> = {
    'item.png': { kind: 'item', itemId: demo.itemId('2') },
    'agenda.png': { kind: 'agenda' },
  };
  const page = await browser.page(2);
  const written: string[] = [];
  await mkdir(readmeFolder, { recursive: true });
  for (const [name, ref] of Object.entries(pictured)) {
    const { card } = renderFitting(viewsOf(sight, ref));
    const picture = await page.picture(card, { theme: 'light', width: WIDTH });
    const file = readmeFolder + name;
    if (existsSync(file) && (await page.looksLike(picture, readFileSync(file)))) continue;
    await writeFile(file, picture);
    written.push(name);
  }
  return written;
}
