import { isBreakLine } from './breaks.ts';
import type { CleanLine } from './cleanLines.ts';
import { findTimes } from './clockAndDate.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { tidy } from './paragraphs.ts';

const opening =
  /^\(?(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?\)?\s*[:|–-]?\s+(?=["”(]?\p{Lu})/iu;

/** Items of an agenda without numbers whose headings begin with their time ("9.00-9.15 Velkomst"). */
export function timedHeadings(lines: readonly CleanLine[]): HeadingCandidate[] {
  return lines.flatMap((line, index) => {
    if (!opening.test(line.text) || isBreakLine(line) || line.text.length > 200) return [];
    const times = findTimes(line.text) ?? findTimes(`kl. ${line.text}`);
    if (!times) return [];
    const text = line.text.startsWith('k') || times.end !== null ? line.text : `kl. ${line.text}`;
    return [
      {
        index,
        style: 'bare' as const,
        number: '',
        order: 0,
        minor: 0,
        numberAlone: false,
        text: tidy(text),
        span: 1,
        evidence: 4,
        contents: false,
      },
    ];
  });
}
