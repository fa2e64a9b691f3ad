import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import type { Due, Responsible } from '../../src/meeting/agenda.ts';
import { type People, withName } from '../../src/meeting/people.ts';
import type { Minutes } from '../../src/views/draft.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { readDue } from '../../src/wording/due.ts';
import { corpusFolder, corpusIsThere, imported } from '../agendaImport/scorer.ts';
import { HeldMeeting, operator } from './meetingBuilder.ts';
import { counter } from './serviceParts.ts';

/** A true decision with what the meeting recorded of it. */
export interface TrueDecision {
  readonly text: string;
  readonly responsible: readonly string[];
  readonly due: string | null;
}
export interface TrueItem {
  readonly number: string;
  readonly title: string;
  readonly decisions: readonly TrueDecision[];
}
export interface CorpusMeeting {
  readonly name: string;
  /** For `score` of tests/agendaImport/scorer.ts. */
  readonly truthPath: string;
  /** The agenda's own file (text). */
  readonly sourcePath: string;
  readonly held: HeldMeeting;
  readonly people: People;
  readonly minutes: Minutes;
  /** The stops of the meeting in their order. */
  readonly items: readonly TrueItem[];
}

const FILES = { '000': '000_ae86daf100bab4a1.txt', '003': '003_b0dcef17a14a86c7.txt' } as const;
export type CorpusName = keyof typeof FILES;

/** The real meetings beside the project; they may be missing: test with `describeCorpus`. */
export const corpusNames: readonly CorpusName[] = ['000', '003'];

/** `describe`, or, where the corpus is missing, a skip that says so. */
export function describeCorpus(title: string, describe: Describing, tests: () => void): void {
  if (corpusIsThere) {
    describe(title, tests);
    return;
  }
  process.emitWarning(`corpus not there: skipped »${title}«`);
  describe.skip(title, tests);
}
type Describing = typeof import('@jest/globals').describe;

interface Truth {
  readonly chairs: readonly string[];
  readonly items: readonly {
    readonly kind: string;
    readonly number: string;
    readonly title: string;
    readonly decisions?: readonly {
      readonly text: string;
      readonly responsible?: readonly string[];
      readonly due?:
        | { readonly text: string }
        | { readonly anyOf: readonly ({ text: string } | null)[] }
        | null;
    }[];
  }[];
}

const dueOf = (due: NonNullable<Truth['items'][number]['decisions']>[number]['due']): string | null => {
  const accepted = due && 'anyOf' in due ? due.anyOf.find((one) => one !== null) : due;
  return accepted?.text ?? null;
};

const said = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase());
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Prose without the sentences that were recorded as decisions. */
function without(prose: string, decisions: readonly TrueDecision[]): string {
  return prose
    .split('\n')
    .map((line) =>
      decisions.reduce((left, { text }) => squeezed(left.replace(squeezed(text), '')), squeezed(line)),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * A real meeting held anew: its agenda imported, its discussion noted, its true decisions recorded with responsible and
 * due, each as the answer to all points of its item, and adjourned.
 */
export async function corpusMeeting(name: CorpusName): Promise<CorpusMeeting> {
  const truthPath = join(corpusFolder, 'truth', `${name}.json`);
  const sourcePath = join(corpusFolder, FILES[name]);
  const truth = JSON.parse(readFileSync(truthPath, 'utf8')) as Truth;
  const read = await imported(sourcePath);
  const { agenda, people } = toAgenda(read, {}, counter(`corpus-${name}`));
  const items = truth.items
    .filter((item) => item.kind === 'item')
    .map(({ number, title, decisions = [] }) => ({
      number,
      title,
      decisions: decisions.map(({ text, responsible = [], due }) => ({ text, responsible, due: dueOf(due) })),
    }));

  const named = (name: string): Responsible => {
    const [person] = withName(people, name);
    return person ? { kind: 'person', personId: person.id } : { kind: 'organisation', name };
  };
  const until = (text: string | null): Due | null =>
    text === null ? null : (readDue(text, agenda.date) ?? { text, date: null });
  const stops = agenda.items.filter((item) => item.kind === 'item');
  const source = { name: FILES[name], sha256: name, format: 'text' };
  const held = new HeldMeeting().does(
    operator,
    { type: 'ProposeAgenda', proposalId: 'p', source, agenda, warnings: [], withMinutes: false },
    { type: 'AdoptAgenda', proposalId: 'p', entryIds: [] },
    { type: 'StartMeeting', itemId: stops[0]?.id ?? '' },
  );
  for (const [index, item] of stops.entries()) {
    const decisions = items.find((one) => one.number === item.number)?.decisions ?? [];
    const before = stops[index - 1];
    if (before) held.does(operator, { type: 'MoveToItem', fromItemId: before.id, itemId: item.id });
    const prose = read.items.find((one) => one.kind === 'item' && one.number === item.number)?.discussion;
    const text = without(prose ?? '', decisions);
    if (text !== '')
      held.does(operator, { type: 'RecordNote', itemId: item.id, noteId: `note-${item.id}`, text });
    for (const [at, decision] of decisions.entries())
      held.does(operator, {
        type: 'RecordDecision',
        itemId: item.id,
        decisionId: `decision-${item.id}-${at + 1}`,
        text: decision.text,
        pointIds: item.points.map((point) => point.id),
        responsible: decision.responsible.map(named),
        due: until(decision.due),
      });
  }
  held.does(operator, { type: 'AdjournMeeting', fromItemId: stops.at(-1)?.id ?? '' });
  return { name, truthPath, sourcePath, held, people, minutes: minutesOf(held.meeting, people), items };
}

/**
 * What of the true decisions is not in this text of the minutes, under its item and in its order; empty: all is there.
 * White space counts as one space; a responsible may be called by a first name in the decision itself.
 */
export function missingFrom(text: string, { items }: CorpusMeeting): string[] {
  const all = squeezed(text);
  const missing: string[] = [];
  let at = 0;
  const starts = items.map(({ number, title }) => {
    const found = all.indexOf(squeezed(title), at);
    if (found < 0) missing.push(`item ${number}`);
    else at = found + 1;
    return found;
  });
  for (const [index, item] of items.entries()) {
    const from = starts[index] ?? -1;
    if (from < 0) continue;
    const end = starts.slice(index + 1).find((start) => start >= 0);
    const own = all.slice(from, end);
    let next = 0;
    for (const decision of item.decisions) {
      const found = own.indexOf(squeezed(decision.text), next);
      if (found < 0) missing.push(`${item.number}: ${decision.text}`);
      else next = found + 1;
      for (const name of decision.responsible) {
        const first = name.split(' ')[0]?.slice(0, 3) ?? name;
        if (!said(own, name) && !said(decision.text, first)) missing.push(`${item.number}: ${name}`);
      }
      if (decision.due && !own.includes(decision.due)) missing.push(`${item.number}: ${decision.due}`);
    }
  }
  return missing;
}
