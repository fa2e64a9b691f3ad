/** Words as one counts them: what stands between spaces and has a letter or a digit. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const bulletMark = /^ *- /u;

/** The same of a text of several lines, which stay lines; blank ones go. */
export function cutLines(text: string, most: number): string {
  const kept: string[] = [];
  let left = most;
  for (const line of text.split('\n')) {
    const words = wordsIn(line);
    if (words === 0) continue;
    if (left <= 0) return `${kept.join('\n').replace(/[\s,;:–-]+$/u, '')} …`;
    const [mark = ''] = bulletMark.exec(line) ?? [];
    kept.push(`${mark}${cutAtWords(line.slice(mark.length), left)}`);
    if (words > left) break;
    left -= words;
  }
  return kept.join('\n');
}

/** The first words of a text, with an ellipsis where there were more; no more words than `most`. */
export function cutAtWords(text: string, most: number): string {
  const words = text.trim().split(/\s+/u);
  if (wordsIn(text) <= most) return words.join(' ');
  const kept: string[] = [];
  for (const word of words) {
    if (wordsIn([...kept, word].join(' ')) > most) break;
    kept.push(word);
  }
  return `${kept.join(' ').replace(/[\s,;:–-]+$/u, '')} …`.trim();
}

/** The first words of a text and, where it is longer, the last ones: it grows at its end. Lines stay lines. */
export function cutBetween(text: string, most: number): string {
  const lines = text.split('\n').filter((line) => wordsIn(line) > 0);
  const first = Math.floor(most / 3);
  if (wordsIn(text) <= most || first === 0) return cutLines(text, most);
  const head = cutLines(text, first).split('\n');
  const tail: string[] = [];
  let left = most - first;
  for (let at = lines.length - 1; left > 0; at -= 1) {
    const line = lines[at] ?? '';
    const [mark = ''] = bulletMark.exec(line) ?? [];
    if (wordsIn(line) > left) {
      const last = lastWords(line, left);
      // One line that is cut in its middle.
      if (at === head.length - 1) head.push(`${head.pop() ?? ''} ${last}`);
      else tail.unshift(`${mark}… ${last}`);
      break;
    }
    tail.unshift(line);
    left -= wordsIn(line);
  }
  return [...head, ...tail].join('\n');
}

function lastWords(line: string, most: number): string {
  const words = line.trim().split(/\s+/u);
  let from = words.length;
  for (let left = most; from > 0 && left > 0; from -= 1) left -= wordsIn(words[from - 1] ?? '');
  return words.slice(from).join(' ');
}
