import type { AgendaItem, Language, Responsible } from '../meeting/agenda.ts';
import { attendanceList, attendanceOf, notedAttendance } from '../meeting/attendance.ts';
import type { Actor } from '../meeting/commit.ts';
import { peopleShown } from '../meeting/identities.ts';
import type { People } from '../meeting/people.ts';
import { type Decision, type ItemRecord, type Note, pointStatus } from '../meeting/record.ts';
import {
  type EndedMeeting,
  findItem,
  handledBefore,
  hasBegun,
  hasEnded,
  itemNumber,
  languageOf,
  type Meeting,
  recordOf,
  registeredAfterwards,
} from '../meeting/state.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import type {
  DraftAddendum,
  DraftDescription,
  DraftHead,
  DraftItem,
  DraftPerson,
  DraftPoint,
  Minutes,
} from './draft.ts';

export const nameOf = (people: People, personId: string, language: Language): string =>
  people[personId]?.name || cardTexts[language].erased;

export const actorName = (people: People, actor: Actor, language: Language): string =>
  actor.kind === 'operator' ? cardTexts[language].operator : nameOf(people, actor.personId, language);

export const responsibleName = (people: People, responsible: Responsible, language: Language): string =>
  responsible.kind === 'person'
    ? nameOf(people, responsible.personId, language)
    : responsible.kind === 'organisation'
      ? responsible.name
      : responsible.text;

/** "4.1": the item's number and the decision's own. */
export const decisionNumber = (meeting: Meeting, itemId: string, decision: Decision): string =>
  `${itemNumber(meeting.agenda, itemId)}.${decision.sequence}`;

export function draftHead(meeting: Meeting, stored: People): DraftHead {
  const people = peopleShown(meeting, stored);
  const { agenda } = meeting;
  const language = languageOf(meeting);
  const begun = hasBegun(meeting) ? meeting : null;
  const holding = (role: 'chair' | 'minuteTaker', named: readonly string[]): DraftPerson[] => {
    const roles = meeting.status === 'approved' ? meeting.rolesThen : meeting.roles;
    const held = roles.filter((entry) => entry.role === role).map((entry) => entry.personId);
    return (held.length > 0 ? held : named).map((id) => draftPerson(people, id, language));
  };
  return {
    kind: 'head',
    meetingId: meeting.meetingId,
    version: meeting.version,
    status: meeting.status,
    title: agenda.title,
    forum: agenda.forum,
    documentDate: agenda.documentDate,
    caseNumber: agenda.caseNumber ?? null,
    date: agenda.date,
    start: agenda.start,
    end: agenda.end,
    place: agenda.place,
    startedAt: begun?.startedAt ?? null,
    adjournedAt: hasEnded(meeting) ? meeting.adjournedAt : null,
    approved:
      meeting.status === 'approved'
        ? { at: meeting.approvedAt, by: actorName(people, meeting.approvedBy, language) }
        : null,
    addenda: draftAddenda(meeting, people, null),
    registeredAfterwards: registeredAfterwards(meeting),
    currentItemId: begun && !registeredAfterwards(meeting) ? begun.currentItemId : null,
    chairs: holding('chair', agenda.chairs),
    minuteTakers: holding('minuteTaker', agenda.minuteTakers),
    participants: attendanceList(meeting).map(({ personId, guest }) => ({
      ...draftPerson(people, personId, language),
      apologies: attendanceOf(meeting, personId) === 'apologies',
      guest,
      attendance: notedAttendance(meeting, personId),
    })),
    attachments: agenda.attachments,
    itemIds: agenda.items.map((item) => item.id),
    handledBefore: begun
      ? agenda.items.filter((item) => handledBefore(begun, item.id)).map((item) => item.id)
      : [],
    notReached: hasEnded(meeting)
      ? agenda.items.filter((item) => neverReached(meeting, item)).map((item) => item.id)
      : [],
    layout: agenda.layout,
    language,
  };
}

/** An item that an ended meeting never came to; what was registered under it all the same stands with the item. */
const neverReached = (meeting: EndedMeeting, item: AgendaItem): boolean =>
  item.kind === 'item' &&
  !registeredAfterwards(meeting) &&
  !recordOf(meeting, item.id).visited &&
  !handledBefore(meeting, item.id);

function draftPerson(people: People, personId: string, language: Language): DraftPerson {
  const person = people[personId];
  return {
    personId,
    name: nameOf(people, personId, language),
    title: person?.title ?? null,
    organisation: person?.organisation ?? null,
    role: person?.role ?? null,
  };
}

/** Undefined for an item that the agenda does not have (any more). */
export function draftItem(meeting: Meeting, stored: People, itemId: string): DraftItem | undefined {
  const people = peopleShown(meeting, stored);
  const item = findItem(meeting, itemId);
  if (!item) return undefined;
  const record = recordOf(meeting, itemId);
  const language = languageOf(meeting);
  const { postponed } = record;
  const itemsNumber = itemNumber(meeting.agenda, itemId);
  return {
    kind: 'item',
    meetingId: meeting.meetingId,
    version: meeting.version,
    itemId,
    forum: meeting.agenda.forum,
    date: meeting.agenda.date,
    itemKind: item.kind,
    number: item.number,
    title: item.title,
    closed: item.closed,
    presenters: item.presenters.map((id) => nameOf(people, id, language)),
    start: item.start,
    end: item.end,
    durationMinutes: item.durationMinutes,
    attachments: item.attachments,
    recommendations: item.points.map((point) => draftPoint(meeting, item, record, point)),
    decisions: [...record.decisions]
      .sort((a, b) => a.sequence - b.sequence)
      .map((decision) => ({
        decisionId: decision.id,
        number: `${itemsNumber}.${decision.sequence}`,
        text: decision.text,
        responsible: decision.responsible.map((responsible) => ({
          kind: responsible.kind,
          name: responsibleName(people, responsible, language),
          organisation: organisationOf(people, responsible),
        })),
        due: decision.due,
        confirmed: decision.confirmed,
        assignmentConfirmed: decision.assignmentConfirmed,
        struck: decision.struck,
        mergedInto: decision.mergedInto ?? null,
        state: decision.struck ? 'struck' : decision.confirmed ? 'decided' : 'proposed',
        task: decision.responsible.length > 0 && !decision.struck ? 'open' : null,
        ...registration(people, decision, language),
      })),
    notes: record.notes.map((note) => ({
      noteId: note.id,
      text: note.text,
      confirmed: note.confirmed,
      struck: note.struck,
      ...registration(people, note, language),
    })),
    discussion: record.discussion && {
      text: record.discussion.text,
      noteIds: [...record.discussion.noteIds],
      by: actorName(people, record.discussion.by, language),
      at: record.discussion.at,
      earlier: earlierOf(people, record.discussion, language),
    },
    addenda: draftAddenda(meeting, people, itemId),
    postponed: postponed && {
      until: postponed.until,
      by: actorName(people, postponed.by, language),
      at: postponed.at,
    },
  };
}

const organisationOf = (people: People, responsible: Responsible): string | null =>
  responsible.kind === 'organisation'
    ? responsible.name
    : responsible.kind === 'person'
      ? (people[responsible.personId]?.organisation ?? null)
      : null;

const registration = (people: People, entry: Decision | Note, language: Language) => ({
  by: actorName(people, entry.by, language),
  at: entry.at,
  origin: entry.origin,
  onBehalfOf: entry.onBehalfOf && responsibleName(people, entry.onBehalfOf, language),
  saidAt: entry.saidAt,
  earlier: earlierOf(people, entry, language),
});

const earlierOf = (people: People, entry: Pick<Note, 'earlier'>, language: Language) =>
  entry.earlier.map(({ text, by, at }) => ({ text, replacedBy: actorName(people, by, language), at }));

const draftAddenda = (meeting: Meeting, people: People, itemId: string | null): DraftAddendum[] =>
  (hasEnded(meeting) ? meeting.addenda : [])
    .filter((one) => one.itemId === itemId)
    .map(({ id, text, by, at, struck }) => ({
      addendumId: id,
      text,
      by: actorName(people, by, languageOf(meeting)),
      at,
      struck,
    }));

function draftPoint(
  meeting: Meeting,
  item: AgendaItem,
  record: ItemRecord,
  point: AgendaItem['points'][number],
): DraftPoint {
  const status = pointStatus(record, point.id);
  const answer = status.kind === 'answered' ? status.answer : null;
  const decisions = status.kind === 'decided' || status.kind === 'proposed' ? status.decisions : [];
  return {
    pointId: point.id,
    text: point.text,
    status: status.kind,
    outcome: answer?.outcome ?? (status.kind === 'decided' ? 'decided' : null),
    sentence: answer?.text ?? null,
    forwardedTo: answer?.forwardedTo ?? null,
    until: answer?.until ?? null,
    decisions: decisions.map((decision) => decisionNumber(meeting, item.id, decision)),
  };
}

export const draftDescription = (meeting: Meeting, itemId: string): DraftDescription | undefined => {
  const description = findItem(meeting, itemId)?.description;
  return description
    ? { kind: 'description', meetingId: meeting.meetingId, version: meeting.version, itemId, description }
    : undefined;
};

/** The whole draft as the log tells it. */
export function minutesOf(meeting: Meeting, people: People): Minutes {
  const items = meeting.agenda.items.flatMap((item) => {
    const draft = draftItem(meeting, people, item.id);
    return draft ? [{ ...draft, description: item.description }] : [];
  });
  return { head: draftHead(meeting, people), items };
}
