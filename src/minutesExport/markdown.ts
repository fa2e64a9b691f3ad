import type { DraftHead, DraftPerson, Minutes } from '../views/draft.ts';
import { type MinutesLine, type MinutesSection, minutesItem, minutesTasks } from '../views/minutesItem.ts';
import { writeDate, writeWhen } from '../wording/dates.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';

/**
 * The draft minutes as Markdown, in the agenda's own order and under its headings. What people typed comes out as
 * they typed it: nothing is escaped. `language`: that of the meeting, if nothing else is asked for.
 */
export function markdown(minutes: Minutes, language: Language = minutes.head.language): string {
  const t = minutesTexts[language];
  const { head } = minutes;
  const blocks = [
    `# ${head.title ?? head.forum ?? t.untitled}`,
    `*${t.draft}*`,
    facts(head, language),
    ...people(head, language),
    ...headAttachments(head, language),
    ...minutes.items.flatMap((item) => {
      const view = minutesItem(head, item, language);
      return [`## ${view.heading}`, ...view.sections.flatMap(section)];
    }),
    ...tasks(minutes, language),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function facts(head: DraftHead, language: Language): string {
  const t = minutesTexts[language];
  const names = (list: readonly DraftPerson[]) => list.map((person) => person.name).join(', ');
  const when = writeWhen(head.date, head.start, head.end, language);
  const rows: [string, string | null][] = [
    [t.forum, head.forum],
    [t.when, when],
    [t.where, head.place],
    [t.chair, names(head.chairs)],
    [t.minuteTakers(head.minuteTakers.length), names(head.minuteTakers)],
    [t.documentDate, head.documentDate && writeDate(head.documentDate, language)],
  ];
  return bullets(rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])));
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${indented(line)}`).join('\n');

/** Further lines of a list entry belong to it. */
const indented = (text: string): string => text.replace(/\r?\n/gu, '\n  ');

function people(head: DraftHead, language: Language): string[] {
  const t = minutesTexts[language];
  const line = (person: DraftHead['participants'][number]): string => {
    const role = [person.role, person.guest ? t.guest : null].filter(Boolean).join(', ');
    return [person.name, person.title].filter(Boolean).join(', ') + (role ? ` (${role})` : '');
  };
  const present = head.participants.filter((person) => !person.apologies);
  const apologies = head.participants.filter((person) => person.apologies);
  const organisations = [...new Set(present.map((person) => person.organisation ?? t.withoutOrganisation))];
  const groups = organisations.flatMap((organisation) => [
    `**${organisation}**`,
    bullets(
      present.filter((person) => (person.organisation ?? t.withoutOrganisation) === organisation).map(line),
    ),
  ]);
  const away = (person: DraftHead['participants'][number]) =>
    person.organisation ? `${line(person)}, ${person.organisation}` : line(person);
  return [
    ...(present.length > 0 ? [`## ${t.participants}`, ...groups] : []),
    ...(apologies.length > 0 ? [`## ${t.apologies}`, bullets(apologies.map(away))] : []),
  ];
}

function headAttachments(head: DraftHead, language: Language): string[] {
  const t = minutesTexts[language];
  if (head.attachments.length === 0) return [];
  const lines = head.attachments.map(({ title, itemNumber }) =>
    itemNumber ? t.itemAttachment(itemNumber, title) : title,
  );
  return [`## ${t.attachments}`, bullets(lines)];
}

function section(part: MinutesSection): string[] {
  const body =
    part.style === 'paragraphs'
      ? part.lines.map((line) => withRemark(line.text, line, '\n\n')).join('\n\n')
      : part.lines
          .map((line, index) => {
            const mark = part.style === 'numbers' ? `${index + 1}.` : '-';
            return `${mark} ${withRemark(indented(line.text), line, '\n  ')}`;
          })
          .join('\n');
  return [...(part.label ? [`### ${part.label.replace(/:\s*$/u, '')}`] : []), body];
}

const withRemark = (text: string, line: MinutesLine, between: string): string =>
  line.remark === '' ? text : `${text}${between}*${line.remark}*`;

function tasks(minutes: Minutes, language: Language): string[] {
  const groups = minutesTasks(minutes, language);
  if (groups.length === 0) return [];
  return [
    `## ${minutesTexts[language].tasks}`,
    ...groups.flatMap((group) => [`**${group.organisation}**`, bullets(group.tasks)]),
  ];
}
