import type { People } from '../../meeting/people.ts';
import type { Meeting } from '../../meeting/state.ts';
import { pageView } from '../../views/page/pageOf.ts';
import { audienceOf } from '../../views/page/pageSight.ts';
import type { PageView } from '../../views/page/pageView.ts';
import type { Standing, Visit } from './visit.ts';

/** The meeting as this visitor sees it. */
export function viewFor(
  { meetingId, language, place }: Visit,
  standing: Exclude<Standing, { kind: 'gone' }>,
  state: Meeting,
  stored: People,
): PageView {
  const { rehearsal } = place;
  const reading = { meetingId, state, language, rehearsal };
  if (standing.kind === 'stage')
    return pageView({ ...reading, people: stored, audience: 'stage', acting: null });
  const { person, people, acting } = standing;
  return pageView({ ...reading, people, audience: audienceOf(state, person.id), acting });
}
