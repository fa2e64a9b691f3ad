import { remembering } from '../wording/remember.ts';
import type { CleanLine } from './cleanLines.ts';
import { findDate, findTimes } from './clockAndDate.ts';
import { readsAsPeople } from './nameLists.ts';
import { tidy } from './paragraphs.ts';

export type HeaderField =
  | 'title'
  | 'forum'
  | 'when'
  | 'documentDate'
  | 'place'
  | 'form'
  | 'chair'
  | 'minuteTaker'
  | 'participants'
  | 'guests'
  | 'apologies'
  | 'attachments'
  | 'agenda'
  | 'contents'
  | 'other';

const labels: readonly (readonly [HeaderField, string])[] = [
  ['title', 'emne|titel|mødetitel|vedr\\.?|vedrørende|møde|subject'],
  ['forum', 'forum|mødeforum|udvalg|organ|gruppe|mødegruppe|mødetype|råd|bestyrelse|meeting'],
  [
    'documentDate',
    'udsendt|sendt|sent|udskrevet|dokumentdato|udarbejdet|referat udsendt|dato for udsendelse|referatdato',
  ],
  [
    'when',
    'mødedato|dato(?: og tid(?:spunkt)?)?|dato/tid(?:spunkt)?|mødetid(?:spunkt)?|tidspunkt|tid(?: og dato)?|dag|hvornår|tid og sted|tid/sted|dato,? tid og sted|tid, sted|starttidspunkt|start|slut(?:tidspunkt)?|varighed|date(?: and time)?|time|when|kl\\.?|klokken',
  ],
  ['place', 'sted|mødested(?:er)?|lokale|mødelokale|adresse|hvor|lokation|venue|location|place|where'],
  ['form', 'form|mødeform'],
  [
    'chair',
    'mødeleder(?:e|/ordstyrer)?|ordstyrer(?:e)?|dirigent(?:er)?|mødeledelse|leder af mødet|formand(?:skab)?|forperson|velkomst ved|ordstyrer/mødeleder|mødeformand|mødet ledes af|chair(?:person|man|woman)?|chaired by|facilitator',
  ],
  [
    'minuteTaker',
    'referent(?:er)?|ref\\.?|for referat|referat ved|protokolfører|sekretær for mødet|mødesekretær|referatskriver|referat|minutes(?: by)?|minute taker|note taker|secretary|minutes taken by',
  ],
  [
    'participants',
    'deltagere?|repræsentanter|inviterede?|til ?stede(?: var)?|deltagere var|følgende deltog|følgende var til stede|til ?stedeværende|mødedeltagere|medlemmer|deltagende|indkaldte?|indbudte?|mødt|fremmødte?|deltog|deltagerkreds|deltagerliste|øvrige (?:deltagere|medlemmer)|tilstedeværende|bestyrelse(?:n|smedlemmer)?|udvalgets medlemmer|faste (?:deltagere|medlemmer)|til|med til mødet|på mødet(?: var| deltog)?|mødte|attendees|participants|present|attending|members',
  ],
  ['guests', 'gæst(?:er)?|observatør(?:er)?|oplægsholdere?|øvrige|eksterne deltagere|inviterede gæster'],
  [
    'apologies',
    'afbud(?: fra)?|fraværende(?: med afbud)?|forfald|ikke mødt|ikke til ?stede|meldt afbud|mødt ikke|ikke deltagende|apologies|absent|regrets|ikke med',
  ],
  [
    'attachments',
    'bilag(?:sliste|soversigt)?|vedlagt(?:e bilag)?|vedhæftet|vedhæftede (?:filer|bilag)|vedlagt dagsordenen|attachments',
  ],
  [
    'agenda',
    'dagsorden(?:en)?|dagsordenspunkter|punkter(?: på dagsordenen)?|mødets dagsorden|forslag til dagsorden|dagsorden (?:ifølge|iht\\.?|i henhold til) .{3,40}|agenda|åbne? (?:punkter|dagsorden)',
  ],
  ['contents', 'indholdsfortegnelse|indhold|oversigt over punkter|punktoversigt'],
  [
    'other',
    'kopi(?: til)?|cc|fra|from|j\\.?\\s?nr\\.?|sagsnr\\.?|journalnr\\.?|sagsnummer|sagsbehandler|tlf\\.?|telefon|e-?mail|mail|kontakt(?:person)?|forplejning|forberedelse|næste møde|dok\\.?(?:ument)?nr\\.?|cvr(?:-nr\\.?)?|initialer|status|side',
  ],
];
const source = labels.map(([field, words]) => `(?<${field}>${words})`).join('|');
const opening = new RegExp(`^(?:${source})\\s*(?:\\([^)]{0,40}\\))?\\s*:\\s*(?<value>.*)$`, 'iu');
const alone = new RegExp(`^(?:${source})\\s*:?$`, 'iu');
const inside = new RegExp(`(?<=[.;,)]\\s|\\s{2}|\\t|\\|\\s?)(?:${source})\\s*:`, 'iu');
/** Roles that come without colon: "Ordstyrer Anna Holm", "Velkomst ved Anna Holm", "Afbud fra Bo Krag". */
const withoutColon =
  /^(?:(?<chair>(?:mødeleder|ordstyrer|dirigent|mødeledelse)(?: er| var)?|velkomst ved|velkomst v\/)|(?<minuteTaker>referent(?:er)?(?: er| var)?)|(?<apologies>(?:der (?:er|var) )?(?:meldt )?afbud(?: fra)?))\s+(?<value>\p{Lu}.{2,})$/iu;
/** A label word, a space and its value; only certain words, and only where more speaks for it. */
const wordFirst =
  /^(?:mødedato|dato|mødetid(?:spunkt)?|tidspunkt|tid|sted|mødested|mødelokale|lokale|referent|ordstyrer|mødeleder)(?=:? \S)/iu;
const dateWithoutColon =
  /^(?:mødedato|dato|mødetid(?:spunkt)?|tidspunkt)(?= (?:(?:den|d\.|kl\.?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s|\d))/iu;
/** Two or more spaces part a label column from its value. */
const column = new RegExp(`^(?:${source})(?:\\s{2,}|\\t+)(?<value>\\S.*)$`, 'iu');

export interface HeaderEntry {
  readonly field: HeaderField;
  readonly label: string;
  /** Its value stood beside the label. */
  readonly inline?: boolean;
  /** Lines of the value; the first may have stood beside the label. */
  readonly lines: CleanLine[];
}

const fieldOf = (groups: Record<string, string | undefined> | undefined): HeaderField | null =>
  labels.find(([field]) => groups?.[field] !== undefined)?.[0] ?? null;

export interface FieldLabel {
  readonly field: HeaderField;
  readonly label: string;
  readonly value: string;
  /** Whom the people behind the label stand for ("Elever:"). */
  readonly group?: string;
}

/** "Deltagere fra regionsrådet: …": a list of one side of the table. */
const ofGroup =
  /^(?<word>deltagere|medlemmer|repræsentanter|til ?stede|inviterede|afbud|fraværende|gæster|observatører)\s+(?:fra|for|af|i|på)\s+(?<group>[^:]{2,60}):\s*(?<value>.*)$/iu;
const fromGroup = /^(?:fra|for) \p{L}[\p{L} -]{3,50}:$/iu;

/** Labels that are also what the document is: with somebody's name behind them they name the one who writes. */
const ambiguous = /^(?:referat|ref\.?|minutes|bestyrelse|udvalg|råd|gruppe|mødt|mødte|present)$/iu;

/** "Forældrevalgte: Anna Holm, Bo Krag": a label that nobody foresaw, with people behind it. */
function peopleLabelOf(text: string, entry: HeaderEntry | null, gap: CleanLine['gap']): FieldLabel | null {
  const hit = /^(\p{Lu}[\p{L} ./-]{2,48}):\s+(\S.*)$/u.exec(text);
  const label = hit?.[1] ?? '';
  const value = hit?.[2] ?? '';
  if (!hit || !readsAsPeople(value)) return null;
  const attend = /(?<!\p{L})(?:deltog|deltager|til stede|mødte)(?!\p{L})/iu.test(label);
  const within = entry?.field ?? null;
  if (within === 'participants' || within === 'guests') return null;
  if (within === 'apologies' && !attend && gap < 2 && !entry?.inline) return null;
  return { field: 'participants', label, value, group: `${label}:` };
}

/** A line that is one more name below "Referenter: Anna Holm". */
const isAnotherName = (entry: HeaderEntry, line: CleanLine): boolean =>
  (line.gap < 2 || /er$/iu.test(entry.label)) &&
  line.text.length < 60 &&
  !line.text.includes(':') &&
  readsAsPeople(line.text);

const bulleted = /^[•·▪*–-]\s/u;

/** Whether a line goes on with the list above it: names below names, files below files. */
function goesOnInField(entry: HeaderEntry, line: CleanLine): boolean {
  if (entry.field === 'minuteTaker') return isAnotherName(entry, line);
  if (entry.field === 'chair') return bulleted.test(line.text);
  if (entry.field === 'attachments')
    return line.gap < 2 || /^(?:[•·▪*–-]\s|bilag|\d{1,2}[.)]|punkt|pkt)/iu.test(line.text);
  return true;
}

function readHeaderLabelOf(text: string): FieldLabel | null {
  if (text.length > 2000) return null;
  const qualified = ofGroup.exec(text)?.groups;
  if (qualified?.word) {
    const field = fieldOf(alone.exec(qualified.word)?.groups);
    if (field === 'participants' || field === 'apologies' || field === 'guests')
      return {
        field,
        label: text.replace(/:.*$/, ''),
        value: qualified.value ?? '',
        group: `${qualified.group ?? ''}:`,
      };
  }
  if (fromGroup.test(text))
    return { field: 'participants', label: text.replace(/:$/, ''), value: '', group: text };
  for (const pattern of [opening, alone, column, withoutColon]) {
    const hit = pattern.exec(text);
    const field = fieldOf(hit?.groups);
    if (!hit || !field) continue;
    if (pattern === alone && field === 'participants' && /^til$/i.test(text)) continue;
    const value = hit.groups?.value ?? '';
    const word = tidy(text.slice(0, text.length - value.length).replace(/[:\s]+$/, ''));
    if (
      ambiguous.test(word) &&
      value !== '' &&
      !readsAsPeople(value) &&
      !/^(?:\p{Lu}\p{Ll}+|\p{Lu}{2,4})$/u.test(value.trim()) &&
      field !== 'forum'
    ) {
      if (/^ref\.?$/iu.test(word)) return { field: 'other', label: word, value };
      continue;
    }
    if (/^(?:referat|minutes)$/iu.test(word) && value === '') continue;
    if (pattern === column && (!/^\p{Lu}/u.test(text) || field === 'agenda' || field === 'contents'))
      continue;
    if (pattern === opening && field === 'agenda' && value !== '')
      return { field: 'title', label: 'Dagsorden', value };
    return { field, label: tidy(text.slice(0, text.length - value.length).replace(/[:\s]+$/, '')), value };
  }
  return null;
}

/** "Mødedato 22. januar 2024   Sted Rådhuset": fields in columns, without colons. */
function cellsOf(text: string): string[] {
  const cells = text.split(/\s{2,}|\t+/).filter(Boolean);
  if (cells.length === 2 && cells.some((cell) => findDate(cell)?.text === cell) && !headerLabelOf(text))
    return cells;
  const labelled = cells.filter((cell) => wordFirst.test(cell));
  return cells.length >= 2 && labelled.length === cells.length
    ? cells.map((cell) => cell.replace(wordFirst, '$&:').replace('::', ':'))
    : [text];
}

/** "Bestyrelsen" with nobody below it, "Dagsorden" at the top: who meets, and what the paper is. */
function isLetterhead(lines: readonly CleanLine[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (at < 2 && /^(?:dagsorden|agenda)$/iu.test(text)) return true;
  const next = lines[at + 1]?.text ?? '';
  const people = readsAsPeople(next.replace(bulleted, '')) || /^\p{L}[\p{L} -]{2,40}:/u.test(next);
  return /^bestyrelsen?$/iu.test(text) && !people;
}

/** Cuts the head of a document into its labelled fields; what has no label comes back as `loose`. */
export function headerEntries(lines: readonly CleanLine[]): { entries: HeaderEntry[]; loose: CleanLine[] } {
  const entries: HeaderEntry[] = [];
  const loose: CleanLine[] = [];
  let current = null as HeaderEntry | null;
  const list = new Set<HeaderField>([
    'participants',
    'guests',
    'apologies',
    'attachments',
    'minuteTaker',
    'chair',
    'contents',
    'agenda',
  ]);
  const put = (line: CleanLine) => {
    if (!current) {
      loose.push(line);
      return;
    }
    // when the meeting is stands in no list of items, and in none of people
    const date = findDate(line.text);
    const times = findTimes(line.text);
    const told = current.field === 'agenda' ? (date ?? times) !== null : date !== null && times !== null;
    if (told && list.has(current.field) && current.field !== 'attachments') {
      loose.push(line);
      return;
    }
    const last: CleanLine | undefined = current.lines.at(-1);
    const goesOn =
      last === undefined ||
      (list.has(current.field) && goesOnInField(current, line)) ||
      (line.gap < 2 && /^\p{Ll}/u.test(line.text) && !/[.:]$/.test(last.text)) ||
      (/^\p{Ll}/u.test(line.text) && !/[.:]$/.test(last.text));
    if (goesOn) current.lines.push(line);
    else {
      current = null;
      loose.push(line);
    }
  };
  const cells = lines.flatMap((line) =>
    cellsOf(line.text.replace(dateWithoutColon, '$&:')).map((text, at) => ({
      ...line,
      text,
      gap: at === 0 ? line.gap : (0 as const),
    })),
  );
  for (const [index, line] of cells.entries()) {
    let rest = line.text;
    let gap: CleanLine['gap'] = line.gap;
    for (let part = 0; part < 8; part++) {
      const found = headerLabelOf(rest) ?? (part === 0 ? peopleLabelOf(rest, current, line.gap) : null);
      // inside a list of people "Formand: …" is one of them
      const one = found && current?.field === 'participants' && /^formand/i.test(found.label);
      const label = one || (found && isLetterhead(cells, index)) ? null : found;
      const second: RegExpExecArray | null = inside.exec(label ? label.value : rest);
      const value = label ? label.value : rest;
      const mine = tidyEnd(second ? value.slice(0, second.index) : value);
      if (label) {
        current = { field: label.field, label: label.label, inline: mine !== '', lines: [] };
        entries.push(current);
        if (label.group) current.lines.push({ ...line, text: label.group, gap: 0 });
      }
      if (mine !== '') put({ ...line, text: mine, gap: label ? 0 : gap });
      if (!second) break;
      rest = value.slice(second.index);
      gap = 0;
    }
  }
  return { entries, loose };
}

const tidyEnd = (text: string): string => text.replace(/[\s;|]+$/, '');

/** Reads one line as "label: value", also where the label stands alone or has no colon. */
export const headerLabelOf = remembering(readHeaderLabelOf);
