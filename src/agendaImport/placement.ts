import type { CleanLine } from './cleanLines.ts';
import { findDate, findMinutes, findTimes } from './clockAndDate.ts';
import type { ImportedAgenda, ImportedItem, Unplaced } from './contract.ts';
import { headerLabelOf } from './headerFields.ts';
import { joinLines } from './paragraphs.ts';
import { isTitleWord } from './personNames.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';

/** Words that mark a date, a time, a number or a role, and are kept as what they mean. */
const interpreted = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday from to ' +
    'mandag tirsdag onsdag torsdag fredag lørdag søndag kl klokken den det der har var blev med fra til ved for samt min minutter ' +
    'punkt pkt nr ad sag item dagsordenspunkt dagsordenens dagsorden dagsordenen referat åben åbent lukket lukkede fortrolig fortroligt afbud meldt ' +
    'fraværende pause ansvarlig tovholder frist deadline oplæg gæst bilag ingen intet at og'
  ).split(' '),
);
/** In the head of a document: what kind of paper it is, and the heads of a table of people. */
const ofHeads =
  /^(?:\p{L}*møde(?:t|s|nr)?|ordinær(?:t)?|ekstraordinær(?:t)?|protokol|beslutningsreferat|mødereferat|indkaldelse|minutes|meeting|agenda|of|navn|titel|organisation|funktion|rolle|parti|stilling|afdeling|initialer|side|prof|dr|kommuner(?:ne)?|regionen|formandskab(?:et)?|øvrige|deltagere|medlemmer)$/u;
const significant = (word: string): boolean =>
  !interpreted.has(word) && !/^(?:\p{L}{1,2}|\d{1,4})$/u.test(word);

/** Words of a text in small letters; a word with a hyphen counts whole and in its parts. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function add(words: Set<string>, ...texts: (string | null | undefined)[]): void {
  for (const text of texts) if (text) for (const word of wordsOf(text)) words.add(word);
}

function addItem(words: Set<string>, item: ImportedItem): void {
  add(words, item.number, item.title, item.description, item.discussion);
  add(words, ...item.presenters, ...item.recommendations, ...item.attachments);
  for (const decision of item.decisions)
    add(words, decision.text, decision.due?.text, ...decision.responsible);
}

/** Without what is kept in another form: dates, times, minutes, labels, clauses that open a recommendation. */
function withoutInterpreted(written: string): string {
  const text = written.replace(/^[-–•*]\s+/u, '');
  const label = headerLabelOf(text)?.label ?? sectionLabelOf(text)?.label ?? null;
  let rest =
    label !== null && text.startsWith(label) ? text.slice(label.length).replace(/^[\s:]+/, '') : text;
  rest = rest.replace(/(?<=[.!?]\s)Indstilling:(?=\s)/u, ' ');
  const clause = recommendingClauseOf(rest);
  if (clause) rest = clause.rest;
  for (let round = 0; round < 4; round++) {
    const hit = findDate(rest) ?? findTimes(rest) ?? findMinutes(rest);
    if (!hit) break;
    rest = `${rest.slice(0, hit.index)} ${rest.slice(hit.index + hit.text.length)}`;
  }
  return rest;
}

/** Where a line stood: the head of the document, below one of the items, or below them all. */
export interface Region {
  /** Index among the agenda's items; -1 in the head, the number of items behind the last. */
  readonly item: number;
  /** A rule has read the line and keeps none of it as it stands (contents, case data, headings, greetings). */
  readonly claimed: boolean;
}

/**
 * Which lines are not word for word in the agenda: `setAside` were read by a rule (a date, a label, a case number),
 * `unplaced` by none. Every word of the document is in the agenda, in one of the two, or was furniture of its pages.
 */
export function placementOf(
  lines: readonly CleanLine[],
  regions: readonly Region[],
  agenda: Pick<
    ImportedAgenda,
    'title' | 'forum' | 'place' | 'chairs' | 'minuteTakers' | 'participants' | 'attachments' | 'items'
  >,
  /** Labels and initials that the head was read by. */
  headWords: readonly string[],
): { readonly setAside: string[]; readonly unplaced: Unplaced[] } {
  const head = new Set<string>();
  add(head, agenda.title, agenda.forum, agenda.place, ...agenda.chairs, ...agenda.minuteTakers);
  for (const person of agenda.participants)
    add(head, person.name, person.title, person.organisation, person.role);
  for (const attachment of agenda.attachments) add(head, attachment.title);
  const labels = new Set<string>();
  add(labels, ...headWords);
  const own = agenda.items.map((item) => {
    const words = new Set<string>();
    addItem(words, item);
    return words;
  });
  const inHead = (region: Region): boolean => region.item < 0 || region.item >= own.length;
  const verbatim = (region: Region, word: string): boolean =>
    own[region.item]?.has(word) || (inHead(region) && head.has(word));
  const holds = (region: Region, word: string): boolean =>
    verbatim(region, word) ||
    (inHead(region) && (labels.has(word) || ofHeads.test(word) || isTitleWord(word)));
  /** All words of a text stand in the agenda; `strictly` also those that only mark what is kept in another form. */
  const isHeld = (text: string, at: number, region: Region, strictly: boolean): boolean => {
    const words = wordsOf(text);
    return words.every((word, index) => {
      const held = strictly ? verbatim(region, word) : !significant(word) || holds(region, word);
      if (held) return true;
      // a word broken over two lines
      const next = wordsOf(lines[at + 1]?.text ?? '')[0];
      if (index === words.length - 1 && next && verbatim(region, word + next)) return true;
      const before = wordsOf(lines[at - 1]?.text ?? '').at(-1);
      return index === 0 && before !== undefined && verbatim(region, before + word);
    });
  };
  const setAside: string[] = [];
  const loose: { text: string[]; item: number; last: number }[] = [];
  lines.forEach((line, at) => {
    const region = regions[at] ?? { item: -1, claimed: false };
    if (!/[\p{L}\p{N}]/u.test(line.text)) return;
    if (isHeld(line.text, at, region, true)) return;
    const meant =
      isHeld(line.text, at, region, false) || isHeld(withoutInterpreted(line.text), at, region, false);
    const other = headerLabelOf(line.text)?.field === 'other' || headerLabelOf(line.text)?.field === 'form';
    if (
      meant ||
      region.claimed ||
      sectionLabelOf(line.text)?.kind === 'aside' ||
      (other && region.item < 0)
    ) {
      setAside.push(line.text);
      return;
    }
    const last = loose.at(-1);
    if (last && last.last === at - 1 && last.item === region.item) {
      last.text.push(line.text);
      last.last = at;
    } else loose.push({ text: [line.text], item: region.item, last: at });
  });
  const unplaced = loose.map(({ text, item }) => {
    const above = agenda.items[Math.min(item, agenda.items.length - 1)];
    return { text: joinLines(text), after: item < 0 ? null : (above?.number ?? above?.title ?? null) };
  });
  return { setAside, unplaced };
}
