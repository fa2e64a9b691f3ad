import type { AgendaItem, SectionKind } from '../../meeting/agenda.ts';
import { discussionText, inSection } from '../../meeting/discussion.ts';
import { type ItemRecord, type Note, standing } from '../../meeting/record.ts';
import { sameActor } from '../../meeting/roles.ts';
import {
  addendaTo,
  handledBefore,
  hasBegun,
  hasEnded,
  itemNumber,
  recordOf,
  registeredAfterwards,
} from '../../meeting/state.ts';
import { likeDecisions } from '../../wording/likeDecisions.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { cut, hidden, textsOf } from '../cardView.ts';
import { actorName, nameOf, responsibleName } from '../draftOf.ts';
import { pointsAwaitingDecision } from '../pointView.ts';
import { pageDecisions, spokenFor } from './pageDecisions.ts';
import { pageMainAnswer, pagePoints } from './pagePoints.ts';
import { isLeading, type PageSight } from './pageSight.ts';
import type { PageAddendum, PageDiscussion, PageItem, PageNote } from './pageView.ts';

/** The parts of every item, under the labels of the minutes. */
export type PageSections = readonly { readonly kind: SectionKind; readonly label: string }[];

/** One item as this reader may see it. */
export function pageItem(sight: PageSight, item: AgendaItem, sections: PageSections): PageItem {
  const { meeting } = sight;
  const t = textsOf(sight);
  const isHidden = hidden(sight, item.id);
  const head = {
    itemId: item.id,
    kind: item.kind,
    number: item.kind === 'break' ? null : itemNumber(meeting.agenda, item.id),
    printed: item.number,
    closed: item.closed,
    hidden: isHidden,
    progress: progressOf(sight, item),
    sections,
  };
  if (isHidden) return { ...head, title: t.closedItem, ...NOTHING };
  const record = recordOf(meeting, item.id);
  // What the room has not left is not missing yet.
  const live = head.progress === 'now' || head.progress === 'ahead';
  const { postponed } = record;
  return {
    ...head,
    title: item.title,
    start: item.start,
    end: item.end,
    durationMinutes: item.durationMinutes,
    points: pagePoints(sight, item, record, live),
    decisions: pageDecisions(sight, item),
    postponed: postponed && t.postponed(postponed.until ? cut(postponed.until.text, 120) : null),
    ...(sight.onStage ? NOT_ON_STAGE : besideOutcomes(sight, item, record)),
  };
}

const NOT_ON_STAGE = {
  presenters: [],
  description: null,
  attachments: [],
  mainAnswer: null,
  awaiting: [],
  notes: [],
  discussion: null,
  addenda: [],
  alike: [],
} as const satisfies Partial<PageItem>;

/** All that there is of a hidden item, beside its number. */
const NOTHING = {
  ...NOT_ON_STAGE,
  start: null,
  end: null,
  durationMinutes: null,
  points: [],
  decisions: [],
  postponed: null,
} as const satisfies Partial<PageItem>;

function besideOutcomes(sight: PageSight, item: AgendaItem, record: ItemRecord) {
  const { meeting, people, language } = sight;
  const leading = isLeading(sight);
  return {
    presenters: item.presenters.map((personId) => ({ personId, name: nameOf(people, personId, language) })),
    description: item.description,
    attachments: item.attachments,
    mainAnswer: pageMainAnswer(sight, item),
    awaiting: pointsAwaitingDecision(meeting, item),
    notes: notesFor(sight, record).map((note) => pageNote(sight, record, note)),
    discussion: leading && item.kind === 'item' ? discussionOf(sight, record) : null,
    addenda: leading ? pageAddenda(sight, item.id) : [],
    alike: leading ? likeDecisions(record).map(([first, second]) => ({ first, second })) : [],
  };
}

/** Leaders see all that stand, everybody else their own. */
export const notesFor = (sight: PageSight, record: ItemRecord): readonly Note[] => {
  const { acting } = sight;
  const notes = standing(record.notes);
  if (isLeading(sight)) return notes;
  return acting ? notes.filter(({ by }) => sameActor(by, acting.by)) : [];
};

function pageNote(sight: PageSight, record: ItemRecord, note: Note): PageNote {
  const { people, language, acting } = sight;
  const by = actorName(people, note.by, language);
  return {
    noteId: note.id,
    text: note.text,
    by: note.onBehalfOf
      ? minutesTexts[language].saidFor(responsibleName(people, note.onBehalfOf, language), by)
      : by,
    onBehalfOf: spokenFor(sight, note),
    at: note.at,
    mine: acting !== null && sameActor(note.by, acting.by),
    confirmed: note.confirmed,
    inDiscussion: inSection(record, note.id),
  };
}

function discussionOf({ people, language }: PageSight, record: ItemRecord): PageDiscussion {
  const { discussion } = record;
  return {
    text: discussionText(record),
    by: discussion && actorName(people, discussion.by, language),
    at: discussion?.at ?? null,
  };
}

/** Additions that stand: to one item, or (null) to the minutes as a whole. */
export const pageAddenda = (sight: PageSight, itemId: string | null): PageAddendum[] =>
  addendaTo(sight.meeting, itemId).map(({ id, text, by, at }) => ({
    addendumId: id,
    text,
    by: actorName(sight.people, by, sight.language),
    at,
  }));

/** How far the room is with an item; a break is over once the room is at a later item. */
export function progressOf({ meeting }: PageSight, item: AgendaItem): PageItem['progress'] {
  if (!hasBegun(meeting)) return 'ahead';
  if (registeredAfterwards(meeting)) return 'done';
  const ended = hasEnded(meeting);
  if (item.kind === 'break') {
    const at = (id: string) => meeting.agenda.items.findIndex((one) => one.id === id);
    return ended || at(item.id) < at(meeting.currentItemId) ? 'done' : 'ahead';
  }
  if (!ended && meeting.currentItemId === item.id) return 'now';
  if (handledBefore(meeting, item.id)) return 'before';
  if (recordOf(meeting, item.id).visited) return 'done';
  return ended ? 'notReached' : 'ahead';
}
