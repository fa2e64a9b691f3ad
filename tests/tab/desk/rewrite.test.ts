import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { history, undo } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { rewrite } from '../../../src/tab/desk/editor/rewrite.ts';
import { textDocument, textOf } from '../../../src/tab/desk/editor/schema.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const started = (text: string) => EditorState.create({ doc: textDocument(text), plugins: [history()] });
/** The state with the cursor at `|`. */
function withCursor(marked: string): EditorState {
  const [before = '', after = ''] = marked.split('|');
  const state = started(before + after);
  const line = before.split('\n').length - 1;
  let at = 0;
  for (let index = 0; index < line; index += 1) at += state.doc.child(index).nodeSize;
  const column = (before.split('\n').at(-1) ?? '').replace(/^ *- /u, '').length;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at + 1 + column)));
}
function marked(state: EditorState): string {
  const { $head } = state.selection;
  const lines = textOf(state.doc).split('\n');
  const line = $head.index(0);
  const text = lines[line] ?? '';
  const at = text.length - $head.parent.content.size + $head.parentOffset;
  lines[line] = `${text.slice(0, at)}|${text.slice(at)}`;
  return lines.join('\n');
}
const changed = (state: EditorState, text: string): EditorState => {
  const transaction = rewrite(state, text);
  return transaction ? state.apply(transaction) : state;
};

describe('what others write in an open text', () => {
  const piece = fc.constantFrom('- ', '  - ', 'ord ', 'et', 'to ', '\n', '\n', 'æ', '.');
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  it('is taken over exactly, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        expect(textOf(changed(started(old), now).doc)).toBe(now);
      }),
      { numRuns: 1000 * cases },
    );
  });

  it('is taken over exactly where it parts or joins lines', () => {
    const words = fc.array(fc.constantFrom('et ', 'to\n', '- tre ', 'fire\n- ', 'fem.', '  - seks '), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.nat(40), fc.constantFrom('\n', '\n- ', ' ny\n', ' '), (parts, at, between) => {
        const old = parts.join('');
        const gaps = [...old.matchAll(/\s+/gu)];
        const gap = gaps[at % Math.max(1, gaps.length)];
        const now = gap ? `${old.slice(0, gap.index)}${between}${old.slice(gap.index + gap[0].length)}` : old;
        expect(textOf(changed(started(old), now).doc)).toBe(now);
        expect(textOf(changed(started(now), old).doc)).toBe(old);
      }),
      { numRuns: 1000 * cases },
    );
  });

  it.each([
    ['above', 'A\nVi dr|', 'Nyt.\nA\nVi dr', 'Nyt.\nA\nVi dr|'],
    ['below', 'Vi dr|', 'Vi dr\nNyt.', 'Vi dr|\nNyt.'],
    [
      'in the line before the cursor',
      'Vi drøftede | planen',
      'Vi i gruppen drøftede  planen',
      'Vi i gruppen drøftede | planen',
    ],
    ['behind the cursor in its line', 'Vi|', 'Vi drøftede', 'Vi| drøftede'],
    ['at several places at once', 'A\nB|\nC', 'A1\nB\nC\nD', 'A1\nB|\nC\nD'],
    ['by making the line a bullet', 'A|b', '- Ab', '- A|b'],
    [
      'by parting its line before the cursor',
      'Det ene. Det andet|',
      'Det ene.\nDet andet',
      'Det ene.\nDet andet|',
    ],
    [
      'by parting its line behind the cursor',
      'Det| ene. Det andet',
      'Det ene.\nDet andet',
      'Det| ene.\nDet andet',
    ],
    [
      'by parting its bullet',
      '- Det ene. Det an|det',
      '- Det ene.\n  - Det andet',
      '- Det ene.\n  - Det an|det',
    ],
    [
      'by joining its line to the one above',
      'Det ene.\nDet an|det',
      'Det ene. Det andet',
      'Det ene. Det an|det',
    ],
    [
      'by joining the one below to its line',
      'Det ene|.\nDet andet',
      'Det ene.Det andet',
      'Det ene|.Det andet',
    ],
    [
      'by parting its line into three',
      'Det ene. Det andet. Det tredje|',
      'Nyt.\nDet ene.\nDet andet.\nDet tredje',
      'Nyt.\nDet ene.\nDet andet.\nDet tredje|',
    ],
    ['by taking another line away', 'A\n- B|\nC', '- B\nC', '- B|\nC'],
  ])('%s leaves the cursor where it is', (_, before, now, after) => {
    expect(marked(changed(withCursor(before), now))).toBe(after);
  });

  it('is not taken back by undoing, which takes back the own words only', () => {
    let state = withCursor('A|');
    state = state.apply(state.tr.insertText(' mit'));
    state = changed(state, 'Deres.\nA mit\nOgså deres.');
    undo(state, (transaction) => {
      state = state.apply(transaction);
    });
    expect(textOf(state.doc)).toBe('Deres.\nA\nOgså deres.');
  });
});

describe('an empty line in which somebody is about to write', () => {
  it.each([
    ['the only one', '|', 'Deres', 'Deres\n|'],
    ['the last one', 'A\n|', 'A\nDeres', 'A\nDeres\n|'],
    ['one in the middle', 'A\n|\nB', 'A\nB', 'A\n|\nB'],
  ])('stays theirs: %s', (_, before, now, after) => {
    const state = withCursor(before);
    const transaction = rewrite(state, now, true);
    expect(marked(transaction ? state.apply(transaction) : state)).toBe(after);
  });
});
