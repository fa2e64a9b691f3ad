import { expect, it } from '@jest/globals';
import type { DeskPage } from '../support/deskPage.ts';
import { Desks } from '../support/desks.ts';
import { describeInChromium } from '../support/inChromium.ts';

const [asger, lone, birthe] = ['Asger Thorup', 'Lone Bertram', 'Birthe Solvang'] as const;

describeInChromium('two minute takers at their desks', () => {
  const desks = new Desks(birthe, [asger, lone]);
  const down = (times: number) => Array.from({ length: times }, () => 'Control+Alt+ArrowDown');

  it('write in the same text at the same time: every word of both is there, in both browsers', async () => {
    const [one, two] = [await desks.open(asger), await desks.open(lone)];
    await one.press(...down(1));
    await two.press(...down(1));
    const words = (of: string) => Array.from({ length: 25 }, (_, at) => `${of}${at}`);
    const typing = async (who: DeskPage, of: string) => {
      for (const [at, word] of words(of).entries()) {
        await who.type(`${word} `);
        if (at % 5 === 4) await who.press('Enter');
      }
    };
    await Promise.all([typing(one, 'asger'), typing(two, 'lone')]);
    await Promise.all([one.saved('1'), two.saved('1')]);
    const text = (await desks.item('1'))?.discussion?.text ?? '';
    expect(text.match(/asger\d+/gu)).toEqual(words('asger'));
    expect(text.match(/lone\d+/gu)).toEqual(words('lone'));
    for (const who of [one, two]) {
      await who
        .item('1')
        .locator('.textPlace', { hasText: 'asger24' })
        .filter({ hasText: 'lone24' })
        .waitFor();
      // Blanks at the ends of lines are room to write in.
      const bare = (all: string) => all.replace(/ +$/gmu, '').trimEnd();
      expect(bare((await who.lines('1')).join('\n'))).toBe(bare(text));
    }
  }, 120_000);

  it('see where the other is', async () => {
    const [one, two] = [await desks.open(asger), await desks.open(lone)];
    await one.press(...down(3));
    await one.type('Vi');
    await two.item('3').locator('.presence', { hasText: 'Asger Thorup skriver her' }).waitFor();
  }, 60_000);

  it('are offered to merge the same decision in like words, or to keep both', async () => {
    const [one, two] = [await desks.open(asger), await desks.open(lone)];
    await one.press(...down(2));
    await one.type('Handleplanen for 2025 godkendes.');
    await one.press('Control+Enter');
    await two.press(...down(2));
    await two.type('Handleplanen for 2025 er godkendt.');
    await two.press('Control+Enter');
    await two.item('2').getByRole('button', { name: 'Behold begge' }).waitFor();
    const merge = one.item('2').getByRole('button', { name: /^Slå sammen/u });
    await merge.focus();
    await one.press('Enter');
    await merge.waitFor({ state: 'detached' });
    expect(
      (await desks.item('2'))?.decisions.filter(({ struck }) => !struck).map(({ number }) => number),
    ).toEqual(['2.1']);
  }, 60_000);
});
