import type { Acting } from '../../src/meeting/roles.ts';
import { pageView } from '../../src/views/page/pageOf.ts';
import { audienceOf } from '../../src/views/page/pageSight.ts';
import type { PageItem, PageView } from '../../src/views/page/pageView.ts';
import { people as everybody, type HeldMeeting } from './meetingBuilder.ts';

/** What somebody sees of a meeting; null: what the big screen shows. */
export function viewFor(
  held: Pick<HeldMeeting, 'state'>,
  acting: Acting | null,
  people = everybody,
  language: 'da' | 'en' = 'da',
): PageView {
  const personId = acting?.by.kind === 'person' ? acting.by.personId : null;
  const audience = personId === null ? 'stage' : audienceOf(held.state, personId);
  return pageView({ meetingId: 'meeting-1', state: held.state, people, language, acting, audience });
}

export function itemOf(view: PageView, itemId: string): PageItem {
  const found = view.items.find((one) => one.itemId === itemId);
  if (!found) throw new Error(`no ${itemId}`);
  return found;
}
