import { typedText } from '../../wording/markdownText.ts';

/** An entry of a list, its further lines without their indent. */
export interface Entry {
  readonly text: string;
  /** What stands in a line of its own below it: "Tovholder: …", "Ikke besvaret"; empty: nothing. */
  readonly remark: string;
  readonly numbered: boolean;
}

/** "*Ikke besvaret*": what is said of the text before it. A star that was typed is escaped. */
export const remarkOf = (line: string): string | null => {
  const words = /^\*([^*].*)\*$/u.exec(line)?.[1];
  return words === undefined ? null : typedText([words]);
};

/** The entries of a Markdown list; lines before the first entry are left out. */
export function entriesOf(lines: readonly string[]): Entry[] {
  const entries: { lines: string[]; numbered: boolean; indent: number }[] = [];
  for (const line of lines) {
    const found = /^(?:-|(\d+)\.) (.*)$/u.exec(line);
    const entry = entries.at(-1);
    if (found) {
      const text = found[2] ?? '';
      entries.push({ lines: [text], numbered: found[1] !== undefined, indent: line.length - text.length });
    } else if (entry) entry.lines.push(line.startsWith(' ') ? line.slice(entry.indent) : line);
  }
  return entries.map((entry) => {
    const own = trimmed(entry.lines);
    const remark = own.length > 1 ? remarkOf(own.at(-1) ?? '') : null;
    const text = remark === null ? own : trimmed(own.slice(0, -1));
    return { text: typedText(text), remark: remark ?? '', numbered: entry.numbered };
  });
}

/** Without blank lines at either end, and without the break before a remark. */
export function trimmed(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.trim() !== '');
  const to = lines.findLastIndex((line) => line.trim() !== '');
  if (from < 0) return [];
  return lines.slice(from, to + 1).map((line, at, own) => (at === own.length - 1 ? line.trimEnd() : line));
}
