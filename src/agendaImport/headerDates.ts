import { type FoundDate, findDate, findTimes } from './clockAndDate.ts';
import { tidy } from './paragraphs.ts';

const weekday = /(?<!\p{L})(?:man|tirs|ons|tors|fre|lør|søn)dag/iu;

/** The day of the meeting and the day of the paper: fields first, then the title, then lines of the head. */
export function datesOf(
  when: readonly string[],
  issued: readonly string[],
  titles: readonly string[],
  loose: readonly string[],
): { readonly date: string | null; readonly documentDate: string | null } {
  const first = (texts: readonly string[]): FoundDate | null =>
    texts.map(findDate).find((found) => found !== null) ?? null;
  const labelled = first(when);
  const looseDates = loose.flatMap((line) => {
    const found = findDate(line);
    if (!found) return [];
    const rest = line.replace(found.text, ' ');
    return [
      {
        ...found,
        own: tidy(rest).length <= 10,
        timed: findTimes(rest) !== null,
        told: weekday.test(rest) || findTimes(rest) !== null,
      },
    ];
  });
  const timedLoose = looseDates.find((found) => found.timed && found.told);
  // a letterhead's "Dato:" is the paper's, where a line with weekday and hour tells another day
  const isLetterhead =
    labelled !== null &&
    timedLoose !== undefined &&
    timedLoose.date !== labelled.date &&
    !when.some((value) => findTimes(value.replace(labelled.text, ' ')) !== null || weekday.test(value));
  const dated = isLetterhead ? null : labelled;
  const inTitle = looseDates.find((found) => !found.own || found.timed);
  const ownLine = looseDates.find((found) => found.own);
  const date =
    dated?.date ??
    (isLetterhead ? timedLoose.date : null) ??
    first(titles)?.date ??
    inTitle?.date ??
    ownLine?.date ??
    null;
  const documentDate =
    first(issued)?.date ??
    (isLetterhead ? labelled.date : null) ??
    (ownLine && ownLine.date !== date ? ownLine.date : null);
  return { date, documentDate };
}
