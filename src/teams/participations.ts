import type { Logger } from 'pino';
import type { Language } from '../meeting/agenda.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Caller } from './admission.ts';
import type { Likenesses } from './likenesses.ts';
import { errorTrace } from './logTrace.ts';

/** What is remembered at most; then all is asked of the store again. */
const REMEMBERED = 10_000;

/** Whoever took part finds the meeting in their private chat; who they are is asked where it is not sure. */
export class Participations {
  /** Whose part in which meeting was stored already, and with which language. */
  readonly #known = new Map<string, Language | null>();

  constructor(
    private readonly conversations: Conversations,
    private readonly likenesses: Likenesses,
    private readonly log: Logger,
  ) {}

  /** Never rejects: what they did is stored already, and is answered as that. */
  async tookPart(caller: Caller, meetingId: string, language: Language | null): Promise<void> {
    this.likenesses.acted(meetingId, caller);
    const key = `${caller.identity.key} ${meetingId}`;
    if (!caller.identity.authenticated || this.#known.get(key) === language) return;
    try {
      await this.conversations.know(caller.identity.key, { meetingId, language });
    } catch (error) {
      return this.log.warn(errorTrace(error), 'who took part was not remembered');
    }
    if (this.#known.size > REMEMBERED) this.#known.clear();
    this.#known.set(key, language);
  }
}
