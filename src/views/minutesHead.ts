import { writeDate, writeWhen } from '../wording/dates.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { DraftHead, DraftPerson, Minutes } from './draft.ts';
import type { MinutesDocument } from './minutesDocument.ts';

type Participant = DraftHead['participants'][number];

/** What the minutes are called: by their title, else by the forum. */
export const minutesTitle = (head: DraftHead, language: Language): string =>
  head.title ?? head.forum ?? minutesTexts[language].untitled;

type HeaderLabel = NonNullable<DraftHead['layout']['header']>[number];

/** Header fields under the labels of the agenda and in its order; those without a value are left out. */
export function minutesFacts(head: DraftHead, language: Language): MinutesDocument['facts'] {
  const t = minutesTexts[language];
  const names = (list: readonly DraftPerson[]) => list.map((person) => person.name).join(', ');
  const usual: readonly (HeaderLabel & { readonly value: string | null })[] = [
    { part: 'caseNumber', label: t.caseNumber, value: head.caseNumber },
    { part: 'forum', label: t.forum, value: head.forum },
    { part: 'when', label: t.when, value: writeWhen(head.date, head.start, head.end, language) },
    { part: 'place', label: t.where, value: head.place },
    { part: 'chair', label: t.chair, value: names(head.chairs) },
    {
      part: 'minuteTaker',
      label: t.minuteTakers(head.minuteTakers.length),
      value: names(head.minuteTakers),
    },
    {
      part: 'documentDate',
      label: t.documentDate,
      value: head.documentDate && writeDate(head.documentDate, language),
    },
  ];
  const given = (head.layout.header ?? []).flatMap(({ part, label }) => {
    const own = usual.find((one) => one.part === part);
    const value = part === 'when' ? whenUnder(label, head, language) : own?.value;
    return value ? [{ part, label, value }] : [];
  });
  const missing = usual.filter(({ part }) => !given.some((one) => one.part === part));
  // A part that the agenda does not name stands where it usually does: behind the one before it.
  const all = [...given];
  for (const one of missing) {
    const before = usual
      .slice(0, usual.indexOf(one))
      .findLast(({ part }) => all.some((other) => other.part === part));
    const at = all.findLastIndex(({ part }) => part === before?.part);
    if (one.value) all.splice(at + 1, 0, { ...one, value: one.value });
  }
  return all.map(({ label, value }) => ({ label, value }));
}

const dayLabel = /dato|dag|date|day/iu;

/** Where day and hour have a label each, each stands under its own. */
function whenUnder(label: string, head: DraftHead, language: Language): string {
  const labels = (head.layout.header ?? []).filter(({ part }) => part === 'when').map((one) => one.label);
  const parted = labels.length === 2 && labels.filter((one) => dayLabel.test(one)).length === 1;
  if (!parted) return label === labels[0] ? writeWhen(head.date, head.start, head.end, language) : '';
  return dayLabel.test(label)
    ? writeWhen(head.date, null, null, language)
    : writeWhen(null, head.start, head.end, language).replace(/^kl/iu.test(label) ? /^kl\. /u : '', '');
}

/** The agenda's own word for a list, where the list is still what the word says. */
const headingOf = (head: DraftHead, part: HeaderLabel['part'], usual: string, fits: RegExp): string =>
  head.layout.header?.find((one) => one.part === part && fits.test(one.label))?.label ?? usual;

/** "Inviterede" were also those who did not come. */
const present =
  /^(?:møde)?deltager|til ?stede|medlem|fremmød|^mødt|^mødte|present|attend|participant|member/iu;

/**
 * Who was there, by organisation, who had sent apologies and who was missing. Where nobody's presence or absence was
 * noted, those without apologies stand as the agenda has them.
 */
export function minutesPeople(head: DraftHead, language: Language): MinutesDocument['people'] {
  const t = minutesTexts[language];
  const line = (person: Participant): string => {
    const role = [person.role, person.guest ? t.guest : null].filter(Boolean).join(', ');
    return [person.name, person.title].filter(Boolean).join(', ') + (role ? ` (${role})` : '');
  };
  const { participants } = head;
  const noted = participants.some(({ attendance }) => attendance === 'present' || attendance === 'absent');
  const as = (attendance: Participant['attendance']) =>
    participants.filter((one) => !one.apologies && one.attendance === attendance);
  const unnoted = noted ? t.otherwiseInvited : headingOf(head, 'participants', t.participants, present);
  const lists = [
    { heading: t.present, groups: byOrganisation(as('present'), line, t.withoutOrganisation) },
    { heading: unnoted, groups: byOrganisation(as(null), line, t.withoutOrganisation) },
    {
      heading: headingOf(head, 'apologies', t.apologies, /./u),
      groups: inOneList(
        participants.filter(({ apologies }) => apologies),
        line,
      ),
    },
    { heading: t.absent, groups: inOneList(as('absent'), line) },
  ];
  return lists.filter(({ groups }) => groups.length > 0);
}

type People = MinutesDocument['people'][number]['groups'];

function byOrganisation(
  here: readonly Participant[],
  line: (person: Participant) => string,
  others: string,
): People {
  const named = [...new Set(here.flatMap(({ organisation }) => organisation ?? []))];
  const alone = here.filter((person) => person.organisation === null);
  return [
    ...named.map((organisation) => ({
      organisation,
      people: here.filter((person) => person.organisation === organisation).map(line),
    })),
    ...(alone.length > 0
      ? [{ organisation: named.length > 0 ? others : null, people: alone.map(line) }]
      : []),
  ];
}

/** Those who were not there, each with the organisation behind. */
const inOneList = (away: readonly Participant[], line: (person: Participant) => string): People =>
  away.length === 0
    ? []
    : [
        {
          organisation: null,
          people: away.map((person) =>
            person.organisation ? `${line(person)}, ${person.organisation}` : line(person),
          ),
        },
      ];

/** Attachments that stand in the head of the agenda. */
export function minutesFront(head: DraftHead, language: Language): MinutesDocument['front'] {
  const t = minutesTexts[language];
  if (head.attachments.length === 0) return [];
  const blocks = head.attachments.map(({ title, itemNumber }) => ({
    style: 'bullet' as const,
    text: itemNumber ? t.itemAttachment(itemNumber, title) : title,
    remark: '',
  }));
  return [
    {
      id: 'attachments',
      heading: headingOf(head, 'attachments', t.attachments, /./u),
      groups: [{ heading: null, blocks }],
    },
  ];
}

/** True before the meeting, as long as the agenda brought no minutes of its own. */
export const isAgendaOnly = ({ head, items }: Minutes): boolean =>
  head.status === 'planned' && items.every(({ decisions, notes }) => decisions.length + notes.length === 0);

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
    caseNumber: head.caseNumber ?? '',
    documentType: isAgendaOnly(minutes) ? t.documentTypes.agenda : t.documentTypes.minutes,
    confidentiality: closed ? t.holdsClosedItems : t.open,
  };
}
