import { Fragment } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { TypedLine } from '../../../wording/typedLines.ts';
import { levelOf, lineNode, lineStart } from './schema.ts';

/** Puts lines where the selection is: the first goes on in its line unless it begins a bullet, the rest follows them. */
export function pasteLines(state: EditorState, lines: readonly TypedLine[]): Transaction {
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  const [first, ...others] = lines;
  if (!first) return transaction;
  const level = levelOf($from.parent);
  const before = $from.parent.textContent.slice(0, $from.parentOffset);
  const after = $from.parent.textContent.slice($from.parentOffset);
  const opening =
    before === ''
      ? [{ level: first.level === 0 ? level : first.level, text: first.text }]
      : first.level === 0
        ? [{ level, text: before + first.text }]
        : [{ level, text: before }, first];
  const all = [...opening, ...others];
  const last = all.pop() ?? first;
  const placed = [...all, { ...last, text: last.text + after }];
  const start = lineStart(transaction, $from.index(0));
  transaction.replaceWith(start, start + $from.parent.nodeSize, Fragment.from(placed.map(lineNode)));
  const end = placed.slice(0, -1).reduce((sum, { text }) => sum + text.length + 2, start);
  return transaction
    .setSelection(TextSelection.create(transaction.doc, end + 1 + last.text.length))
    .scrollIntoView();
}
