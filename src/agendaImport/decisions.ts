import type { Responsible } from '../meeting/agenda.ts';
import { readAssignment } from '../wording/assignment.ts';
import type { CleanLine } from './cleanLines.ts';
import type { ImportedDecision } from './contract.ts';
import { readsAsDecision } from './decisionCues.ts';
import { tidy } from './paragraphs.ts';
import { pointsOf } from './points.ts';
import { sentencesOf } from './sentences.ts';

/** Whom and when a decision may name. */
export interface DecisionContext {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly meetingDate: string | null;
}

const assignmentLine =
  /^(?:tovholder|ansvarlig(?:e)?|frist|deadline|opfølgning|status)\s*(?:\([^)]*\))?\s*:/iu;
const attendance = /^(?:fraværende|afbud|ikke til stede|deltog ikke|mødt)(?!\p{L}).{0,120}$/iu;
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

/** One decision, with whom and when its sentence names. */
export const assignedDecision = (
  text: string,
  certainty: ImportedDecision['certainty'],
  context: DecisionContext,
): ImportedDecision => {
  const read = readAssignment(text, {
    people: context.people.map((name) => ({ id: name, name })),
    organisations: context.organisations,
    meetingDate: context.meetingDate,
  });
  return { text, responsible: read.responsible.map(nameOf), due: read.due, certainty };
};

/** More decisions of one item than any meeting takes: beyond it nobody is looked for. */
const mostAssigned = 400;

const assigned = (
  texts: readonly string[],
  certainty: ImportedDecision['certainty'],
  context: DecisionContext,
): ImportedDecision[] =>
  texts.map((text, at) =>
    at < mostAssigned
      ? assignedDecision(tidy(text), certainty, context)
      : { text: tidy(text), responsible: [], due: null, certainty },
  );

/** Decisions under a decision heading: one per bullet, else one per paragraph; text behind the list is no decision. */
export function statedDecisions(
  lines: readonly CleanLine[],
  context: DecisionContext,
): { readonly decisions: ImportedDecision[]; readonly after: readonly CleanLine[] } {
  const kept = lines.filter((line) => !attendance.test(line.text));
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
    return { decisions: assigned(texts, 'stated', context), after: [...behind, ...after] };
  }
  return { decisions: assigned(texts, 'stated', context), after };
}

/** Sentences of the minutes' prose that read as decisions. */
export function suggestedDecisions(prose: string, context: DecisionContext): ImportedDecision[] {
  const sentences = sentencesOf(prose)
    .map((sentence) => tidy(sentence.replace(/^(?:[•·▪*–-]|o)\s+/u, '')))
    .filter((sentence) => readsAsDecision(sentence));
  return assigned(sentences, 'suggested', context);
}
