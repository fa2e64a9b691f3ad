import type { PageRouteName } from '../../src/teams/page/pageRoutes.ts';
import { type Attack, asking, otherMethods } from './attack.ts';

const unsigned = (path: string): Attack => asking('no sign-in', 401, () => ({ path }));

/** For each entrance of the page, the ways in that must be shut. */
export const pageAttacks: Readonly<Record<PageRouteName, readonly Attack[]>> = {
  page: otherMethods('/tab', ['POST', 'PUT', 'DELETE']),
  pageConfigure: otherMethods('/tab/configure', ['POST']),
  pageAsset: [
    asking('a way out of the folder', 404, () => ({ path: '/tab/assets/..%2f..%2fpackage.json' })),
    asking('a file that is none of the build', 404, () => ({ path: '/tab/assets/main.ts' })),
  ],
  pageStart: otherMethods('/', ['POST']),
  pageScreen: otherMethods('/s/ABCD2345', ['POST']),
  demo: [asking('a bot that is registered', 401, () => ({ path: '/api/demo' }))],
  meetingView: [unsigned('/api/meetings/m')],
  meetingEvents: [unsigned('/api/meetings/m/events')],
  meetingAsks: otherMethods('/api/meetings/m/asks', ['GET', 'PUT']),
  meetingPresence: otherMethods('/api/meetings/m/presence', ['GET', 'PUT']),
};
