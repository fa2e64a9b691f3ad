import type { Agenda, Responsible } from '../meeting/agenda.ts';
import type { Commit } from '../meeting/commit.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import { evolve } from '../meeting/evolve.ts';
import { judgedIn, peopleShown } from '../meeting/identities.ts';
import type { People } from '../meeting/people.ts';
import {
  findItem,
  itemNumber,
  type Meeting,
  type MeetingState,
  noMeeting,
  recordOf,
} from '../meeting/state.ts';
import { writeInstant } from '../wording/dates.ts';
import { logTexts } from '../wording/logTexts.ts';
import { type Language, outcomeLabel } from '../wording/outcome.ts';
import { cut } from './cardView.ts';
import { actorName, decisionNumber, nameOf, responsibleName } from './draftOf.ts';

/** One line of the log: when (local time), who, and what in words. */
export interface LogLine {
  readonly version: number;
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

/** Every commit in words, oldest first. */
export function logLines(commits: readonly Commit[], stored: People, language: Language): LogLine[] {
  const people = peopleShown(judgedIn(commits), stored);
  let state: MeetingState = noMeeting;
  const said = new Map<number, string>();
  return commits.map((commit) => {
    state = evolve(state, commit);
    const meeting = state.status === 'none' ? null : state;
    const what = commit.events
      .map((event) => {
        // A judgement of an account says what the account was called.
        const named = event.type === 'IdentitySettled' ? stored : people;
        return meeting ? wordsOf(meeting, named, event, language, said) : event.type;
      })
      // What a sentence ends with is not followed by a semicolon.
      .map((one, at, all) => (at < all.length - 1 ? one.replace(/(?<!\.)\.$/u, '') : one))
      .join('; ');
    said.set(commit.version, what);
    return {
      version: commit.version,
      at: commit.at,
      when: writeInstant(commit.at, language),
      who: actorName(people, commit.by, language),
      what,
    };
  });
}

/** Breaks are no items. */
const itemsIn = (agenda: Agenda): number => agenda.items.filter((item) => item.kind === 'item').length;

function wordsOf(
  meeting: Meeting,
  people: People,
  event: MeetingEvent,
  language: Language,
  said: ReadonlyMap<number, string>,
): string {
  const t = logTexts[language];
  const item = (itemId: string) => itemNumber(meeting.agenda, itemId);
  const decision = (itemId: string, id: string) => {
    const found = recordOf(meeting, itemId).decisions.find((one) => one.id === id);
    return found ? decisionNumber(meeting, itemId, found) : item(itemId);
  };
  const spoken = ({ onBehalfOf }: { onBehalfOf?: Responsible | null }, what: string) =>
    onBehalfOf
      ? t.onBehalfOf(what, responsibleName(people, onBehalfOf, language))
      : onBehalfOf === null
        ? t.onNobodysBehalf(what)
        : what;
  const linked = (personId: string | null) => (personId === null ? null : nameOf(people, personId, language));
  const linkedBy = (linkId: string) =>
    linked(meeting.links.find((link) => link.id === linkId)?.personId ?? null);
  switch (event.type) {
    case 'AgendaProposed':
      return t.agendaProposed(event.source.name, itemsIn(event.agenda));
    case 'AgendaAdopted':
      return t.agendaAdopted(itemsIn(event.agenda));
    case 'AgendaCorrected':
      return t.agendaCorrected(itemsIn(event.agenda));
    case 'RoleGranted':
      return t.roleGranted(
        nameOf(people, event.personId, language),
        t.roles[event.role],
        t.grounds[event.grounds],
      );
    case 'RoleRevoked':
      return t.roleRevoked(nameOf(people, event.personId, language), t.roles[event.role]);
    case 'MeetingStarted':
      return t.started(item(event.itemId));
    case 'MovedToItem':
      return t.moved(item(event.fromItemId), item(event.itemId));
    case 'MeetingPaused':
      return t.paused;
    case 'MeetingResumed':
      return t.resumed;
    case 'MeetingAdjourned':
      return t.adjourned;
    case 'MeetingRegisteredAfterwards':
      return t.registeredAfterwards;
    case 'RecommendationAnswered': {
      const index =
        findItem(meeting, event.itemId)?.points.findIndex((point) => point.id === event.pointId) ?? -1;
      const label = outcomeLabel(event.outcome, language);
      return t.answered(item(event.itemId), index + 1, label, event.text ?? '');
    }
    case 'DecisionRecorded':
      return spoken(
        event,
        (event.confirmed ? t.decisionRecorded : t.decisionProposed)(item(event.itemId), event.text),
      );
    case 'DecisionConfirmed':
      return t.decisionConfirmed(decision(event.itemId, event.decisionId));
    case 'DecisionCorrected':
      return spoken(event, t.decisionCorrected(decision(event.itemId, event.decisionId), event.text));
    case 'DecisionStruck':
      return t.decisionStruck(decision(event.itemId, event.decisionId));
    case 'DecisionMoved':
      return t.decisionMoved(item(event.itemId), item(event.toItemId));
    case 'ResponsibleAssigned': {
      const names = event.responsible.map((one) => responsibleName(people, one, language)).join(', ');
      return t.assigned(decision(event.itemId, event.decisionId), names, event.due?.text ?? '');
    }
    case 'DecisionsMerged':
      return t.merged(decision(event.itemId, event.keptId), decision(event.itemId, event.struckId));
    case 'DecisionsKeptApart':
      return t.keptApart(decision(event.itemId, event.firstId), decision(event.itemId, event.secondId));
    case 'ProposalOpened':
      return t.proposalOpened(item(event.itemId), cut(event.text, 120));
    case 'ProposalWritten':
      return t.proposalWritten(cut(event.text, 120));
    case 'PenTaken':
      return t.penTaken;
    case 'ProposalDecided':
      return t.proposalDecided;
    case 'ProposalDropped':
      return t.proposalDropped;
    case 'AccessLinkIssued':
      return t.linkIssued(linked(event.personId), event.grounds === 'tap');
    case 'AccessLinkTaken':
      return t.linkTaken(linkedBy(event.linkId));
    case 'AccessLinkRevoked':
      return t.linkRevoked(linkedBy(event.linkId));
    case 'IdentitySettled': {
      const [account, person] = [event.accountId, event.personId].map((id) => nameOf(people, id, language));
      return (event.same ? t.identityLinked : t.identityKeptApart)(account ?? '', person ?? '');
    }
    case 'MovedOnAnswered':
      return (event.movedOn ? t.movedOn : t.notMovedOn)(item(event.itemId));
    case 'AttendanceRecorded': {
      const who = event.personIds.map((id) => nameOf(people, id, language)).join(', ');
      return event.attendance === null ? t.attendanceTakenBack(who) : t.attendance[event.attendance](who);
    }
    case 'AttendanceSuggested':
      return t.attendanceSeen;
    case 'NoteRecorded':
      return spoken(event, t.noteRecorded(item(event.itemId), event.text));
    case 'NoteConfirmed':
      return t.noteConfirmed(item(event.itemId));
    case 'NoteCorrected':
      return spoken(event, t.noteCorrected(item(event.itemId), event.text));
    case 'NoteStruck':
      return t.noteStruck(item(event.itemId));
    case 'NoteMoved':
      return t.noteMoved(item(event.itemId), item(event.toItemId));
    case 'ItemPostponed':
      return t.postponed(item(event.itemId), event.until?.text ?? '');
    case 'SectionEdited':
      // Saved as one types: every save in full would be the minutes many times over.
      return t.sectionEdited(item(event.itemId), cut(event.text, 120));
    case 'AddendumAdded':
      return t.addendumAdded(event.itemId && item(event.itemId), event.text);
    case 'AddendumStruck':
      return t.addendumStruck(event.itemId && item(event.itemId));
    case 'MinutesApproved':
      return t.minutesApproved;
    case 'CommandUndone':
      return t.undone(event.version, said.get(event.version) ?? '');
    default:
      return event satisfies never;
  }
}
