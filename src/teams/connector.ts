import { z } from 'zod';
import type { Config } from '../config.ts';
import { withoutThread } from '../service/conversations.ts';
import { cut } from '../views/cardView.ts';
import { TeamsAdapter } from './adapter.ts';
import { ConnectorRefusal } from './connectorHttp.ts';
import { type Pass, SendingRate, teamsRates, type Use } from './sendingRate.ts';
import { isAllowedServiceUrl } from './serviceUrl.ts';
import { steadyClock } from './steadyClock.ts';
import type { Connector, ConversationReference, OutgoingMessage, RosterMember, SendResult } from './turn.ts';

/** Milliseconds after which a request is given up. */
export interface ConnectorLimits {
  readonly requestMs: number;
  /** Looking somebody up happens while a tap waits for its answer. */
  readonly memberMs: number;
}

type Client = Awaited<ReturnType<TeamsAdapter['connectorClient']>>;
type Conversations = Client['conversations'];
type SentActivity = Parameters<Conversations['sendToConversation']>[1];
type NewConversation = Parameters<Conversations['createConversation']>[0];

class TimedOut extends Error {
  override readonly name = 'TimedOut';
}
class ForbiddenServiceUrl extends Error {
  override readonly name = 'ForbiddenServiceUrl';
}

const created = z.object({ id: z.string().min(1) });
const text = z.string().nullish();
const rosterMember = z.object({
  id: z.string().min(1),
  name: text,
  aadObjectId: text,
  /** Older name of the same. */
  objectId: text,
  tenantId: text,
  userRole: text,
});

const rosterPage = z.object({ members: z.array(rosterMember), continuationToken: text });
/** Teams gives at most 500 members a page. */
const PAGE_SIZE = 500;
const PAGES = 20;

/** Teams' word that a roster is there, and somebody is not in it. */
const NO_MEMBER = /^MemberNotFound/u;

/** Statuses by which Teams asks to come again (platform.md 2); 401 passes when a token or secret is renewed. */
const passing = new Set([401, 408, 412, 429]);
/** Those of them that say that nothing was done. */
const undone = new Set([401, 412, 429]);
/** A line of ours may name what somebody typed, who may have typed a book: Teams refuses what is too large (UTF-16). */
const LONGEST_TEXT = 4_000;
/** How often an answer is tried that Teams refuses for now. */
const ANSWER_TRIES = 4;
/** A wait that makes an answer worthless (ms): who asked has asked again, or gone on. */
const ANSWER_LATE_MS = 60_000;

/**
 * Codes by which Teams says that the bot may not speak in a conversation at all (learn.microsoft.com, "Status codes
 * from bot conversational APIs"). A 403 or 404 to a new message says so by itself: there is no other reason for one.
 */
const shutOut =
  /^(?:BotNotInConversationRoster|BotDisabledByAdmin|BotBlocked|MessageWritesBlocked|ConversationNotFound|ConversationBlockedByUser|NotEnoughPermissions)/u;

/**
 * Teams' Bot Connector over botbuilder's client. No request is repeated here: a POST whose answer was lost may have
 * been carried out, and who asked decides (the outbox).
 */
export function createConnector(
  config: Config,
  limits: ConnectorLimits = { requestMs: 10_000, memberMs: 1_500 },
  rate: SendingRate = new SendingRate(teamsRates, steadyClock, Math.random),
): Connector {
  const adapter = new TeamsAdapter(config);
  const clients = new Map<string, Promise<Client>>();

  /** One client for a service URL, because it holds the token. */
  function clientFor(serviceUrl: string): Promise<Client> {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const client = adapter.connectorClient(serviceUrl);
    clients.set(serviceUrl, client);
    client.catch(() => clients.delete(serviceUrl));
    return client;
  }

  /** Asks Teams when it is this request's turn; the limit covers all that follows, fetching the token too. */
  async function ask<T>(
    to: ConversationReference,
    use: Use,
    ms: number,
    request: (conversations: Conversations, options: { abortSignal: AbortSignal }) => Promise<T>,
    given?: Pass,
  ): Promise<T> {
    if (!isAllowedServiceUrl(to.serviceUrl, config.mode)) {
      given?.unused();
      throw new ForbiddenServiceUrl();
    }
    // Somebody waits for what a roster says: there the turn is part of the limit.
    const patience = use === 'roster' ? AbortSignal.timeout(ms) : undefined;
    const pass: Pass =
      given ?? (await rate.enter(to, use, patience).catch(() => Promise.reject(new TimedOut())));
    const signal = patience ?? AbortSignal.timeout(ms);
    // What else is asked near a conversation says nothing of how it takes messages.
    const isMessage = use !== 'roster' && use !== 'other';
    try {
      const late = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TimedOut()), { once: true });
      });
      const client = clientFor(to.serviceUrl);
      const answer = client.then(({ conversations }) => request(conversations, { abortSignal: signal }));
      const answered = await Promise.race([answer, late]);
      if (isMessage) rate.flows(to.conversationId);
      return answered;
    } catch (error) {
      if (isMessage && error instanceof ConnectorRefusal && undone.has(error.status))
        rate.pause(to.conversationId, error.retryAfterMs);
      throw error;
    } finally {
      pass.used();
    }
  }

  const connector: Connector = {
    async say(to, message) {
      for (let tries = 1; ; tries += 1) {
        const result = await connector.post(to, message);
        if (result.kind !== 'later' || result.uncertain || tries === ANSWER_TRIES) return result;
        if ((result.retryAfterMs ?? 0) > ANSWER_LATE_MS) return result;
      }
    },

    pass: (to, use, signal) => rate.enter(to, use, signal),

    async post(to, message, pass) {
      const send = (conversations: Conversations, options: { abortSignal: AbortSignal }) =>
        conversations.sendToConversation(to.conversationId, activityOf(to, message), options);
      try {
        const sent = await ask(to, 'answer', limits.requestMs, send, pass);
        return { kind: 'sent', activityId: sent.id ?? '' };
      } catch (error) {
        if (error instanceof ConnectorRefusal && (error.status === 403 || error.status === 404))
          return { kind: 'closed', reason: error.message };
        return failedSend(error);
      }
    },

    async edit(to, activityId, message, pass) {
      // The id of a message that Teams gave none: there is nothing to edit.
      if (activityId === '') {
        pass?.unused();
        return { kind: 'gone' };
      }
      const activity = { ...activityOf(to, message), id: activityId };
      const send = (conversations: Conversations, options: { abortSignal: AbortSignal }) =>
        conversations.updateActivity(to.conversationId, activityId, activity, options);
      try {
        await ask(to, 'edit', limits.requestMs, send, pass);
        return { kind: 'sent', activityId };
      } catch (error) {
        if (error instanceof ConnectorRefusal && shutOut.test(error.code))
          return { kind: 'closed', reason: error.message };
        if (error instanceof ConnectorRefusal && error.status === 404) return { kind: 'gone' };
        return failedSend(error);
      }
    },

    async openPersonal(near, person) {
      const tenantId = person.tenantId ?? near.tenantId;
      const parameters: Partial<NewConversation> = {
        isGroup: false,
        bot: { id: near.botId, name: near.botName ?? '' },
        members: [{ id: person.id, name: '' }],
        ...(tenantId === null ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
      };
      try {
        const answer = await ask(near, 'other', limits.requestMs, (conversations, options) =>
          conversations.createConversation(parameters as NewConversation, options),
        );
        const parsed = created.safeParse(answer);
        return parsed.success ? { conversationId: parsed.data.id } : { failed: 'no conversation id' };
      } catch (error) {
        return { failed: reasonOf(error) };
      }
    },

    async member(of, userId) {
      try {
        const answer = await rosterOf(of, (rosterId) =>
          ask(of, 'roster', limits.memberMs, (conversations, options) =>
            conversations.getConversationMember(rosterId, userId, options),
          ),
        );
        const parsed = rosterMember.safeParse(answer);
        return parsed.success ? memberOf(parsed.data) : 'unknown';
      } catch (error) {
        const teamsSays = error instanceof ConnectorRefusal && error.status === 404;
        return teamsSays && NO_MEMBER.test(error.code) ? 'absent' : 'unknown';
      }
    },

    async members(of) {
      const found: RosterMember[] = [];
      let continuationToken: string | null = null;
      try {
        for (let page = 0; page < PAGES; page += 1) {
          // botbuilder's type asks for the token of a page before the first.
          const wanted: unknown = {
            pageSize: PAGE_SIZE,
            ...(continuationToken ? { continuationToken } : {}),
          };
          const answer: unknown = await rosterOf(of, (rosterId) =>
            ask(of, 'roster', limits.memberMs, (conversations, options) =>
              conversations.getConversationPagedMembers(rosterId, {
                ...(wanted as { pageSize: number; continuationToken: string }),
                ...options,
              }),
            ),
          );
          const parsed = rosterPage.parse(answer);
          found.push(...parsed.members.map(memberOf));
          continuationToken = parsed.continuationToken ?? null;
          if (!continuationToken) return found;
        }
      } catch {
        // Whatever it was: who is there is not known.
      }
      return 'unknown';
    },
  };
  return connector;
}

/**
 * Asks a roster. A thread has none (Teams answers 404, microsoft/botframework-sdk#3062): its channel has; or its team
 * where the members are the team's, as botbuilder itself asks (platform.md 3).
 */
async function rosterOf<T>(of: ConversationReference, ask: (rosterId: string) => Promise<T>): Promise<T> {
  const own = withoutThread(of.conversationId);
  try {
    return await ask(own);
  } catch (error) {
    const unknown = error instanceof ConnectorRefusal && error.status === 404 && !NO_MEMBER.test(error.code);
    if (!unknown || of.teamId === undefined || of.teamId === own) throw error;
    return ask(of.teamId);
  }
}

/** The activity on the wire. botbuilder's type asks for everything that only incoming activities have. */
export function activityOf(to: ConversationReference, message: OutgoingMessage): SentActivity {
  const { card, file, text, ...said } = message;
  const attachment = card ? { contentType: 'application/vnd.microsoft.card.adaptive', content: card } : file;
  const activity: unknown = {
    type: 'message',
    from: { id: to.botId, name: to.botName ?? '' },
    conversation: { id: to.conversationId },
    // Unsaid, Teams reads Markdown: names and titles would lose their signs, and become lists and headings.
    ...said,
    ...(text === undefined ? {} : { textFormat: 'plain', text: cut(text, LONGEST_TEXT) }),
    ...(attachment === undefined ? {} : { attachments: [attachment] }),
  };
  return activity as SentActivity;
}

function memberOf(found: z.infer<typeof rosterMember>): RosterMember {
  return {
    id: found.id,
    name: found.name ?? '',
    aadObjectId: found.aadObjectId ?? found.objectId ?? null,
    tenantId: found.tenantId ?? null,
    userRole: found.userRole ?? null,
  };
}

function failedSend(error: unknown): SendResult {
  const reason = reasonOf(error);
  if (error instanceof ForbiddenServiceUrl) return { kind: 'refused', reason };
  // No answer at all: a broken connection, the time limit, or no token.
  if (!(error instanceof ConnectorRefusal))
    return { kind: 'later', reason, retryAfterMs: null, uncertain: true };
  const { status, retryAfterMs } = error;
  if (status >= 500 || passing.has(status))
    return { kind: 'later', reason, retryAfterMs, uncertain: !undone.has(status) };
  return { kind: 'refused', reason };
}

/** For the operator: Teams' status and code, or the kind of error; never a message, which may hold ids. */
function reasonOf(error: unknown): string {
  if (error instanceof ConnectorRefusal) return error.message;
  return error instanceof Error ? error.name : 'unknown error';
}
