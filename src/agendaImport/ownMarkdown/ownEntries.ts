/** An entry of a list, its further lines without their indent. */
export interface Entry {
  readonly text: string;
  readonly numbered: boolean;
}

/** The entries of a Markdown list; lines before the first entry are left out. */
export function entriesOf(lines: readonly string[]): Entry[] {
  const entries: { lines: string[]; numbered: boolean }[] = [];
  for (const line of lines) {
    const found = /^(?:-|(\d+)\.) (.*)$/u.exec(line);
    if (found) entries.push({ lines: [found[2] ?? ''], numbered: found[1] !== undefined });
    else entries.at(-1)?.lines.push(line.replace(/^ {2}/u, ''));
  }
  return entries.map((entry) => ({ text: entry.lines.join('\n').trim(), numbered: entry.numbered }));
}
