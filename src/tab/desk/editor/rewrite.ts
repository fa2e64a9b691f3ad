import { diffIndices } from 'node-diff3';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { type TypedLine, typedLine } from '../../../wording/typedLines.ts';
import { lineNode, textOf } from './schema.ts';

/** Came from elsewhere: no step of this writer's history. */
export const FROM_ELSEWHERE = 'fromElsewhere';

/**
 * Makes the text what it is by now, touching nothing but what is different, so that cursor, selection and what can be
 * undone stay where they are. Null: it is that already.
 */
export function rewrite(state: EditorState, text: string): Transaction | null {
  const [old, now] = [textOf(state.doc).split('\n'), text.split('\n')];
  const transaction = state.tr;
  const changes = (
    diffIndices(old, now) as { buffer1: [number, number]; buffer2: [number, number] }[]
  ).reverse();
  if (changes.length === 0) return null;
  const starts = [0];
  for (const line of state.doc.children) starts.push((starts.at(-1) ?? 0) + line.nodeSize);
  // From the end, so that the places before it stay as they were.
  for (const { buffer1, buffer2 } of changes) {
    const pairs = paired(
      old.slice(buffer1[0], buffer1[0] + buffer1[1]),
      now.slice(buffer2[0], buffer2[0] + buffer2[1]),
    );
    let index = buffer1[0] + buffer1[1];
    for (const pair of pairs.reverse()) {
      if (pair.old === undefined && pair.now !== undefined)
        transaction.insert(starts[index] ?? 0, lineNode(typedLine(pair.now)));
      if (pair.old === undefined) continue;
      index -= 1;
      const at = starts[index] ?? 0;
      if (pair.now === undefined) transaction.delete(at, starts[index + 1] ?? at);
      else changeLine(transaction, at, typedLine(pair.old), typedLine(pair.now));
    }
  }
  keepCursor(state, transaction);
  return transaction.setMeta('addToHistory', false).setMeta(FROM_ELSEWHERE, true);
}

interface Pair {
  readonly old?: string;
  readonly now?: string;
}

/** Lines that became one another: those that begin or end alike, in their order; others go and come. */
function paired(old: readonly string[], now: readonly string[]): Pair[] {
  const [first, ...others] = old;
  if (first === undefined) return now.map((line) => ({ now: line }));
  let [best, likeness] = [-1, 0];
  for (const [at, line] of now.entries()) {
    const shared = alike(first, line);
    if (shared > likeness) [best, likeness] = [at, shared];
  }
  // A lone line is that line still, whatever it says; its cursor stays in it.
  if (best < 0 && old.length === 1 && now.length === 1) best = 0;
  if (best < 0) return [{ old: first }, ...paired(others, now)];
  return [
    ...now.slice(0, best).map((line) => ({ now: line })),
    { old: first, now: now[best] ?? '' },
    ...paired(others, now.slice(best + 1)),
  ];
}

/** How many letters both begin and end with; few of them are chance. */
function alike(a: string, b: string): number {
  const { start, endA } = sharedEnds(a, b);
  const shared = start + a.length - endA;
  return shared * 3 >= Math.min(a.length, b.length) && shared > 0 ? shared : 0;
}

function sharedEnds(a: string, b: string): { start: number; endA: number; endB: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return { start, endA, endB };
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
