import { peopleShown } from '../../meeting/identities.ts';
import { type ItemRecord, standing } from '../../meeting/record.ts';
import { languageOf, type Meeting } from '../../meeting/state.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { sectionOrder } from '../minutesItem.ts';
import { namesHere } from '../namesHere.ts';
import { emptyHead } from './emptyHead.ts';
import { pageHead } from './pageHead.ts';
import type { PageSections } from './pageItem.ts';
import { type PageReading, pageSight } from './pageSight.ts';
import type { PageView } from './pageView.ts';
import { rememberedItem } from './rememberedItem.ts';

/**
 * What the page knows of a meeting, for one reader and nothing that this reader may not see. Pure; items that did not
 * change since they were last made for such a reader are the same objects.
 */
export function pageView(reading: PageReading): PageView {
  const { state, audience } = reading;
  if (state.status === 'none') return { head: emptyHead(reading), items: [] };
  const people = peopleShown(state, reading.people);
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
    head: pageHead({ ...reading, people }, sight),
    items: meeting.agenda.items.map((item) => rememberedItem(sight, item, sections)),
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
