import { z } from 'zod';
import { entity } from './activityEntities.ts';
import { account, id, optional } from './activityParts.ts';
import { type Joiner, joinersOf } from './joiners.ts';
import type { MeetingEvent } from './meetingEvents.ts';
import { ChosenMessage, messageActionName, takenMessage } from './messageAction.ts';
import type { ConversationReference, DialogStep } from './turn.ts';

/** What comes in from Teams: only what Punkt can't work without is required. */
const withId = z.object({ id });

/**
 * A file in the personal chat (learn.microsoft.com, "Send and receive files from a bot"): `downloadUrl` lets anybody
 * in who has it, for some minutes. One that came without it is still a file that somebody waits for.
 */
const droppedFile = z
  .object({
    contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
    name: optional(z.string()),
    content: optional(z.object({ downloadUrl: optional(z.string().max(20_000)) })),
  })
  .transform(({ name, content }) => ({ name: name?.trim() || null, url: content?.downloadUrl ?? null }));
export type DroppedFile = z.infer<typeof droppedFile>;

const common = z.object({
  type: z.string().min(1).max(100),
  id,
  timestamp: optional(z.string().max(100)),
  locale: optional(z.string().max(100)),
  serviceUrl: z.string().min(1).max(2000),
  channelId: z.string().min(1).max(100),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: optional(z.enum(['personal', 'groupChat', 'channel'])),
    tenantId: optional(z.string().max(100)),
    isGroup: optional(z.boolean()),
    name: optional(z.string()),
  }),
  channelData: optional(
    z.object({
      tenant: optional(withId),
      team: optional(withId),
      meeting: optional(withId),
      channel: optional(
        z.object({ id: optional(id), name: optional(z.string()), type: optional(z.string().max(100)) }),
      ),
      eventType: optional(z.string().max(200)),
    }),
  ),
  /** The message that a tap or an answer belongs to. */
  replyToId: optional(z.string().max(1000)),
  /** The name that a group chat was given, by the event that says so. */
  topicName: optional(z.string()),
  membersAdded: optional(z.array(account)),
  membersRemoved: optional(z.array(account)),
  /** Of an `installationUpdate`: "add", "remove", and the two of an upgrade. */
  action: optional(z.string().max(100)),
  /** Those that mean something here; what else there is is left out. */
  entities: z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) => (list ?? []).flatMap((given) => entity.safeParse(given).data ?? [])),
});

const message = common.extend({
  type: z.literal('message'),
  text: z
    .string()
    .nullish()
    .catch('')
    .transform((text) => text ?? ''),
  /** What an Action.Submit hands over. */
  value: optional(z.record(z.string(), z.unknown())),
  /** Files dropped in the personal chat; what else hangs on a message (its HTML) is left out. */
  attachments: z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) => (list ?? []).flatMap((given) => droppedFile.safeParse(given).data ?? [])),
});

const verb = z.string().min(1).max(200);
const data = z.record(z.string(), z.unknown());
const invoke = common.extend({
  type: z.literal('invoke'),
  name: z.literal('adaptiveCard/action'),
  value: z.object({
    action: z.object({
      type: optional(z.string()),
      id: optional(z.string()),
      verb,
      data: data.nullish().transform((given) => given ?? {}),
    }),
    /** `automatic`: the client refreshed the card by itself; never send or edit on it (it loops). */
    trigger: z.enum(['automatic', 'manual']).catch('manual'),
  }),
});

/** A dialog of Teams: what its button hands back stands in `data`, with the fields. */
const dialogName = z.enum(['task/fetch', 'task/submit']);
const dialog = common.extend({
  type: z.literal('invoke'),
  value: z.object({ data: z.looseObject({ verb }) }),
});

/** The answer to a file that was offered; `context` is ours again, `uploadInfo` where Teams takes the file. */
const consent = common.extend({
  type: z.literal('invoke'),
  name: z.literal('fileConsent/invoke'),
  value: z.object({
    action: z.enum(['accept', 'decline']),
    context: z.unknown().optional(),
    uploadInfo: optional(
      z.object({
        uploadUrl: z.string().min(1).max(20_000),
        contentUrl: optional(z.string().max(20_000)),
        name: optional(z.string().max(1000)),
        uniqueId: optional(z.string().max(1000)),
        fileType: optional(z.string().max(100)),
      }),
    ),
  }),
});

const threadRoot = z.object({
  value: z.object({
    messagePayload: z.object({
      id: z.string().regex(/^\d{1,30}$/u),
      replyToId: optional(z.string().regex(/^\d{1,30}$/u)),
    }),
  }),
});

export type TeamsActivity = z.infer<typeof common>;
export type FileConsentActivity = z.infer<typeof consent>;
export type MessageActivity = z.infer<typeof message>;
export type InvokeActivity = z.infer<typeof invoke>;

/** What an HTTP body turned out to be. */
export type Incoming =
  | { readonly kind: 'tap'; readonly activity: InvokeActivity }
  /** An Action.Submit, by a client that does not know Action.Execute: no answer body, so a message is the answer. */
  | { readonly kind: 'submit'; readonly activity: InvokeActivity }
  /** `fromMessage`: of a message action, which its user may ask for in any chat of theirs, also where the bot is not. */
  | {
      readonly kind: 'dialog';
      readonly step: DialogStep;
      readonly activity: InvokeActivity;
      readonly fromMessage: boolean;
    }
  | { readonly kind: 'fileConsent'; readonly activity: FileConsentActivity }
  | { readonly kind: 'line'; readonly activity: MessageActivity }
  /** An invoke that is not a tap on a card. */
  | { readonly kind: 'unknownInvoke'; readonly activity: TeamsActivity }
  /** A tap without a usable action. */
  | { readonly kind: 'brokenTap'; readonly activity: TeamsActivity }
  /** A dialog without usable data. */
  | { readonly kind: 'brokenDialog'; readonly step: DialogStep; readonly activity: TeamsActivity }
  | {
      readonly kind: 'meetingEvent';
      readonly what: MeetingEvent;
      /** Who joined; of a start or an end nobody. */
      readonly joiners: readonly Joiner[];
      readonly activity: TeamsActivity;
    }
  /** Only seen: joins, installs, reactions, typing, events, edits, deletions. */
  | { readonly kind: 'other'; readonly activity: TeamsActivity };

/** Reads a parsed JSON body; null if it is no activity. */
export function readActivity(body: unknown): Incoming | null {
  // What comes most is read once.
  const tap = invoke.safeParse(body);
  if (tap.success) return { kind: 'tap', activity: tap.data };
  const base = common.safeParse(body);
  if (!base.success) return null;
  const activity = base.data;
  if (activity.type === 'invoke') {
    const answered = consent.safeParse(body);
    if (answered.success) return { kind: 'fileConsent', activity: answered.data };
    const called = z.object({ name: dialogName }).safeParse(body);
    if (called.success) return readDialog(body, activity, called.data.name);
    const action = z.object({ name: messageActionName }).safeParse(body);
    if (action.success) return readMessageAction(body, activity, action.data.name);
    const named = z.object({ name: z.literal('adaptiveCard/action') }).safeParse(body).success;
    return { kind: named ? 'brokenTap' : 'unknownInvoke', activity };
  }
  if (activity.type === 'event') return readEvent(body, activity);
  if (activity.type !== 'message') return { kind: 'other', activity };
  // An edited or deleted line changes nothing, in whatever type it comes.
  if (/^(edit|undelete|softDelete)Message$/i.test(activity.channelData?.eventType ?? ''))
    return { kind: 'other', activity };
  const line = message.safeParse(body);
  if (!line.success) return { kind: 'other', activity };
  const submitted = line.data.text.trim() === '' ? verb.safeParse(line.data.value?.verb) : null;
  if (!submitted?.success) return { kind: 'line', activity: line.data };
  return {
    kind: 'submit',
    activity: asTap(activity, { type: 'Action.Submit', verb: submitted.data, data: line.data.value ?? {} }),
  };
}

function readDialog(
  body: unknown,
  activity: TeamsActivity,
  name: z.infer<typeof dialogName>,
  fromMessage = false,
): Incoming {
  const step = name === 'task/fetch' ? 'fetch' : 'submit';
  const read = dialog.safeParse(body);
  if (!read.success) return { kind: 'brokenDialog', step, activity };
  const { data: given } = read.data.value;
  return {
    kind: 'dialog',
    step,
    activity: asTap(activity, { type: 'dialog', verb: given.verb, data: given }),
    fromMessage,
  };
}

/** By its name: what else Teams says of it comes in many spellings, and nothing is needed of it but who joined. */
function readEvent(body: unknown, activity: TeamsActivity): Incoming {
  const said = z.object({ name: z.string().catch(''), value: z.unknown() }).safeParse(body).data;
  const { name = '', value = null } = said ?? {};
  const [, told = ''] =
    /^application\/vnd\.microsoft\.meeting(Start|End|ParticipantJoin)$/iu.exec(name.trim()) ?? [];
  const whats: Readonly<Record<string, MeetingEvent>> = {
    start: 'start',
    end: 'end',
    participantjoin: 'join',
  };
  const what = whats[told.toLowerCase()];
  if (!what) return { kind: 'other', activity };
  const joiners = what === 'join' ? joinersOf(value, activity.recipient.id) : [];
  return { kind: 'meetingEvent', what, joiners, activity };
}

/** *Til referatet*: asked for, it is a form filled with the message; sent, a dialog like any other. */
function readMessageAction(
  body: unknown,
  asked: TeamsActivity,
  name: z.infer<typeof messageActionName>,
): Incoming {
  const activity = inThread(asked, body);
  if (name === 'composeExtension/submitAction') return readDialog(body, activity, 'task/submit', true);
  const chosen = z.object({ value: ChosenMessage }).safeParse(body);
  if (!chosen.success) return { kind: 'brokenDialog', step: 'fetch', activity };
  const { verb, ...taken } = takenMessage(chosen.data.value);
  return {
    kind: 'dialog',
    step: 'fetch',
    activity: asTap(activity, { type: 'dialog', verb, data: taken }),
    fromMessage: true,
  };
}

/** In a channel the message belongs to a thread, whether the conversation names it or only the message does. */
function inThread(activity: TeamsActivity, body: unknown): TeamsActivity {
  const { conversation } = activity;
  const root = threadRoot.safeParse(body).data?.value.messagePayload;
  if (!root || kindOf(activity) !== 'channel' || conversation.id.includes(';')) return activity;
  const id = `${conversation.id};messageid=${root.replyToId || root.id}`;
  return { ...activity, conversation: { ...conversation, id } };
}

/** An Action.Submit, or what a dialog sends, in the form of the tap that it would have been as an Action.Execute. */
function asTap(activity: TeamsActivity, action: InvokeActivity['value']['action']): InvokeActivity {
  const value = { action, trigger: 'manual' as const };
  return { ...activity, type: 'invoke', name: 'adaptiveCard/action', value };
}

/**
 * What kind of conversation it is. Events of meetings name none: then it is shared, for a personal chat may show more.
 * Nor is a chat between two people personal, though Teams calls it so: the bot's own are no `19:`.
 */
function kindOf({ conversation, channelData }: TeamsActivity): ConversationReference['conversationType'] {
  const { id, conversationType } = conversation;
  if (conversationType === 'personal' && id.startsWith('19:')) return 'groupChat';
  if (conversationType) return conversationType;
  return channelData?.team || /@thread\.tacv2(?:;|$)/u.test(id) ? 'channel' : 'groupChat';
}

/** Where an activity came from, as it is remembered to write there again. */
export function conversationReference(activity: TeamsActivity): ConversationReference {
  const { conversation, recipient, channelData, serviceUrl } = activity;
  const conversationType = kindOf(activity);
  const { team, channel } = channelData ?? {};
  const ofItsOwn = /^(?:private|shared)$/iu.test(channel?.type ?? '');
  return {
    conversationId: conversation.id,
    conversationType,
    ...(conversationType === 'channel' && team && !ofItsOwn ? { teamId: team.id } : {}),
    serviceUrl,
    tenantId: channelData?.tenant?.id ?? conversation.tenantId ?? null,
    botId: recipient.id,
    botName: recipient.name ?? null,
  };
}
