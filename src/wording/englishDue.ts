import { englishMonths } from './dates.ts';
import { dayOf, type Form, type Groups, inDays, nextWeekday } from './dueCalendar.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekday = `(?<weekday>${weekdays.join('|')})`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const plainMonth = englishMonths.join('|');
const month = `(?<month>${plainMonth}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?)`;
const year = '(?:,?\\s+(?:of\\s+)?(?<year>20\\d{2}))?';
const ahead =
  '(?:(?:no\\s+later\\s+than|not\\s+later\\s+than|by|before|until|on|in|during|within)\\s+)?(?:the\\s+)?';
const mustAhead = '(?:no\\s+later\\s+than|by|before|until|in|during)\\s+(?:the\\s+)?';
const part = '(?:early|mid|late|(?:the\\s+)?(?:beginning|start|middle|end)\\s+of(?:\\s+the)?)';

function monthDay({ day: written = '', month: word = '', year: said }: Groups, meetingDate: string | null) {
  const start = word.toLowerCase().slice(0, 3);
  const number = englishMonths.findIndex((name) => name.toLowerCase().startsWith(start)) + 1;
  return dayOf(written, number, said, meetingDate);
}

/** How English writes deadlines; what both languages write alike ("2031-03-06") stands with the Danish forms. */
export const englishForms: readonly Form[] = [
  {
    pattern: `${ahead}(?:${weekday},?\\s+)?(?:the\\s+)?${day}\\s+(?:of\\s+)?${month}${year}`,
    date: monthDay,
  },
  { pattern: `${ahead}(?:${weekday},?\\s+)?${month}\\s+${day}(?!\\d)${year}`, date: monthDay },
  {
    pattern: `${ahead}weeks?\\s+(?<week>\\d{1,2})(?:\\s*(?:-|–|/|and|or|to)\\s*(?<lastWeek>\\d{1,2}))?${year}`,
  },
  { pattern: `${ahead}${part}\\s+(?:(?:${plainMonth})${year}|20\\d{2}|year|week|month|quarter)` },
  {
    pattern: `${ahead}(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth)\\s+(?:quarter|half)(?:\\s+of)?${year}`,
  },
  { pattern: `${mustAhead}(?:${plainMonth})${year}` },
  { pattern: `${ahead}(?:spring|summer|autumn|winter)\\s+(?<year>20\\d{2})` },
  {
    pattern: `(?:by|before|after)\\s+(?:the\\s+)?(?:summer|christmas|easter|new\\s+year|holidays)(?:\\s+holidays?)?`,
  },
  { pattern: `(?:at\\s+)?${ahead}(?:next|coming|following)\\s+(?:\\p{L}+\\s+)?meeting` },
  { pattern: `(?:together\\s+)?with\\s+the\\s+minutes` },
  { pattern: `${ahead}(?:next|this)\\s+(?:week|month|year)` },
  {
    pattern: `(?:no\\s+later\\s+than|by|before|on|next)\\s+(?:next\\s+)?${weekday}`,
    date: ({ weekday: word = '' }, meetingDate) =>
      nextWeekday(weekdays.indexOf(word.toLowerCase()), meetingDate),
  },
  { pattern: `(?:by\\s+)?today`, date: (_, meetingDate) => meetingDate },
  { pattern: `(?:by\\s+)?tomorrow`, date: (_, meetingDate) => inDays({ days: '1' }, meetingDate) },
  { pattern: `(?:in|within)\\s+(?<days>\\d{1,3})\\s+days`, date: inDays },
  { pattern: `(?:in|within)\\s+\\S+\\s+(?:weeks|months|years)` },
  { pattern: `as\\s+soon\\s+as\\s+possible` },
];
