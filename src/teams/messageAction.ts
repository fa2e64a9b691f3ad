import { z } from 'zod';
import { accountKey } from './identity.ts';
import { readableText } from './messageText.ts';

/** The message action of the manifest (*Til referatet*) as its dialog is asked for, and as that is sent. */
export const messageActionName = z.enum(['composeExtension/fetchTask', 'composeExtension/submitAction']);

const user = z.object({
  id: z.string().min(1).max(200),
  displayName: z.string().max(1000).nullish().catch(null),
  /** "aadUser", "anonymousGuest", "federatedUser" … */
  userIdentityType: z.string().max(100).nullish().catch(null),
});

/** The chat message that somebody chose (learn.microsoft.com, "Initial invoke request from a message"). */
export const ChosenMessage = z.object({
  commandId: z.literal('toMinutes'),
  messagePayload: z.object({
    id: z.string().min(1).max(200),
    createdDateTime: z.string().max(100).nullish().catch(null),
    body: z
      .object({ contentType: z.string().nullish().catch(null), content: z.string().nullish().catch(null) })
      .nullish()
      .catch(null),
    /** `user` missing: a message of an app, such as Punkt's own. */
    from: z
      .object({ user: user.nullish().catch(null) })
      .nullish()
      .catch(null),
  }),
});

/** A chosen message as the form takes it; see `TapData`. */
export interface TakenMessage {
  readonly verb: 'message.form';
  readonly n: string;
  readonly text: string;
  /** When it was written (ISO 8601, UTC). */
  readonly said?: string;
  readonly author?: string;
  /** The author's identity key, where they have an account. */
  readonly authorKey?: string;
}

const ACCOUNTS = /^(?:aadUser|federatedUser|onPremiseAadUser)$/u;

export function takenMessage({ messagePayload }: z.infer<typeof ChosenMessage>): TakenMessage {
  const { id, body, from, createdDateTime } = messagePayload;
  const written = Date.parse(createdDateTime ?? '');
  const author = from?.user;
  const name = author?.displayName?.trim();
  const format = body?.contentType === 'text' ? 'text' : 'html';
  return {
    verb: 'message.form',
    n: id,
    text: readableText(body?.content ?? '', format),
    ...(Number.isNaN(written) ? {} : { said: new Date(written).toISOString() }),
    ...(name ? { author: name } : {}),
    ...(author && ACCOUNTS.test(author.userIdentityType ?? 'aadUser')
      ? { authorKey: accountKey(author.id) }
      : {}),
  };
}
