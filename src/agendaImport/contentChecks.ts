import * as say from '../wording/importProblems.ts';
import { isAnyOtherBusiness } from '../wording/quietTitles.ts';
import type { ImportedAgenda } from './contract.ts';
import type { Findings, Remark } from './findings.ts';
import type { Line } from './source.ts';

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const openEnd =
  /(?<!\p{L})(?:og|eller|samt|at|af|for|med|om|til|i|på|den|det|de|en|et|der|som|fra|ved|mellem|under|hvis|når)$/iu;

/** A point that breaks off: it ends in a word that calls for another, or in a genitive without its noun. */
const isCut = (text: string): boolean =>
  openEnd.test(text.replace(/,? og$/u, '')) ||
  /(?<!\p{L})(?:i|på|af|for|til|fra|med|om) (?:\p{Lu}\p{L}+ )*\p{Lu}\p{L}{2,}s$/u.test(text);

/** A last sentence that breaks off; a heading or a list at the end does not. */
const endsOpen = (text: string | null): boolean => text !== null && text.length > 60 && openEnd.test(text);

/** Numbers, sections, attachments: what is missing, twice, empty or torn. */
export function contentRemarks(
  agenda: ImportedAgenda,
  findings: Findings,
  source: readonly Line[],
): Remark[] {
  const remarks: Remark[] = [];
  const items = agenda.items.filter((item) => item.kind === 'item');
  const seen = new Set<string>();
  let last: number | null = null;
  for (const item of items) {
    const { number } = item;
    if (number === null) continue;
    if (seen.has(number))
      remarks.push({ code: 'duplicateNumber', sentence: say.duplicateNumber(number), item: null, number });
    seen.add(number);
    const value = Number.parseInt(number, 10);
    if (Number.isNaN(value)) continue;
    if (last !== null)
      for (let gap = last + 1; gap < value && gap < last + 5; gap++)
        remarks.push({
          code: 'numberMissing',
          sentence: say.numberMissing(String(gap)),
          item: null,
          number: String(gap),
        });
    last = value;
  }
  for (const item of items) {
    if (item.recommendations.some(isCut))
      remarks.push({ code: 'truncatedPoint', sentence: say.truncatedPoint(item.number, item.title), item });
    else if (
      endsOpen(item.description) ||
      endsOpen(item.discussion) ||
      item.decisions.some((decision) => endsOpen(decision.text))
    )
      remarks.push({ code: 'truncatedText', sentence: say.truncatedText(item.number, item.title), item });
  }
  for (const item of findings.afterDecisions)
    remarks.push({
      code: 'textAfterDecisions',
      sentence: say.textAfterDecisions(item.number, item.title),
      item,
    });
  const hasMinutes = items.some((item) => item.discussion !== null || item.decisions.length > 0);
  const opening = source
    .slice(0, 12)
    .map((line) => line.text.slice(0, 300))
    .join('\n');
  if (hasMinutes && /dagsorden/i.test(opening) && !/referat|protokol|minutes/i.test(opening))
    remarks.push({ code: 'titleSaysAgenda', sentence: say.titleSaysAgenda, item: null });
  const listed = agenda.attachments.map((attachment) => fold(attachment.title));
  const under = agenda.items.flatMap((item) => item.attachments.map(fold));
  if (
    listed.length &&
    under.length &&
    new Set([...listed, ...under]).size > Math.min(new Set(listed).size, new Set(under).size)
  )
    remarks.push({
      code: 'attachmentListsDiffer',
      sentence: say.attachmentListsDiffer(listed.length, under.length),
      item: null,
    });
  const astray = agenda.attachments.find(
    ({ itemNumber }) => itemNumber !== null && !items.some((item) => item.number === itemNumber),
  );
  if (astray?.itemNumber)
    remarks.push({
      code: 'attachmentWithoutItem',
      sentence: say.attachmentWithoutItem(astray.title, astray.itemNumber),
      item: null,
    });
  for (const { item, label, kind } of findings.emptySections) {
    // an agenda's empty "Referat" and "Beslutning" are where the minutes go
    if (!hasMinutes && (kind === 'discussion' || kind === 'decisions')) continue;
    remarks.push({ code: 'emptySection', sentence: say.emptySection(label, item.number, item.title), item });
  }
  const mostRecommend = items.filter((item) => item.recommendations.length > 0).length * 2 >= items.length;
  for (const item of items) {
    if (mostRecommend && item.recommendations.length === 0 && !isAnyOtherBusiness(item.title))
      remarks.push({
        code: 'noRecommendation',
        sentence: say.noRecommendation(item.number, item.title),
        item,
      });
  }
  const [first] = agenda.unplaced;
  if (first)
    remarks.push({
      code: 'unplaced',
      sentence: say.unplacedText(
        agenda.unplaced.length,
        isClosed(agenda, first.after) ? null : first.text,
        first.after,
      ),
      item: null,
    });
  return remarks;
}

/** What stands below a closed item is not told. */
const isClosed = (agenda: ImportedAgenda, after: string | null): boolean =>
  agenda.items.some((item) => item.closed && (item.number ?? item.title) === after);
