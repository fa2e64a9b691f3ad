import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { type TypedLine, typedLine, writtenLine } from '../../../wording/typedLines.ts';
import { alignLines, sharedEnds } from '../text/alignLines.ts';
import { partAndJoin } from './partLines.ts';
import { lineNode, linesIn, textOf } from './schema.ts';

/** Came from elsewhere: no step of this writer's history. */
export const FROM_ELSEWHERE = 'fromElsewhere';

/**
 * Makes the text what it is by now, touching nothing but what is different, so that cursor, selection and what can be
 * undone stay where they are. Null: it is that already.
 *
 * @param writing somebody is about to write where the cursor stands: an empty line there stays for them
 */
export function rewrite(state: EditorState, text: string, writing = false): Transaction | null {
  if (textOf(state.doc) === text) return null;
  const now = text.split('\n');
  const transaction = state.tr;
  partAndJoin(transaction, now);
  // As they are set by now: what was parted off may begin like a bullet and be none yet.
  const lines = linesIn(transaction.doc);
  const old = lines.map(writtenLine);
  const aligned = alignLines(old, now);
  // A text of one line is that line still, whatever it says; its cursor stays in it.
  if (old.length === 1 && now.length === 1 && !(writing && old[0] === '')) aligned[0] = 0;
  const mine = writing ? transaction.selection.$head.index(0) : -1;
  const stays = (index: number) => index === mine && old[index] === '';
  const starts = [0];
  for (const line of transaction.doc.children) starts.push((starts.at(-1) ?? 0) + line.nodeSize);
  // From the end, so that the places before it stay as they were.
  let next = now.length;
  let left = false;
  for (let index = old.length - 1; index >= -1; index -= 1) {
    const became = index < 0 ? -1 : (aligned[index] ?? null);
    const at = starts[index] ?? 0;
    const behind = starts[index + 1] ?? 0;
    if (became === null) {
      if (stays(index)) continue;
      // A text has one line at least: the last goes when others have come.
      if (transaction.doc.childCount > 1) transaction.delete(at, behind);
      else left = true;
      continue;
    }
    for (const line of now.slice(became + 1, next).reverse())
      transaction.insert(behind, lineNode(typedLine(line)));
    next = became;
    const [was, is] = [lines[index], now[became]];
    if (was !== undefined && is !== undefined) changeLine(transaction, at, was, typedLine(is));
  }
  const end = transaction.doc.content.size;
  if (left) transaction.delete(end - (transaction.doc.lastChild?.nodeSize ?? 0), end);
  keepCursor(state, transaction);
  return transaction.setMeta('addToHistory', false).setMeta(FROM_ELSEWHERE, true);
}

function changeLine(transaction: Transaction, at: number, old: TypedLine, now: TypedLine): void {
  const { start, endA, endB } = sharedEnds(old.text, now.text);
  const put = now.text.slice(start, endB);
  if (put !== '') transaction.insertText(put, at + 1 + start, at + 1 + endA);
  else if (endA > start) transaction.delete(at + 1 + start, at + 1 + endA);
  if (old.level !== now.level) transaction.setNodeAttribute(at, 'level', now.level);
}

/** What comes in where the cursor stands comes behind it. */
function keepCursor(state: EditorState, transaction: Transaction): void {
  const { anchor, head } = state.selection;
  const [from, to] = [anchor, head].map((at) => transaction.mapping.map(at, -1));
  const end = transaction.doc.content.size;
  transaction.setSelection(
    TextSelection.between(
      transaction.doc.resolve(Math.min(from ?? 0, end)),
      transaction.doc.resolve(Math.min(to ?? 0, end)),
    ),
  );
}
