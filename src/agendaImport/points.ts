import type { CleanLine } from './cleanLines.ts';
import { goesOn, joinWrapped, tidy } from './paragraphs.ts';

const bulletMark = /^(?:[•·▪●◦*\u2022\uf0b7\u25aa]\s*|[–-]\s+)(?=\S)/u;
const subBulletMark = /^(?:o|◦|▪)\s+(?=\p{L})/u;
const numberMark = /^(?:\(?\d{1,2}[.)]\s*|[a-z]\)\s*)(?=\D)/u;
const atMark = /^at\s*(?:\d{1,2}\s*\)|:)?\s/iu;

export interface Points {
  readonly points: string[];
  /** Sub-points belong to the point above; text behind the list is handed back. */
  readonly after: CleanLine[];
  readonly set: 'bullets' | 'numbers' | null;
}

const markOf = (text: string): 'bullets' | 'numbers' | null =>
  bulletMark.test(text) ? 'bullets' : numberMark.test(text) ? 'numbers' : null;

const stripped = (text: string): string =>
  tidy(
    text
      .replace(bulletMark, '')
      .replace(numberMark, '')
      .replace(/^at\s*\d{1,2}\s*\)\s*/iu, 'At ')
      .replace(/^at:\s*/iu, 'At '),
  );

/**
 * Cuts a section into its points: by bullets or numbers where it has them, else by "at …" or by paragraphs
 * (`how` "lines": every line is one, unless it goes on with the one above). A new paragraph behind a list ends it.
 */
export function pointsOf(lines: readonly CleanLine[], how: 'paragraphs' | 'lines'): Points {
  const marked = lines.some((line) => markOf(line.text) !== null);
  const byAt = !marked && lines.some((line) => atMark.test(line.text));
  const set = lines.map((line) => markOf(line.text)).find((mark) => mark !== null) ?? null;
  const points: string[] = [];
  const after: CleanLine[] = [];
  lines.forEach((line) => {
    if (after.length) {
      after.push(line);
      return;
    }
    const last = points.at(-1);
    const start = marked ? markOf(line.text) !== null : byAt ? atMark.test(line.text) : false;
    if (start && !subBulletMark.test(line.text)) {
      points.push(stripped(line.text));
      return;
    }
    if (last === undefined) {
      points.push(stripped(line.text));
      return;
    }
    const ended = /[.?!]$/.test(last);
    if (marked || byAt) {
      if (
        line.gap === 2 &&
        !goesOn(last, line.text) &&
        !subBulletMark.test(line.text) &&
        (ended || /^\p{Lu}/u.test(line.text))
      )
        after.push(line);
      else points[points.length - 1] = joinWrapped(last, line.text);
    } else if (how === 'lines' ? !goesOn(last, line.text) : line.gap === 2 && !goesOn(last, line.text))
      points.push(stripped(line.text));
    else points[points.length - 1] = joinWrapped(last, line.text);
  });
  return { points: points.map(tidy).filter((point) => /[\p{L}\p{N}]/u.test(point)), after, set };
}

/** Running text of some lines: wraps joined, paragraphs and list entries on lines of their own. */
export function proseOf(lines: readonly CleanLine[]): string {
  const paragraphs: string[] = [];
  let count = Number.NaN;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const bare = Number(/^(\d{1,2}) \p{Lu}/u.exec(line.text)?.[1] ?? Number.NaN);
    const counted = bare === 1 || bare === count + 1;
    if (counted) count = bare;
    const listed = counted || markOf(line.text) !== null || subBulletMark.test(line.text);
    const breaks =
      listed ||
      (line.gap === 2 && !goesOn(last ?? '', line.text)) ||
      (line.gap === 1 && /[.:?!]$/.test(last ?? ''));
    if (last === undefined || breaks) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinWrapped(last, line.text);
  }
  return paragraphs.map(tidy).join('\n');
}
