import type { SectionKind } from '../meeting/agenda.ts';
import { writeTimeRange } from '../wording/dates.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { isForReading } from '../wording/quietTitles.ts';
import type { DraftHead, DraftNote, Minutes } from './draft.ts';
import { discussionLines } from './draftDiscussion.ts';
import { addendumBlocks } from './minutesAddenda.ts';
import { decisionLines, type MinutesLine, type MinutesUse, pointLines } from './minutesDecisions.ts';
import type { MinutesBlock, MinutesItemPart } from './minutesDocument.ts';

type Item = Minutes['items'][number];

const ALL: readonly SectionKind[] = [
  'recommendation',
  'description',
  'attachments',
  'discussion',
  'decisions',
];

/** The sections of the layout, and the usual ones for what the layout lacks, in their usual place after them. */
export function sectionOrder(
  layout: DraftHead['layout'],
  language: Language,
): { kind: SectionKind; label: string | null }[] {
  const usual = minutesTexts[language].sections;
  const given = layout.sections.filter(
    (section, index, list) => list.findIndex((other) => other.kind === section.kind) === index,
  );
  const missing = ALL.filter((kind) => !given.some((section) => section.kind === kind));
  return [...given, ...missing.map((kind) => ({ kind, label: usual[kind] }))];
}

/** An item of the minutes as every export and every page shows it. Sections without anything are left out. */
export function minutesItem(
  head: DraftHead,
  item: Item,
  language: Language,
  use: MinutesUse = 'final',
): MinutesItemPart {
  const points = head.layout.points;
  const unheld = whyUnheld(head, item, language);
  const lines: Record<SectionKind, MinutesLine[]> = {
    // What was not dealt with here has no answers to be missed.
    recommendation: pointLines(item, language, unheld && !answered(item) ? 'bare' : use),
    description: item.description ? [{ text: item.description, remark: '' }] : [],
    attachments: item.attachments.map((text) => ({ text, remark: '' })),
    discussion: [
      ...(unheld === null ? [] : [{ text: unheld, remark: '' }]),
      ...discussionLines(item).map(({ text, note }) => ({
        text,
        remark: note ? noteRemark(note, language) : '',
      })),
    ],
    decisions: decisionLines(head, item, language, use),
  };
  const style = (kind: SectionKind): MinutesBlock['style'] =>
    kind === 'recommendation' && points === 'numbers'
      ? 'number'
      : kind === 'description' || kind === 'discussion'
        ? 'paragraph'
        : 'bullet';
  const sections = sectionOrder(head.layout, language)
    .filter(({ kind }) => lines[kind].length > 0)
    .map(({ kind, label }) => ({
      id: `${item.itemId}:${kind}`,
      kind,
      label: label?.replace(/:\s*$/u, '') || null,
      blocks: lines[kind].map((line) => ({ style: style(kind), ...line })),
    }));
  return {
    itemId: item.itemId,
    kind: item.itemKind,
    closed: item.closed,
    heading: itemHeading(item, language),
    sections: [...sections, ...addendumSections(item, language)],
  };
}

const noteRemark = ({ confirmed, by, onBehalfOf }: DraftNote, language: Language): string => {
  const t = minutesTexts[language];
  if (!confirmed) return t.unconfirmed(by);
  return onBehalfOf === null ? '' : t.saidFor(onBehalfOf, by);
};

/** Why an item has nothing, or not all, of its minutes here; null: it was dealt with in the meeting as recorded. */
function whyUnheld(head: DraftHead, item: Item, language: Language): string | null {
  const t = minutesTexts[language];
  const written = discussionLines(item).length > 0 || answered(item);
  if (head.handledBefore.includes(item.itemId)) return written ? t.handledBefore : t.minutesMissing;
  if (!head.notReached.includes(item.itemId) || written || item.postponed) return null;
  return isForReading(item.title) ? t.writtenInformation : t.notReached;
}

/** Something was answered or decided under it. */
const answered = ({ recommendations, decisions }: Item): boolean =>
  recommendations.some(({ status }) => status !== 'open') || decisions.some(({ struck }) => !struck);

/** What was added after the meeting stands last and apart, with its date and who added it. */
function addendumSections(item: Item, language: Language): MinutesItemPart['sections'] {
  const blocks = addendumBlocks(item.addenda, language);
  const label = minutesTexts[language].addendum;
  return blocks.length > 0 ? [{ id: `${item.itemId}:addendum`, kind: 'addendum', label, blocks }] : [];
}

function itemHeading(item: Item, language: Language): string {
  const t = minutesTexts[language];
  const time = item.start ? writeTimeRange(item.start, item.end, language) : '';
  const minutes = !time && item.durationMinutes ? t.minutes(item.durationMinutes) : '';
  return [
    item.number ? `${item.number}. ${item.title}` : item.title,
    ...(time || minutes ? [`(${time || minutes})`] : []),
    ...(item.presenters.length > 0 ? [t.by(item.presenters.join(', '))] : []),
    ...(item.closed && item.title !== t.closedTitle ? [`– ${t.closed}`] : []),
  ].join(' ');
}
