import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { picturedCards } from './picturedCards.ts';
import { takePictures } from './pictures.ts';

const folder = fileURLToPath(new URL('../output/pictures/', import.meta.url));

it(`draws every card into ${folder}index.html`, async () => {
  const cards = [...(await picturedCards('da')), ...(await picturedCards('en'))];
  const pictures = await takePictures(cards, folder);
  expect(new Set(readdirSync(folder))).toEqual(new Set([...pictures.map(({ file }) => file), 'index.html']));
}, 600_000);
