import type { AgendaItem } from '../meeting/agenda.ts';
import { pendingIn } from '../meeting/pending.ts';
import { pointStatus, standing } from '../meeting/record.ts';
import { holders } from '../meeting/roles.ts';
import { itemNumber, recordOf, stops } from '../meeting/state.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import { joinSentences } from '../wording/joinSentences.ts';
import { afterButtons, approvedLine } from './afterCards.ts';
import {
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  hidden,
  noticeOf,
  rows,
  type Sight,
  textsOf,
} from './cardView.ts';
import { assignmentLine, decisionsOf } from './decisionView.ts';
import { actorName, decisionNumber, responsibleName } from './draftOf.ts';

/** One card to all at the end: what was decided, and who does what, by organisation. */
export function summaryCard(sight: Sight, limit = 40, textLimit = 220): CardView {
  const { meeting } = sight;
  const t = textsOf(sight);
  const visible = stops(meeting).filter((item) => !hidden(sight, item.id));
  const decisions = visible.flatMap((item) => [
    ...answerSentences(sight, item).map((sentence) => ({
      number: `${itemNumber(meeting.agenda, item.id)}  `,
      text: cut(sentence, textLimit),
      remark: '',
      unconfirmed: false,
    })),
    ...decisionsOf(sight, item.id).map((decision) => ({
      number: `${decisionNumber(meeting, item.id, decision)}  `,
      text: cut(decision.text, textLimit),
      // Who drives it stands with the tasks.
      remark: [
        ...(decision.responsible.length === 0 && decision.due
          ? [assignmentLine(sight, decision.responsible, decision.due)]
          : []),
        ...(decision.confirmed
          ? []
          : [t.proposedByName(cut(actorName(sight.people, decision.by, sight.language), 80))]),
      ].join(' · '),
      unconfirmed: !decision.confirmed,
    })),
  ]);
  const postponed = visible.filter((item) => recordOf(meeting, item.id).postponed !== null);
  const hiddenDecisions = stops(meeting).some(
    (item) => hidden(sight, item.id) && standing(recordOf(meeting, item.id).decisions).length > 0,
  );
  const { groups, all } = firstTasks(tasksByOrganisation(sight, textLimit), limit);
  const title = meeting.agenda.title ?? meeting.agenda.forum ?? t.agenda;
  return {
    template: 'summary',
    summary: t.summaryOf(cut(title, 120)),
    model: {
      language: sight.language,
      fallbackText: t.summary,
      ...noticeOf(sight),
      status: t.summary,
      title: cut(title, 200),
      decisionsHeading: t.decisions,
      nothing: decisions.length === 0,
      nothingText: t.nothingDecided,
      decisions: decisions.slice(0, limit).map((entry) => ({ ...entry, hasRemark: entry.remark !== '' })),
      shortened: decisions.length > limit || postponed.length > limit || !all,
      shortenedText: t.shortened,
      hasTasks: groups.length > 0,
      tasksHeading: t.tasks,
      groups,
      hasPostponed: postponed.length > 0,
      postponedHeading: t.postponedItems,
      postponed: postponed.slice(0, limit).map((item) => ({
        text: t.itemTitle(itemNumber(meeting.agenda, item.id), cut(item.title, 110)),
      })),
      hasClosed: hiddenDecisions,
      closed: t.closedDecisions,
      draft: holders(meeting, 'minuteTaker').length > 0 ? t.draftWillCome : t.draftComesFromLeaders,
    },
  };
}

/** What the item's points were answered with, as it stands in the minutes; what was postponed has a place of its own. */
function answerSentences(sight: Sight, item: AgendaItem): string[] {
  const record = recordOf(sight.meeting, item.id);
  const sentences = item.points.flatMap((point) => {
    const status = pointStatus(record, point.id);
    if (status.kind !== 'answered' || status.answer.outcome === 'postponed') return [];
    return status.answer.text ? [status.answer.text] : [];
  });
  return joinSentences([...new Set(sentences)]);
}

interface TaskGroup {
  readonly organisation: string;
  readonly tasks: readonly { readonly text: string }[];
}

/** The first `limit` tasks, over all organisations. */
function firstTasks(groups: readonly TaskGroup[], limit: number): { groups: TaskGroup[]; all: boolean } {
  let room = limit;
  const shown = groups.flatMap((group) => {
    const tasks = group.tasks.slice(0, room);
    room -= tasks.length;
    return tasks.length > 0 ? [{ organisation: cut(group.organisation, 80), tasks }] : [];
  });
  const count = (list: readonly TaskGroup[]) => list.reduce((sum, group) => sum + group.tasks.length, 0);
  return { groups: shown, all: count(shown) === count(groups) };
}

/** Decisions that somebody is responsible for, under the organisation of each responsible. */
export function tasksByOrganisation(sight: Sight, textLimit: number): TaskGroup[] {
  const { meeting, people } = sight;
  const t = textsOf(sight);
  const groups = new Map<string, { text: string }[]>();
  for (const item of stops(meeting)) {
    if (hidden(sight, item.id)) continue;
    for (const decision of decisionsOf(sight, item.id)) {
      for (const responsible of decision.responsible) {
        const organisation =
          responsible.kind === 'organisation'
            ? responsible.name
            : responsible.kind === 'person'
              ? (people[responsible.personId]?.organisation ?? t.withoutOrganisation)
              : t.withoutOrganisation;
        const name =
          responsible.kind === 'organisation'
            ? ''
            : cut(responsibleName(people, responsible, sight.language), 80);
        // Mostly the sentence says already who and when.
        const who = name === '' || decision.text.includes(name) ? '' : `${name}: `;
        const words = decision.due?.text ?? '';
        const due = words === '' || decision.text.includes(words) ? '' : ` (${cut(words, 80)})`;
        const number = decisionNumber(meeting, item.id, decision);
        const open = !decision.confirmed
          ? ` · ${t.notConfirmed}`
          : decision.assignmentConfirmed
            ? ''
            : ` · ${t.assignmentProposed}`;
        const task = { text: `${number}  ${who}${cut(decision.text, textLimit)}${due}${open}` };
        const tasks = groups.get(organisation) ?? [];
        // A person and their organisation may both be responsible.
        if (!tasks.some(({ text }) => text === task.text)) groups.set(organisation, [...tasks, task]);
      }
    }
  }
  return [...groups].map(([organisation, tasks]) => ({ organisation, tasks }));
}

/** For those who lead or write: the items with unanswered points, *Drøftet* on each, and what comes after the meeting. */
export function unansweredCard(sight: Sight, limit = 20): CardView {
  const { meeting } = sight;
  const t = textsOf(sight);
  const make = buttonMaker(meeting);
  const approved = approvedLine(sight);
  const items = pendingIn(meeting).filter(({ item, points }) => points.length > 0 && !hidden(sight, item.id));
  const count = items.reduce((sum, { points }) => sum + points.length, 0);
  const heading = approved ?? (count > 0 ? t.missingAnswers(count) : t.allAnswered);
  // Approved minutes are answered no more.
  const listed = approved ? [] : items;
  // Fewer items, and less of each.
  const size = Math.max(2, Math.min(6, Math.floor(limit / 3)));
  return {
    template: 'unanswered',
    summary: heading,
    model: {
      language: sight.language,
      fallbackText: heading,
      ...noticeOf(sight),
      title: cut(meeting.agenda.title ?? meeting.agenda.forum ?? t.agenda, 200),
      heading,
      hasText: approved !== null || count > 0,
      text: approved ? afterTexts[sight.language].approvedExplained : t.missingExplained(count),
      items: listed.slice(0, limit).map(({ item, points: open }) => {
        const number = itemNumber(meeting.agenda, item.id);
        return {
          title: t.itemTitle(number, cut(item.title, 110)),
          points: [
            ...open.slice(0, size).map((point) => ({ text: `○ ${cut(point.text, 40 + 20 * size)}` })),
            ...(open.length > size ? [{ text: t.pointsAfter(open.length - size) }] : []),
          ],
          rows: rows([
            make(buttonsOf(sight).discussedItem(number), 'item.discussed', { i: item.id, a: 'unanswered' }),
            make(buttonsOf(sight).add, 'add', { i: item.id, a: 'unanswered' }),
          ]),
        };
      }),
      hasAfter: listed.length > limit,
      after: t.rowsAfter(listed.length - limit),
      buttonRows: rows(afterButtons(sight, 'unanswered', count === 0)),
    },
  };
}
