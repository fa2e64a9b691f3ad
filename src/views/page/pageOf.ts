import type { AgendaItem } from '../../meeting/agenda.ts';
import type { People } from '../../meeting/people.ts';
import { type ItemRecord, standing } from '../../meeting/record.ts';
import { PERMISSIONS, roleOf, sameActor } from '../../meeting/roles.ts';
import { languageOf, type Meeting, recordOf } from '../../meeting/state.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { nameOf } from '../draftOf.ts';
import { sectionOrder } from '../minutesItem.ts';
import { namesHere } from '../namesHere.ts';
import { pageHead } from './pageHead.ts';
import { type PageSections, pageItem, progressOf } from './pageItem.ts';
import { permissionsOf } from './pagePeople.ts';
import { type PageReading, type PageSight, pageSight, readerOf } from './pageSight.ts';
import type { PageHead, PageItem, PageView } from './pageView.ts';

/**
 * What the page knows of a meeting, for one reader and nothing that this reader may not see. Pure; items that did not
 * change since they were last made for such a reader are the same objects.
 */
export function pageView(reading: PageReading): PageView {
  const { state, people, audience } = reading;
  if (state.status === 'none') return { head: emptyHead(reading), items: [] };
  const meeting = audience === 'stage' ? onStage(state) : state;
  const named = namesHere({ meeting, people, audience: audience === 'leading' ? 'leading' : 'shared' });
  const sight = pageSight(reading, meeting, named);
  const language = languageOf(meeting);
  const usual = minutesTexts[language].sections;
  const sections: PageSections = sectionOrder(meeting.agenda.layout, language).map(({ kind, label }) => ({
    kind,
    label: label?.replace(/:\s*$/u, '') || usual[kind],
  }));
  return {
    head: pageHead(reading, sight),
    items: meeting.agenda.items.map((item) => remembered(sight, people, item, sections)),
  };
}

/** Records as the big screen shows them: what a leader has said was decided, and no notes. */
const staged = new WeakMap<ItemRecord, ItemRecord>();

function onStage(meeting: Meeting): Meeting {
  const records = Object.fromEntries(
    Object.entries(meeting.records).map(([itemId, record]) => {
      const known = staged.get(record) ?? {
        ...record,
        decisions: standing(record.decisions).filter(({ confirmed }) => confirmed),
        notes: [],
        discussion: null,
      };
      staged.set(record, known);
      return [itemId, known];
    }),
  );
  return { ...meeting, records };
}

/** An item as it was made last for readers of one kind, and of what. */
interface Made {
  readonly of: readonly unknown[];
  readonly view: PageItem;
}
const made = new WeakMap<AgendaItem, Map<string, Made>>();
/** Kinds of readers that are remembered for an item: more than that are persons with entries of their own. */
const KINDS = 48;

function remembered(sight: PageSight, people: People, item: AgendaItem, sections: PageSections): PageItem {
  const { meeting } = sight;
  const record = recordOf(meeting, item.id);
  const key = kindOf(sight, record, progressOf(sight, item));
  const of = [
    meeting.records[item.id],
    meeting.agenda,
    people,
    'addenda' in meeting ? meeting.addenda : null,
  ];
  const kinds = made.get(item) ?? new Map<string, Made>();
  made.set(item, kinds);
  const known = kinds.get(key);
  if (known?.of.every((part, index) => part === of[index])) return known.view;
  const view = pageItem(sight, item, sections);
  if (kinds.size >= KINDS) kinds.clear();
  kinds.set(key, { of, view });
  return view;
}

/** Readers with the same key see the same of an item: only those with entries of their own under it differ. */
function kindOf(sight: PageSight, record: ItemRecord, progress: PageItem['progress']): string {
  const { meeting, acting, language, audience, onStage: stage } = sight;
  const has = acting && [...record.decisions, ...record.notes].some(({ by }) => sameActor(by, acting.by));
  const own = has ? JSON.stringify(acting.by) : '';
  const role = acting ? roleOf(meeting, acting) : '';
  return [language, audience, stage, role, own, progress, meeting.status].join(' ');
}

/** There is no meeting yet: what remains is who reads. */
function emptyHead(reading: PageReading): PageHead {
  const { meetingId, people, language, audience, acting } = reading;
  const personId = readerOf(reading);
  const role = acting?.authenticated ? 'participant' : 'guest';
  return {
    meetingId,
    version: 0,
    edition: 0,
    status: 'none',
    language,
    audience,
    me:
      personId === null
        ? null
        : {
            personId,
            name: people[personId] ? nameOf(people, personId, language) : '',
            role,
            may: permissionsOf((type) => PERMISSIONS[type][role]),
            unclaimed: [],
          },
    title: null,
    forum: null,
    date: null,
    start: null,
    end: null,
    place: null,
    startedAt: null,
    adjournedAt: null,
    approvedAt: null,
    registeredAfterwards: false,
    rehearsal: reading.rehearsal ?? false,
    position: null,
    people: [],
    proposal: null,
    imported: null,
    addenda: [],
    undo: [],
    links: [],
    pending: { points: 0, decisions: 0, notes: 0 },
  };
}
