import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardBrowser, type Look, themes, widths } from './cardBrowser.ts';
import type { PicturedCard } from './picturedCards.ts';

export interface Picture {
  readonly of: PicturedCard;
  readonly look: Look;
  /** Seen from the index page. */
  readonly file: string;
}

/** Every theme at every width. */
const looks: readonly Look[] = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));

/** Pages that draw at once, one for each of the machine's cores at least. */
const PAGES = 3;

/** Draws all cards in all their looks into `folder`, which is emptied first, with `index.html` over them. */
export async function takePictures(
  browser: CardBrowser,
  cards: readonly PicturedCard[],
  folder: string,
): Promise<Picture[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures = cards.flatMap((of, at) =>
    looks.map((look): Picture => {
      const name = `${String(at + 1).padStart(3, '0')} ${of.group} ${of.name}`.replaceAll(/[^\w-]+/gu, '-');
      return { of, look, file: `${name.slice(0, 80)}-${of.language}-${look.theme}-${look.width}.png` };
    }),
  );
  const waiting = pictures.values();
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const page = await browser.page();
      for (const { of, look, file } of waiting)
        await writeFile(join(folder, file), await page.picture(of.card, look));
    }),
  );
  await writeFile(join(folder, 'index.html'), indexPage(pictures));
  return pictures;
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** A page over all pictures: groups, and for each card a row of its looks. */
export function indexPage(pictures: readonly Picture[]): string {
  const groups = grouped(pictures, ({ of }) => `${of.language} · ${of.group}`);
  const thumbnail = ({ look, file }: Picture) =>
    `<a href="${encodeURI(file)}" title="${look.theme}, ${look.width} px"><img loading="lazy" src="${encodeURI(file)}"></a>`;
  const rows = (group: readonly Picture[]) =>
    [...grouped(group, ({ of }) => of)]
      .map(([of, looks]) => `<h3>${escapeHtml(of.name)}</h3><div>${looks.map(thumbnail).join('')}</div>`)
      .join('\n');
  const sections = [...groups].map(([name, group]) => `<h2>${escapeHtml(name)}</h2>\n${rows(group)}`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Punkt: every card</title>
<style>
  body { margin: 24px; background: #e8e8e8; font-family: Arial, sans-serif; }
  h3 { margin: 16px 0 4px; font-size: 13px; font-weight: normal; }
  div { display: flex; gap: 8px; align-items: flex-start; overflow-x: auto; }
  img { height: 260px; border: 1px solid #ccc; }
</style>
<h1>${pictures.length} pictures: ${new Set(pictures.map(({ of }) => of)).size} cards, each in ${looks.length} looks (the page: <a href="../places/index.html">here</a>, <a href="../desk/">the desk</a>)</h1>
${sections.join('\n')}
</html>
`;
}
