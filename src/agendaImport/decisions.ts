import type { Responsible } from '../meeting/agenda.ts';
import { type Assignment, readAssignment, readResponsibleList } from '../wording/assignment.ts';
import { readDue } from '../wording/due.ts';
import { nameParts } from '../wording/personName.ts';
import { sentencesOf } from '../wording/sentences.ts';
import type { CleanLine } from './cleanLines.ts';
import type { ImportedDecision } from './contract.ts';
import { readsAsDecision } from './decisionCues.ts';
import { personOfInitials } from './initials.ts';
import { matchName, type NameMatch } from './matchNames.ts';
import { tidy } from './paragraphs.ts';
import { pointsOf } from './points.ts';

/** Whom and when a decision may name. */
export interface DecisionContext {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly meetingDate: string | null;
  readonly forum: string | null;
  /** "MK" → "Mette Krogh", as the list of people gives them. */
  readonly initials: ReadonlyMap<string, string>;
  /** Decisions of the document for which a responsible and a deadline are still looked for. */
  readonly budget: { left: number };
  /** Told of a name that fits several people, or one only when a letter or two are let pass. */
  readonly doubt: (written: string, match: NameMatch) => void;
}

const assignmentLine =
  /^(?:tovholder|ansvarlig(?:e)?|frist|deadline|opfølgning|status)\s*(?:\([^)]*\))?\s*:/iu;
const attendance =
  /^(?:fraværende|afbud|ikke til stede|deltog ikke|mødt)(?!\p{L}).{0,120}$|^\p{Lu}.{2,100} (?:var|er) (?:fraværende|ikke til ?stede|forhindret)\.?$|^\p{Lu}.{2,100} (?:deltog ikke|forlod mødet|kom til stede|var inhabil)(?!\p{L}).{0,60}$/iu;
/** Who would not have it so: it belongs to the minutes, but is not what was decided. */
const dissent =
  /^\p{Lu}.{1,120} (?:stemte (?:imod|for|blankt)|undlod at stemme|tog forbehold|tager forbehold|kan ikke tilslutte sig|kunne ikke (?:tilslutte sig|støtte)|ønsker(?: ført)? til(?:ført)? (?:protokol|referat)|afgav mindretals)(?!\p{L})/u;
const assignedFrom = /(?<=\S)\s+(?=(?:ansvarlige?|tovholdere?|frist|deadline)\s*:)/iu;
const assignedPart = /^(?<label>ansvarlige?|tovholdere?|frist|deadline)\s*:\s*(?<value>.*)$/iu;

/** "… Ansvarlig: Anna Holm Frist: 1. maj" behind a decision, in either order; null where nothing of it stands there. */
function assignedBehind(text: string): { bare: string; who: string; when: string } | null {
  const [bare = '', ...parts] = text.split(assignedFrom);
  if (parts.length === 0) return null;
  let who = '';
  let when = '';
  for (const part of parts) {
    const groups = assignedPart.exec(part)?.groups;
    const value = groups?.value?.trim().replace(/[.,;]$/, '') ?? '';
    if (/^(?:frist|deadline)/iu.test(groups?.label ?? '')) when ||= value;
    else who ||= value;
  }
  return { bare: tidy(bare), who, when };
}
const afterMeeting =
  /^(?:efter (?:mødet|\p{L}*mødet)|efterskrift|tilføjet efter|efterfølgende er det|note efter|p\.?s\.?)(?!\p{L})/iu;

/** People are their own ids here. */
function nameOf(responsible: Responsible): string {
  switch (responsible.kind) {
    case 'person':
      return responsible.personId;
    case 'organisation':
      return responsible.name;
    case 'text':
      return responsible.text;
  }
}

/** The word of a text that was read as a name though no part of the name stands there as it is; null where one does. */
function misspelt(name: string, text: string): string | null {
  const words = text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const parts = nameParts(name).flatMap((part) => [part, ...part.split('-')]);
  const folded = words.map((word) => nameParts(word)[0] ?? '');
  if (folded.some((word) => parts.includes(word) || parts.includes(word.replace(/s$/, '')))) return null;
  return words.find((word) => matchName(word, [name]).how === 'spelling') ?? null;
}

/** One decision, with whom and when its sentence names. */
export const assignedDecision = (
  text: string,
  certainty: ImportedDecision['certainty'],
  context: DecisionContext,
): ImportedDecision => {
  const known = {
    people: context.people.map((name) => ({ id: name, name })),
    organisations: context.organisations,
    meetingDate: context.meetingDate,
  };
  const spelled = (words: string) =>
    words.replace(
      /(?<![\p{L}\d])\p{Lu}{2,4}(?![\p{L}\d])/gu,
      (letters) => context.initials.get(letters) ?? letters,
    );
  /** Who of the responsible stands there under a slightly other name, and who may be several people. */
  const confirm = ({ responsible, ambiguous }: Assignment) => {
    for (const { written, candidates } of ambiguous) context.doubt(written, { how: 'ambiguous', candidates });
    for (const one of responsible) {
      const written = one.kind === 'person' ? misspelt(one.personId, text) : null;
      if (written !== null) context.doubt(written, { how: 'spelling', name: nameOf(one) });
    }
  };
  const named = assignedBehind(text);
  if (named) {
    // "Ansvarlig: …" and "Frist: …" say it outright: they are no part of what was decided
    const { bare, who, when } = named;
    const byLetters = who.replace(
      /(?<![\p{L}\d])\p{Lu}{2,4}(?![\p{L}\d])/gu,
      (letters) => personOfInitials(letters, known.people, context.initials) ?? letters,
    );
    const list = who === '' ? [] : readResponsibleList(byLetters, known).responsible.map(nameOf);
    const due = when === '' ? null : (readDue(when, context.meetingDate) ?? { text: when, date: null });
    const spoken = readAssignment(spelled(bare), known);
    confirm(spoken);
    return {
      text: bare,
      responsible: list.length ? list : spoken.responsible.map(nameOf),
      due: due ?? spoken.due,
      certainty,
    };
  }
  const read = readAssignment(spelled(text), known);
  confirm(read);
  return { text, responsible: read.responsible.map(nameOf), due: read.due, certainty };
};

/** More decisions than any document of minutes holds: beyond it nobody is looked for. */
export const mostAssigned = 1200;

const assigned = (
  texts: readonly string[],
  certainty: ImportedDecision['certainty'],
  context: DecisionContext,
): ImportedDecision[] =>
  texts.map((text) =>
    context.budget.left-- > 0
      ? assignedDecision(tidy(text), certainty, context)
      : { text: tidy(text), responsible: [], due: null, certainty },
  );

/** Decisions under a decision heading: one per bullet, else one per paragraph; text behind the list is no decision. */
export function statedDecisions(
  lines: readonly CleanLine[],
  context: DecisionContext,
): {
  readonly decisions: ImportedDecision[];
  readonly after: readonly CleanLine[];
  readonly opposed: readonly CleanLine[];
  /** Who was there or away: no decision, and told elsewhere. */
  readonly absent: readonly CleanLine[];
} {
  const absent = lines.filter((line) => attendance.test(line.text));
  const present = lines.filter((line) => !attendance.test(line.text));
  const opposed = present.filter((line, at) => at > 0 && dissent.test(line.text));
  const kept = present.filter((line) => !opposed.includes(line));
  const added = kept.findIndex((line, index) => index > 0 && line.gap > 0 && afterMeeting.test(line.text));
  const texts: string[] = [];
  const after: CleanLine[] = added < 0 ? [] : kept.slice(added);
  let rest: readonly CleanLine[] = added < 0 ? kept : kept.slice(0, added);
  for (let round = 0; rest.length > 0 && round < 200; round++) {
    const { points, after: behind, set } = pointsOf(rest, 'paragraphs');
    for (const point of points) {
      if (assignmentLine.test(point) && texts.length)
        texts[texts.length - 1] = `${texts.at(-1) ?? ''} ${point}`;
      else texts.push(point);
    }
    const [next] = behind;
    if (!next) break;
    const [second] = behind.slice(1);
    // a subheading with bullets of its own goes on with decisions; anything else behind the list was added later
    const subheading =
      set !== null &&
      next.text.length < 60 &&
      !/[.:;,]$/.test(next.text) &&
      second !== undefined &&
      /^[•·▪*–-]\s/u.test(second.text);
    if (subheading) {
      rest = behind.slice(1);
      continue;
    }
    if (assignmentLine.test(next.text) && texts.length) {
      texts[texts.length - 1] = `${texts.at(-1) ?? ''} ${next.text}`;
      rest = behind.slice(1);
      continue;
    }
    return { decisions: assigned(texts, 'stated', context), after: [...behind, ...after], opposed, absent };
  }
  return { decisions: assigned(texts, 'stated', context), after, opposed, absent };
}

/** Sentences of the minutes' prose that read as decisions. */
export function suggestedDecisions(prose: string, context: DecisionContext): ImportedDecision[] {
  const sentences = sentencesOf(prose)
    .map((sentence) => tidy(sentence.replace(/^(?:[•·▪*–-]\s+|o\s+|[a-z]\)\s*|\d{1,2}[.)]\s+)/u, '')))
    .filter((sentence) => readsAsDecision(sentence));
  return assigned(sentences, 'suggested', context);
}
