import type { Layout } from '../meeting/agenda.ts';
import { apologySentences, readAway, withApologies } from './apologies.ts';
import type { CleanLine } from './cleanLines.ts';
import { findDate, findTimes } from './clockAndDate.ts';
import type { ImportedAgenda, ImportedPerson } from './contract.ts';
import type { NameDoubt } from './findings.ts';
import { documentTitle, forumOf } from './forum.ts';
import { datesOf } from './headerDates.ts';
import { type HeaderField, headerEntries, headerLabelOf } from './headerFields.ts';
import { caseNumberOf, headerLayoutOf } from './headerLayout.ts';
import { initialsGiven, personOfInitials } from './initials.ts';
import { matchName } from './matchNames.ts';
import { isFirstName } from './nameLists.ts';
import { joinLines, joinWrapped } from './paragraphs.ts';
import { listedWithoutLabel, readPeople } from './participants.ts';
import { findPersonName, looksLikeOrganisation } from './personNames.ts';
import { placeOf } from './place.ts';
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
  | 'caseNumber'
>;

const joined = (lines: readonly CleanLine[]): string => joinLines(lines.map((line) => line.text));

/** Names in a role field: parted by lines, slashes, commas, "og"; titles and organisations around them fall away. */
function roleNames(lines: readonly CleanLine[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    for (const piece of line.text.replace(/\([^()]*\)/g, ' ').split(/\s*[,;/&]\s*|\s+og\s+/u)) {
      const found = findPersonName(piece);
      const word = piece.trim();
      const single =
        isFirstName(word) || /^\p{Lu}{2,4}$/u.test(word.replace(/\.$/, ''))
          ? word.replace(/(?<=\p{L}{2})\.$/u, '')
          : null;
      const name = found?.name ?? (lines.length === 1 ? single : null);
      if (name) names.push(name);
    }
  }
  return names;
}

/** A full name of the meeting for what the role field wrote; the written form where nobody fits. */
function asKnown(names: readonly string[], people: readonly ImportedPerson[], doubts: NameDoubt[]): string[] {
  const known = people.map((person) => person.name);
  return [
    ...new Set(
      names.map((name) => {
        const match = matchName(name, known);
        if (match.how === 'spelling' || match.how === 'ambiguous')
          doubts.push({ written: name, match, item: null });
        return 'name' in match ? match.name : name;
      }),
    ),
  ];
}

function headerAttachments(lines: readonly CleanLine[]): ImportedAgenda['attachments'] {
  return pointsOf(lines, 'lines')
    .points.flatMap((text) => (/;\s/.test(text) ? text.split(/\s*;\s*/) : [text]))
    .filter((text) => !/^ingen(?!\p{L})/iu.test(text))
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
  for (const { label, value } of fields) {
    if (
      /^\d{1,2}(?:[.:]\d{2})?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?$/.test(value.trim()) &&
      /^(?:kl|tid|mødetid|time|start)/iu.test(label)
    ) {
      const lone = findTimes(`kl. ${value}`);
      if (lone) return lone;
    }
    if (!/\d{1,2}[.:]\d{2}|kl/iu.test(value)) continue;
    const found = findTimes(value.replace(findDate(value)?.text ?? '\u0000', ' '));
    if (found) return found;
  }
  return start === null ? null : { start, end };
}

/** "Mødeleder: Anna Holm (Nordby Kommune)": the role field may be all that tells whom somebody is from. */
function withOrganisations(
  people: readonly ImportedPerson[],
  roles: readonly { readonly lines: readonly CleanLine[] }[],
): ImportedPerson[] {
  const told = new Map<string, string>();
  for (const { lines } of roles)
    for (const { text } of lines)
      for (const [, before = '', inside = ''] of text.matchAll(/([^,;()]+)\(([^()]{3,60})\)/gu)) {
        const name = findPersonName(before)?.name;
        if (name && looksLikeOrganisation(inside)) told.set(name, inside.trim());
      }
  return people.map((person) => ({
    ...person,
    organisation: person.organisation ?? told.get(person.name) ?? null,
  }));
}

/** What the head of a document says, and whose initials stand for whom. */
export interface HeaderReading {
  readonly header: Header;
  readonly initials: ReadonlyMap<string, string>;
  /** The labels that it was read by. */
  readonly labels: readonly string[];
  /** Those of its parts, for the minutes. */
  readonly layout: NonNullable<Layout['header']>;
  /** Names that fit nobody for certain. */
  readonly doubts: readonly NameDoubt[];
}

/** A heading that goes on over the end of its line is one line. */
function wholeHeadings(lines: readonly CleanLine[]): CleanLine[] {
  const whole: CleanLine[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const heading = line.evidence?.wraps === true ? line.evidence.heading : undefined;
    if (before && heading !== undefined && before.evidence?.heading === heading)
      whole[whole.length - 1] = { ...before, text: joinWrapped(before.text, line.text) };
    else whole.push(line);
  }
  return whole;
}

/** "- Tid: …", "- Sted: …": where when the meeting is stands in a list, the marks of its labels go. */
function withoutMarks(lines: readonly CleanLine[]): readonly CleanLine[] {
  const bare = (text: string) => text.replace(/^[-–•*]\s+(?=\p{Lu}[\p{L} ]{1,30}:)/u, '');
  const listed = lines.some(({ text }) => bare(text) !== text && headerLabelOf(bare(text))?.field === 'when');
  if (!listed) return lines;
  return lines.map((line) => (headerLabelOf(bare(line.text)) ? { ...line, text: bare(line.text) } : line));
}

/** Reads everything in front of the first item; `epilogue` is what stands below the last. */
export function readHeader(
  headLines: readonly CleanLine[],
  epilogue: readonly CleanLine[],
  doubleSpaced: boolean,
): HeaderReading {
  const lines = wholeHeadings(withoutMarks(headLines));
  const { entries, loose } = headerEntries(lines);
  const closing = headerEntries(epilogue).entries;
  const of = (field: HeaderField) => entries.filter((entry) => entry.field === field);
  /** What only the end of the document says. */
  const ofEither = (field: HeaderField) => {
    const own = of(field);
    return own.length ? own : closing.filter((entry) => entry.field === field);
  };
  const text = (field: HeaderField) =>
    of(field)
      .map((entry) => joined(entry.lines))
      .filter(Boolean);

  const when = text('when');
  const timed = timesOf(of('when').map((entry) => ({ label: entry.label, value: joined(entry.lines) })));
  const { date, documentDate } = datesOf(
    when,
    text('documentDate'),
    text('title'),
    loose.map((line) => line.text),
  );
  const looseTimes =
    loose
      .map((line) => findTimes(line.text.replace(findDate(line.text)?.text ?? '\u0000', ' ')))
      .find((found) => found !== null) ?? null;
  const times = timed ?? looseTimes;

  const listed: ImportedPerson[] = [];
  const names = new Set<string>();
  const unlabelled = listedWithoutLabel(loose);
  // a list of chairs with what they are is part of the list of people
  const chairList = of('chair').filter((entry) => entry.lines.some((line) => /^[•·▪*–-]\s/u.test(line.text)));
  const list = (field: HeaderField, among: readonly CleanLine[]) => {
    for (const person of readPeople(among, doubleSpaced)) {
      const guest = person.guest || field === 'guests';
      if (!names.has(person.name)) listed.push({ ...person, guest });
      names.add(person.name);
    }
  };
  for (const entry of [
    ...of('participants'),
    ...of('guests'),
    ...chairList,
    { field: 'participants' as const, lines: unlabelled },
  ])
    list(entry.field, entry.lines);
  if (listed.length === 0)
    for (const entry of closing) if (entry.field === 'participants') list(entry.field, entry.lines);
  const initials = initialsGiven(lines, listed);
  const away = [...ofEither('apologies').map((entry) => entry.lines), apologySentences(lines)].flatMap(
    (said) => readAway(said, listed, initials, doubleSpaced),
  );
  const doubts: NameDoubt[] = [];
  const participants = withOrganisations(withApologies(listed, away, doubts), [
    ...ofEither('chair'),
    ...ofEither('minuteTaker'),
  ]);

  const inRole = (field: HeaderField) =>
    asKnown(
      ofEither(field).flatMap((entry) =>
        roleNames(entry.lines).map((name) => personOfInitials(name, participants, initials) ?? name),
      ),
      participants,
      doubts,
    );
  const named = inRole('chair');
  const byRole = (pattern: RegExp) =>
    participants
      .filter(
        (person) =>
          !person.apologies &&
          (pattern.test(person.role ?? '') || (person.role === null && pattern.test(person.title ?? ''))),
      )
      .map((person) => person.name);
  const leading = byRole(/ordstyrer|mødeleder|dirigent/i);
  const chairs = named.length
    ? named
    : leading.length
      ? leading
      : byRole(
          /^(?:bestyrelses)?formand|^forkvinde|^forperson|^(?:regional |kommunal )?medformand|(?<!\p{L})formand(?!\p{L})/iu,
        );
  const taking = inRole('minuteTaker');

  const caseNumber = caseNumberOf(entries);
  const title = documentTitle(text('title'), loose);
  const header: Header = {
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
    ...(caseNumber === null ? {} : { caseNumber }),
  };
  return {
    header,
    initials,
    doubts,
    labels: [...entries, ...closing].map((entry) => entry.label),
    layout: headerLayoutOf(entries),
  };
}
