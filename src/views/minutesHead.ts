import { writeDate, writeWhen } from '../wording/dates.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { DraftHead, DraftPerson, Minutes } from './draft.ts';
import type { MinutesDocument } from './minutesDocument.ts';

type Participant = DraftHead['participants'][number];

/** What the minutes are called: by their title, else by the forum. */
export const minutesTitle = (head: DraftHead, language: Language): string =>
  head.title ?? head.forum ?? minutesTexts[language].untitled;

/** Header fields; those without a value are left out. */
export function minutesFacts(head: DraftHead, language: Language): MinutesDocument['facts'] {
  const t = minutesTexts[language];
  const names = (list: readonly DraftPerson[]) => list.map((person) => person.name).join(', ');
  const rows: [string, string | null][] = [
    [t.forum, head.forum],
    [t.when, writeWhen(head.date, head.start, head.end, language)],
    [t.where, head.place],
    [t.chair, names(head.chairs)],
    [t.minuteTakers(head.minuteTakers.length), names(head.minuteTakers)],
    [t.documentDate, head.documentDate && writeDate(head.documentDate, language)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Who was there, by organisation, and who had sent apologies. */
export function minutesPeople(head: DraftHead, language: Language): MinutesDocument['people'] {
  const t = minutesTexts[language];
  const line = (person: Participant): string => {
    const role = [person.role, person.guest ? t.guest : null].filter(Boolean).join(', ');
    return [person.name, person.title].filter(Boolean).join(', ') + (role ? ` (${role})` : '');
  };
  const present = head.participants.filter((person) => !person.apologies);
  const apologies = head.participants.filter((person) => person.apologies);
  const named = [...new Set(present.flatMap(({ organisation }) => organisation ?? []))];
  const alone = present.filter((person) => person.organisation === null);
  const groups = [
    ...named.map((organisation) => ({
      organisation,
      people: present.filter((person) => person.organisation === organisation).map(line),
    })),
    ...(alone.length > 0
      ? [{ organisation: named.length > 0 ? t.withoutOrganisation : null, people: alone.map(line) }]
      : []),
  ];
  const away = apologies.map((person) =>
    person.organisation ? `${line(person)}, ${person.organisation}` : line(person),
  );
  return [
    ...(present.length > 0 ? [{ heading: t.participants, groups }] : []),
    ...(away.length > 0 ? [{ heading: t.apologies, groups: [{ organisation: null, people: away }] }] : []),
  ];
}

/** Attachments that stand in the head of the agenda. */
export function minutesFront(head: DraftHead, language: Language): MinutesDocument['front'] {
  const t = minutesTexts[language];
  if (head.attachments.length === 0) return [];
  const blocks = head.attachments.map(({ title, itemNumber }) => ({
    style: 'bullet' as const,
    text: itemNumber ? t.itemAttachment(itemNumber, title) : title,
    remark: '',
  }));
  return [{ id: 'attachments', heading: t.attachments, groups: [{ heading: null, blocks }] }];
}

/** What a case system asks about the document. `minutes` as they are exported. */
export function minutesMetadata(
  minutes: Minutes,
  edition: MinutesDocument['edition'],
  language: Language,
): MinutesDocument['metadata'] {
  const t = minutesTexts[language];
  const { head, items } = minutes;
  const closed = edition === 'full' && items.some((item) => item.closed);
  return {
    title: minutesTitle(head, language),
    date: head.date ?? '',
    forum: head.forum ?? '',
    caseNumber: '',
    documentType: head.status === 'planned' ? t.documentTypes.agenda : t.documentTypes.minutes,
    confidentiality: closed ? t.holdsClosedItems : t.open,
  };
}
