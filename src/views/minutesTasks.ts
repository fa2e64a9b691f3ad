import { writeDue } from '../wording/due.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import { type Language, listOf } from '../wording/outcome.ts';
import type { DraftDecision, DraftHead, Minutes } from './draft.ts';
import { saysDue } from './minutesDecisions.ts';
import type { MinutesBlock, MinutesPart } from './minutesDocument.ts';

type Item = Minutes['items'][number];

/** The item's number as printed, else its place among the items. */
export const printedNumber = (items: readonly Item[], item: Item): string =>
  item.number ?? String(items.filter(({ itemKind }) => itemKind === 'item').indexOf(item) + 1);

/** Tasks at the end: each decision once under every organisation that has it to do, those without one last. */
export function minutesTasks({ head, items }: Minutes, language: Language): MinutesPart[] {
  const t = minutesTexts[language];
  const groups = new Map<string | null, MinutesBlock[]>();
  for (const item of items) {
    for (const decision of item.decisions.filter(({ struck }) => !struck)) {
      for (const organisation of new Set(decision.responsible.map((one) => one.organisation))) {
        const task = taskOf(head, printedNumber(items, item), decision, organisation, language);
        groups.set(organisation, [...(groups.get(organisation) ?? []), task]);
      }
    }
  }
  if (groups.size === 0) return [];
  const known = [...groups.keys()].filter((organisation) => organisation !== null);
  const inOrder = [...known, ...(groups.has(null) ? [null] : [])];
  return [
    {
      id: 'tasks',
      heading: t.tasks,
      groups: inOrder.map((organisation) => ({
        heading: organisation ?? (known.length > 0 ? t.withoutOrganisation : null),
        blocks: groups.get(organisation) ?? [],
      })),
    },
  ];
}

/** "Punkt 4 – Bo Winther: Planen sendes ud. (frist: uge 11)". */
function taskOf(
  head: DraftHead,
  number: string,
  decision: DraftDecision,
  organisation: string | null,
  language: Language,
): MinutesBlock {
  const t = minutesTexts[language];
  const { text, due, responsible } = decision;
  const names = responsible
    .filter((one) => one.kind !== 'organisation' && one.organisation === organisation)
    .map((one) => one.name);
  // A sentence that names all of them needs no names before it.
  const unnamed = names.some((name) => !text.includes(name)) ? names : [];
  const until = due && !saysDue(head, text, due) ? ` (${t.dueIs(writeDue(due, language))})` : '';
  return {
    style: 'bullet',
    text: t.taskOf(number, listOf([...new Set(unnamed)], language), text) + until,
    remark: decision.confirmed
      ? decision.assignmentConfirmed
        ? ''
        : t.assignmentUnconfirmed
      : t.unconfirmed(decision.by),
  };
}
