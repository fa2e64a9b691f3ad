import type { Commit } from '../meeting/commit.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import { judgedIn, peopleShown } from '../meeting/identities.ts';
import type { People } from '../meeting/people.ts';
import { sameActor } from '../meeting/roles.ts';
import type { Language } from '../wording/outcome.ts';
import { actorName } from './draftOf.ts';

/** A version of the minutes that somebody may want to fetch again. `by`: a name. */
export interface MinutesVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  /**
   * What made it: the end of the meeting, or that one held without Punkt is filled in; corrections of the draft, an
   * addendum, the approval.
   */
  readonly what: 'adjourned' | 'registered' | 'edited' | 'addendum' | 'approved';
}

/** Corrections of one person this close together make one version, the last of them. */
const SITTING_MS = 10 * 60_000;

function whatOf(event: MeetingEvent): MinutesVersion['what'] | null {
  switch (event.type) {
    case 'MeetingAdjourned':
      return 'adjourned';
    case 'MeetingRegisteredAfterwards':
      return 'registered';
    case 'MinutesApproved':
      return 'approved';
    case 'AddendumAdded':
    case 'AddendumStruck':
      return 'addendum';
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'AgendaProposed':
    // Beside the minutes.
    case 'DecisionsKeptApart':
    case 'ProposalOpened':
    case 'ProposalWritten':
    case 'PenTaken':
    case 'ProposalDecided':
    case 'ProposalDropped':
    case 'AccessLinkIssued':
    case 'AccessLinkTaken':
    case 'AccessLinkRevoked':
    case 'IdentitySettled':
    case 'MovedOnAnswered':
    case 'AttendanceSuggested':
      return null;
    default:
      return 'edited';
  }
}

/** What a commit is called that did several things. */
const ORDER = ['adjourned', 'registered', 'approved', 'addendum', 'edited'] as const;
/** Before one of these there are no minutes. */
const FIRST: ReadonlySet<MinutesVersion['what']> = new Set(['adjourned', 'registered'] as const);

/** The versions from the end of the meeting on, oldest first; while it lasts there are none. */
export function minutesVersions(
  commits: readonly Commit[],
  stored: People,
  language: Language,
): readonly MinutesVersion[] {
  const people = peopleShown(judgedIn(commits), stored);
  const made: { commit: Commit; what: MinutesVersion['what'] }[] = [];
  for (const commit of commits) {
    const kinds = commit.events.map(whatOf);
    const what = ORDER.find((one) => kinds.includes(one));
    if (!what || (made.length === 0 && !FIRST.has(what))) continue;
    const last = made.at(-1);
    const sitting =
      last?.what === 'edited' &&
      what === 'edited' &&
      sameActor(last.commit.by, commit.by) &&
      Date.parse(commit.at) - Date.parse(last.commit.at) < SITTING_MS;
    if (sitting) made.pop();
    made.push({ commit, what });
  }
  return made.map(({ commit, what }) => ({
    version: commit.version,
    at: commit.at,
    by: actorName(people, commit.by, language),
    what,
  }));
}
