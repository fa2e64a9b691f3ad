import * as say from '../wording/importProblems.ts';
import { findDate, minutesBetween } from './clockAndDate.ts';
import type { ImportedAgenda } from './contract.ts';
import type { Remark } from './findings.ts';
import type { Line } from './source.ts';

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];
const weekdayBefore = /(?<!\p{L})(søn|man|tirs|ons|tors|fre|lør)dag(?:en)?,?\s+(?:den|d\.)?\s*$/iu;
/** Lines at the head of a document that may hold the date of the meeting. */
const headLines = 60;
/** An end so far before its start is the next day, not a mistake (an evening meeting runs past midnight). */
const longestMeeting = 12 * 60;

/** "tirsdag den 4. oktober 2023", which was a Wednesday. */
function weekdayRemark(agenda: ImportedAgenda, source: readonly Line[]): Remark[] {
  if (agenda.date === null) return [];
  const actual = weekdays[new Date(`${agenda.date}T00:00:00Z`).getUTCDay()] ?? '';
  for (const { text } of source.slice(0, headLines)) {
    const found = text.length < 1000 ? findDate(text) : null;
    if (found?.date !== agenda.date) continue;
    const stem = weekdayBefore.exec(text.slice(0, found.index))?.[1]?.toLowerCase();
    const written = weekdays.find((day) => stem !== undefined && day.startsWith(stem));
    if (written && written !== actual)
      return [{ code: 'weekdayWrong', sentence: say.weekdayWrong(written, actual), item: null }];
  }
  return [];
}

/** Clock times that cannot be: an end before its start, items outside the meeting, minutes that do not add up. */
export function timeRemarks(agenda: ImportedAgenda, source: readonly Line[], today: string | null): Remark[] {
  const remarks: Remark[] = [];
  const { start, end, date } = agenda;
  const minuted = agenda.items.some((item) => item.discussion !== null || item.decisions.length > 0);
  if (date === null) remarks.push({ code: 'noDate', sentence: say.noDate, item: null });
  else if (today !== null && date < today && !minuted)
    remarks.push({ code: 'dateInPast', sentence: say.dateInPast(date), item: null });
  remarks.push(...weekdayRemark(agenda, source));
  if (start && end && end <= start && minutesBetween(start, end) > longestMeeting)
    remarks.push({ code: 'endBeforeStart', sentence: say.endBeforeStart(start, end), item: null });
  let latest: string | null = null;
  for (const item of agenda.items) {
    if (item.start && item.end && minutesBetween(item.start, item.end) > longestMeeting)
      remarks.push({
        code: 'itemEndsBeforeStart',
        sentence: say.itemEndsBeforeStart(item.number, item.title),
        item,
      });
    else if (
      item.start &&
      latest &&
      item.start < latest &&
      minutesBetween(item.start, latest) < longestMeeting
    )
      remarks.push({ code: 'itemOverlaps', sentence: say.itemOverlaps(item.number, item.title), item });
    latest = item.end ?? item.start ?? latest;
  }
  if (start && end && end > start) {
    const sum = agenda.items.reduce((minutes, item) => minutes + (item.durationMinutes ?? 0), 0);
    const length = minutesBetween(start, end);
    if (sum > length)
      remarks.push({
        code: 'minutesExceedMeeting',
        sentence: say.minutesExceedMeeting(sum, length),
        item: null,
      });
    const outside = agenda.items.find(
      (item) => (item.start !== null && item.start < start) || (item.end !== null && item.end > end),
    );
    if (outside && sum <= length)
      remarks.push({
        code: 'itemOutsideMeeting',
        sentence: say.itemOutsideMeeting(outside.number, outside.title),
        item: outside,
      });
  }
  return remarks;
}
