import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ComparedLine, compare } from '../../../src/tab/after/comparing.ts';
import { paperLines } from '../../../src/tab/after/paperLines.ts';
import { sameness, wordDiff } from '../../../src/tab/after/wordDiff.ts';
import type { MinutesBlock, MinutesDocument } from '../../../src/views/minutesDocument.ts';

const block = (text: string, style: MinutesBlock['style'] = 'paragraph', remark = ''): MinutesBlock => ({
  style,
  text,
  remark,
});

/** Minutes of two items; each has a discussion of these paragraphs. */
const minutes = (first: readonly MinutesBlock[], second: readonly MinutesBlock[] = []): MinutesDocument => ({
  language: 'da',
  edition: 'full',
  title: 'Referat af møde i Lindeklyngen',
  status: 'Udkast',
  facts: [{ label: 'Sted', value: 'Sal 2' }],
  people: [{ heading: 'Deltagere', groups: [{ organisation: 'Engholm Kommune', people: ['Line Skovbo'] }] }],
  front: [],
  items: [['a', '1. Velkomst', first] as const, ['b', '2. Budget', second] as const].map(
    ([itemId, heading, blocks]) => ({
      itemId,
      kind: 'item',
      closed: false,
      heading,
      sections: [{ id: `${itemId}:discussion`, kind: 'discussion', label: 'Referat', blocks }],
    }),
  ),
  back: [],
  metadata: { title: '', date: '', forum: '', caseNumber: '', documentType: '', confidentiality: '' },
});

const changes = (before: MinutesDocument, after: MinutesDocument) =>
  compare(before, after).flatMap(({ part, lines }) =>
    lines.filter(({ kind }) => kind !== 'same').map((line) => `${part} ${line.kind} ${said(line)}`),
  );
const said = (line: ComparedLine): string =>
  line.kind === 'reworded'
    ? line.words
        .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
        .join('')
    : ((line.after ?? line.before)?.text ?? '');

const sentence = fc.stringMatching(/^[A-Zæøåa-z]{1,8}( [a-zæøå]{1,8}){0,8}\.?$/u);

describe('two texts, word by word', () => {
  it('show what was added and removed', () => {
    expect(wordDiff('Budgettet blev godkendt.', 'Budgettet for 2026 blev drøftet.')).toEqual([
      { kind: 'same', text: 'Budgettet ' },
      { kind: 'added', text: 'for 2026 ' },
      { kind: 'same', text: 'blev ' },
      { kind: 'removed', text: 'godkendt' },
      { kind: 'added', text: 'drøftet' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('are both there, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const without = (kind: string) =>
          wordDiff(before, after)
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('that are the same have no change, and are wholly the same', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(wordDiff(text, text)).toEqual([{ kind: 'same', text }]);
        expect(sameness(text, text)).toBe(1);
      }),
    );
  });
});

describe('two versions of the minutes', () => {
  const before = minutes([block('Ellen bød velkommen.'), block('Dagsordenen blev godkendt.')]);

  it('that are the same have no changed part', () => {
    expect(compare(before, before).filter(({ changed }) => changed)).toEqual([]);
  });

  it('tell a paragraph that is reworded, word by word', () => {
    const after = minutes([block('Ellen Brandt bød velkommen.'), block('Dagsordenen blev godkendt.')]);
    expect(changes(before, after)).toEqual(['a reworded Ellen +Brandt +bød velkommen.']);
  });

  it('tell what is added and what is removed', () => {
    const after = minutes(
      [block('Dagsordenen blev godkendt.')],
      [block('Line samler budgettet.', 'bullet', 'Frist: uge 5')],
    );
    expect(changes(before, after)).toEqual([
      'a removed Ellen bød velkommen.',
      'b added Line samler budgettet. (Frist: uge 5)',
    ]);
  });

  it('take a paragraph with other words for another one', () => {
    const after = minutes([block('Vejret var godt den dag.'), block('Dagsordenen blev godkendt.')]);
    expect(changes(before, after)).toEqual([
      'a removed Ellen bød velkommen.',
      'a added Vejret var godt den dag.',
    ]);
  });

  it('tell the parts that are as they were from those that are not', () => {
    const after = minutes([
      block('Ellen bød velkommen.'),
      block('Dagsordenen blev godkendt med én ændring.'),
    ]);
    expect(compare(before, after).map(({ part, heading, changed }) => [part, heading, changed])).toEqual([
      ['head', 'Referat af møde i Lindeklyngen', false],
      ['people', 'Deltagere', false],
      ['a', '1. Velkomst', true],
      ['b', '2. Budget', false],
    ]);
  });

  it('have every paragraph of both, whatever was done to them', () => {
    const drawn = fc.array(
      sentence.map((text) => block(text)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(drawn, drawn, drawn, (one, two, three) => {
        const [old, now] = [minutes(one, two), minutes(three, two)];
        const lines = compare(old, now).flatMap((part) => part.lines);
        const texts = (side: 'before' | 'after') => lines.flatMap((line) => line[side]?.text ?? []).sort();
        const all = (of: MinutesDocument) =>
          paperLines(of)
            .map(({ text }) => text)
            .sort();
        expect([texts('before'), texts('after')]).toEqual([all(old), all(now)]);
      }),
    );
  });
});
