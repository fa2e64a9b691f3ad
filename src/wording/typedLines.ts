/** A line of typed text: `level` 0 is a paragraph, 1 a bullet, 2 and more a bullet under one. */
export interface TypedLine {
  readonly level: number;
  readonly text: string;
}

/** Deeper ones stay paragraphs with their blanks, so that every text is read back as it was. */
export const DEEPEST = 8;
const bulletLine = new RegExp(`^((?: {2}){0,${DEEPEST - 1}})- (.*)$`, 'su');

/** Of one line without its end: "- " begins a bullet, two blanks before it one that is a level deeper. */
export function typedLine(line: string): TypedLine {
  const [, indent, text] = bulletLine.exec(line) ?? [];
  return indent === undefined || text === undefined
    ? { level: 0, text: line }
    : { level: indent.length / 2 + 1, text };
}

export const writtenLine = ({ level, text }: TypedLine): string =>
  level === 0 ? text : `${'  '.repeat(level - 1)}- ${text}`;

export const typedLines = (text: string): TypedLine[] => text.split('\n').map(typedLine);

/** The plain text of the lines: `typedLines` of it are the same lines, and the other way round every text comes back. */
export const writtenLines = (lines: readonly TypedLine[]): string => lines.map(writtenLine).join('\n');

/** As it is kept: blank lines at the end are room to write in, and no part of the minutes. */
export const keptText = (text: string): string => text.replace(/\s+$/u, '');

/**
 * The lines as lists are set: a bullet that stands under nothing is a line as it was typed, for no list begins with
 * the second level.
 */
export function listedLines(text: string): TypedLine[] {
  let above = 0;
  return text.split(/\r\n|\r|\n/u).map((line) => {
    const typed = typedLine(line);
    const set = typed.level > above + 1 || typed.text.trim() === '' ? { level: 0, text: line } : typed;
    above = set.level;
    return set;
  });
}
