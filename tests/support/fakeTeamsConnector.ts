import type { IncomingMessage, ServerResponse } from 'node:http';
import { notACard } from './fakeTeamsAnswers.ts';
import { type FakeMeeting, meetings, members, pagedMembers, withRoster } from './fakeTeamsRoster.ts';
import type { FakeRates, FakeRules } from './fakeTeamsRules.ts';

type Json = Record<string, unknown>;

/** Somebody in Teams. `aadObjectId` null: an anonymous guest of a meeting. */
export interface FakePerson {
  /** `29:…` */
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string | null;
  readonly tenantId: string;
  readonly userRole: string;
  /** What their activities say: `locale` "da-DK" where nothing is set, none where null; `client` in clientInfo. */
  speaks?: { readonly locale: string | null; readonly client?: string };
}

/** A message of the bot as it stands in the chat now. */
export interface FakeMessage {
  readonly activityId: string;
  /** As last posted or edited. */
  activity: Json;
  edits: number;
}

export interface FakeConversation {
  readonly id: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string;
  /** Roster, without the bot. */
  readonly members: FakePerson[];
  /** The bot's messages, oldest first. */
  readonly messages: FakeMessage[];
  /** Of a channel's thread: the team that its channel belongs to. */
  readonly teamId?: string;
  /** The Teams meeting of the conversation; of a series the same thread has one after another. */
  meeting?: FakeMeeting;
  /** Why nothing may be said there: the bot was removed, or the channel is archived. */
  closed?: { readonly status: 403 | 404; readonly code: string };
}

/** How a request of Punkt fails. */
export interface Failure {
  /** HTTP status; or `drop`: the connection breaks; or `hang`: no answer until the fake is closed. */
  readonly with: number | 'drop' | 'hang';
  /** Teams' error code. */
  readonly code?: string;
  /** Retry-After: seconds, or as it is. */
  readonly retryAfter?: number | string;
  /** Date: what time it is in Teams. */
  readonly date?: string;
  /** Location header of a redirection. */
  readonly location?: string;
  /** Carried out all the same: only the answer is lost. */
  readonly carriedOut?: boolean;
  /** Only requests of that method; the failure waits for one. */
  readonly method?: 'POST' | 'PUT' | 'GET';
  /** Only what is sent to that conversation. */
  readonly into?: string;
}

/** A request of Punkt to the connector. */
export interface RecordedRequest {
  readonly method: string;
  /** Path behind the service URL, such as `/v3/conversations/…`, decoded. */
  readonly path: string;
  readonly body: Json;
  readonly authorization: string | undefined;
  /** What it was answered with; 0: not at all. */
  status: number;
}

interface Parts {
  readonly conversations: Map<string, FakeConversation>;
  readonly requests: RecordedRequest[];
  readonly nextId: () => string;
  readonly rules: FakeRules;
  readonly rates: FakeRates;
  readonly openPersonal: (personId: string) => FakeConversation | undefined;
  /** A message was posted or edited. */
  readonly shown: (conversation: FakeConversation, message: FakeMessage) => void;
  readonly changed: () => void;
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** The connector's side of the fake: `/v3/conversations/…` as Punkt uses it. */
export function createTeamsConnector(parts: Parts) {
  const failures: Failure[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const method = request.method ?? '';
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const path = pathname.replace(/^\/emea/, '');
    const record: RecordedRequest = {
      method,
      path: decodeURIComponent(path),
      body: text === '' ? {} : JSON.parse(text),
      authorization: request.headers.authorization,
      status: 0,
    };
    parts.requests.push(record);
    const at = failures.findIndex(
      (failure) =>
        (failure.method ?? method) === method &&
        (failure.into === undefined || record.path.includes(`/${failure.into}/activities`)),
    );
    const [failure] = at < 0 ? [] : failures.splice(at, 1);
    const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
    const limited = failure ? null : parts.rates.refused(method, steps);
    const carriedOut = failure ? failure.carriedOut : !limited;
    const answer = carriedOut
      ? answerTo(parts, method, steps, record.body, searchParams)
      : problem(429, 'TooManyRequests');
    if (failure?.with === 'drop') request.socket.destroy();
    else if (failure === undefined || typeof failure.with === 'number') {
      const given = failure ? failed(failure) : answer;
      record.status = given?.status ?? 500;
      const retryAfter = failure?.retryAfter ?? limited?.retryAfter;
      if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
      if (failure?.date !== undefined) response.setHeader('date', failure.date);
      if (failure?.location !== undefined) response.setHeader('location', failure.location);
      response.writeHead(record.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(given?.body ?? {}));
    }
    parts.changed();
  }

  return {
    handle: (request: IncomingMessage, response: ServerResponse) => {
      handle(request, response).catch(() => response.writeHead(500).end());
    },
    failNext: (...more: readonly Failure[]) => {
      failures.push(...more);
    },
    failNone: () => {
      failures.length = 0;
    },
  };
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const attachmentsOf = ({ attachments }: Json): readonly Json[] =>
  Array.isArray(attachments) ? (attachments as Json[]) : [];

const problem = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: `The request failed: ${code}` } },
});

function failed(failure: Failure): Answer {
  const status = typeof failure.with === 'number' ? failure.with : 500;
  return failure.code === undefined ? { status, body: {} } : problem(status, failure.code);
}

function answerTo(parts: Parts, method: string, steps: string[], body: Json, query: URLSearchParams): Answer {
  if (steps[0] === 'v1' && steps[1] === 'meetings') return meetings(parts.conversations.values(), steps);
  const [version, collection, conversationId, part, id] = steps;
  if (version !== 'v3' || collection !== 'conversations') return problem(404, 'NotFound');
  if (conversationId === undefined)
    return method === 'POST' ? openPersonal(parts, body) : problem(405, 'BadMethod');
  const isRoster = part === 'members' || part === 'pagedmembers';
  const conversation = isRoster
    ? withRoster(parts.conversations.values(), conversationId)
    : parts.conversations.get(conversationId);
  if (!conversation) return problem(404, isRoster ? 'ThreadNotFound' : 'ConversationNotFound');
  if (conversation.closed) return problem(conversation.closed.status, conversation.closed.code);
  if (part === 'members' && method === 'GET') return members(conversation, id);
  if (part === 'pagedmembers' && method === 'GET') return pagedMembers(conversation, query, parts.rules.page);
  if (part !== 'activities') return problem(404, 'NotFound');
  if (Buffer.byteLength(JSON.stringify(body), 'utf16le') > parts.rules.largest)
    return problem(413, 'MessageSizeTooBig');
  const unread = attachmentsOf(body).find(
    ({ contentType, content }) => contentType === CARD && notACard(content),
  );
  if (unread) return problem(400, 'BadSyntax');
  if (method === 'POST') {
    const activityId = parts.nextId();
    const posted: FakeMessage = { activityId, activity: body, edits: 0 };
    conversation.messages.push(posted);
    parts.shown(conversation, posted);
    return { status: 201, body: { id: activityId } };
  }
  if (method !== 'PUT') return problem(405, 'BadMethod');
  const message = conversation.messages.find(({ activityId }) => activityId === id);
  if (!message) return problem(404, 'ActivityNotFoundInConversation');
  message.activity = body;
  message.edits += 1;
  parts.shown(conversation, message);
  return { status: 200, body: { id: message.activityId } };
}

function openPersonal(parts: Parts, body: Json): Answer {
  const people = Array.isArray(body.members) ? body.members : [];
  const conversation = people.length === 1 ? parts.openPersonal(String(people[0]?.id)) : undefined;
  return conversation
    ? { status: 201, body: { id: conversation.id } }
    : problem(403, 'BotNotInConversationRoster');
}
