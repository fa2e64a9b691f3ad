import type { ImportWarning } from '../meeting/agenda.ts';
import * as say from '../wording/importProblems.ts';
import { looksLikeCpr } from '../wording/personalNumber.ts';
import type { CleanLine } from './cleanLines.ts';
import { minutesBetween } from './clockAndDate.ts';
import type { ImportedAgenda } from './contract.ts';
import { matchName, type NameMatch } from './matchNames.ts';
import type { Anchor, Line } from './source.ts';

interface ItemName {
  readonly closed: boolean;
  readonly number: string | null;
  readonly title: string;
}

/** What the parser noticed on its way and the finished agenda no longer shows. */
export interface Findings {
  readonly people: { written: string; match: NameMatch; item: ItemName }[];
  readonly afterDecisions: ItemName[];
  readonly emptySections: { item: ItemName; label: string }[];
  readonly localPaths: readonly Anchor[];
  /** Lines below an item that a rule read and that stand in none of its sections. */
  readonly aside: CleanLine[];
}

const emailLike = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;]+/g;
const emailGood = /^[\w.+'-]*[\w+'-]@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\.?$/u;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const cut = (text: string): boolean =>
  /(?<!\p{L})(?:og|eller|samt|at|af|for|med|om|til|i|på|den|det|de|en|et|der|som)$/iu.test(
    text.replace(/,? og$/u, ''),
  ) || /(?<!\p{L})(?:i|på|af|for|til|fra|med|om) (?:\p{Lu}\p{L}+ )*\p{Lu}\p{L}{2,}s$/u.test(text);

const warning = (code: string, { da, en }: say.Sentence, itemNumber: string | null): ImportWarning => ({
  code,
  message: da,
  english: en,
  itemNumber,
});

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

/** Everything a careful secretary would ask about, the gravest first (three are shown before the others). */
export function warningsOf(
  agenda: ImportedAgenda,
  findings: Findings,
  source: readonly Line[],
): ImportWarning[] {
  const warnings: ImportWarning[] = cprWarnings(agenda, source.map((line) => line.text).join('\n'));
  const add = (code: string, sentence: say.Sentence, itemNumber: string | null = null) => {
    warnings.push(warning(code, sentence, itemNumber));
  };
  /** A closed item is told by its number alone: warnings may be shown where others read along. */
  const about = (code: string, item: ItemName, sentence: say.Sentence) =>
    add(code, item.closed ? say.closedItem(item.number) : sentence, item.number);
  const items = agenda.items.filter((item) => item.kind === 'item');

  if (agenda.date === null) add('noDate', say.noDate);
  const seen = new Set<string>();
  let last: number | null = null;
  for (const { number } of items) {
    if (number === null) continue;
    if (seen.has(number)) add('duplicateNumber', say.duplicateNumber(number), number);
    seen.add(number);
    const value = Number.parseInt(number, 10);
    if (last !== null)
      for (let gap = last + 1; gap < value && gap < last + 5; gap++)
        add('numberMissing', say.numberMissing(String(gap)), String(gap));
    last = value;
  }
  const away = agenda.participants.filter((person) => person.apologies).map((person) => person.name);
  for (const item of items) {
    for (const name of item.presenters) {
      const match = matchName(name, away);
      if (match.how === 'exact' || match.how === 'partial')
        about(
          'presenterSentApologies',
          item,
          say.presenterSentApologies(match.name, item.number, item.title),
        );
    }
  }
  for (const { written, match, item } of findings.people) {
    if (match.how === 'ambiguous')
      about('ambiguousName', item, say.ambiguousName(written, match.candidates, item.number, item.title));
    if (match.how === 'spelling')
      about('nameSpelling', item, say.nameSpelling(written, match.name, item.number, item.title));
  }
  if (agenda.chairs.length === 0) add('noChair', say.noChair);
  if (agenda.start && agenda.end) {
    const sum = agenda.items.reduce((minutes, item) => minutes + (item.durationMinutes ?? 0), 0);
    const length = minutesBetween(agenda.start, agenda.end);
    if (sum > length) add('minutesExceedMeeting', say.minutesExceedMeeting(sum, length));
  }
  for (const item of items) {
    if (item.recommendations.some(cut))
      about('truncatedPoint', item, say.truncatedPoint(item.number, item.title));
  }
  for (const item of findings.afterDecisions)
    about('textAfterDecisions', item, say.textAfterDecisions(item.number, item.title));
  const hasMinutes = items.some((item) => item.discussion !== null || item.decisions.length > 0);
  const opening = source
    .slice(0, 12)
    .map((line) => line.text)
    .join('\n');
  if (hasMinutes && /dagsorden/i.test(opening) && !/referat/i.test(opening))
    add('titleSaysAgenda', say.titleSaysAgenda);
  const listed = agenda.attachments.map((attachment) => fold(attachment.title));
  const under = agenda.items.flatMap((item) => item.attachments.map(fold));
  if (
    listed.length &&
    under.length &&
    new Set([...listed, ...under]).size > Math.min(new Set(listed).size, new Set(under).size)
  ) {
    add('attachmentListsDiffer', say.attachmentListsDiffer(listed.length, under.length));
  }
  for (const { item, label } of findings.emptySections)
    about('emptySection', item, say.emptySection(label, item.number, item.title));
  for (const anchor of findings.localPaths.slice(0, 3)) add('localPath', say.localPath(anchor.line));
  for (const line of source) {
    const bad =
      line.text.length < 2000 &&
      !/https?:/i.test(line.text) &&
      [...line.text.replace(/mailto:/gi, ' ').matchAll(emailLike)].some(
        ([text]) => !emailGood.test(text) || /@\./.test(text),
      );
    if (bad && warnings.filter((warning) => warning.code === 'malformedEmail').length < 3)
      add('malformedEmail', say.malformedEmail(line.anchor.line));
  }
  const someRecommend = items.filter((item) => item.recommendations.length > 0).length * 2 >= items.length;
  for (const item of items) {
    if (someRecommend && item.recommendations.length === 0 && !/^(?:evt\.?|eventuelt)$/i.test(item.title))
      about('noRecommendation', item, say.noRecommendation(item.number, item.title));
  }
  return warnings;
}
