import { describe, expect, it } from '@jest/globals';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import {
  bulletsAsTyped,
  deeper,
  lineWithItsBullets,
  newLine,
  plainAgain,
  shallower,
  withoutLines,
} from '../../../src/tab/desk/editor/lineCommands.ts';
import { lineStart, textDocument, textOf } from '../../../src/tab/desk/editor/schema.ts';

/** A text with the cursor at `|`. */
function at(marked: string): EditorState {
  const [before = '', after = ''] = marked.split('|');
  const state = EditorState.create({ doc: textDocument(before + after), plugins: [bulletsAsTyped] });
  const lines = before.split('\n');
  const column = (lines.at(-1) ?? '').replace(/^ *- /u, '').length;
  const place = lineStart(state, lines.length - 1) + 1 + column;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
}
function shown(state: EditorState): string {
  const { $head } = state.selection;
  const lines = textOf(state.doc).split('\n');
  const text = lines[$head.index(0)] ?? '';
  const column = text.length - $head.parent.content.size + $head.parentOffset;
  lines[$head.index(0)] = `${text.slice(0, column)}|${text.slice(column)}`;
  return lines.join('\n');
}
const after = (marked: string, command: Command): string | null => {
  let state = at(marked);
  const done = command(state, (transaction) => {
    state = state.apply(transaction);
  });
  return done ? shown(state) : null;
};

describe('writing in lines', () => {
  it.each([
    ['Enter in a paragraph', newLine, 'Et| to', 'Et\n| to'],
    ['Enter in a bullet', newLine, '- Et|', '- Et\n- |'],
    ['Enter in a bullet under one', newLine, '- A\n  - Et|', '- A\n  - Et\n  - |'],
    ['Enter in front of a bullet', newLine, '- |Et', '- \n- |Et'],
    ['Enter in an empty bullet under one', newLine, '- A\n  - |', '- A\n- |'],
    ['Enter in an empty bullet', newLine, '- A\n- |', '- A\n|'],
    ['Backspace in front of a bullet', plainAgain, '- |Et', '|Et'],
    ['Backspace in front of a paragraph is nothing of ours', plainAgain, 'A\n|Et', null],
    ['Backspace inside of a bullet is nothing of ours', plainAgain, '- E|t', null],
    ['Tab in a bullet under another', deeper, '- A\n- B|', '- A\n  - B|'],
    ['Tab in the first bullet leads on', deeper, '- A|', null],
    ['Tab in a bullet that is as deep as it can be under that one', deeper, '- A\n  - B|', null],
    ['Tab in a paragraph leads on', deeper, 'A|', null],
    ['Shift+Tab in a bullet under another', shallower, '- A\n  - B|', '- A\n- B|'],
    ['Shift+Tab in a bullet', shallower, '- A|', 'A|'],
    ['Shift+Tab in a paragraph leads on', shallower, 'A|', null],
  ] as const)('%s', (_, command, before, then) => {
    expect(after(before, command)).toBe(then);
  });

  it('makes a bullet of a line that begins with "- "', () => {
    const state = at('-|x');
    expect(shown(state.apply(state.tr.insertText(' ')))).toBe('- |x');
    expect(state.apply(state.tr.insertText(' ')).doc.child(0).attrs.level).toBe(1);
  });

  it('counts the bullets under a bullet as part of it, and nothing of a paragraph', () => {
    const state = at('Vi peger på:\n- A\n  - a\n    - x\n  - b\n- B|');
    expect(lineWithItsBullets(state, 1)).toEqual({ text: 'A\n- a\n  - x\n- b', to: 4 });
    expect(lineWithItsBullets(state, 0)).toEqual({ text: 'Vi peger på:', to: 0 });
  });

  it.each([
    ['A\nB|\nC', 1, 1, 'A\n|C'],
    ['A\nB|', 1, 1, 'A\n|'],
    ['- A|', 0, 0, '|'],
    ['A\n- B|\n  - C', 1, 2, 'A\n|'],
  ])('%j without lines %i to %i', (text, from, to, then) => {
    const state = at(text);
    expect(shown(state.apply(withoutLines(state, from, to)))).toBe(then);
  });
});
