import type { CleanLine } from './cleanLines.ts';
import { findMinutes, findTimes } from './clockAndDate.ts';
import { takeTimes } from './headingText.ts';
import { tidy } from './paragraphs.ts';

const breakWord =
  /^(?:kort |kaffe|frokost|spise|strække|eftermiddags|formiddags)?-?pause(?!\p{L})|^(?:frokost|kaffe|aftensmad|middag|let anretning|spisning)(?!\p{L})/iu;

/** "Pause med sandwich", "Frokost og netværk". */
const breakWith = /^\p{L}*(?:pause|frokost)\s+(?:med|og)\s+\p{Ll}[\p{L} ]{2,20}$/iu;

/** A numbered item that is nothing but a break. */
export const isBreakTitle = (title: string): boolean =>
  breakWord.test(title) && (title.length <= 14 || breakWith.test(title));

/** A line that is a break of the meeting ("Pause kl. 9.55-10.05", "12.00-12.30 Frokost"), not a sentence about one. */
export function isBreakLine(line: CleanLine): boolean {
  if (line.text.length > 70) return false;
  const { rest } = takeTimes(line.text);
  const words = rest.replace(/^[\s–:-]+|[\s–:().-]+$/gu, '');
  const timed = findTimes(line.text) !== null || findMinutes(line.text) !== null;
  return breakWord.test(words) && (timed ? words.length < 40 : words.length <= 14 && line.gap > 0);
}

/** Title of a break without its times. */
export const breakTitle = (text: string): string => {
  const title = tidy(
    takeTimes(text)
      .rest.replace(/(?<!\p{L})kl\.?(?=\s|$)/giu, ' ')
      .replace(/^[\s–:-]+|[\s–:.()-]+$/gu, ''),
  );
  return title === '' ? 'Pause' : title;
};
