import type { CleanLine } from './cleanLines.ts';
import { findTimes } from './clockAndDate.ts';
import { headerLabelOf } from './headerFields.ts';

const closing =
  /^(?:mødet (?:blev |er )?(?:hævet|sluttede|slut(?:tet)?|afsluttet)|næste (?:ordinære )?møde(?:r)?(?:\s*:|\s+(?:er|bliver|holdes|afholdes|finder)(?!\p{L}))|(?:for )?referat(?:et)?\s*:\s*\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}-]+)*\s*$|referent(?:er)?\s*:|ref\.\s*:|således (?:vedtaget|godkendt|passeret)|underskrifter?\s*:|giv besked|afbud (?:bedes|sendes|meldes)|tilmelding(?!\p{L}).{0,60}(?:senest|til)|bemærkninger til (?:referatet|dagsordenen))/iu;
const signing =
  /^(?:(?:med )?venlige? hilsen(?:er)?|(?:de )?(?:bedste|mange|kærlige?) hilsner|mvh\.?|vh\.?|hilsen|p[åa] \p{L}+s vegne|kind regards|best regards)(?!\p{L})/iu;
/** A line that speaks of the end of the meeting or of the next one. */
export const closesMeeting = (text: string): boolean => closing.test(text.trim());

/** More lines than this are no end of a document. */
const mostLines = 30;

export interface Epilogue {
  /** Index of its first line; the length of the document where it has none. */
  readonly from: number;
  /** First line of the sender's greeting and signature. */
  readonly signedFrom: number;
  /** When the meeting ended, where it says so. */
  readonly end: string | null;
  /** Index of the line that says so; -1 for none. */
  readonly endLine: number;
}

/** "Til:" stands in the head of a letter, too, with nobody by name. */
const listsPeople = (text: string): boolean =>
  headerLabelOf(text)?.field === 'participants' && !/^til\s*:/iu.test(text);

/**
 * What stands below the last item and belongs to the meeting as a whole: when it ended, who wrote, next time, greetings;
 * and who takes part, where the head (the lines before `firstItem`) does not say so.
 */
export function epilogueOf(lines: readonly CleanLine[], firstItem: number, lastItem: number): Epilogue {
  const peopleBelow = !lines.slice(0, firstItem).some(({ text }) => listsPeople(text));
  let from = lines.length;
  let signedFrom = lines.length;
  for (let index = Math.max(lastItem + 1, lines.length - mostLines); index < lines.length; index++) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line || !above) continue;
    const parted = line.gap > 0 || /[.!?]$/.test(above.text);
    const signs = signing.test(line.text) && line.text.length < 60;
    const names = peopleBelow && line.gap === 2 && listsPeople(line.text);
    if (!parted || !(signs || names || closing.test(line.text))) continue;
    from = Math.min(from, index);
    if (signs) {
      signedFrom = index;
      break;
    }
  }
  const endLine = lines.findIndex(
    (line, index) =>
      index >= from && index < signedFrom && /^mødet .*(?:hævet|slut|afsluttet)/iu.test(line.text),
  );
  const end = findTimes(lines[endLine]?.text ?? '')?.start ?? null;
  return { from, signedFrom, end, endLine: end === null ? -1 : endLine };
}
