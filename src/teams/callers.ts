import type { Language } from '../meeting/agenda.ts';
import { languageOf } from '../meeting/state.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import { conversationReference, type InvokeActivity, type TeamsActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import { identityOf } from './identity.ts';
import { meetingConversation } from './meetingPlace.ts';
import { personLanguage } from './personLanguage.ts';
import { isSubmitted } from './tap.ts';

/** Tells of an activity who is behind it. */
export class Callers {
  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly conversations: Conversations;
      /** The language of every answer; null: that of who asks. */
      readonly language: Language | null;
    },
  ) {}

  /** Who acts, where, and in which language they are answered: the fixed one, theirs, else that of the meeting. */
  async of(activity: TeamsActivity | InvokeActivity, meetingId?: string): Promise<Caller> {
    const reach = conversationReference(activity);
    const identity = identityOf(activity);
    const personal = reach.conversationType === 'personal';
    const language =
      this.deps.language ??
      personLanguage(activity) ??
      (await this.#languageAt(
        meetingId ?? (await this.#meetingNear(reach.conversationId, personal, identity.key)),
      ));
    return {
      identity,
      reach,
      language,
      personal,
      ...(!personal && isAloud(activity) ? { aloud: true } : {}),
    };
  }

  async #meetingNear(conversationId: string, personal: boolean, identityKey: string): Promise<string | null> {
    const { conversations } = this.deps;
    if (!personal) return (await meetingConversation(conversations, conversationId)).meetingId;
    return (await conversations.personal(identityKey)).meetingIds.at(-1) ?? null;
  }

  async #languageAt(meetingId: string | null): Promise<Language> {
    if (meetingId === null) return 'da';
    const { state } = await this.deps.meetings.look(meetingId);
    return state.status === 'none' ? 'da' : languageOf(state);
  }
}

/** Whether a message in the chat is the answer: to a line, and to a tap that knows no other. */
const isAloud = (activity: TeamsActivity | InvokeActivity): boolean =>
  activity.type === 'message' || ('value' in activity && isSubmitted(activity));
