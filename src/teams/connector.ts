import { z } from 'zod';
import type { Config } from '../config.ts';
import { TeamsAdapter } from './adapter.ts';
import { ConnectorRefusal } from './connectorHttp.ts';
import { isAllowedServiceUrl } from './serviceUrl.ts';
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

/** Statuses by which Teams asks to come again (platform.md 2); 401 passes when a token or secret is renewed. */
const passing = new Set([401, 408, 412, 429]);

/**
 * Teams' Bot Connector over botbuilder's client. No request is repeated here: a POST whose answer was lost may have
 * been carried out, and who asked decides (the outbox).
 */
export function createConnector(
  config: Config,
  limits: ConnectorLimits = { requestMs: 10_000, memberMs: 1_500 },
): Connector {
  const adapter = new TeamsAdapter(config);
  const clients = new Map<string, Promise<Client>>();

  /** One client for a service URL, because it holds the token. */
  function clientFor(serviceUrl: string): Promise<Client> {
    if (!isAllowedServiceUrl(serviceUrl, config.mode)) return Promise.reject(new ForbiddenServiceUrl());
    const known = clients.get(serviceUrl);
    if (known) return known;
    const client = adapter.connectorClient(serviceUrl);
    clients.set(serviceUrl, client);
    client.catch(() => clients.delete(serviceUrl));
    return client;
  }

  /** Asks Teams; the limit covers everything, fetching the token too. */
  async function ask<T>(
    serviceUrl: string,
    ms: number,
    request: (conversations: Conversations, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const signal = AbortSignal.timeout(ms);
    const late = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new TimedOut()), { once: true });
    });
    const client = clientFor(serviceUrl);
    const answer = client.then(({ conversations }) => request(conversations, { abortSignal: signal }));
    return Promise.race([answer, late]);
  }

  return {
    async post(to, message) {
      try {
        const sent = await ask(to.serviceUrl, limits.requestMs, (conversations, options) =>
          conversations.sendToConversation(to.conversationId, activityOf(to, message), options),
        );
        return { kind: 'sent', activityId: sent.id ?? '' };
      } catch (error) {
        return failedSend(error);
      }
    },

    async edit(to, activityId, message) {
      // The id of a message that Teams gave none: there is nothing to edit.
      if (activityId === '') return { kind: 'gone' };
      try {
        await ask(to.serviceUrl, limits.requestMs, (conversations, options) =>
          conversations.updateActivity(
            to.conversationId,
            activityId,
            { ...activityOf(to, message), id: activityId },
            options,
          ),
        );
        return { kind: 'sent', activityId };
      } catch (error) {
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
        const answer = await ask(near.serviceUrl, limits.requestMs, (conversations, options) =>
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
        const answer = await ask(of.serviceUrl, limits.memberMs, (conversations, options) =>
          conversations.getConversationMember(of.conversationId, userId, options),
        );
        const parsed = rosterMember.safeParse(answer);
        return parsed.success ? memberOf(parsed.data) : 'unknown';
      } catch (error) {
        const teamsSays = error instanceof ConnectorRefusal && error.status === 404;
        return teamsSays && /^MemberNotFound/.test(error.code) ? 'absent' : 'unknown';
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
          const answer: unknown = await ask(of.serviceUrl, limits.memberMs, (conversations, options) =>
            conversations.getConversationPagedMembers(of.conversationId, {
              ...(wanted as { pageSize: number; continuationToken: string }),
              ...options,
            }),
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
}

/** The activity on the wire. botbuilder's type asks for everything that only incoming activities have. */
export function activityOf(to: ConversationReference, message: OutgoingMessage): SentActivity {
  const { card, file, ...said } = message;
  const attachment = card ? { contentType: 'application/vnd.microsoft.card.adaptive', content: card } : file;
  const activity: unknown = {
    type: 'message',
    from: { id: to.botId, name: to.botName ?? '' },
    conversation: { id: to.conversationId },
    ...said,
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
  if (!(error instanceof ConnectorRefusal)) return { kind: 'later', reason, retryAfterMs: null };
  const { status, retryAfterMs } = error;
  if (status >= 500 || passing.has(status)) return { kind: 'later', reason, retryAfterMs };
  return { kind: 'refused', reason };
}

/** For the operator: Teams' status and code, or the kind of error; never a message, which may hold ids. */
function reasonOf(error: unknown): string {
  if (error instanceof ConnectorRefusal) return error.message;
  return error instanceof Error ? error.name : 'unknown error';
}
