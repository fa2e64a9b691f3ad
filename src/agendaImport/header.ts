import type { CleanLine } from './cleanLines.ts';
import { findDate, findTimes } from './clockAndDate.ts';
import type { ImportedAgenda, ImportedPerson } from './contract.ts';
import { documentTitle, forumOf } from './forum.ts';
import { type HeaderField, headerEntries } from './headerFields.ts';
import { matchName } from './matchNames.ts';
import { joinLines, tidy } from './paragraphs.ts';
import { isInitials } from './participantEntry.ts';
import { readPeople } from './participants.ts';
import { findPersonName } from './personNames.ts';
import { pointsOf } from './points.ts';

export type Header = Pick<
  ImportedAgenda,
  | 'documentDate'
  | 'title'
  | 'forum'
  | 'date'
  | 'start'
  | 'end'
  | 'place'
  | 'chairs'
  | 'minuteTakers'
  | 'participants'
  | 'attachments'
>;

const placeWords =
  /(?:lokale|etage|(?<!\p{L})sal(?!\p{L})|rådhus|kantine|konference|auditori|teams(?!\p{L})|zoom|online|virtuelt|digitalt|(?<!\p{L})vej(?!\p{L})|\p{Ll}vej \d|gade \d|\d{4} \p{Lu})/iu;

const joined = (lines: readonly CleanLine[]): string => joinLines(lines.map((line) => line.text));

/** Names in a role field: parted by lines, slashes, commas, "og"; titles and organisations around them fall away. */
function roleNames(lines: readonly CleanLine[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    for (const piece of line.text.replace(/\([^()]*\)/g, ' ').split(/\s*[,;/&]\s*|\s+og\s+/u)) {
      const found = findPersonName(piece);
      const single = /^\p{Lu}\p{Ll}+\.?$/u.test(piece.trim()) ? piece.trim().replace(/\.$/, '') : null;
      const name = found?.name ?? (lines.length === 1 ? single : null);
      if (name) names.push(name);
    }
  }
  return names;
}

/** A full name of the meeting for what the role field wrote; the written form where nobody fits. */
function asKnown(names: readonly string[], people: readonly ImportedPerson[]): string[] {
  const known = people.map((person) => person.name);
  return [
    ...new Set(
      names.map((name) => {
        const match = matchName(name, known);
        return 'name' in match && match.how !== 'spelling' ? match.name : name;
      }),
    ),
  ];
}

/** "Afbud: BL, CØT". */
const byInitials = (text: string, people: readonly ImportedPerson[]): ImportedPerson[] =>
  text.split(/[\s,;/.]+/).flatMap((letters) => {
    const hits = people.filter((person) => isInitials(letters, person.name));
    return hits.length === 1 ? hits : [];
  });

/** Puts the apologies into the list: who stands there already is marked, the others are added. */
function withApologies(people: ImportedPerson[], away: readonly ImportedPerson[]): ImportedPerson[] {
  const all = [...people];
  for (const person of away) {
    const match = matchName(
      person.name,
      all.map((one) => one.name),
    );
    const found = 'name' in match ? all.findIndex((one) => one.name === match.name) : -1;
    const candidate = all[found];
    // two people may differ by two letters only: a misspelt name counts with the same title alone
    const sure =
      'name' in match &&
      (match.how !== 'spelling' || (person.title !== null && candidate?.title === person.title));
    const index = sure ? found : -1;
    const known = all[index];
    if (known) all[index] = { ...known, apologies: true, title: known.title ?? person.title };
    else all.push({ ...person, apologies: true });
  }
  return all;
}

function headerAttachments(lines: readonly CleanLine[]): ImportedAgenda['attachments'] {
  return pointsOf(lines, 'lines')
    .points.filter((text) => !/^ingen(?!\p{L})/iu.test(text))
    .map((text) => {
      const hit =
        /^(?:bilag [\d.]+[a-z]? )?(?:til )?(?:punkt|pkt\.?|ad)\s*(\d{1,3}[a-z]?)\s*[_:.–-]*\s*(.+)$/iu.exec(
          text,
        );
      return { title: hit?.[2] ?? text, itemNumber: hit?.[1] ?? null };
    });
}

/** Clock times of the date and time fields; start and end may have fields of their own ("Sluttidspunkt: 10:15"). */
function timesOf(
  fields: readonly { label: string; value: string }[],
): { start: string | null; end: string | null } | null {
  const alone = (pattern: RegExp) => {
    const value = fields.find((field) => pattern.test(field.label))?.value;
    return value === undefined ? null : (findTimes(value)?.start ?? findTimes(`kl. ${value}`)?.start ?? null);
  };
  const [start, end] = [alone(/^start/iu), alone(/^slut/iu)];
  if (start !== null && end !== null) return { start, end };
  for (const { value } of fields) {
    if (!/\d{1,2}[.:]\d{2}|kl/iu.test(value)) continue;
    const found = findTimes(value.replace(findDate(value)?.text ?? '\u0000', ' '));
    if (found) return found;
  }
  return start === null ? null : { start, end };
}

/** Reads everything in front of the first item. */
export function readHeader(lines: readonly CleanLine[], doubleSpaced: boolean): Header {
  const { entries, loose } = headerEntries(lines);
  const of = (field: HeaderField) => entries.filter((entry) => entry.field === field);
  const text = (field: HeaderField) =>
    of(field)
      .map((entry) => joined(entry.lines))
      .filter(Boolean);

  const when = text('when');
  const dated = when.map(findDate).find((found) => found !== null) ?? null;
  const timed = timesOf(of('when').map((entry) => ({ label: entry.label, value: joined(entry.lines) })));
  const looseDates = loose.flatMap((line) => {
    const found = findDate(line.text);
    return found
      ? [{ ...found, own: tidy(line.text.replace(found.text, '')).length <= 10, line: line.text }]
      : [];
  });
  const inTitle = looseDates.find(
    (found) => !found.own || findTimes(found.line.replace(found.text, ' ')) !== null,
  );
  const ownLine = looseDates.find((found) => found.own);
  const titleDate =
    text('title')
      .map(findDate)
      .find((found) => found !== null) ?? null;
  const date = dated?.date ?? titleDate?.date ?? inTitle?.date ?? ownLine?.date ?? null;
  const documentDate =
    text('documentDate')
      .map(findDate)
      .find((found) => found !== null)?.date ??
    (ownLine && date !== ownLine.date
      ? ownLine.date
      : dated && ownLine && ownLine.date !== dated.date
        ? ownLine.date
        : null);
  const looseTimes =
    loose
      .map((line) => findTimes(line.text.replace(findDate(line.text)?.text ?? '\u0000', ' ')))
      .find((found) => found !== null) ?? null;
  const times = timed ?? looseTimes;

  const listed: ImportedPerson[] = [];
  for (const entry of [...of('participants'), ...of('guests')]) {
    for (const person of readPeople(entry.lines, doubleSpaced)) {
      const guest = person.guest || entry.field === 'guests';
      if (!listed.some((one) => one.name === person.name)) listed.push({ ...person, guest });
    }
  }
  const away = of('apologies').flatMap((entry) => {
    const read = readPeople(entry.lines, doubleSpaced);
    return read.length ? read : byInitials(joined(entry.lines), listed);
  });
  const participants = withApologies(listed, away);

  const named = asKnown(
    of('chair').flatMap((entry) => roleNames(entry.lines)),
    participants,
  );
  const byRole = (pattern: RegExp) =>
    participants
      .filter((person) => !person.apologies && pattern.test(person.role ?? ''))
      .map((person) => person.name);
  const leading = byRole(/ordstyrer|mødeleder|dirigent/i);
  const chairs = named.length
    ? named
    : leading.length
      ? leading
      : byRole(/^formand|^(?:regional |kommunal )?medformand|(?<!\p{L})formand(?!\p{L})/iu);
  const taking = asKnown(
    of('minuteTaker').flatMap((entry) => roleNames(entry.lines)),
    participants,
  );

  const title = documentTitle(text('title'), loose);
  return {
    documentDate,
    title,
    forum: text('forum')[0] ?? forumOf(title, loose),
    date,
    start: times?.start ?? null,
    end: times?.end ?? null,
    place: placeOf(text('place'), text('form'), when, loose),
    chairs,
    minuteTakers: taking.length ? taking : byRole(/referent|protokolfører/i),
    participants,
    attachments: of('attachments').flatMap((entry) => headerAttachments(entry.lines)),
  };
}

function placeOf(
  places: readonly string[],
  forms: readonly string[],
  when: readonly string[],
  loose: readonly CleanLine[],
): string | null {
  const clean = (value: string) => tidy(value).replace(/[.,;]$/, '') || null;
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
    const tail =
      times &&
      /^\s*(?:,|–|-|på|i|hos)?\s+(?:på\s+|i\s+)?(\p{L}[^.]{2,60})\.?$/iu.exec(
        line.text.slice(times.index + times.text.length),
      );
    if (tail?.[1]) return clean(tail[1]);
  }
  const spoken = loose.find(
    (line) =>
      placeWords.test(line.text) &&
      line.text.length < 90 &&
      !findDate(line.text) &&
      !/møde (?:i|for)(?!\p{L})|^(?:referat|dagsorden)/iu.test(line.text),
  );
  if (spoken) return clean(spoken.text);
  const form = forms[0];
  return form && /teams|zoom|online|virtuel|digital/i.test(form) ? clean(form) : null;
}
