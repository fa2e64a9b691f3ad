import type { ImportWarning } from '../meeting/agenda.ts';
import * as say from '../wording/importProblems.ts';
import { looksLikeCpr } from '../wording/personalNumber.ts';
import { contentRemarks } from './contentChecks.ts';
import type { ImportedAgenda } from './contract.ts';
import type { Findings, Remark } from './findings.ts';
import { linkRemarks } from './linkChecks.ts';
import { peopleRemarks } from './peopleChecks.ts';
import type { Line } from './source.ts';
import { timeRemarks } from './timeChecks.ts';

/** What would spoil the meeting first, what is only untidy last; three are shown before the others. */
const gravity = [
  'noDate',
  'endBeforeStart',
  'dateInPast',
  'weekdayWrong',
  'presenterSentApologies',
  'chairSentApologies',
  'duplicateNumber',
  'minutesExceedMeeting',
  'ambiguousName',
  'nameSpelling',
  'truncatedPoint',
  'numberMissing',
  'noChair',
  'itemEndsBeforeStart',
  'itemOverlaps',
  'itemOutsideMeeting',
  'unknownPresenter',
  'textAfterDecisions',
  'truncatedText',
  'nobodyResponsible',
  'titleSaysAgenda',
  'attachmentWithoutItem',
  'attachmentListsDiffer',
  'localPath',
  'deadLink',
  'emptySection',
  'malformedEmail',
  'noRecommendation',
  'unplaced',
];

const warning = (code: string, { da, en }: say.Sentence, itemNumber: string | null): ImportWarning => ({
  code,
  message: da,
  english: en,
  itemNumber,
});

/** A closed item is told by its number alone: warnings may be shown where others read along. */
const worded = ({ code, sentence, item, number }: Remark): ImportWarning =>
  warning(code, item?.closed ? say.closedItem(item.number) : sentence, item?.number ?? number ?? null);

/** CPR-like numbers are named by their place only, never repeated. */
export function cprWarnings(agenda: ImportedAgenda, wholeText: string): ImportWarning[] {
  const { items, ...head } = agenda;
  const found: ImportWarning[] = [];
  const add = (number: string | null) => found.push(warning('cprLike', say.cprLike(number), number));
  for (const item of items) if (looksLikeCpr(JSON.stringify(item))) add(item.number);
  if (
    looksLikeCpr(JSON.stringify({ ...head, warnings: [] })) ||
    (found.length === 0 && looksLikeCpr(wholeText))
  )
    add(null);
  return found;
}

/**
 * Everything a careful secretary would ask about, the gravest first; nothing of it blocks. `today` (YYYY-MM-DD) is
 * null where nobody said what day it is.
 */
export function warningsOf(
  agenda: ImportedAgenda,
  findings: Findings,
  source: readonly Line[],
  today: string | null = null,
): ImportWarning[] {
  const remarks = [
    ...timeRemarks(agenda, source, today),
    ...peopleRemarks(agenda, findings),
    ...contentRemarks(agenda, findings, source),
    ...linkRemarks(source, findings.localPaths),
  ];
  const rank = (code: string) => gravity.indexOf(code);
  const told = new Set<string>();
  const warnings = remarks
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map(worded)
    .filter(({ code, message, itemNumber }) => {
      const key = JSON.stringify([code, message, itemNumber]);
      return told.size < told.add(key).size;
    });
  return [...cprWarnings(agenda, source.map((line) => line.text).join('\n')), ...warnings];
}
