import { PERMISSIONS } from '../../meeting/roles.ts';
import { nameOf } from '../draftOf.ts';
import { permissionsOf } from './pagePeople.ts';
import { type PageReading, readerOf } from './pageSight.ts';
import type { PageHead } from './pageView.ts';

/** There is no meeting yet: what remains is who reads. */
export function emptyHead(reading: PageReading): PageHead {
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
    attendance: null,
    proposal: null,
    imported: null,
    addenda: [],
    undo: [],
    links: [],
    pending: { points: 0, decisions: 0, notes: 0 },
  };
}
