import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CardBrowser, themes, widths } from './cardBrowser.ts';
import { picturedCards } from './picturedCards.ts';
import { takePictures } from './pictures.ts';
import { readmeFolder, takeReadmePictures } from './readmePictures.ts';

const folder = fileURLToPath(new URL('../output/pictures/', import.meta.url));
let browser: CardBrowser;
beforeAll(async () => {
  browser = await CardBrowser.open();
}, 60_000);
afterAll(() => browser[Symbol.asyncDispose]());

it(`draws every card: see ${folder}index.html`, async () => {
  const cards = [...(await picturedCards('da')), ...(await picturedCards('en'))];
  const pictures = await takePictures(browser, cards, folder);
  expect(pictures).toHaveLength(cards.length * themes.length * widths.length);
  expect(new Set(readdirSync(folder))).toEqual(new Set([...pictures.map(({ file }) => file), 'index.html']));
}, 1_200_000);

it(`draws the README's pictures anew where they would look otherwise: ${readmeFolder}`, async () => {
  await takeReadmePictures(browser);
  expect(await takeReadmePictures(browser)).toEqual([]);
}, 60_000);
