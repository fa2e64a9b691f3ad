import type { Due, Responsible } from '../meeting/agenda.ts';
import { findDues, readDue } from './due.ts';
import { foldText } from './fold.ts';
import { type KnownPerson, matchName, nameParts } from './personName.ts';

/** Whom and what a meeting knows; `meetingDate` is YYYY-MM-DD. */
export interface Known {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly string[];
  readonly meetingDate: string | null;
}

/** Who is to do it and by when; a name that fits several people is told, never guessed (`candidates`: person ids). */
export interface Assignment {
  readonly responsible: Responsible[];
  readonly due: Due | null;
  readonly ambiguous: { written: string; candidates: string[] }[];
}

/** Words for bodies that do the work, whether or not the agenda names them. */
const organisationLike =
  /^(?:\p{L}*sekretariate(?:t|rne)|\p{L}*(?:arbejds|tema|projekt|drifts|planlægnings|følge|under|koordinations)gruppe(?:n|rne|r)?|gruppen|\p{L}*(?:administration|forvaltning|afdeling|psykiatri|region|stab)(?:en|erne|ne)|\p{L}*kommune(?:n|rne)|\p{L}*(?:hospital|team|center|centre|kontor)(?:et|ene|erne|rne)|\p{L}*centret|\p{L}*enhed(?:en|erne)|\p{L}*organisationerne|\p{L}*driftsforum|formandskabet|\p{L}*formandskabet|(?:the\s+)?(?:secretariat|working\s+group)|[\p{L} -]+\s(?:municipality|department)|parterne|region \p{L}+|[\p{L} -]+ kommune|(?:tema|arbejds|projekt)gruppen? .{1,60})$/iu;

const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('da'));

type Resolved =
  | { kind: 'found'; responsible: Responsible }
  | { kind: 'ambiguous'; written: string; candidates: string[] }
  | { kind: 'unknown' };

function knownOrganisation(written: string, known: Known): string | null {
  const folded = foldText(written);
  return known.organisations.find((name) => foldText(name) === folded) ?? null;
}

/** One name as written, perhaps with a title in small letters before it or an organisation in brackets behind. */
function resolve(part: string, known: Known): Resolved {
  const written = part.replace(/\s*\([^)]*\)/gu, '').trim();
  if (written === '') return { kind: 'unknown' };
  const organisation = knownOrganisation(written, known);
  if (organisation !== null)
    return { kind: 'found', responsible: { kind: 'organisation', name: organisation } };
  if (organisationLike.test(written)) {
    return { kind: 'found', responsible: { kind: 'organisation', name: capitalised(written) } };
  }
  const named = written.replace(/^(?:\p{Ll}[\p{L}-]*\s+)+(?=\p{Lu})/u, '');
  const match = matchName(named, known.people);
  if (match.kind === 'one') return { kind: 'found', responsible: { kind: 'person', personId: match.id } };
  if (match.kind === 'several') return { kind: 'ambiguous', written: named, candidates: match.ids };
  return { kind: 'unknown' };
}

/** "A, B og C/D" → its names; an organisation of the agenda keeps its own "og". */
function splitNames(text: string, known: Known): string[] {
  const pieces = text.split(/(\s*(?:[,;/&\n]|(?<!\p{L})(?:[Oo]g|OG|[Ss]amt|and)(?!\p{L}))\s*)/u);
  const names: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = at;
    for (let tried = Math.min(pieces.length - 1, at + 8); tried > at; tried -= 1) {
      if (knownOrganisation(pieces.slice(at, tried + 1).join(''), known) !== null) {
        end = tried;
        break;
      }
    }
    const name = pieces
      .slice(at, end + 1)
      .join('')
      .trim();
    if (name !== '') names.push(name);
    at = end + 2;
  }
  return names;
}

class Collected {
  readonly responsible: Responsible[] = [];
  readonly ambiguous: { written: string; candidates: string[] }[] = [];

  add(resolved: Resolved): void {
    if (resolved.kind === 'found') {
      const key = JSON.stringify(resolved.responsible);
      if (!this.responsible.some((one) => JSON.stringify(one) === key))
        this.responsible.push(resolved.responsible);
    } else if (
      resolved.kind === 'ambiguous' &&
      !this.ambiguous.some((one) => one.written === resolved.written)
    ) {
      this.ambiguous.push({ written: resolved.written, candidates: resolved.candidates });
    }
  }
}

const presents =
  'indhenter|afdækker|igangsætter|inviterer|koordinerer|laver|fremsender|sender|udsender|udarbejder|undersøger|indkalder|' +
  'følger\\s+op|kontakter|skriver|opdaterer|reviderer|justerer|samler|booker|aftaler|planlægger|indmelder|melder|retter|' +
  'forbereder|formulerer|faciliterer|arrangerer|sørger|sikrer|vender\\s+tilbage|afholder|beregner|kortlægger|beskriver|' +
  'deler|rundsender|udpeger|tager|analyserer|afklarer|bringer|iværksætter|rykker|præciserer|tilretter|omdeler|arbejder';
/** What somebody is, thinks or says is nothing they are to do. */
const states =
  'efter|eller|heller|men[e]?r|ønsker|støtter|deltager|tilslutter|stemmer|anbefaler|foreslår|vurderer|konstaterer|tilbyder|' +
  'afløser|erstatter|indtræder|udtræder|fratræder|bliver|består|kommer|oplyser|bemærker|opfordrer|udtrykker|takker|bakker|accepterer|godkender|tiltræder|drøfter|noterer|' +
  'beslutter|finder|synes|fremgår|indgår|forbliver|omfatter|repræsenterer|modtager|får|går|står|under|over';
/** Any other verb of the present tense, right behind somebody known: "Sekretariatet indsamler …". */
const anyPresent = `(?!(?:${states})(?!\\p{L}))\\p{Ll}{3,}(?:er|år)(?!\\p{L})`;
const infinitives = presents.replace(/r(?=\||\\|$)/gu, '');
const adverb =
  '(?:(?:derefter|herefter|også|ligeledes|derudover|desuden|efterfølgende|fortsat|selv|nu|så|i\\s+fællesskab)\\s+)?';
const owner = '(?:tovholdere?|ansvarlige?)(?!\\p{L})';
const who = '(?<who>(?:[^.!?;:]|(?<=\\p{Lu})\\.){2,160}?)';
const noted = '(?!.*\\stil\\s+(?:efterretning|orientering))';
const duty = `(?:skal|vil|bedes|får\\s+til\\s+opgave\\s+at|påtager\\s+sig\\s+at)`;
/** "Anna Holm will …": what English says somebody is to do, whatever the verb. */
const englishDuty = 'will|shall|(?:is|are)\\s+(?:to|responsible\\s+for)';
/** What English says in the present tense, as Danish does: "Anna Holm sends …". */
const englishPresents =
  'sends|prepares|collects|gathers|contacts|writes|drafts|arranges|invites|coordinates|follows\\s+up|updates|circulates|investigates|clarifies|books|organi[sz]es';
const owns = new RegExp(
  `^${who}\\s+(?:er|bliver|udpeges\\s+(?:som|til)|fungerer\\s+som)\\s+${adverb}${owner}`,
  'iu',
);
const acts = new RegExp(
  `^${who}\\s+${adverb}(?:(?:${presents})|${duty}\\s+${adverb}(?:${infinitives})|har\\s+ansvaret|står\\s+for|${englishPresents}|${englishDuty})(?!\\p{L})${noted}`,
  'iu',
);
/** Case counts: a verb is written small, and "Peter" is none. */
const actsOtherwise = new RegExp(`^${who}\\s+${adverb}${anyPresent}${noted}`, 'u');
const inverted = new RegExp(
  `^(?:derefter|herefter|efterfølgende|desuden|derudover|samtidig|endelig|inden|senest|i|på|til|efter|når|før|den|med|for)(?!\\p{L})(?:[^.;:]|(?<=\\d)\\.){0,120}?\\s(?:${presents}|skal|vil)\\s+${noted}(?<tail>.+)`,
  'iu',
);
const agent = new RegExp(
  `(?<!\\p{L})(?:${presents.replace(/r(?=\||\\|$)/gu, 's')})\\s+af\\s+(?<tail>.+)`,
  'iu',
);
const ownerNamed =
  /(?<!\p{L})(?:tovholder(?:e|en|ne)?|ansvarlige?|responsible(?=\s*:))(?:\s+(?:er|bliver)\s+|\s*:\s*)(?<list>[^.;!?]+)/iu;
const ownerAs = /(?<!\p{L})med\s+(?<list>[^,.;!?]{2,80}?)\s+som\s+(?:tovholdere?|ansvarlige?)/iu;
const clauseStart = /^[^\p{L}\p{N}]*|(?<!\p{L})at\s+|[,;–]\s*(?:(?:og|mens|men|hvorefter)\s+)?/giu;
/** Behind "udpeges til" or "er ny" stands what somebody becomes: "leder" is no verb there. */
const becomes = /\s(?:er|var|blev|bliver|som(?=$)|(?!(?:deres|vores|fælles|alles)\s)\p{Ll}{2,}es)(?:\s|$)/u;
/** The meeting itself: what it does is the minutes, not a task of somebody. */
const meetingItself =
  /styregruppe|bestyrelse|udvalget$|(?<!\p{L})(?:vi|mødet|rådet|direktionen|meeting|board|committee)$/iu;
const noName =
  /^(?:it|this|these|there|they|we|who|all|nobody|der|det|den|de|dette|hvem|hvor|ingen|alle|vi|som|denne|disse|man)(?!\p{L})/iu;

/** Where a person is named in small letters the spelling must be right: most small words are no names. */
function resolveInProse(part: string, known: Known): Resolved {
  const resolved = resolve(part, known);
  const person =
    resolved.kind === 'ambiguous' || (resolved.kind === 'found' && resolved.responsible.kind === 'person');
  if (!person || /\p{Lu}/u.test(part)) return resolved;
  const words = nameParts(part);
  return known.people.some(({ name }) => words.every((word) => nameParts(name).includes(word)))
    ? resolved
    : { kind: 'unknown' };
}

/** The names at the front of a text ("Klyngesekretariatet et møde …"): as many words as still are names. */
function leadingNames(text: string, known: Known): Resolved[] {
  const words = text.split(/\s+/u).slice(0, 8);
  for (let count = words.length; count > 0; count -= 1) {
    const phrase = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,;:]+$/u, '');
    const all = splitNames(phrase, known).map((name) => resolveInProse(name, known));
    if (all.length > 0 && all.every(({ kind }) => kind !== 'unknown')) return all;
  }
  return [];
}

function readDoers(sentence: string, known: Known, into: Collected): void {
  let read = 0;
  for (const start of sentence.matchAll(clauseStart)) {
    const from = start.index + start[0].length;
    if (from < read) continue;
    const clause = sentence.slice(from);
    const owning = owns.exec(clause);
    for (const match of [owning, acts.exec(clause), actsOtherwise.exec(clause)]) {
      const written = match?.groups?.who?.trim() ?? '';
      const explicit = match === owning;
      if (match === null || written === '' || noName.test(written)) continue;
      if (!explicit && (meetingItself.test(written) || becomes.test(written))) continue;
      const all = splitNames(written, known).map((name) => ({ name, resolved: resolveInProse(name, known) }));
      const asText = (name: string) => explicit && /^\p{Lu}\S*(?:\s+\S+){0,3}$/u.test(name);
      if (all.length === 0 || !all.every(({ name, resolved }) => resolved.kind !== 'unknown' || asText(name)))
        continue;
      for (const { name, resolved } of all) {
        into.add(
          resolved.kind === 'unknown'
            ? { kind: 'found', responsible: { kind: 'text', text: name } }
            : resolved,
        );
      }
      read = from + match[0].length;
      break;
    }
  }
  for (const pattern of [inverted, agent]) {
    const tail = pattern.exec(sentence)?.groups?.tail;
    if (tail === undefined) continue;
    for (const resolved of leadingNames(tail, known)) {
      const name =
        resolved.kind === 'found' && 'name' in resolved.responsible ? resolved.responsible.name : '';
      if (!meetingItself.test(name)) into.add(resolved);
    }
  }
}

/** The deadline among the dates of a text: the one behind a word of deadline, else the only one. */
function chooseDue(text: string, meetingDate: string | null): Due | null {
  const all = findDues(text, meetingDate);
  const cued = all.find(({ due, start }) => {
    const before = text.slice(0, start);
    const moved =
      /(?:flyttes|udsættes|udskydes|forlænges|postponed|moved|extended)(?:\s+frem)?\s+(?:til|to|until)\s+$/iu.test(
        before,
      );
    return (
      moved ||
      /^(?:senest|inden|før|by|before|no\s+later)(?!\p{L})/iu.test(due.text) ||
      /(?:frist(?:en)?|deadline|due)(?:\s+er|\s+is)?:?\s+$/iu.test(before)
    );
  });
  return (cued ?? (all.length === 1 ? all[0] : undefined))?.due ?? null;
}

/** No list of names is longer (UTF-16): reading one as long as a book would hold up everybody else. */
const LONGEST_LIST = 4_000;

/**
 * Names and deadline as typed behind "tovholder:" or in a form; whoever the meeting does not know stands as text, and so
 * does what is too long to be a list of names.
 */
export function readResponsibleList(text: string, known: Known): Assignment {
  if (text.length > LONGEST_LIST)
    return { responsible: [{ kind: 'text', text: text.trim() }], due: null, ambiguous: [] };
  let names = text
    .trim()
    .replace(/^(?:tovholder(?:e|en)?|ansvarlige?|responsible)\s*(?::|\s(?:er\s|is\s)?)\s*/iu, '');
  let due: Due | null = null;
  const stated =
    /(?:^|[\s,;(–-]+)(?:med\s+|with\s+)?(?:frist(?:en)?|deadline|due)(?:\s+er|\s+is|:)?\s+(?<phrase>.+?)[\s).]*$/isu.exec(
      names,
    );
  if (stated?.groups?.phrase !== undefined) {
    const phrase = names
      .slice(stated.index)
      .replace(/^[\s,;(–-]*(?:med\s+|with\s+)?(?:frist(?:en)?|deadline|due)(?:\s+er|\s+is|:)?\s+/iu, '')
      .trim();
    due = readDue(phrase, known.meetingDate) ?? { text: stated.groups.phrase, date: null };
    names = names.slice(0, stated.index);
  } else {
    const last = findDues(names, known.meetingDate).at(-1);
    if (last !== undefined && /^[\s).]*$/u.test(names.slice(last.end))) {
      due = last.due;
      names = names.slice(0, last.start);
    }
  }
  const collected = new Collected();
  for (const name of splitNames(names.replace(/[\s.,;]+$/u, ''), known)) {
    const resolved = resolve(name, known);
    collected.add(
      resolved.kind === 'unknown' ? { kind: 'found', responsible: { kind: 'text', text: name } } : resolved,
    );
  }
  return { responsible: collected.responsible, due, ambiguous: collected.ambiguous };
}

/** Who is to do what a decision says, and by when, read from its words (domain.md 1.5, 5.2); nothing is guessed. */
export function readAssignment(sentence: string, known: Known): Assignment {
  const collected = new Collected();
  for (const one of sentence.split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)) {
    if (one.trimEnd().endsWith('?')) continue;
    readDoers(one, known, collected);
    for (const pattern of [ownerNamed, ownerAs]) {
      const list = pattern.exec(one)?.groups?.list;
      if (list === undefined) continue;
      const read = readResponsibleList(list, known);
      for (const responsible of read.responsible) collected.add({ kind: 'found', responsible });
      for (const { written, candidates } of read.ambiguous)
        collected.add({ kind: 'ambiguous', written, candidates });
    }
  }
  return {
    responsible: collected.responsible,
    due: chooseDue(sentence, known.meetingDate),
    ambiguous: collected.ambiguous,
  };
}
