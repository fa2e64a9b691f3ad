import type { HeaderPart, Language, Layout } from '../../meeting/agenda.ts';
import { danishMonths, englishMonths } from '../../wording/dates.ts';
import { typedText } from '../../wording/markdownText.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { calendarDate } from '../clockAndDate.ts';
import type { ImportedAgenda, ImportedAttachment, ImportedPerson } from '../contract.ts';
import { headerPartOf } from '../headerLayout.ts';
import { entriesOf } from './ownEntries.ts';

/** `header`: the labels of the head, where they are not the usual ones. */
export type OwnHead = Omit<ImportedAgenda, 'items' | 'warnings' | 'layout' | 'language'> & {
  readonly header: NonNullable<Layout['header']>;
};

interface Named {
  readonly part: HeaderPart | null;
  readonly label: string;
}

/** What a label or heading of the head names: the usual words first, then those that agendas use. */
export function partNamed(label: string, language: Language): HeaderPart | null {
  const t = minutesTexts[language];
  const usual: readonly [string, HeaderPart][] = [
    [t.caseNumber, 'caseNumber'],
    [t.forum, 'forum'],
    [t.when, 'when'],
    [t.where, 'place'],
    [t.chair, 'chair'],
    [t.minuteTakers(1), 'minuteTaker'],
    [t.minuteTakers(2), 'minuteTaker'],
    [t.documentDate, 'documentDate'],
    [t.participants, 'participants'],
    [t.apologies, 'apologies'],
    [t.attachments, 'attachments'],
  ];
  return usual.find(([word]) => word === label)?.[1] ?? headerPartOf(label);
}

/** Facts, people and attachments; `about`: the groups before the items, by heading. `minutes`: they say who came. */
export function headOf(
  title: string,
  top: readonly string[],
  about: ReadonlyMap<string, readonly string[]>,
  language: Language,
  minutes: boolean,
): OwnHead {
  const t = minutesTexts[language];
  const facts = entriesOf(top).flatMap(({ text }) => {
    const at = text.indexOf(': ');
    const label = text.slice(0, at);
    return at < 0 ? [] : [{ part: partNamed(label, language), label, value: text.slice(at + 2) }];
  });
  const fact = (part: HeaderPart): string | null =>
    facts.flatMap((one) => (one.part === part ? one.value : [])).join(' ') || null;
  const names = (part: HeaderPart): string[] => fact(part)?.split(', ') ?? [];
  const noted = (label: string) => [t.present, t.otherwiseInvited, t.absent].includes(label);
  const lists = [...about].map(([label, lines]) => ({
    part: noted(label) ? null : partNamed(label, language),
    label,
    lines,
  }));
  const linesOf = (part: HeaderPart) => lists.find((one) => one.part === part)?.lines ?? [];
  const linesUnder = (label: string) => about.get(label) ?? [];
  const forum = fact('forum');
  const [came, others] = [t.present, t.otherwiseInvited].map((label) => groupsOf(linesUnder(label)));
  const invited = [...groupsOf(linesOf('participants')), ...(others ?? [])];
  const inGroups = (groups: typeof invited) =>
    groups.flatMap(({ organisation, lines }) => {
      const of = organisation === t.withoutOrganisation ? null : organisation;
      return lines.map((line) => ({ ...personOf(line, language), organisation: of, apologies: false }));
    });
  const known = [...invited, ...(came ?? [])].flatMap(({ organisation }) => organisation ?? []);
  const listed = (lines: readonly string[]) =>
    entriesOf(lines).map(({ text }) => absent(text, known, language));
  const people: ImportedPerson[] = [
    ...inGroups(came ?? []).map((one) => ({ ...one, ...(minutes ? { written: 'present' as const } : {}) })),
    ...inGroups(invited),
    ...listed(linesOf('apologies')),
    ...listed(linesUnder(t.absent)).map((one) => ({ ...one, apologies: false, written: 'absent' as const })),
  ];
  const caseNumber = fact('caseNumber');
  return {
    // The heading says the forum, or that it is a meeting, where there is no title.
    title: title === forum || (forum === null && title === t.untitled) ? null : title,
    forum,
    ...whenOf(fact('when') ?? '', language),
    documentDate: whenOf(fact('documentDate') ?? '', language).date,
    place: fact('place'),
    chairs: names('chair'),
    minuteTakers: names('minuteTaker'),
    participants: people,
    attachments: entriesOf(linesOf('attachments')).map(({ text }) => attachmentOf(text, language)),
    ...(caseNumber === null ? {} : { caseNumber }),
    unplaced: [],
    header: headerOf([...facts, ...lists], language),
  };
}

/** The labels as the minutes have them; none where all are the usual ones. */
function headerOf(named: readonly Named[], language: Language): OwnHead['header'] {
  const t = minutesTexts[language];
  const usual = [
    ...[t.caseNumber, t.forum, t.when, t.where, t.chair, t.minuteTakers(1), t.minuteTakers(2)],
    ...[t.documentDate, t.participants, t.apologies, t.attachments],
  ];
  const places = named.map(({ label }) => usual.indexOf(label));
  if (places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)))) return [];
  return named.flatMap(({ part, label }) => (part === null ? [] : [{ part, label }]));
}

/** Names under the bold line of their organisation; without one where none is known. */
function groupsOf(lines: readonly string[]): { organisation: string | null; lines: string[] }[] {
  const groups: { organisation: string | null; below: string[] }[] = [{ organisation: null, below: [] }];
  for (const line of lines) {
    const bold = /^\*\*(.+)\*\*$/u.exec(line)?.[1];
    if (bold) groups.push({ organisation: typedText([bold]), below: [] });
    else groups.at(-1)?.below.push(line);
  }
  return groups.map(({ organisation, below }) => ({
    organisation,
    lines: entriesOf(below).map(({ text }) => text),
  }));
}

/** "Navn, titel (rolle, gæst)". */
function personOf(line: string, language: Language): ImportedPerson {
  const found = /^(.*?)(?: \(([^()]*)\))?$/su.exec(line);
  const [, before = line, inside = ''] = found ?? [];
  const roles = inside.split(', ').filter((word) => word !== '');
  const guest = roles.at(-1) === minutesTexts[language].guest;
  const comma = before.indexOf(', ');
  return {
    name: comma < 0 ? before : before.slice(0, comma),
    title: comma < 0 ? null : before.slice(comma + 2),
    organisation: null,
    role: (guest ? roles.slice(0, -1) : roles).join(', ') || null,
    apologies: false,
    guest,
  };
}

/** With the organisation behind: known from who is there, or told from a title by its capital letter. */
function absent(line: string, organisations: readonly string[], language: Language): ImportedPerson {
  const closing = /^(.*\([^()]*\)), ([^()]+)$/su.exec(line);
  const parts = line.split(', ');
  const last = parts.at(-1) ?? '';
  const named = organisations.includes(last) || /^\p{Lu}/u.test(last);
  const organisation = closing?.[2] ?? (parts.length > 1 && named && !last.endsWith(')') ? last : null);
  const rest = closing?.[1] ?? (organisation === null ? line : parts.slice(0, -1).join(', '));
  return { ...personOf(rest, language), organisation, apologies: true };
}

function attachmentOf(line: string, language: Language): ImportedAttachment {
  const [before = '', after = ''] = minutesTexts[language].itemAttachment('\0', '').split('\0');
  const at = line.indexOf(after);
  if (!line.startsWith(before) || at < 0) return { title: line, itemNumber: null };
  const itemNumber = line.slice(before.length, at);
  return /\s/u.test(itemNumber)
    ? { title: line, itemNumber: null }
    : { title: line.slice(at + after.length), itemNumber };
}

const clock = (hours: string | undefined, minutes: string | undefined): string | null =>
  hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : null;

/** The clock times of "kl. 9.20-9.55" or "9:20–9:55"; null for any other words. */
export function timesOf(text: string): { start: string; end: string | null } | null {
  const [, h, m, endH, endM] =
    /^(?:kl\. )?(\d{1,2})[.:](\d{2})(?:[-–](\d{1,2})[.:](\d{2}))?$/u.exec(text) ?? [];
  const start = clock(h, m);
  return start ? { start, end: clock(endH, endM) } : null;
}

/** "den 6. marts 2023 kl. 9.20-9.55", "6 March 2023, 9:20–9:55": either part may be missing. */
function whenOf(text: string, language: Language) {
  const months: readonly string[] = language === 'da' ? danishMonths : englishMonths;
  const day = /^(?:den )?(\d{1,2})\.? (\p{L}+) (\d{4})(?:,? |$)/u.exec(text);
  const date = day ? calendarDate(Number(day[3]), months.indexOf(day[2] ?? '') + 1, Number(day[1])) : null;
  const times = timesOf(text.slice(date ? day?.[0].length : 0));
  return { date, start: times?.start ?? null, end: times?.end ?? null };
}
