import { isBreakLine } from './breaks.ts';
import type { CleanLine } from './cleanLines.ts';
import { findTimes } from './clockAndDate.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { tidy } from './paragraphs.ts';

const opening =
  /^\(?(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?\)?\s*[:|–-]?\s+(?=["”(]?\p{Lu})/iu;

/** A time that has a line of its own; the title stands below. */
const timeAlone =
  /^\(?(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?\)?\s*[:–-]?$/iu;

const timed = (index: number, text: string, span: number): HeadingCandidate => ({
  index,
  style: 'bare',
  number: '',
  order: 0,
  minor: 0,
  look: null,
  numberAlone: false,
  text: tidy(text),
  span,
  evidence: 4,
  contents: false,
});

/** With "kl." in front, a single time is read as one. */
const asClock = (text: string): string =>
  /^\(?kl/iu.test(text) || findTimes(text)?.end ? text : `kl. ${text.replace(/^\(/, '')}`;

/** Items of an agenda without numbers whose headings begin with their time ("9.00-9.15 Velkomst") or stand below it. */
export function timedHeadings(lines: readonly CleanLine[]): HeadingCandidate[] {
  const alone = lines.filter((line) => timeAlone.test(line.text)).length >= 3;
  return lines.flatMap((line, index) => {
    const title = lines[index + 1];
    if (
      alone &&
      timeAlone.test(line.text) &&
      title &&
      title.text.length <= 200 &&
      !timeAlone.test(title.text)
    )
      return [timed(index, `${asClock(line.text)} ${title.text}`, 2)];
    if (!opening.test(line.text) || isBreakLine(line) || line.text.length > 200) return [];
    if (!(findTimes(line.text) ?? findTimes(`kl. ${line.text}`))) return [];
    return [timed(index, asClock(line.text), 1)];
  });
}
