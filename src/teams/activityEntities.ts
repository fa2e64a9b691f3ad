import { z } from 'zod';
import { account, optional } from './activityParts.ts';

const mention = z.object({ type: z.literal('mention'), text: optional(z.string()), mentioned: account });

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: optional(z.string().max(100)) });

/** A message that was quoted in an answer to it (microsoft/teams.ts#482); `preview` may be its beginning alone. */
const quotedReply = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({
    senderId: optional(z.string().max(1000)),
    senderName: optional(z.string().max(1000)),
    preview: optional(z.string()),
    /** When it was written, milliseconds since the epoch. */
    time: optional(z.string().max(100)),
    isReplyDeleted: optional(z.boolean()),
  }),
});

/** Those entities of an activity that mean something here. */
export const entity = z.union([mention, clientInfo, quotedReply]);
