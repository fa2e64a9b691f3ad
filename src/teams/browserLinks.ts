import type { NewId } from '../service/clock.ts';
import type { Meetings } from '../service/meetings.ts';
import { refusalSentence } from '../wording/refusals.ts';
import { replies } from '../wording/replies.ts';
import { admit, type Caller, firstTurn } from './admission.ts';
import type { AccessLinks } from './page/accessLinks.ts';
import type { Roster } from './roster.ts';

/** *Åbn i browser*: whoever taps gets a link of their own to the page. */
export class BrowserLinks {
  #base: string | null;

  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly roster: Roster;
      readonly newId: NewId;
      /** Null: this server has no page. */
      readonly links: AccessLinks | null;
      /** Null: it is served where it listens. */
      readonly publicHost: string | null;
    },
  ) {
    this.#base = deps.publicHost && `https://${deps.publicHost}`;
  }

  /** The server's own address ("http://127.0.0.1:3978"), where it has no public name. */
  serveAt(base: string): void {
    this.#base ??= base;
  }

  /** The link, or why there is none. It is for who asks alone: the caller says it to nobody else. */
  async ofCaller(
    meetingId: string,
    caller: Caller,
  ): Promise<{ readonly url: string } | { readonly sentence: string }> {
    const { meetings, roster, newId, links } = this.deps;
    const { language, identity } = caller;
    const { state, people } = await meetings.look(meetingId);
    if (!links || !this.#base || state.status === 'none') return { sentence: replies[language].noPage };
    const turn = firstTurn(state, people, caller, newId);
    const admission = await admit(roster, turn, people, caller, true);
    if (admission.kind === 'refused') return { sentence: refusalSentence(admission.code, language) };
    const asker = { kind: 'person', identity } as const;
    const issued = await links.issueToSelf(meetingId, asker, admission.request, this.#base);
    return 'refused' in issued
      ? { sentence: refusalSentence(issued.refused, language) }
      : { url: issued.url };
  }
}
