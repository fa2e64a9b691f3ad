import type { Commit } from '../meeting/commit.ts';
import { movedOnAnswer } from '../meeting/decideMovedOn.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { Decision } from '../meeting/record.ts';
import { holders, LEADING } from '../meeting/roles.ts';
import {
  findItem,
  hasBegun,
  hasEnded,
  type Meeting,
  neighbour,
  recordOf,
  registeredAfterwards,
} from '../meeting/state.ts';
import { plannedEnd } from '../views/movedOn.ts';
import { carrierOf, isQuiet, isQuietByNature } from '../views/quietItem.ts';
import type { CardRef } from './cardKey.ts';

/** A card that a commit makes wanted, in the meeting's conversation or with one person. */
export interface WantedCard {
  readonly to: 'conversation' | { readonly personId: string };
  readonly card: CardRef;
  /** Where it was never posted it is not posted now. */
  readonly onlyEdit?: true;
  /** Posted once, and not touched by a second wish. */
  readonly once?: true;
}

/**
 * The cards that ought to show what a commit did, in the order in which they are posted. `meeting` is the state after
 * it or later. Pure, and the same each time: after a crash it is asked again.
 */
export function effects(meeting: Meeting, commit: Commit): WantedCard[] {
  const cards = commit.events.flatMap((event) => cardsOf(meeting, event, commit.at));
  return [...cards, ...asked(meeting, commit)];
}

const shared = (card: CardRef): WantedCard => ({ to: 'conversation', card });

function cardsOf(meeting: Meeting, event: MeetingEvent, at: string): WantedCard[] {
  switch (event.type) {
    case 'AgendaProposed':
      return [shared({ kind: 'preview', proposalId: event.proposalId })];
    case 'AgendaAdopted':
      return [shared({ kind: 'preview', proposalId: event.proposalId }), ...withAgenda(meeting)];
    case 'AgendaCorrected':
      return withAgenda(meeting);
    case 'RoleGranted':
    case 'RoleRevoked': {
      const { personId, role } = event;
      // What the operator set before the meeting stands on the first card and needs no word of its own.
      const quiet = event.type === 'RoleGranted' && event.grounds === 'commandLine' && !hasBegun(meeting);
      // Until the meeting begins, the first card announces who leads and writes; also where it never began with Punkt.
      const startedAt = hasBegun(meeting) ? meeting.startedAt : null;
      const announced = meeting.edition > 0 && (startedAt === null || at <= startedAt);
      return [
        ...(meeting.edition > 0 ? [shared({ kind: 'ready' })] : []),
        ...(quiet || announced ? [] : [shared({ kind: 'role', personId, role })]),
        // It tells whose clients draw it anew; whoever begins to lead during a closed item gets that in their own chat.
        // With the start itself the item's card comes, behind the agenda's.
        ...(announced || registeredAfterwards(meeting) ? [] : current(meeting)),
      ];
    }
    case 'MeetingStarted':
      return [
        ...offered(meeting, 'start'),
        shared({ kind: 'ready' }),
        shared({ kind: 'agenda' }),
        ...itemCards(meeting, event.itemId),
      ];
    case 'MovedToItem':
      return [
        shared({ kind: 'agenda' }),
        ...alone(meeting, { kind: 'movedOn', itemId: event.fromItemId }),
        ...itemCards(meeting, event.fromItemId),
        ...itemCards(meeting, event.itemId),
      ];
    case 'MeetingPaused':
    case 'MeetingResumed':
      return [shared({ kind: 'agenda' }), ...current(meeting)];
    case 'MeetingAdjourned':
      return [
        ...offered(meeting, 'end'),
        ...(hasBegun(meeting) ? alone(meeting, { kind: 'movedOn', itemId: meeting.currentItemId }) : []),
        shared({ kind: 'agenda' }),
        ...current(meeting),
        ...atEnd(meeting),
      ];
    // The first card takes back its offer to start; what is filled in is nobody's news.
    case 'MeetingRegisteredAfterwards':
      return [shared({ kind: 'ready' }), ...afterwards(meeting)];
    case 'RecommendationAnswered':
    case 'DecisionRecorded':
    case 'DecisionConfirmed':
    case 'DecisionCorrected':
    case 'DecisionStruck':
    case 'ResponsibleAssigned':
    case 'DecisionsMerged':
    case 'ItemPostponed':
      return changed(meeting, event.itemId);
    case 'DecisionMoved':
      return [...changed(meeting, event.itemId), ...changed(meeting, event.toItemId)];
    case 'CommandUndone':
      return event.itemIds.flatMap((itemId) => changed(meeting, itemId));
    // What notes say is seen by chair and minute takers only, in their own places; the card says that they are there.
    case 'NoteRecorded':
    case 'NoteStruck':
      return noted(meeting, event.itemId);
    case 'NoteMoved':
      return [...noted(meeting, event.itemId), ...noted(meeting, event.toItemId)];
    case 'NoteConfirmed':
    case 'NoteCorrected':
    case 'SectionEdited':
    // A proposal is worded on the page; its decision is what comes to the chat.
    case 'ProposalOpened':
    case 'ProposalWritten':
    case 'PenTaken':
    case 'ProposalDecided':
    case 'ProposalDropped':
    case 'DecisionsKeptApart':
    case 'AccessLinkIssued':
    case 'AccessLinkTaken':
    case 'AccessLinkRevoked':
    // Who came stands on the page and in the minutes.
    case 'AttendanceRecorded':
    case 'AttendanceSuggested':
      return [];
    case 'MovedOnAnswered':
      return alone(meeting, { kind: 'movedOn', itemId: event.itemId });
    case 'IdentitySettled': {
      const { personId, accountId } = event;
      return [
        ...alone(meeting, { kind: 'samePerson', personId, accountId }),
        ...(event.same ? naming(meeting, accountId) : []),
      ];
    }
    // Their date stands in the minutes, which nobody but those who lead and write has yet.
    case 'AddendumAdded':
    case 'AddendumStruck':
      return afterwards(meeting);
    case 'MinutesApproved':
      return atEnd(meeting);
    default:
      return event satisfies never;
  }
}

/**
 * The item's card in the conversation; a closed item's also with each who leads or writes. A quiet item has none: the
 * one before it bears its buttons. (Unless something once stood under it.)
 */
function itemCards(meeting: Meeting, itemId: string): WantedCard[] {
  const item = findItem(meeting, itemId);
  if (!item) return [];
  const card: CardRef = { kind: 'item', itemId };
  const carrier = isQuietByNature(item) ? carrierOf(meeting, itemId) : null;
  return [
    isQuiet(meeting, itemId) ? { ...shared(card), onlyEdit: true } : shared(card),
    ...(item.closed ? leaders(meeting).map((personId) => ({ to: { personId }, card })) : []),
    ...(carrier ? [shared({ kind: 'item', itemId: carrier })] : []),
  ];
}

/** Who takes the minutes; where nobody does, who leads. */
const writers = (meeting: Meeting): readonly string[] => {
  const held = holders(meeting, 'minuteTaker');
  return held.length > 0 ? held : leaders(meeting);
};

/** A card with which those who lead or write were asked something, as it is now. */
const alone = (meeting: Meeting, card: CardRef): WantedCard[] =>
  leaders(meeting).map((personId) => ({ to: { personId }, card, onlyEdit: true }));
const offered = (meeting: Meeting, what: 'start' | 'end'): WantedCard[] =>
  alone(meeting, { kind: 'offer', what });

/**
 * Something was registered under the present item after it was to end: who writes is asked, once, where the room is. The
 * question lists what would be moved along, so it follows what becomes of that until it is answered.
 */
function asked(meeting: Meeting, { at, events }: Commit): WantedCard[] {
  if (meeting.status !== 'running') return [];
  const itemId = meeting.currentItemId;
  const concerned = events.filter((event) => concerns(event, itemId));
  if (concerned.length === 0) return [];
  const end = plannedEnd(meeting, itemId, at);
  if (end === null || at < end || !neighbour(meeting, itemId, 1) || movedOnAnswer(meeting, itemId)) return [];
  const card: CardRef = { kind: 'movedOn', itemId };
  const registers = ({ type }: MeetingEvent) => type === 'DecisionRecorded' || type === 'NoteRecorded';
  return [
    ...alone(meeting, card),
    ...(concerned.some(registers)
      ? writers(meeting).map((personId) => ({ to: { personId }, card, once: true }) as const)
      : []),
  ];
}

/** True of what changes an item's record, or the whole agenda. */
const concerns = (event: MeetingEvent, itemId: string): boolean =>
  event.type === 'AgendaAdopted' ||
  event.type === 'AgendaCorrected' ||
  ('itemId' in event && event.itemId === itemId) ||
  ('toItemId' in event && event.toItemId === itemId) ||
  ('itemIds' in event && event.itemIds.includes(itemId));

const leaders = (meeting: Meeting): string[] => [
  ...new Set(LEADING.flatMap((role) => holders(meeting, role))),
];

const visitedItems = (meeting: Meeting): WantedCard[] =>
  meeting.agenda.items
    .filter((item) => recordOf(meeting, item.id).visited)
    .flatMap((item) => itemCards(meeting, item.id));

const current = (meeting: Meeting): WantedCard[] =>
  hasBegun(meeting) ? itemCards(meeting, meeting.currentItemId) : [];

/** A note changes nothing that another card shows. */
const noted = (meeting: Meeting, itemId: string): WantedCard[] =>
  hasBegun(meeting) && recordOf(meeting, itemId).visited ? itemCards(meeting, itemId) : [];

function changed(meeting: Meeting, itemId: string): WantedCard[] {
  if (!hasBegun(meeting)) return [];
  if (registeredAfterwards(meeting)) return afterwards(meeting);
  const visible = noted(meeting, itemId);
  // The agenda shows how far each item came; the present one shows it itself until it is left.
  const agenda = itemId === meeting.currentItemId ? [] : [shared({ kind: 'agenda' })];
  return [...visible, ...agenda, ...(hasEnded(meeting) ? atEnd(meeting) : [])];
}

/** The cards of items with a decision that stands under that account, and the summary that tells it. */
function naming(meeting: Meeting, accountId: string): WantedCard[] {
  const items = meeting.agenda.items.filter(({ id }) =>
    recordOf(meeting, id).decisions.some((one) => !one.struck && names(one, accountId)),
  );
  const summary: WantedCard = { ...shared({ kind: 'summary' }), onlyEdit: true };
  return [...items.flatMap(({ id }) => noted(meeting, id)), ...(items.length > 0 ? [summary] : [])];
}

const names = ({ by, onBehalfOf, responsible }: Decision, personId: string): boolean =>
  [by, onBehalfOf, ...responsible].some((one) => one?.kind === 'person' && one.personId === personId);

/** The cards that show an agenda that has changed. */
function withAgenda(meeting: Meeting): WantedCard[] {
  const ready = shared({ kind: 'ready' });
  if (registeredAfterwards(meeting)) return [ready, ...afterwards(meeting)];
  return hasBegun(meeting) ? [ready, shared({ kind: 'agenda' }), ...visitedItems(meeting)] : [ready];
}

/** The summary for all, and the card with what is still to be done. */
const atEnd = (meeting: Meeting): WantedCard[] => [shared({ kind: 'summary' }), ...afterwards(meeting)];

/** What those who lead or write do after the meeting: answer what is open, fetch the minutes, approve them. */
const afterwards = (meeting: Meeting): WantedCard[] =>
  leaders(meeting).map((personId) => ({ to: { personId }, card: { kind: 'unanswered' } as const }));
