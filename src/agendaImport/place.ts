import type { CleanLine } from './cleanLines.ts';
import { findDate, findTimes } from './clockAndDate.ts';
import { tidy } from './paragraphs.ts';
import { isPersonName } from './personNames.ts';

const placeWords =
  /(?:lokale|etage|(?<!\p{L})sal(?!\p{L})|salen(?!\p{L})|stue(?:n)?(?!\p{L})|rådhus|kantine|konference|auditori|teams(?!\p{L})|zoom|online|virtuelt|digitalt|(?<!\p{L})vej(?!\p{L})|\p{Ll}vej \d|gade \d|\d{4} \p{Lu})/iu;

const clean = (value: string): string | null => tidy(value).replace(/[.,;]$/, '') || null;

/** Where the meeting is held: the field for it, the words behind date and time, a line that names a room. */
export function placeOf(
  places: readonly string[],
  forms: readonly string[],
  when: readonly string[],
  loose: readonly CleanLine[],
): string | null {
  if (places[0]) return clean(places[0]);
  for (const value of when) {
    const tail =
      /(?:,|;|(?<!\p{L})i|(?<!\p{L})på)\s+([^,;]*(?:lokale|sal|rådhus|skole|teams|zoom|kontor)[^;]*)$/iu.exec(
        value,
      )?.[1];
    if (tail) return clean(tail);
  }
  for (const line of loose) {
    const times = findTimes(line.text);
    const after = times ? line.text.slice(times.index + times.text.length) : '';
    const tail =
      /^\s*\(([^()]{3,60})\)\.?$/u.exec(after) ??
      /^\s*(?:,|–|-|på|i|hos)?\s+(?:på\s+|i\s+)?(\p{L}(?:[^.]|\.(?=\d)){2,60})\.?$/iu.exec(after);
    if (tail?.[1]) return clean(tail[1]);
  }
  // the first line says who meets
  const spoken = loose
    .slice(1)
    .find(
      (line) =>
        placeWords.test(line.text) &&
        line.text.length < 90 &&
        !findDate(line.text) &&
        !isPersonName(line.text) &&
        !/møde (?:i|for)(?!\p{L})|^(?:referat|dagsorden)/iu.test(line.text),
    );
  if (spoken) return clean(spoken.text);
  const form = forms[0];
  return form && /teams|zoom|online|virtuel|digital/i.test(form) ? clean(form) : null;
}
