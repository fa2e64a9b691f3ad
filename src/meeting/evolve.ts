import type { Agenda } from './agenda.ts';
import type { Commit } from './commit.ts';
import type { EventOf, MeetingEvent } from './events.ts';
import { evolveRoom } from './evolveRoom.ts';
import { freshTouch, samePlace, touchOf, writePlace } from './place.ts';
import { placesOf, recordsNew } from './placesOf.ts';
import { emptyRecord, type Stamp } from './record.ts';
import { recordEntry } from './recordEntry.ts';
import type {
  Addendum,
  BegunMeeting,
  EndedMeeting,
  HistoryEntry,
  Meeting,
  MeetingState,
  Planned,
  Touch,
} from './state.ts';
import { hasBegun, hasEnded, noMeeting, stops } from './state.ts';

/** How many commits back can be taken back; more would only be remembered in vain. */
const HISTORY_LENGTH = 60;

const emptyAgenda: Agenda = {
  title: null,
  forum: null,
  documentDate: null,
  date: null,
  start: null,
  end: null,
  place: null,
  chairs: [],
  minuteTakers: [],
  participants: [],
  attachments: [],
  items: [],
  layout: { sections: [], points: 'bullets' },
};

/** A log does not make sense: events in an order that `decide` never lets through. */
export class BrokenLog extends Error {
  override name = 'BrokenLog';
}

/** The meeting after one more commit. Pure; commits must come in order. */
export function evolve(state: MeetingState, commit: Commit): MeetingState {
  let meeting: Meeting = state.status === 'none' ? begin(commit) : state;
  const touched: Touch[] = [];
  const stamp: Stamp = { by: commit.by, at: commit.at };
  for (const event of commit.events) {
    for (const place of placesOf(event)) {
      // The first touch in a commit knows how it was before the commit.
      if (!touched.some((known) => samePlace(known.place, place)))
        touched.push(recordsNew(event) ? freshTouch(place) : touchOf(meeting.records, place));
    }
    meeting = apply(meeting, event, commit.version, stamp);
  }
  const entry: HistoryEntry = { version: commit.version, ...stamp, touched, undone: false };
  // What came with an agenda goes with it, and is not taken back alone.
  const canBeUndone = touched.length > 0 && !commit.events.some((event) => event.type === 'AgendaAdopted');
  const history = canBeUndone ? [...meeting.history, entry].slice(-HISTORY_LENGTH) : meeting.history;
  return { ...meeting, version: commit.version, history };
}

/** The meeting after all its commits, in order. */
export const fold = (commits: readonly Commit[]): MeetingState =>
  commits.reduce(evolve, noMeeting as MeetingState);

function begin(commit: Commit): Planned {
  return {
    status: 'planned',
    meetingId: commit.meetingId,
    version: 0,
    agenda: emptyAgenda,
    edition: 0,
    agendaVersion: 0,
    proposal: null,
    newestSource: null,
    roles: [],
    revoked: [],
    openProposal: null,
    links: [],
    identities: [],
    movedOn: [],
    attendance: {},
    joined: [],
    records: {},
    history: [],
  };
}

function apply(meeting: Meeting, event: MeetingEvent, version: number, stamp: Stamp): Meeting {
  switch (event.type) {
    case 'AgendaProposed':
      return {
        ...meeting,
        newestSource: event.source.sha256,
        proposal: {
          id: event.proposalId,
          agenda: event.agenda,
          warnings: event.warnings,
          withMinutes: event.withMinutes,
          sourceName: event.source.name,
          by: stamp.by,
        },
      };
    case 'AgendaAdopted':
      return { ...withAgenda(meeting, event.agenda, version), proposal: null };
    case 'AgendaCorrected':
      return withAgenda(meeting, event.agenda, version);
    case 'RoleGranted':
      return {
        ...meeting,
        roles: [
          ...meeting.roles.filter((held) => held.personId !== event.personId || held.role !== event.role),
          { personId: event.personId, role: event.role, grounds: event.grounds },
        ],
      };
    case 'RoleRevoked':
      return {
        ...meeting,
        roles: meeting.roles.filter((held) => held.personId !== event.personId || held.role !== event.role),
        revoked: [...meeting.revoked, { personId: event.personId, role: event.role }],
      };
    case 'MeetingStarted':
      return visit(
        {
          ...meeting,
          status: 'running',
          startedAt: stamp.at,
          startItemId: event.itemId,
          currentItemId: event.itemId,
          currentSince: stamp.at,
        },
        event.itemId,
        version,
      );
    case 'MovedToItem': {
      const left = meeting.records[event.fromItemId] ?? emptyRecord(event.fromItemId);
      const moved = {
        ...begun(meeting),
        currentItemId: event.itemId,
        currentSince: stamp.at,
        records: { ...meeting.records, [event.fromItemId]: { ...left, version } },
      };
      return visit(moved, event.itemId, version);
    }
    case 'MeetingPaused':
      return { ...begun(meeting), status: 'paused' };
    case 'MeetingResumed':
      return { ...begun(meeting), status: 'running' };
    case 'MeetingAdjourned':
      return {
        ...begun(meeting),
        status: 'adjourned',
        adjournedAt: stamp.at,
        closedAt: stamp.at,
        addenda: [],
      };
    case 'MeetingRegisteredAfterwards': {
      const first = stops(meeting)[0]?.id ?? '';
      return {
        ...meeting,
        status: 'adjourned',
        startedAt: null,
        startItemId: first,
        currentItemId: first,
        currentSince: null,
        adjournedAt: null,
        closedAt: stamp.at,
        addenda: [],
      };
    }
    case 'AddendumAdded': {
      const { addendumId: id, itemId, text } = event;
      const known = ended(meeting);
      return {
        ...known,
        addenda: [...known.addenda, { id, itemId, text, struck: false, version, ...stamp }],
      };
    }
    case 'AddendumStruck': {
      const known = ended(meeting);
      const struck = (one: Addendum) =>
        one.id === event.addendumId ? { ...one, struck: true, version } : one;
      return { ...known, addenda: known.addenda.map(struck) };
    }
    case 'MinutesApproved':
      return {
        ...ended(meeting),
        status: 'approved',
        approvedAt: stamp.at,
        approvedBy: stamp.by,
        approvedVersion: version,
        rolesThen: meeting.roles,
      };
    case 'CommandUndone':
      return undo(meeting, event, version);
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
    case 'AttendanceRecorded':
    case 'AttendanceSuggested':
      return evolveRoom(meeting, event, version, stamp);
    default:
      return { ...meeting, records: recordEntry(meeting.records, event, version, stamp) };
  }
}

const withAgenda = (meeting: Meeting, agenda: Agenda, version: number): Meeting => ({
  ...meeting,
  agenda,
  edition: meeting.edition + 1,
  agendaVersion: version,
});

function begun(meeting: Meeting): BegunMeeting {
  if (!hasBegun(meeting))
    throw new BrokenLog(`${meeting.meetingId}: an event of a running meeting before its start`);
  return meeting;
}

function ended(meeting: Meeting): EndedMeeting {
  if (!hasEnded(meeting))
    throw new BrokenLog(`${meeting.meetingId}: an event of ended minutes before the end`);
  return meeting;
}

function visit(meeting: BegunMeeting, itemId: string, version: number): BegunMeeting {
  const record = meeting.records[itemId] ?? emptyRecord(itemId);
  return { ...meeting, records: { ...meeting.records, [itemId]: { ...record, visited: true, version } } };
}

function undo(meeting: Meeting, event: EventOf<'CommandUndone'>, version: number): Meeting {
  const entry = meeting.history.find((known) => known.version === event.version);
  if (!entry) return meeting; // Older than what is remembered: `decide` never lets it through.
  let records = meeting.records;
  for (const { place, before, position } of entry.touched)
    records = writePlace(records, place, before, version, position);
  return {
    ...meeting,
    records,
    history: meeting.history.map((known) => (known === entry ? { ...known, undone: true } : known)),
  };
}
