import { listedLines } from './typedLines.ts';

/**
 * Text as typed ⇄ Markdown (CommonMark 0.31, with the tables and strikethrough of GitHub) that shows just that text.
 * Only what would change its meaning is escaped, so that the file stays readable; line breaks are kept as hard breaks.
 */

/** Signs that begin something anywhere in a line. */
const inline =
  /[\\`*[~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=\S)|&(?=#?\p{L}{0,1}[\p{L}\p{N}]{1,31};)/gu;
/** What no line of a text file can hold, or every reader takes for a break of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is written otherwise
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/gu;
const entity = (sign: string): string => `&#${sign.codePointAt(0)};`;

const escaped = (line: string): string =>
  line.replace(inline, (sign) => `\\${sign}`).replace(unprintable, entity);

/** Signs that begin something at the start of a line: headings, lists, quotes, rules; a space there or at the end. */
const atStart = (line: string): string =>
  line
    .replace(/^[ \t]|[ \t]$/gu, entity)
    .replace(/^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|:-|(?:=+\s*|-[\s-]*)$)/u, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');

const outer = (text: string): string =>
  text.replace(/^\s+|\s+$/gu, (space) => [...space].map(entity).join(''));

/** A text of one or more lines, to stand alone or after a mark of a list; further lines are not indented. */
export const asMarkdown = (text: string): string =>
  outer(
    text
      .replace(/\r\n/gu, '\n')
      .split('\n')
      .map((line, at, lines) => {
        const breaks = line !== '' && at < lines.length - 1 && lines[at + 1] !== '';
        return `${atStart(escaped(line))}${breaks ? '  ' : ''}`;
      })
      .join('\n'),
  );

/** Stands between a list and the line behind it, which Markdown would else take for a part of its last entry. */
export const LIST_END = '<!-- -->';

/** Running text, in which lines that were typed as bullets are lists. */
export function asMarkdownProse(text: string): string {
  const lines = listedLines(text);
  if (lines.every(({ level }) => level === 0)) return asMarkdown(text);
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]?.level ?? 0;
    const next = lines[at + 1];
    if (before > 0 && line.level === 0 && line.text !== '') parts.push(LIST_END);
    const breaks = line.level === 0 && line.text !== '' && next?.level === 0 && next.text !== '';
    const mark = line.level === 0 ? '' : `${'  '.repeat(line.level - 1)}- `;
    parts.push(`${mark}${atStart(escaped(line.text))}${breaks ? '  ' : ''}`);
  }
  return parts.join('\n');
}

/** A text within a line: heading, label, emphasis. Line breaks do not break it. */
export const asMarkdownLine = (text: string): string =>
  outer(text.replace(/\r\n/gu, '\n').split('\n').map(escaped).join(entity('\n'))).replace(
    /(?<=^|\s)#+$/u,
    '\\$&',
  );

/** What was typed, from lines written by one of the two. */
export const typedText = (lines: readonly string[]): string =>
  lines
    .map((line, at) => (at < lines.length - 1 ? line.replace(/ {2}$/u, '') : line))
    .join('\n')
    .replace(/\\([!-/:-@[-`{-~])|&#(\d{1,7});/gu, (whole, sign?: string, code?: string) => {
      if (sign !== undefined) return sign;
      const point = Number(code);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
