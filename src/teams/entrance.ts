import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { cardJson } from '../render/renderCard.ts';
import { transportTexts } from '../wording/transportTexts.ts';
import type { TeamsActivity } from './activity.ts';
import { conversationReference, type Incoming, type InvokeActivity, readActivity } from './activity.ts';
import { type TeamsAdapter, Unauthenticated } from './adapter.ts';
import { type Timer, transportAnswers, within } from './answerInTime.ts';
import { commandOf } from './commandTrace.ts';
import { sentenceIn, withTyped } from './dialogs.ts';
import type { FloodGate } from './floodGate.ts';
import { errorTrace, shortHash } from './logTrace.ts';
import { isAllowedServiceUrl } from './serviceUrl.ts';
import type { Connector, DialogAnswer, InvokeAnswer, OutgoingMessage, TurnHandlers } from './turn.ts';

/** How long a dialog waits until it is noted where it came from (ms). */
const NOTED_MS = 500;

export interface EntranceParts {
  readonly config: Config;
  readonly handlers: TurnHandlers;
  readonly connector: Connector;
  readonly adapter: TeamsAdapter;
  readonly log: Logger;
  readonly gate: FloodGate;
  readonly timer: Timer;
  /** Milliseconds in which an activity is answered, whatever the handlers do. */
  readonly answerWithinMs: number;
}

/** The answer to one HTTP request. `body` undefined: empty. `json`: the body, written already. */
interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly json?: string;
}

/**
 * `POST /api/messages`: body → activity → proven sender → served tenant and service URL → handlers → one answer.
 * `running` resolves when no turn is left, also those whose answer was given before they ended.
 */
export function createEntrance(parts: EntranceParts) {
  const { config, handlers, connector, adapter, log, gate, timer, answerWithinMs } = parts;
  const turns = new Set<Promise<unknown>>();

  async function handle(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
    const started = performance.now();
    const incoming = readActivity(body);
    if (!incoming) {
      log.warn('not an activity');
      return send(response, { status: 400, body: { error: 'The body is not an activity.' } });
    }
    const { activity } = incoming;
    const command = commandOf(incoming);
    const turn = log.child({
      kind: incoming.kind,
      ...(command ? { command } : {}),
      activity: shortHash(activity.id),
      conversation: shortHash(activity.conversation.id),
      person: shortHash(activity.from.aadObjectId ?? activity.from.id),
    });
    const reply = await answered(incoming, request.headers.authorization ?? '', turn);
    turn.info({ status: reply.status, ms: Math.round(performance.now() - started) }, 'turn');
    send(response, reply);
  }

  async function answered(incoming: Incoming, authorization: string, turn: Logger): Promise<Reply> {
    let reply: Reply = { status: 500, body: { error: 'Something went wrong.' } };
    try {
      await adapter.run(authorization, incoming.activity, async () => {
        gate.proven(authorization);
        const refused = refusal(incoming.activity, config);
        if (refused) turn.warn({ refused }, 'refused');
        reply = refused ? { status: 403, body: { error: 'Not served.' } } : await serve(incoming, turn);
      });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) {
        turn.error(errorTrace(error), 'turn failed');
        return reply;
      }
      turn.warn({ reason: error.reason, unavailable: error.unavailable }, 'not authenticated');
      if (error.unavailable)
        return { status: 503, body: { error: 'Tokens cannot be verified at the moment.' } };
      gate.refused();
      return { status: 401, body: { error: 'A valid token of the channel is required.' } };
    }
    return reply;
  }

  async function serve(incoming: Incoming, turn: Logger): Promise<Reply> {
    switch (incoming.kind) {
      case 'tap':
        return {
          status: 200,
          json: answerJson(await timely(tap(incoming.activity), turn, transportAnswers)),
        };
      case 'brokenTap':
      case 'unknownInvoke':
        turn.warn('invoke not understood');
        await timely(seen(incoming.activity), turn, { failed: undefined, late: undefined });
        return { status: 200, body: transportAnswers[incoming.kind] };
      case 'dialog': {
        const { body } = await dialog(incoming, turn);
        // No body at all closes the dialog.
        return body === null ? { status: 200 } : { status: 200, body };
      }
      case 'brokenDialog':
        turn.warn('invoke not understood');
        await timely(seen(incoming.activity), turn, { failed: undefined, late: undefined });
        return { status: 200, body: sentenceIn(incoming.step, transportTexts.brokenTap, 'da') };
      case 'fileConsent': {
        const work = seen(incoming.activity).then(() => handlers.fileConsent(incoming.activity));
        await timely(work, turn, { failed: undefined, late: undefined });
        return { status: 200 };
      }
      case 'meetingEvent': {
        const work = seen(incoming.activity).then(() =>
          handlers.meetingEvent?.(incoming.what, incoming.activity, incoming.joiners),
        );
        const result = await timely(work, turn, { failed: 'failed', late: undefined } as const);
        // What was not kept is asked for again; an event that comes twice changes nothing.
        return { status: result === 'failed' ? 503 : 200 };
      }
      case 'submit':
      case 'line':
      case 'other':
        await timely(written(incoming, turn), turn, { failed: undefined, late: undefined });
        return { status: 200 };
    }
  }

  /** Counts the work among the turns until it ends. */
  function runs(work: Promise<unknown>): void {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    turns.add(settled);
    void settled.finally(() => turns.delete(settled));
  }

  /** The result of the work; or `failed` or `late`, logged. Late work goes on, and its end is logged too. */
  async function timely<T, F>(
    work: Promise<T>,
    turn: Logger,
    otherwise: { failed: F; late: F },
  ): Promise<T | F> {
    const kept = work.catch((error: unknown) => {
      turn.error(errorTrace(error), 'handler failed');
      throw error;
    });
    runs(kept);
    const result = await within(answerWithinMs, timer, kept);
    if (result.kind === 'done') return result.value;
    if (result.kind === 'failed') return otherwise.failed;
    turn.error('handler late');
    return otherwise.late;
  }

  async function seen(activity: TeamsActivity): Promise<void> {
    await handlers.seen(activity);
  }

  async function tap(activity: InvokeActivity): Promise<InvokeAnswer> {
    // A card that a client draws anew by itself tells nothing that must be kept.
    if (activity.value.trigger === 'manual') await handlers.seen(activity);
    return handlers.invoke(activity);
  }

  async function dialog(
    { step, activity, fromMessage }: Extract<Incoming, { kind: 'dialog' }>,
    turn: Logger,
  ) {
    const { text } = activity.value.action.data;
    const told = (why: 'late' | 'failed') => {
      const sentence = transportTexts[step === 'submit' ? why : 'failed'];
      return sentenceIn(step, withTyped(sentence, step === 'submit' ? text : '', 'da'), 'da');
    };
    let left: (() => DialogAnswer) | null = null;
    const answer = async () => {
      if (!fromMessage) await noted(activity, turn);
      const body = await handlers.dialog(step, activity, (otherwise) => {
        left = otherwise;
      });
      return { body };
    };
    const result = await timely(answer(), turn, { failed: 'failed', late: 'late' } as const);
    if (typeof result === 'object') return result;
    return { body: left ? (left as () => DialogAnswer)() : told(result) };
  }

  /**
   * Takes note of where a dialog came from, and hands it on where the store does not let it: what stands typed in it is
   * answered by who knows the form.
   */
  async function noted(activity: InvokeActivity, turn: Logger): Promise<void> {
    const seen = handlers.seen(activity);
    runs(seen);
    const result = await within(NOTED_MS, timer, seen);
    if (result.kind === 'failed') turn.warn(errorTrace(result.error), 'not noted where a dialog came from');
  }

  /** A line, a submitted form or an event: answered, if at all, by a message of its own. */
  async function written(incoming: Extract<Incoming, { kind: 'line' | 'submit' | 'other' }>, turn: Logger) {
    const { activity } = incoming;
    const say = async (message: OutgoingMessage) => {
      const result = await connector.say(conversationReference(activity), message);
      if (result.kind !== 'sent') turn.warn({ result: result.kind }, 'answer not sent');
    };
    try {
      await handlers.seen(activity);
      if (incoming.kind === 'line') await handlers.message(incoming.activity, say);
      if (incoming.kind === 'submit') await say(asMessage(await handlers.invoke(incoming.activity)));
    } catch (error) {
      if (incoming.kind !== 'other') await say({ text: transportTexts.lineFailed });
      throw error;
    }
  }

  /** Resolves once no handler runs any more. */
  const running = async () => {
    while (turns.size > 0) await Promise.all(turns);
  };

  return { handle, running };
}

/** Why a proven activity is not served, or null. botbuilder checks no tenant (measured), so this is the only guard. */
function refusal(activity: TeamsActivity, config: Config): string | null {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isAllowedServiceUrl(activity.serviceUrl, config.mode)) return 'service URL';
  if (config.tenants.length === 0) return null;
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId].filter(
    (tenant) => tenant !== null && tenant !== undefined,
  );
  const served = named.length > 0 && named.every((tenant) => config.tenants.includes(tenant.toLowerCase()));
  return served ? null : 'tenant';
}

/** The answer to a tap as a message, for a client that cannot take it as an answer. */
function asMessage({ type, value }: InvokeAnswer): OutgoingMessage {
  if (typeof value === 'string') return { text: value };
  if (type === 'application/vnd.microsoft.card.adaptive') return { card: value };
  return { text: typeof value.message === 'string' ? value.message : transportTexts.lineFailed };
}

function send(response: ServerResponse, { status, body, json }: Reply): void {
  // Body parsing and the limit come before, so this is the only place that answers an activity.
  response.statusCode = status;
  if (json === undefined && body === undefined) response.end();
  else
    response.setHeader('Content-Type', 'application/json; charset=utf-8').end(json ?? JSON.stringify(body));
}

/** A card is written once, for its size and for the answer. */
const answerJson = ({ statusCode, type, value }: InvokeAnswer): string =>
  typeof value === 'object' && type === 'application/vnd.microsoft.card.adaptive'
    ? `{"statusCode":${statusCode},"type":"${type}","value":${cardJson(value)}}`
    : JSON.stringify({ statusCode, type, value });
