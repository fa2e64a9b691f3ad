import { headerLabelOf } from './headerFields.ts';
import { sectionLabelOf } from './sectionLabels.ts';
import type { Line } from './source.ts';

/** A document of at most this many lines may have lost its line breaks on the way (a form field, a chat, a phone). */
const fewLines = 6;
const leastItems = 3;
const numberInside = /(?<=^|\s)\(?(\d{1,3})[.)]\s*(?=["”(]?\p{Lu})/gu;
const labelInside = /(?<=[.!?;)]\s+)(?=\p{Lu}[\p{L} ]{2,30}:)/gu;

/** Places where the numbers 1, 2, 3 … (or n, n+1 …) open the items of a text without line breaks. */
function itemStarts(text: string): number[] {
  let best: number[] = [];
  const all = [...text.matchAll(numberInside)].map((hit) => ({ at: hit.index, value: Number(hit[1]) }));
  const firsts = all.slice(0, 5);
  for (const first of firsts) {
    const run: number[] = [];
    let next = first.value;
    for (const { at, value } of all) {
      if (at < first.at || value !== next) continue;
      run.push(at);
      next++;
    }
    if (run.length > best.length) best = run;
  }
  return best.length >= leastItems ? best : [];
}

function cutAt(line: Line, places: readonly number[]): Line[] {
  const at = [...new Set([0, ...places])].sort((a, b) => a - b);
  return at
    .map((from, index) => ({ ...line, text: line.text.slice(from, at[index + 1] ?? line.text.length) }))
    .filter((piece) => piece.text.trim() !== '')
    .map((piece, index) => (index === 0 ? piece : { ...piece, pageStart: false }));
}

/** Gives a document that was pasted without line breaks its lines back; every other document as it is. */
export function unfoldLines(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter((line) => line.text.trim() !== '');
  if (filled.length > fewLines || !filled.some((line) => line.text.length > 80)) return lines;
  if (!filled.some((line) => itemStarts(line.text).length > 0)) return lines;
  return filled.flatMap((line) => {
    const labels = [...line.text.matchAll(labelInside)]
      .map((hit) => hit.index)
      .filter((at) => {
        const label = line.text.slice(at, at + 40);
        return sectionLabelOf(label) !== null || headerLabelOf(label) !== null;
      });
    return cutAt(line, [...itemStarts(line.text), ...labels]);
  });
}
