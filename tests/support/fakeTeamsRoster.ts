import { randomUUID } from 'node:crypto';
import type { Answer, FakeConversation, FakePerson } from './fakeTeamsConnector.ts';

type Json = Record<string, unknown>;

/** The meeting of a conversation, as Teams knows it. */
export interface FakeMeeting {
  readonly id: string;
  readonly title: string;
  readonly type: 'Scheduled' | 'Recurring' | 'MeetNow' | 'ChannelScheduled' | 'ChannelRecurring';
  /** ISO 8601; of the occurrence that is on. */
  scheduledStart: string;
  readonly organizer: FakePerson;
  /** Ids (`29:…`) of those who are in it. */
  readonly inside: Set<string>;
}

/** A meeting in a conversation; `Scheduled` where nothing is said. */
export const makeMeeting = (organizer: FakePerson, given: Partial<FakeMeeting> = {}): FakeMeeting => ({
  id: `MCMxOTptZWV0aW5n${randomUUID()}`,
  title: 'Styregruppemøde',
  type: 'Scheduled',
  scheduledStart: '2026-01-01T08:00:00Z',
  organizer,
  inside: new Set(),
  ...given,
});

const memberJson = (person: FakePerson): Json => ({
  id: person.id,
  name: person.name,
  ...(person.aadObjectId === null ? {} : { aadObjectId: person.aadObjectId, objectId: person.aadObjectId }),
  tenantId: person.tenantId,
  userRole: person.userRole,
});

const problem = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: `The request failed: ${code}` } },
});

/** Whose roster stands under an id: a chat's, a channel's or a team's. A channel's thread has none of its own. */
export function withRoster(all: Iterable<FakeConversation>, id: string): FakeConversation | undefined {
  for (const one of all) {
    if (one.conversationType !== 'channel' && one.id === id) return one;
    if (one.conversationType === 'channel' && [one.id.split(';')[0], one.teamId].includes(id)) return one;
  }
  return undefined;
}

/** One member, or (the old way) all of them. */
export function members({ members: all }: FakeConversation, id: string | undefined): Answer {
  const list = all.map(memberJson);
  if (id === undefined) return { status: 200, body: list as unknown as Json };
  const found = list.find((member) => member.id === id || member.aadObjectId === id);
  return found ? { status: 200, body: found } : problem(404, 'MemberNotFoundInConversation');
}

/** A page of members; a page holds no more than Teams says, whatever is asked for. */
export function pagedMembers(
  { members: all }: FakeConversation,
  query: URLSearchParams,
  most: number,
): Answer {
  const size = Math.min(most, Number(query.get('pageSize') ?? most));
  const from = Number(query.get('continuationToken')?.replace(/^from-/u, '') ?? 0);
  const page = all.slice(from, from + size).map(memberJson);
  const next = from + size < all.length ? { continuationToken: `from-${from + size}` } : {};
  return { status: 200, body: { members: page, ...next } };
}

/** `/v1/meetings/…`: only of meetings that were scheduled; participants not of channel meetings. */
export function meetings(conversations: Iterable<FakeConversation>, steps: readonly string[]): Answer {
  const [, , id, part, who] = steps;
  for (const conversation of conversations) {
    const { meeting } = conversation;
    if (!meeting || meeting.id !== id) continue;
    if (meeting.type === 'MeetNow') return problem(400, 'MeetingNotScheduled');
    if (part === undefined) return { status: 200, body: details(conversation, meeting) };
    if (part !== 'participants' || meeting.type.startsWith('Channel')) return problem(403, 'NotSupported');
    const person = conversation.members.find(
      ({ aadObjectId }) => aadObjectId !== null && aadObjectId === who,
    );
    if (!person) return problem(404, 'ParticipantNotFound');
    // By the tenant's default everybody is a presenter: no sign of who leads.
    const role = person === meeting.organizer ? 'Organizer' : 'Presenter';
    const inMeeting = meeting.inside.has(person.id);
    return { status: 200, body: { user: memberJson(person), meeting: { role, inMeeting } } };
  }
  return problem(404, 'MeetingNotFound');
}

const details = (
  { id: conversationId, conversationType, tenantId }: FakeConversation,
  meeting: FakeMeeting,
): Json => ({
  details: {
    id: meeting.id,
    msGraphResourceId: '',
    scheduledStartTime: meeting.scheduledStart,
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/fictitious',
    title: meeting.title,
    type: meeting.type,
  },
  conversation: { id: conversationId, conversationType, isGroup: true },
  organizer: { id: meeting.organizer.id, aadObjectId: meeting.organizer.aadObjectId, tenantId },
});
