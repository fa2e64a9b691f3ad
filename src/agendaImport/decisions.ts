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
const attendance = /^(?:fraværende|afbud|ikke til stede|deltog ikke|mødt)\b.{0,120}$/iu;
const afterMeeting =
  /^(?:efter (?:mødet|\p{L}*mødet)|efterskrift|tilføjet efter|efterfølgende er det|note efter|p\.?s\.?)\b/iu;

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

const decision = (
  text: string,
  certainty: ImportedDecision['certainty'],
  context: DecisionContext,
): ImportedDecision => {
  const assigned = readAssignment(text, {
    people: context.people.map((name) => ({ id: name, name })),
    organisations: context.organisations,
    meetingDate: context.meetingDate,
  });
  return { text, responsible: assigned.responsible.map(nameOf), due: assigned.due, certainty };
};

/** Decisions under a decision heading: one per bullet, else one per paragraph; text behind the list is no decision. */
export function statedDecisions(
  lines: readonly CleanLine[],
  context: DecisionContext,
): { readonly decisions: ImportedDecision[]; readonly after: readonly CleanLine[] } {
  const kept = lines.filter(
    (line) => !attendance.test(line.text) || /\p{L}+t\b.*\./u.test(line.text.replace(attendance, '')),
  );
  const texts: string[] = [];
  const after: CleanLine[] = [];
  let rest: readonly CleanLine[] = kept;
  for (let round = 0; rest.length > 0 && round < 200; round++) {
    const { points, after: behind, set } = pointsOf(rest, 'paragraphs');
    for (const point of points) {
      if (assignmentLine.test(point) && texts.length)
        texts[texts.length - 1] = `${texts.at(-1) ?? ''} ${point}`;
      else if (afterMeeting.test(point))
        after.push(...rest.filter((line) => point.startsWith(tidy(line.text).slice(0, 30))));
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
    after.push(...behind);
    break;
  }
  return { decisions: texts.map((text) => decision(tidy(text), 'stated', context)), after };
}

/** Sentences of the minutes' prose that read as decisions. */
export function suggestedDecisions(prose: string, context: DecisionContext): ImportedDecision[] {
  return sentencesOf(prose)
    .map((sentence) => tidy(sentence.replace(/^(?:[•·▪*–-]|o)\s+/u, '')))
    .filter((sentence) => readsAsDecision(sentence))
    .map((sentence) => decision(sentence, 'suggested', context));
}
