import './typedText.css';
import type { ReactNode } from 'react';
import { listedLines, type TypedLine } from '../wording/typedLines.ts';

interface TypedTextProps {
  readonly text: string;
  readonly className?: string;
  /** Stands before the first line. */
  readonly before?: ReactNode;
  /** Stands behind the last line, where that is no bullet, else under it. */
  readonly behind?: ReactNode;
}

/** Text as it was typed, to read: lines are paragraphs, and "- " is a list, as in the minutes. */
export function TypedText({ text, className = '', before, behind }: TypedTextProps) {
  const lines = listedLines(text);
  const [first, ...others] = lines;
  const last = others.at(-1) ?? first;
  const alone = others.length === 0 && last?.level === 0;
  return (
    <div className={`typedText ${className}`.trim()}>
      {first?.level === 0 ? (
        <p>
          {before}
          {first.text}
          {alone && behind}
        </p>
      ) : (
        before && <p>{before}</p>
      )}
      <Lines lines={first?.level === 0 ? others : lines} level={1} />
      {!alone && behind && <p>{behind}</p>}
    </div>
  );
}

/** Lines of that level and deeper: paragraphs, and runs of bullets as lists. */
function Lines({ lines, level }: { readonly lines: readonly TypedLine[]; readonly level: number }) {
  const parts: ReactNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line?.level === 0) {
      parts.push(<p key={at}>{line.text}</p>);
      at += 1;
      continue;
    }
    let end = at;
    while ((lines[end]?.level ?? 0) >= level) end += 1;
    parts.push(<List key={at} lines={lines.slice(at, end)} level={level} />);
    at = end;
  }
  return parts;
}

/** A list of that level; what is deeper stands in the entry above it. */
function List({ lines, level }: { readonly lines: readonly TypedLine[]; readonly level: number }) {
  const starts = lines.flatMap((line, at) => (line.level === level ? at : []));
  return (
    <ul>
      {starts.map((start, index) => (
        <li key={start}>
          {lines[start]?.text}
          <Lines lines={lines.slice(start + 1, starts[index + 1])} level={level + 1} />
        </li>
      ))}
    </ul>
  );
}
