import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeTexts } from '../../../src/tab/desk/text/mergeTexts.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);

describe('two who write at once', () => {
  it.each([
    ['each in a paragraph of their own', 'A.\nB.', 'A, mit.\nB.', 'A.\nB, deres.', 'A, mit.\nB, deres.'],
    ['both a new paragraph at the end', 'A.', 'A.\nMit.', 'A.\nDeres.', 'A.\nDeres.\nMit.'],
    ['both from nothing', '', 'Mit afsnit', 'Deres afsnit', 'Deres afsnit\nMit afsnit'],
    [
      'one in the middle of a word, the other a new paragraph',
      'Vi dr',
      'Vi drøftede',
      'Vi dr\nNyt.',
      'Vi drøftede\nNyt.',
    ],
    [
      'one a new paragraph, the other on in the line',
      'Vi dr',
      'Vi dr\nNyt.',
      'Vi drøftede',
      'Vi drøftede\nNyt.',
    ],
    [
      'both another word in the same place',
      'Den blå plan.',
      'Den røde plan.',
      'Den grønne plan.',
      'Den grønne røde plan.',
    ],
    ['the same words', 'A', 'A og B', 'A og B', 'A og B'],
    ['one took a paragraph away, the other wrote in another', 'A\nB\nC', 'A\nC', 'A\nB\nC D', 'A\nC D'],
    ['one took away what the other changed', 'A\nB b\nC', 'A\nC', 'A\nB x\nC', 'A\nB x\nC'],
    [
      'bullets under the same one',
      '- A\n- B',
      '- A\n  - mit\n- B',
      '- A\n  - deres\n- B',
      '- A\n  - deres\n  - mit\n- B',
    ],
    ['a new line of one where the other wrote a paragraph', 'A', 'A\n', 'A\nB', 'A\nB\n'],
    ['a new paragraph of one where the other wrote on in the line', 'A', 'A\n', 'A og B', 'A og B\n'],
    ['each writes on in a line of their own', 'A\nB', 'A a\nB', 'A\nB b', 'A a\nB b'],
    [
      'one takes a line away below the one that the other writes in',
      'Vi dr\nDet',
      'Vi drøftede\nDet',
      'Vi dr',
      'Vi drøftede',
    ],
    [
      'one writes another line in the place of one, below that of the other',
      'Vi dr\nDet',
      'Vi dr\nNyt',
      'Vi drøftede\nDet',
      'Vi drøftede\nNyt',
    ],
    [
      'one parts a paragraph in which the other writes on at the end',
      'Vi drøftede det. Det tages op',
      'Vi drøftede det.\nDet tages op',
      'Vi drøftede det. Det tages op igen i maj.',
      'Vi drøftede det.\nDet tages op igen i maj.',
    ],
    [
      'one parts a paragraph where the other writes in its first half',
      'Vi drøftede det. Det tages op',
      'Vi drøftede det.\nDet tages op',
      'Vi drøftede det længe. Det tages op',
      'Vi drøftede det længe.\nDet tages op',
    ],
    [
      'one parts a paragraph at the word that the other changes',
      'Vi drøftede det. Det tages op',
      'Vi drøftede det. Detaljen tages op',
      'Vi drøftede det.\nDet tages op',
      'Vi drøftede det.\nDetaljen tages op',
    ],
    [
      'one parts a paragraph and writes on, the other puts one below it',
      '- A og B',
      '- A\n- og B med mere',
      '- A og B\n- C',
      '- A\n- og B med mere\n- C',
    ],
    [
      'one joins two paragraphs while the other writes on in the second',
      'Vi taler.\nDet er godt',
      'Vi taler. Det er godt',
      'Vi taler.\nDet er godt nok',
      'Vi taler. Det er godt nok',
    ],
    [
      'one joins two paragraphs while the other writes in the first',
      'Vi taler\nom det',
      'Vi taler om det',
      'Nu: Vi taler\nom det',
      'Nu: Vi taler om det',
    ],
    [
      'one joins two paragraphs between which the other has put one',
      'Vi taler.\nDet er godt',
      'Vi taler.Det er godt',
      'Vi taler.\nNyt.\nDet er godt',
      'Nyt.\nVi taler.Det er godt',
    ],
    ['one wrote a wholly other line', 'Gammelt', 'Helt andet', 'Noget tredje', 'Noget tredje\nHelt andet'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  const word = fc.constantFrom('a', 'b', 'c', 'Æ', 'af', 'det', '-', '  -', '1.', 'møde');
  const between = fc.constantFrom(' ', ' ', ' ', '\n', '\n', '\n\n', '  ');
  const text = fc.array(fc.tuple(word, between), { maxLength: 40 }).map((parts) => parts.flat().join(''));
  /** Words that nobody else wrote, and places to put them, to take words out, or to change them. */
  const changes = (mark: string) =>
    fc
      .array(
        fc.tuple(fc.nat(200), fc.constantFrom('put', 'take', 'change'), fc.constantFrom(' ', '\n', '')),
        { maxLength: 6 },
      )
      .map((list) => (base: string) => {
        const tokens = base.match(/\s+|\S+/gu) ?? [];
        list.forEach(([place, how, gap], index) => {
          const at = tokens.length === 0 ? 0 : place % (tokens.length + 1);
          const own = `${mark}${index}`;
          if (how === 'put') tokens.splice(at, 0, `${gap}${own}${gap}`);
          else if (how === 'take') tokens.splice(at, 1);
          else tokens.splice(at, 1, ` ${own} `);
        });
        return tokens.join('');
      });
  const wordsOf = (all: string, mark: string): string[] =>
    [...all.matchAll(new RegExp(`${mark}\\d`, 'gu'))].map(([found]) => found).sort();

  it('lose no word that either has added, and get none twice', () => {
    fc.assert(
      fc.property(text, changes('MIT'), changes('DERES'), (base, change, other) => {
        const [mine, theirs] = [change(base), other(base)];
        const merged = mergeTexts(base, mine, theirs);
        expect(wordsOf(merged, 'MIT')).toEqual(wordsOf(mine, 'MIT'));
        expect(wordsOf(merged, 'DERES')).toEqual(wordsOf(theirs, 'DERES'));
      }),
      { numRuns: 2000 * cases },
    );
  });

  it('keep every word that both kept', () => {
    fc.assert(
      fc.property(text, changes('MIT'), changes('DERES'), (base, change, other) => {
        const unique = base
          .split(/(\s+)/u)
          .map((part, at) => (/\S/u.test(part) ? `${part}#${at}#` : part))
          .join('');
        const [mine, theirs] = [change(unique), other(unique)];
        const kept = (unique.match(/\S+/gu) ?? []).filter(
          (one) => mine.includes(one) && theirs.includes(one),
        );
        const merged = mergeTexts(unique, mine, theirs);
        for (const one of kept) expect(merged).toContain(one);
      }),
      { numRuns: 1000 * cases },
    );
  });

  it('never have a word twice because one parts or joins a paragraph that the other writes in', () => {
    const gap = fc.constantFrom(' ', ' ', ' ', '\n');
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 4, maxLength: 20 }),
        fc.nat(200),
        fc.nat(200),
        (gaps, at, place) => {
          const put = place % (gaps.length + 1);
          const text = (between: readonly string[], writes: boolean) =>
            [...between, '']
              .map((blank, word) => `ord${word}.${writes && word === put ? ' DERES' : ''}${blank}`)
              .join('');
          const turned = gaps.map((blank, one) =>
            one === at % gaps.length ? (blank === ' ' ? '\n' : ' ') : blank,
          );
          const merged = mergeTexts(text(gaps, false), text(turned, false), text(gaps, true));
          expect(merged.replace(/\s+/gu, ' ')).toBe(text(turned, true).replace(/\s+/gu, ' '));
        },
      ),
      { numRuns: 1000 * cases },
    );
  });

  it('get what the one wrote where the other wrote nothing', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toBe(changed);
        expect(mergeTexts(base, base, changed)).toBe(changed);
        expect(mergeTexts(base, changed, changed)).toBe(changed);
      }),
      { numRuns: 500 * cases },
    );
  });

  it('wait no time worth mentioning for the longest text', () => {
    const base = Array.from(
      { length: 400 },
      (_, at) => `Afsnit ${at} om det og det i den og den kommune.`,
    ).join('\n');
    const merged = mergeTexts(base, `${base}\nMit.`, base.replace('Afsnit 3 ', 'Afsnit tre '));
    expect(merged).toBe(`${base.replace('Afsnit 3 ', 'Afsnit tre ')}\nMit.`);
  });
});

describe('two who write in lines of their own', () => {
  it('never get words of each other into their lines', () => {
    const lines = fc.array(fc.constantFrom('Vi drøftede', 'at det haster', 'A', ''), { maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.nat(5), fc.nat(5), fc.nat(12), fc.nat(12), (base, at, other, more, less) => {
        const put = (text: string, place: number) => {
          const all: string[] = [...base];
          all.splice(Math.min(place, all.length), 0, text);
          return all.join('\n');
        };
        const [own, their] = ['mitmitmitmit', 'deresderesderes'];
        const [had, theyHad] = [own.slice(0, less), their.slice(0, less)];
        // Both lines were begun and are in both texts; then both write on.
        const both = mergeTexts(base.join('\n'), put(had, at), put(theyHad, other));
        const on = (text: string, from: string, to: string) =>
          from === ''
            ? text
            : text
                .split('\n')
                .map((line) => (line === from ? to : line))
                .join('\n');
        const merged = mergeTexts(
          both,
          on(both, had, own.slice(0, less + more)),
          on(both, theyHad, their.slice(0, less + more)),
        );
        for (const line of merged.split('\n')) expect(/mit/u.test(line) && /deres/u.test(line)).toBe(false);
      }),
      { numRuns: 500 * cases },
    );
  });
});
