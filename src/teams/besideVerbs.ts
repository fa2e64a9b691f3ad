import type { Logger } from 'pino';
import type { FormsAs } from '../render/actions.ts';
import { renderFitting } from '../render/renderCard.ts';
import type { Conversations } from '../service/conversations.ts';
import { browserCard } from '../views/browserCard.ts';
import { replies } from '../wording/replies.ts';
import type { InvokeActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import type { BrowserLinks } from './browserLinks.ts';
import { chosenLine } from './chosenLine.ts';
import type { Lines } from './lines.ts';
import type { Participations } from './participations.ts';
import { sendAlone } from './personalChat.ts';
import { personLanguage } from './personLanguage.ts';
import type { Tap } from './tap.ts';
import type { Connector, InvokeAnswer } from './turn.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** Taps that no command of the meeting carries out: a line at the meeting that was chosen, a link to the page. */
export class BesideVerbs {
  constructor(
    private readonly deps: {
      readonly lines: Lines;
      readonly participations: Participations;
      readonly browserLinks: BrowserLinks;
      readonly conversations: Conversations;
      readonly connector: Connector;
      readonly forms: FormsAs;
      readonly log: Logger;
    },
  ) {}

  /** Null for every other tap. */
  async answer(activity: InvokeActivity, tap: Tap, caller: Caller): Promise<InvokeAnswer | null> {
    switch (tap.verb) {
      case 'line.for': {
        const { card, changed } = await chosenLine(this.deps.lines, tap, caller);
        if (changed) await this.deps.participations.tookPart(caller, changed, personLanguage(activity));
        return { statusCode: 200, type: ADAPTIVE, value: card };
      }
      case 'browser.open':
        return this.#browser(tap, caller);
      default:
        return null;
    }
  }

  /** A link of one's own, which nobody else may see: a Submit is answered to the whole chat. */
  async #browser(tap: Tap, caller: Caller): Promise<InvokeAnswer> {
    const { m, i, a } = tap.data;
    const { language } = caller;
    const link = await this.deps.browserLinks.ofCaller(m, caller);
    const view = browserCard({ language, notice: null }, m, link, caller.aloud ? {} : { i, a });
    const { card, summary } = renderFitting([view], this.deps.forms);
    if (!caller.aloud) return { statusCode: 200, type: ADAPTIVE, value: card };
    await sendAlone(this.deps, caller, { card, summary });
    return { statusCode: 200, type: MESSAGE, value: replies[language].comesAlone };
  }
}
