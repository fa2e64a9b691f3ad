import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Clock, NewId } from '../../service/clock.ts';
import type { Conversations } from '../../service/conversations.ts';
import type { Documents } from '../../service/documents.ts';
import type { Importing } from '../../service/importing.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Meetings } from '../../service/meetings.ts';
import { Rehearsals } from '../../service/rehearsals.ts';
import { erasureOf } from '../../service/upkeep/eraseMeeting.ts';
import { systemTimer } from '../answerInTime.ts';
import { errorTrace } from '../logTrace.ts';
import { Pace, type PaceLimits } from '../pace.ts';
import { pageFolder } from '../pageFolder.ts';
import type { Placing } from '../placing.ts';
import type { Roster } from '../roster.ts';
import { TokenBuckets } from '../tokenBucket.ts';
import { AccessLinks } from './accessLinks.ts';
import { AgendaUpload } from './agendaUpload.ts';
import { Asks } from './asks.ts';
import { Chats } from './chats.ts';
import { Live } from './live.ts';
import { createTokenCheck } from './ssoToken.ts';
import { StaticPage } from './staticPage.ts';
import type { MeetingPlace } from './visit.ts';
import { Visits } from './visits.ts';

export interface PageDeps {
  readonly config: Config;
  readonly meetings: Meetings;
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly conversations: Conversations;
  readonly importing: Importing;
  readonly placing: Placing;
  readonly roster: Roster;
  /** Of taps and lines; the page has one of its own. Null: nobody is counted, as where nobody is known for sure. */
  readonly pace: Pace | null;
  /** A store in memory, empty: for rehearsals. */
  readonly memory: () => { readonly log: MeetingLog; readonly documents: Documents };
  readonly clock: Clock;
  readonly newId: NewId;
  /** Other servers may write the same store. */
  readonly shared: boolean;
  readonly logger: Logger;
  /** Where the page was built to; default: `dist/tab` of this package. */
  readonly folder?: URL;
}

/** What is typed is saved twice a second and more; a program that asks with somebody's sign-in is still slowed. */
const pagePace: PaceLimits = {
  person: { burst: 60, perSecond: 5 },
  conversation: { burst: 500, perSecond: 100 },
};
/** Secrets of links that are none: by who sends them, and of all. */
const FAILED_EACH = { burst: 10, perSecond: 0.1 };
const FAILED_IN_ALL = { burst: 200, perSecond: 2 };

/** What stands behind the routes of the page. */
export function pageServices(deps: PageDeps) {
  const { config, meetings, log, documents, clock, logger } = deps;
  const now = () => clock.now();
  const failed = (error: unknown) => logger.error(errorTrace(error), 'the page failed');
  const demo = config.mode === 'development' && config.bot === null;
  const stored: MeetingPlace = { meetings, log, documents, rehearsal: false };
  const live = new Live({
    now,
    shared: deps.shared,
    failed,
    erased: async (id) => (await erasureOf(documents, id)) !== undefined,
  });
  const rehearsals = new Rehearsals({
    stored: deps,
    empty: deps.memory,
    clock,
    newId: deps.newId,
    changed: (meetingId) => live.changed(meetingId),
  });
  const pace = deps.pace && new Pace(pagePace, clock);
  const account = createTokenCheck(config, now);
  const visits = new Visits({
    ...deps,
    home: meetings,
    now,
    placeOf: (meetingId, key) => {
      if (!meetingId.startsWith('rehearsal-')) return stored;
      const known = rehearsals.of(meetingId, key);
      return known && { ...known, rehearsal: true };
    },
    originalOf: (meetingId) => rehearsals.originalOf(meetingId),
    account,
    demo,
  });
  return {
    demo,
    live,
    rehearsals,
    visits,
    chats: new Chats({ ...deps, visits, account, demo }),
    pace,
    asks: new Asks({ ...deps, pace, timer: systemTimer, answerWithinMs: 2_800, failed }),
    links: new AccessLinks({
      ...deps,
      now,
      failures: {
        each: new TokenBuckets(FAILED_EACH, clock),
        all: new TokenBuckets(FAILED_IN_ALL, clock),
      },
    }),
    upload: new AgendaUpload(deps),
    files: new StaticPage(deps.folder ?? pageFolder, deps.config.language),
  };
}
export type PageServices = ReturnType<typeof pageServices>;
