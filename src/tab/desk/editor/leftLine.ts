import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { lineStart } from './schema.ts';

const key = new PluginKey<number | null>('leftLine');

/** The line that a decision was made of stays, empty, to write the next in: says where it begins. */
export const leavesLine = (transaction: Transaction, at: number): Transaction => transaction.setMeta(key, at);

const emptyAt = (state: EditorState, at: number): boolean => {
  const line = state.doc.nodeAt(at);
  return line !== null && line.content.size === 0;
};

/** Takes the line that was left away once the cursor has gone elsewhere; null: there is none, or it is written in. */
export function withoutLeftLine(state: EditorState): Transaction | null {
  const at = key.getState(state) ?? null;
  if (at === null || !emptyAt(state, at) || state.doc.childCount === 1) return null;
  return state.tr
    .delete(at, at + 2)
    .setMeta(key, null)
    .setMeta('addToHistory', false);
}

/** Keeps account of the line that was left. */
export const leftLine = new Plugin<number | null>({
  key,
  state: {
    init: () => null,
    apply(transaction, known, _old, state) {
      const told = transaction.getMeta(key) as number | null | undefined;
      if (told !== undefined) return told;
      if (known === null || !transaction.docChanged) return known;
      const { pos, deleted } = transaction.mapping.mapResult(known, 1);
      // Somebody has written in it, or it is gone.
      return deleted || !emptyAt(state, pos) ? null : pos;
    },
  },
  appendTransaction(_transactions, _old, state) {
    const at = key.getState(state) ?? null;
    if (at === null || lineStart(state, state.selection.$head.index(0)) === at) return null;
    return withoutLeftLine(state);
  },
});
