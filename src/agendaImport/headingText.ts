import { type FoundTimes, findMinutes, findTimes, minutesBetween } from './clockAndDate.ts';
import { matchName } from './matchNames.ts';
import { tidy } from './paragraphs.ts';
import { isInitials } from './participantEntry.ts';
import { findPersonName, isOrganisationWord, looksLikeOrganisation } from './personNames.ts';

export interface ItemTime {
  readonly start: string | null;
  readonly end: string | null;
  readonly durationMinutes: number | null;
}

/** What an item's heading says. */
export interface HeadingParts extends ItemTime {
  readonly title: string;
  /** As written; matched with the people of the meeting later. */
  readonly presenters: readonly string[];
  readonly closed: boolean;
}

const closedMark =
  /\s*[-–:]?\s*[([]?\s*(?<!\p{L})(?:lukket(?: punkt| sag| dagsorden| møde)?|fortrolig(?:t|e)?(?: punkt| sag)?|ikke[- ]offentlig(?:t)?|for lukkede døre)(?!\p{L})\s*[)\]]?\s*[-–:]?\s*/iu;
/** "Confidential: Land purchase", "Land purchase (closed)": set off, as both words also stand in titles. */
const englishClosed =
  /^(?:confidential|closed(?: item| session)?|in camera)\s*[:–-]\s+|\s*[([]\s*(?:confidential|closed(?: item| session)?|in camera)\s*[)\]]/iu;
const openMark = /\s*[([]?\s*(?<!\p{L})Åben(?:t|)(?!\p{L})(?: punkt| sag)?\s*[)\]]\s*/iu;

/** "Budget (10:10)": a single time without "kl." is one in brackets only. */
function bracketedClock(text: string): FoundTimes | null {
  const hit = /\(\s*((?:[01]?\d|2[0-3])[.:][0-5]\d)\s*\)/u.exec(text);
  const found = hit?.[1] ? findTimes(`kl. ${hit[1]}`) : null;
  return hit && found ? { ...found, text: hit[0], index: hit.index } : null;
}

/** Clock times and minutes of a heading, and the heading without them. */
export function takeTimes(text: string): { readonly times: ItemTime; readonly rest: string } {
  let rest = text;
  const cut = (piece: string) => {
    const at = rest.indexOf(piece);
    const before = rest
      .slice(0, at)
      .replace(/(?:kl\.?\s*|tid:?\s*)?$/i, '')
      .replace(/\s*[-–—,:]?\s*$/, ' ');
    rest = before + rest.slice(at + piece.length).replace(/^\s*(?:kl\.?)?/i, ' ');
  };
  const clock = findTimes(text) ?? bracketedClock(text);
  if (clock) cut(clock.text);
  const minutes = findMinutes(rest);
  if (minutes) cut(minutes.text);
  const start = clock?.start ?? null;
  const end = clock?.end ?? null;
  const durationMinutes = minutes?.minutes ?? (start && end ? minutesBetween(start, end) : null);
  return {
    times: { start, end, durationMinutes },
    rest: tidy(
      rest
        .replace(/\(\s*(?:kl\.?)?[\s,–-]*(?:\)|$)/giu, ' ')
        .replace(/[\s,]+\)/g, ')')
        .replace(/\s+,/g, ',')
        .replace(/\(\s+/g, '('),
    ),
  };
}

/** Closed or open marks of a heading, and the heading without them. */
export function takeClosedMark(text: string): { readonly closed: boolean; readonly rest: string } {
  const hit = closedMark.exec(text);
  const marked =
    hit !== null &&
    (/[([]/.test(hit[0]) ||
      /[-–:]/.test(hit[0]) ||
      hit.index === 0 ||
      hit.index + hit[0].length >= text.length ||
      /LUKKET/.test(hit[0]));
  if (hit && marked) {
    const rest = tidy(text.replace(closedMark, ' ').replace(/^[\s–:.-]+|[\s–:-]+$/g, ''));
    return { closed: true, rest: rest || tidy(text) };
  }
  if (englishClosed.test(text)) {
    const rest = tidy(text.replace(englishClosed, ' ').replace(/^[\s–:.-]+/u, ''));
    return { closed: true, rest: rest || tidy(text) };
  }
  return { closed: false, rest: tidy(text.replace(openMark, ' ')) };
}

/** Names in a piece like "Jane Holm og konsulent Bo Krag, Regionshuset"; without any name the pieces as written. */
export function splitPresenters(text: string, people: readonly string[]): string[] {
  const pieces = text
    .replace(/\([^()]*\)/g, ' ')
    .split(/\s*(?:,|;|\/|&|\+|(?<!\p{L})og(?!\p{L})|(?<!\p{L})samt(?!\p{L}))\s*/u)
    .map((piece) => tidy(piece.replace(/[().]+$/g, '').replace(/^\(/, '')))
    .filter(Boolean);
  const names: string[] = [];
  for (const piece of pieces) {
    const whole = matchName(piece, people);
    if (whole.how === 'exact' || whole.how === 'partial') names.push(piece);
    else {
      const found = findPersonName(piece);
      if (found && !looksLikeOrganisation(found.name)) names.push(found.name);
      else if (whole.how !== 'unknown') names.push(piece);
      else {
        const last = piece.split(' ').at(-1) ?? '';
        const byFirstName = /^\p{Lu}/u.test(last) && last !== piece ? matchName(last, people) : null;
        if (byFirstName?.how === 'firstName') names.push(last);
      }
    }
  }
  return names.length ? names : pieces.slice(0, 3);
}

/** "v/ Anna", "v. Anna". */
const short = /(?:^|[\s(,–-])v\s?\/\s*|(?:^|[\s(,])v\.\s*(?=\p{Lu}|\p{Ll}+\s+\p{Lu})/iu;
const explicit =
  /(?:^|[\s(,–-])v\s?\/\s*|(?:^|[\s(,])v\.\s*(?=\p{Lu}|\p{Ll}+\s+\p{Lu})|[\s(,–-]+(?:oplæg|indlæg|præsentation|orientering) (?:ved|v\/|af)\s+|[\s(,–-]+(?:gæst(?:er)?|oplægsholdere?|deltagelse af|deltager)\s*:\s*/iu;

/** Splits "Title ved Anna Holm" into title and presenters; "ved" counts only before somebody's name. */
export function takePresenters(
  text: string,
  people: readonly string[],
): { readonly title: string; readonly presenters: string[] } {
  const strip = (title: string) => tidy(title.replace(/^[\s:;,]+|[\s(,;:–—-]+$/gu, ''));
  const sign = explicit.exec(text);
  // "orientering ved udskrivning" names nobody, and "velkomst og præsentation v/ Anna" is all title
  const spoken = sign !== null && /(?:oplæg|indlæg|præsentation|orientering)/iu.test(sign[0]);
  const named =
    sign !== null && /^(?:\p{Ll}[\p{L}.-]* ){0,3}\p{Lu}/u.test(text.slice(sign.index + sign[0].length));
  if (sign && (!spoken || named)) {
    const tail = text.slice(sign.index + sign[0].length);
    // "orientering ved udskrivning v. Anna Holm"
    const later = spoken && /(?:ved|af)\s*$/iu.test(sign[0]) ? short.exec(tail) : null;
    if (later)
      return {
        title: strip(text.slice(0, text.length - tail.length + later.index)),
        presenters: splitPresenters(tail.slice(later.index + later[0].length), people),
      };
    const joined = spoken && /(?<!\p{L})(?:og|samt|&)$/iu.test(text.slice(0, sign.index).trim());
    const head = joined
      ? text.slice(0, sign.index + sign[0].search(/\s*(?:ved|v\/|af)\s*$/iu))
      : text.slice(0, sign.index);
    if (tail.length > 1) return { title: strip(head), presenters: splitPresenters(tail, people) };
  }
  for (const word of [...text.matchAll(/[\s(]+ved\s+/giu)].reverse()) {
    const tail = text.slice(word.index + word[0].length);
    const firstPiece = tail.split(/,|\/|(?<!\p{L})og(?!\p{L})/u)[0] ?? '';
    const found = findPersonName(firstPiece);
    const names = splitPresenters(tail, people).filter((name) => {
      const how = matchName(name, people).how;
      return (
        how === 'exact' ||
        how === 'partial' ||
        (findPersonName(name) !== null && !looksLikeOrganisation(name))
      );
    });
    const known = names.some((name) => ['exact', 'partial'].includes(matchName(name, people).how));
    const opening = firstPiece.trim().split(' ')[0] ?? '';
    const organisation =
      isOrganisationWord(opening) || (found === null && looksLikeOrganisation(firstPiece) && !known);
    const role =
      /^(?:for|næst|vice)?(?:formanden|formand|direktøren|direktør|sekretariatet|formandskabet|rektor|skoleleder(?:en)?|lederen|ledelsen)$/iu.test(
        tail.trim(),
      );
    if (role) return { title: strip(text.slice(0, word.index)), presenters: [tidy(tail)] };
    if (names.length && !organisation && (known || found !== null || /^\p{Ll}/u.test(tail))) {
      return { title: strip(text.slice(0, word.index)), presenters: names };
    }
  }
  const signed = /\s*\((\p{Lu}{2,4}(?:\s*[,/&]\s*\p{Lu}{2,4})*)\)/u.exec(text);
  const signers = signed?.[1]
    ?.split(/\s*[,/&]\s*/)
    .map((letters) => people.filter((name) => isInitials(letters, name)));
  if (signed && signers?.every((hits) => hits.length === 1)) {
    return { title: strip(text.replace(signed[0], '')), presenters: signers.flat() };
  }
  const brackets = /\(([^()]{3,80})\)\s*$/u.exec(text);
  if (brackets?.[1]) {
    const names = brackets[1].split(/\s*(?:,|\/|(?<!\p{L})og(?!\p{L}))\s*/u);
    if (names.every((name) => ['exact', 'partial', 'firstName'].includes(matchName(name, people).how))) {
      return { title: strip(text.slice(0, brackets.index)), presenters: names };
    }
  }
  const behind = /^(.{3,}?)\s*(?:\s[–—-]\s|,\s|\s\/\s?)([^–—,/]{3,60})$/u.exec(text);
  if (behind?.[1] && behind[2]) {
    const names = behind[2].split(/\s+(?:og|&)\s+/u);
    if (names.every((name) => ['exact', 'partial', 'firstName'].includes(matchName(name, people).how))) {
      return { title: strip(behind[1]), presenters: names };
    }
  }
  return { title: strip(text), presenters: [] };
}

/** Reads an item's heading (without its number). */
export function readHeading(text: string, people: readonly string[]): HeadingParts {
  const mark = takeClosedMark(text);
  const { times, rest } = takeTimes(mark.rest);
  const { title, presenters } =
    rest.length > 400 ? { title: rest, presenters: [] } : takePresenters(rest, people);
  return { title: title || rest || tidy(text), presenters, closed: mark.closed, ...times };
}
