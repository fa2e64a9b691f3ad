import { danishMonths } from './dates.ts';
import { dayOf, type Form, type Groups, inDays, nextWeekday, validDay } from './dueCalendar.ts';

const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];

function monthNumber(word: string): number {
  const start = word.toLocaleLowerCase('da').slice(0, 3);
  return danishMonths.findIndex((month) => month.startsWith(start)) + 1;
}

const month =
  '(?<month>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|mar|apr|aug|sept|sep|okt|nov|dec)\\.?)';
const plainMonth = '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)';
const year = '(?:[,]?\\s+(?<year>\\d{4}))?';
const part =
  '(?:primo|medio|ultimo|start(?:en)?(?:\\s+af)?|midt(?:en)?(?:\\s+af|\\s+i)?|slutningen\\s+af|udgangen\\s+af|begyndelsen\\s+af|løbet\\s+af)';
const season = '(?:forår|sommer|efterår|vinter)(?:en|et)?';
const article = '(?:(?:den|d\\.)\\s*)?';
const ahead = '(?:(?:senest|inden|før|i|ved)\\s+)?';

function onWeekday(groups: Groups, meetingDate: string | null): string | null {
  const start = groups.weekday?.toLocaleLowerCase('da').slice(0, 2);
  return nextWeekday(
    weekdays.findIndex((day) => day.slice(0, 2) === start),
    meetingDate,
  );
}

const weekday = `(?:${weekdays.join('|')})`;
/** How Danish writes deadlines. */
export const danishForms: readonly Form[] = [
  {
    pattern: `${ahead}(?:på\\s+)?(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})\\.?\\s*${month}(?:\\s+(?<year>\\d{4}))?`,
    date: ({ day = '', month: word = '', year: written }, meetingDate) =>
      dayOf(day, monthNumber(word), written, meetingDate),
  },
  { pattern: `${ahead}${article}(?<iso>\\d{4}-\\d{2}-\\d{2})`, date: ({ iso = '' }) => validDay(iso) },
  {
    pattern: `${ahead}(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})[./]\\s?(?<number>\\d{1,2})[./-]\\s?(?<year>20\\d{2}|\\d{2}(?!\\d))`,
    date: ({ day = '', number = '', year: written }, meetingDate) =>
      dayOf(day, Number(number), written, meetingDate),
  },
  {
    pattern: `${ahead}(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})(?:/(?<number>\\d{1,2})|\\.\\s?(?<dotted>\\d{1,2})\\.?)`,
    needsCue: true,
    date: ({ day = '', number, dotted = '' }, meetingDate) =>
      dayOf(day, Number(number ?? dotted), undefined, meetingDate),
  },
  {
    pattern: `${ahead}(?:uge|ugen|ugerne)\\s+(?<week>\\d{1,2})(?:\\s*(?:-|–|/|og|eller)\\s*(?<lastWeek>\\d{1,2}))?${year}`,
  },
  { pattern: `${ahead}${part}(?:\\s*/\\s*${part})?\\s+(?:${plainMonth}${year}|\\d{4}|året|ugen|måneden)` },
  { pattern: `${ahead}(?:(?<quarter>[1-4])\\.|første|andet|tredje|fjerde)\\s*kvartal${year}` },
  { pattern: `${ahead}(?:(?<half>[12])\\.|første|andet)\\s*halvår${year}` },
  { pattern: `(?:inden|før|senest|i|til|efter)\\s+${season}(?:\\s*/\\s*${season})?${year}` },
  { pattern: `${season}(?:\\s*/\\s*${season})?\\s+(?<year>\\d{4})` },
  { pattern: `(?:inden|før|senest|i)\\s+${plainMonth}${year}` },
  {
    pattern: `(?:inden|efter|før)\\s+(?:sommer|jule|påske|efterårs|vinter)?(?:ferien|jul|påske|pinse|nytår|årsskiftet|weekenden)`,
  },
  {
    pattern: `(?:(?:til|på|inden|senest|før|ved)\\s+)?(?:det\\s+)?(?:næste|kommende|førstkommende)\\s+\\p{L}*møde`,
  },
  { pattern: `(?:sammen\\s+)?med\\s+referatet` },
  {
    pattern: `(?:i|senest|inden)\\s+(?:næste|denne|indeværende)\\s+(?:uge|måned|år)|næste\\s+(?:uge|måned|år)`,
  },
  { pattern: `(?:på|senest|inden)\\s+(?:på\\s+)?(?<weekday>${weekday})`, date: onWeekday },
  {
    pattern: `(?:(?:inden|senest)\\s+)?i\\s+(?:dag|morgen|overmorgen)`,
    date: (_, meetingDate) => meetingDate,
  },
  { pattern: `(?:om|inden(?:\\s+for)?|senest\\s+om)\\s+(?<days>\\d{1,3})\\s+dage`, date: inDays },
  { pattern: `(?:om|inden(?:\\s+for)?)\\s+\\S+\\s+(?:uger|måneder|år)` },
  { pattern: `(?:snarest|hurtigst)(?:\\s+muligt)?|hurtigst\\s+muligt` },
];
