import type { AgendaItem } from '../../meeting/agenda.ts';
import type { Actor } from '../../meeting/commit.ts';
import type { ItemRecord } from '../../meeting/record.ts';
import { roleOf, sameActor } from '../../meeting/roles.ts';
import { addendaTo, type Meeting, recordOf } from '../../meeting/state.ts';
import { type PageSections, pageItem, progressOf } from './pageItem.ts';
import type { PageSight } from './pageSight.ts';
import type { PageItem } from './pageView.ts';

/** An item as it was made last for readers of one kind, and of what. */
interface Made {
  readonly of: readonly unknown[];
  readonly view: PageItem;
}
const made = new WeakMap<AgendaItem, Map<string, Made>>();
/** Kinds of readers that are remembered for an item: more than that are persons with entries of their own. */
const KINDS = 48;

/** `pageItem`, made anew only where something of it changed: a commit mostly touches one item of many. */
export function rememberedItem(sight: PageSight, item: AgendaItem, sections: PageSections): PageItem {
  const { meeting, people } = sight;
  const record = recordOf(meeting, item.id);
  const key = kindOf(sight, record, progressOf(sight, item));
  // A newcomer changes the people, and nothing of an item that does not name them.
  const persons = personsIn(meeting, item, record).map((id) => people[id]);
  const of = [meeting.records[item.id], meeting.agenda, 'addenda' in meeting && meeting.addenda, ...persons];
  const kinds = made.get(item) ?? new Map<string, Made>();
  made.set(item, kinds);
  const known = kinds.get(key);
  if (known?.of.length === of.length && known.of.every((part, index) => part === of[index]))
    return known.view;
  const view = pageItem(sight, item, sections);
  if (kinds.size >= KINDS) kinds.clear();
  kinds.set(key, { of, view });
  return view;
}

/** Persons of a record, found once. */
const inRecord = new WeakMap<ItemRecord, readonly string[]>();

/** Everybody whose name may stand with an item, by id. */
function personsIn(meeting: Meeting, item: AgendaItem, record: ItemRecord): string[] {
  const known = inRecord.get(record) ?? [...new Set(namedIn(record))];
  inRecord.set(record, known);
  const addenda = addendaTo(meeting, item.id).flatMap(({ by }) => personOf(by));
  return [...item.presenters, ...known, ...addenda];
}

const namedIn = ({ decisions, notes, discussion }: ItemRecord): string[] => [
  ...[...decisions, ...notes].flatMap(({ by, onBehalfOf, earlier }) => [
    ...personOf(by),
    ...(onBehalfOf?.kind === 'person' ? [onBehalfOf.personId] : []),
    ...earlier.flatMap((one) => personOf(one.by)),
  ]),
  ...decisions.flatMap(({ responsible }) =>
    responsible.flatMap((one) => (one.kind === 'person' ? [one.personId] : [])),
  ),
  ...(discussion ? personOf(discussion.by) : []),
];

const personOf = (by: Actor): string[] => (by.kind === 'person' ? [by.personId] : []);

/** Readers with the same key see the same of an item: only those with entries of their own under it differ. */
function kindOf(sight: PageSight, record: ItemRecord, progress: PageItem['progress']): string {
  const { meeting, acting, language, audience, onStage: stage } = sight;
  const has = acting && [...record.decisions, ...record.notes].some(({ by }) => sameActor(by, acting.by));
  const own = has ? JSON.stringify(acting.by) : '';
  const role = acting ? roleOf(meeting, acting) : '';
  return [language, audience, stage, role, own, progress, meeting.status].join(' ');
}
