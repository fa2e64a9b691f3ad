import type { Ask, AskAnswer } from '../views/page/ask.ts';
import type { Timers } from './live/timers.ts';

/** So long after its answer the same press is still the same one: what it changed may not be on the screen yet (ms). */
const SAME_MS = 500;

/** A button that is pressed twice is meant once, and nobody is scolded for it. */
export class Presses {
  readonly #known = new Map<string, { readonly answer: Promise<AskAnswer>; version: number | null }>();

  /** @param seen version of the meeting that the page shows: what somebody else did since may make the press another one */
  constructor(
    private readonly timers: Pick<Timers, 'after'>,
    private readonly seen: () => number,
  ) {}

  /** Asks, unless the same was asked just now: then that answer is the answer. What was refused may be tried again at once. */
  once(ask: Ask, send: (ask: Ask) => Promise<AskAnswer>): Promise<AskAnswer> {
    const key = meaning(ask);
    const known = this.#known.get(key);
    if (known && (known.version === null || this.seen() <= known.version)) return known.answer;
    const press: { answer: Promise<AskAnswer>; version: number | null } = {
      answer: send(ask),
      version: null,
    };
    this.#known.set(key, press);
    const forget = () => this.#known.get(key) === press && this.#known.delete(key);
    void press.answer.then(({ kind, version }) => {
      press.version = version;
      if (kind === 'refused') forget();
      else this.timers.after(SAME_MS, forget);
    });
    return press.answer;
  }
}

/** What is asked for, without the fresh ids that each press makes for something new. */
const meaning = (ask: Ask): string =>
  JSON.stringify({ ...ask, ...Object.fromEntries((fresh[ask.ask] ?? []).map((id) => [id, null])) });

const fresh: Readonly<Partial<Record<Ask['ask'], readonly string[]>>> = {
  decide: ['decisionId'],
  decideProposal: ['decisionId'],
  note: ['noteId'],
  openProposal: ['proposalId'],
  addAddendum: ['addendumId'],
};
