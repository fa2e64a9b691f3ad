import { randomUUID } from 'node:crypto';
import type { CardAction } from './cardReading.ts';
import { asksForDialog, dialogCall } from './dialogCall.ts';
import type { FakeConversation, FakePerson } from './fakeTeamsConnector.ts';

type Json = Record<string, unknown>;

export interface LineOptions {
  /** Whether the bot is mentioned first; default: yes in group and channel, no in the personal chat. */
  readonly mention?: boolean;
  readonly id?: string;
  /** A message that the line answers by quoting it. */
  /** `time`: milliseconds since the epoch, as Teams writes them. */
  readonly quoting?: { readonly from: FakePerson; readonly preview: string; readonly time?: string };
}

/** What Teams sends to a bot, as plain activities. */
export function createActivities(given: {
  readonly bot: { readonly id: string; readonly name: string };
  readonly url: () => string;
  readonly nextId: () => string;
}) {
  const { bot, nextId } = given;

  /** Any activity of that kind. */
  function activity(conversation: FakeConversation, person: FakePerson, type: string, rest: Json = {}): Json {
    const grouped = conversation.conversationType !== 'personal';
    // Who does something is named by what they write or tap; events of the conversation give only ids, and those of a
    // meeting not even the kind of conversation (learn.microsoft.com, "Meeting apps APIs", "Conversation events").
    const named = type === 'message' || type === 'invoke';
    const { locale, client } = person.speaks ?? { locale: 'da-DK' };
    return {
      type,
      id: nextId(),
      timestamp: new Date().toISOString(),
      localTimezone: 'Europe/Copenhagen',
      ...(locale === null ? {} : { locale }),
      ...(client === undefined
        ? {}
        : { entities: [{ type: 'clientInfo', locale: client, platform: 'Mac' }] }),
      serviceUrl: given.url(),
      channelId: 'msteams',
      from: {
        id: person.id,
        ...(named ? { name: person.name } : {}),
        ...(person.aadObjectId === null ? {} : { aadObjectId: person.aadObjectId }),
      },
      conversation: {
        id: conversation.id,
        ...(type === 'event' ? {} : { conversationType: conversation.conversationType }),
        tenantId: conversation.tenantId,
        ...(grouped ? { isGroup: true } : {}),
      },
      recipient: bot,
      channelData: {
        tenant: { id: conversation.tenantId },
        ...(conversation.conversationType === 'channel'
          ? { team: { id: conversation.teamId }, channel: { id: conversation.id.split(';')[0] } }
          : {}),
        ...(conversation.meeting ? { meeting: { id: conversation.meeting.id } } : {}),
      },
      ...rest,
    };
  }

  function invoke(
    conversation: FakeConversation,
    person: FakePerson,
    replyToId: string,
    value: { action: Json; trigger: string },
  ): Json {
    const rest = { name: 'adaptiveCard/action', replyToId, value, id: `f:${randomUUID()}` };
    return activity(conversation, person, 'invoke', rest);
  }

  const onWire = ({ type, id, verb }: CardAction, data: Json): Json => ({
    type,
    ...(id === undefined ? {} : { id }),
    ...(verb === undefined ? {} : { verb }),
    data,
  });

  return {
    activity,
    /** A typed line; entities of HTML are written as Teams writes them. */
    line(conversation: FakeConversation, person: FakePerson, text: string, options: LineOptions = {}): Json {
      const mention = options.mention ?? conversation.conversationType !== 'personal';
      const at = `<at>${bot.name}</at>`;
      const { quoting } = options;
      const quotedId = nextId();
      const quote = quoting ? `<quoted messageId="${quotedId}"/>` : '';
      const quotedReply = {
        messageId: quotedId,
        senderId: quoting?.from.id,
        senderName: quoting?.from.name,
        preview: quoting?.preview,
        time: quoting?.time ?? quotedId,
        validatedMessageReference: true,
      };
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return activity(conversation, person, 'message', {
        text: quote + (mention ? `${at}&nbsp;${html}` : html),
        textFormat: 'plain',
        entities: [
          ...(mention ? [{ type: 'mention', mentioned: bot, text: at }] : []),
          ...(quoting ? [{ type: 'quotedReply', quotedReply }] : []),
        ],
        ...(options.id === undefined ? {} : { id: options.id }),
      });
    },
    /** A tap on an action; `inputs` are the fields, which Teams puts into the data. An Action.Submit is a message. */
    tap(
      conversation: FakeConversation,
      person: FakePerson,
      activityId: string,
      action: CardAction,
      inputs: Json = {},
    ): Json {
      const data = { ...action.data, ...inputs };
      if (asksForDialog(action)) return dialogCall('fetch', activity, conversation, person, data, activityId);
      if (action.type === 'Action.Submit')
        return activity(conversation, person, 'message', { replyToId: activityId, value: data });
      return invoke(conversation, person, activityId, { action: onWire(action, data), trigger: 'manual' });
    },
    /** The client refreshes the card by itself (`trigger: automatic`). */
    refresh: (
      conversation: FakeConversation,
      person: FakePerson,
      activityId: string,
      action: CardAction,
    ): Json =>
      invoke(conversation, person, activityId, {
        action: onWire(action, action.data),
        trigger: 'automatic',
      }),
    /** The bot was added. */
    installed: (conversation: FakeConversation, by: FakePerson): Json =>
      activity(conversation, by, 'conversationUpdate', { membersAdded: [{ id: bot.id }] }),
    /** The bot was removed. */
    removed: (conversation: FakeConversation, by: FakePerson): Json =>
      activity(conversation, by, 'conversationUpdate', { membersRemoved: [{ id: bot.id }] }),
    /** The same, as the app's own event says it; in a personal chat Teams says nothing else. */
    uninstalled: (conversation: FakeConversation, by: FakePerson): Json =>
      activity(conversation, by, 'installationUpdate', { action: 'remove' }),
    /** What Teams sends again where no answer came in time: the same, and then with ids of their own. */
    resent: (sent: Json): Json[] => [
      sent,
      ...[0, 1].map(() => ({ ...sent, id: sent.type === 'invoke' ? `f:${randomUUID()}` : nextId() })),
    ],
  };
}
