import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { DEEPEST, typedLine, writtenLine } from '../../../wording/typedLines.ts';
import { leavesLine } from './leftLine.ts';
import { levelOf, lineNode, lineStart } from './schema.ts';

/** The lines that the selection touches, by their place in the text. */
export function selectedLines({ doc, selection }: EditorState): { from: number; to: number } {
  const { $from, $to } = selection;
  return { from: $from.index(0), to: Math.min($to.index(0), doc.childCount - 1) };
}

/** Deeper by `by` where `allowed`; false where no selected line is. */
const shift =
  (by: 1 | -1, allowed: (level: number, above: number) => boolean): Command =>
  (state, dispatch) => {
    const { from, to } = selectedLines(state);
    const transaction = state.tr;
    let moved = false;
    let above = from === 0 ? 0 : levelOf(state.doc.child(from - 1));
    for (let index = from; index <= to; index += 1) {
      const level = levelOf(state.doc.child(index));
      const goes = allowed(level, above);
      if (goes) transaction.setNodeAttribute(lineStart(state, index), 'level', level + by);
      moved ||= goes;
      above = goes ? level + by : level;
    }
    if (moved) dispatch?.(transaction.scrollIntoView());
    return moved;
  };

/** Tab in a bullet: under the one above it. */
export const deeper = shift(1, (level, above) => level > 0 && level < DEEPEST && level <= above);
/** Shift+Tab in a bullet: a level up, at last a paragraph. */
export const shallower = shift(-1, (level) => level > 0);

const emptySelectionIn = (state: EditorState) => {
  const { $from, empty } = state.selection;
  return empty ? $from : null;
};

/** Enter: a new line of the same kind; on an empty bullet the list ends, a level at a time, as in Word. */
export const newLine: Command = (state, dispatch) => {
  const at = emptySelectionIn(state);
  if (at && at.parent.content.size === 0 && levelOf(at.parent) > 0) return shallower(state, dispatch);
  if (dispatch) {
    const transaction = state.tr.deleteSelection();
    const { $from } = transaction.selection;
    // At the front of a line the new one goes above it, and the line stays what it is.
    transaction.split($from.pos, 1, [{ type: $from.parent.type, attrs: { level: levelOf($from.parent) } }]);
    dispatch(transaction.scrollIntoView());
  }
  return true;
};

/** Backspace at the front of a bullet takes the bullet, not the line. */
export const plainAgain: Command = (state, dispatch) => {
  const at = emptySelectionIn(state);
  if (!at || at.parentOffset > 0 || levelOf(at.parent) === 0) return false;
  return shallower(state, dispatch);
};

/** A line that begins as a bullet is written is one, so that what is seen is what is kept. */
export const bulletsAsTyped = new Plugin({
  appendTransaction(transactions, _old, { doc, tr: transaction }) {
    if (!transactions.some((one) => one.docChanged)) return null;
    let at = 0;
    for (const line of doc.children) {
      const level = levelOf(line);
      if (level === 0 && asBullet(transaction, at, line.textContent)) return transaction;
      at += line.nodeSize;
    }
    return null;
  },
});

function asBullet(transaction: Transaction, at: number, text: string): boolean {
  const { level, text: rest } = typedLine(text);
  if (level === 0) return false;
  transaction.delete(at + 1, at + 1 + text.length - rest.length).setNodeAttribute(at, 'level', level);
  return true;
}

/** What a line says, with the bullets under it where it is one: those belong to it. */
export function lineWithItsBullets(
  { doc }: Pick<EditorState, 'doc'>,
  index: number,
): {
  readonly text: string;
  readonly to: number;
} {
  const line = doc.child(index);
  const level = levelOf(line);
  let to = index;
  while (level > 0 && to + 1 < doc.childCount && levelOf(doc.child(to + 1)) > level) to += 1;
  const under = Array.from({ length: to - index }, (_, at) => doc.child(index + 1 + at)).map((one) =>
    writtenLine({ level: levelOf(one) - level, text: one.textContent.trim() }),
  );
  return { text: [line.textContent.trim(), ...under].join('\n'), to };
}

/** Takes the lines out and leaves an empty one to write in, which goes when nobody does. */
export function emptiedLine(state: EditorState, from: number, to: number): Transaction {
  const transaction = state.tr;
  const [start, end] = [lineStart(state, from), lineStart(state, to + 1)];
  transaction.replaceWith(start, end, lineNode({ level: 0, text: '' }));
  transaction.setSelection(TextSelection.create(transaction.doc, start + 1));
  return leavesLine(transaction, start);
}

/** Takes the lines out; the last of a text is emptied instead, and written on in. */
export function withoutLines(state: EditorState, from: number, to: number): Transaction {
  const transaction = state.tr;
  const [start, end] = [lineStart(state, from), lineStart(state, to + 1)];
  if (to === state.doc.childCount - 1) {
    const last = lineStart(state, to);
    transaction.delete(last + 1, end - 1).setNodeAttribute(last, 'level', 0);
    if (to > from) transaction.delete(start, last);
    return transaction.setSelection(TextSelection.atEnd(transaction.doc));
  }
  transaction.delete(start, end);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 1)));
}
