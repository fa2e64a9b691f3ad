/** Words as one counts them: what stands between spaces and has a letter or a digit. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The same of a text of several lines, which stay lines; blank ones go. */
export function cutLines(text: string, most: number): string {
  const kept: string[] = [];
  let left = most;
  for (const line of text.split('\n')) {
    const words = wordsIn(line);
    if (words === 0) continue;
    if (left <= 0) return `${kept.join('\n').replace(/[\s,;:–-]+$/u, '')} …`;
    const [mark = ''] = /^ *- /u.exec(line) ?? [];
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
