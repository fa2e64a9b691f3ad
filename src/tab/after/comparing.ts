import { diffComm } from 'node-diff3';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { type PaperLine, paperLines } from './paperLines.ts';
import { type Stretch, sameness, wordDiff } from './wordDiff.ts';

/** A paragraph in both versions, or in one. `words` of what was reworded. */
export type ComparedLine =
  | { readonly kind: 'same'; readonly before: PaperLine; readonly after: PaperLine }
  | { readonly kind: 'removed'; readonly before: PaperLine; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: PaperLine }
  | {
      readonly kind: 'reworded';
      readonly before: PaperLine;
      readonly after: PaperLine;
      readonly words: readonly Stretch[];
    };

/** An item or another part of the paper, with its paragraphs. */
export interface ComparedPart {
  readonly part: string;
  readonly heading: string;
  readonly changed: boolean;
  readonly lines: readonly ComparedLine[];
}

/** From which likeness on a paragraph is taken to be the other one, reworded. */
const REWORDED = 0.4;

/** Two versions of the minutes held against each other, part by part, paragraph by paragraph, word by word. */
export function compare(before: MinutesDocument, after: MinutesDocument): readonly ComparedPart[] {
  const key = ({ part, style, text }: PaperLine) => `${part}\n${style}\n${text}`;
  const [old, now] = [paperLines(before), paperLines(after)];
  const lines: ComparedLine[] = [];
  let [from, to] = [0, 0];
  for (const part of diffComm(old.map(key), now.map(key))) {
    if (part.common) {
      part.common.forEach((_, index) => {
        const [one, other] = [old[from + index], now[to + index]];
        if (one && other) lines.push({ kind: 'same', before: one, after: other });
      });
      from += part.common.length;
      to += part.common.length;
      continue;
    }
    const [removed, added] = [part.buffer1?.length ?? 0, part.buffer2?.length ?? 0];
    lines.push(...paired(old.slice(from, from + removed), now.slice(to, to + added)));
    from += removed;
    to += added;
  }
  return parts(lines);
}

/** What was taken out and what was put in at one place: in pairs where one is the other, reworded. */
function paired(removed: readonly PaperLine[], added: readonly PaperLine[]): ComparedLine[] {
  const result: ComparedLine[] = [];
  let next = 0;
  for (const before of removed) {
    const at = added.findIndex(
      (after, index) =>
        index >= next &&
        after.part === before.part &&
        after.style === before.style &&
        sameness(before.text, after.text) >= REWORDED,
    );
    const after = at < 0 ? undefined : added[at];
    if (!after) {
      result.push({ kind: 'removed', before, after: null });
      continue;
    }
    result.push(...added.slice(next, at).map(asAdded));
    result.push({ kind: 'reworded', before, after, words: wordDiff(before.text, after.text) });
    next = at + 1;
  }
  return [...result, ...added.slice(next).map(asAdded)];
}

const asAdded = (after: PaperLine): ComparedLine => ({ kind: 'added', before: null, after });

function parts(lines: readonly ComparedLine[]): readonly ComparedPart[] {
  const order: string[] = [];
  const byPart = new Map<string, ComparedLine[]>();
  for (const line of lines) {
    const part = (line.after ?? line.before)?.part ?? '';
    const known = byPart.get(part);
    if (known) known.push(line);
    else {
      order.push(part);
      byPart.set(part, [line]);
    }
  }
  return order.map((part) => {
    const own = byPart.get(part) ?? [];
    const first = own[0];
    return {
      part,
      heading: (first?.after ?? first?.before)?.text ?? '',
      changed: own.some(({ kind }) => kind !== 'same'),
      lines: own,
    };
  });
}
