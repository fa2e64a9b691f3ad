import type { Refusal } from './commands.ts';
import type { MeetingEvent } from './events.ts';

/** What a command does, or why it does nothing. */
export type Decided = { readonly kind: 'accepted'; readonly events: readonly MeetingEvent[] } | Refusal;

export const accepted = (...events: MeetingEvent[]): Decided => ({ kind: 'accepted', events });
