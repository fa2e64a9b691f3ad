import type { People } from '../../meeting/people.ts';
import type { Meeting } from '../../meeting/state.ts';
import { pageView } from '../../views/page/pageOf.ts';
import { audienceOf } from '../../views/page/pageSight.ts';
import type { PageView } from '../../views/page/pageView.ts';
import type { Standing, Visit } from './visit.ts';

/**
 * The meeting as this visitor sees it. Of the people as stored, the same for all who look on: what is made of an item
 * for one reader then serves the others. Who is new is not among them yet, and knows only their own name.
 */
export function viewFor(
  { meetingId, language, place }: Visit,
  standing: Exclude<Standing, { kind: 'gone' }>,
  state: Meeting,
  people: People,
): PageView {
  const { rehearsal } = place;
  const reading = { meetingId, state, people, language, rehearsal };
  if (standing.kind === 'stage') return pageView({ ...reading, audience: 'stage', acting: null });
  const { person, acting } = standing;
  const view = pageView({ ...reading, audience: audienceOf(state, person.id), acting });
  const { me } = view.head;
  if (!me || people[person.id]) return view;
  return { ...view, head: { ...view.head, me: { ...me, name: person.name } } };
}
