import { diffComm } from 'node-diff3';

/** A stretch of words that is in both, or in one only. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words and the spaces between them, so that joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** From one text to the other, word by word: without what is added it is the first, without what is removed the second. */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const put = (kind: Stretch['kind'], words: readonly string[] | undefined) => {
    const text = words?.join('') ?? '';
    if (text !== '') stretches.push({ kind, text });
  };
  for (const part of diffComm(wordsOf(before), wordsOf(after))) {
    put('same', part.common);
    put('removed', part.buffer1);
    put('added', part.buffer2);
  }
  return calm(stretches);
}

/** A space alone between two changes belongs to them: else each changed word of a sentence stands by itself. */
function calm(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  stretches.forEach((one, index) => {
    const between =
      index > 0 && index < stretches.length - 1 && one.kind === 'same' && one.text.trim() === '';
    if (between) result.push({ kind: 'removed', text: one.text }, { kind: 'added', text: one.text });
    else result.push(one);
  });
  return gathered(result);
}

/** Next to each other, all that is removed before all that is added. */
function gathered(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of stretches) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** How much of two texts is the same, 0 to 1, by their letters. */
export function sameness(before: string, after: string): number {
  const same = wordDiff(before, after)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  const longest = Math.max(before.trim().length, after.trim().length);
  return longest === 0 ? 1 : same / longest;
}
