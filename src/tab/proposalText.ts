import type { AskAnswer } from '../views/page/ask.ts';

/** Between two sendings of what is typed, in milliseconds. */
const PACE_MS = 400;

export interface ProposalPorts {
  write(text: string): Promise<AskAnswer>;
  later(ms: number, run: () => void): () => void;
  /** The server does not take these words: the proposal is decided or dropped, for instance. */
  lost(sentence: string, text: string): void;
}

export interface ProposalState {
  readonly text: string;
  /** Typed before the pen went on, and not in the proposal; null: nothing. */
  readonly kept: string | null;
}

/** The words of the open proposal in this browser: sent while they are typed, others' shown as they come. */
export class ProposalText {
  #state: ProposalState;
  /** What this browser typed and the server has not shown yet; null: nothing. */
  #mine: string | null = null;
  #sent: string | null = null;
  #callOff: (() => void) | null = null;
  #flying = false;
  readonly #heard = new Set<() => void>();

  constructor(
    private readonly ports: ProposalPorts,
    text: string,
  ) {
    this.#state = { text, kept: null };
  }

  readonly state = (): ProposalState => this.#state;

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };

  /** The holder of the pen made it this. */
  typed(text: string): void {
    this.#mine = text;
    this.#become({ ...this.#state, text });
    this.#plan();
  }

  /** The server shows this. `mine`: this reader holds the pen. */
  seen(text: string, mine: boolean): void {
    if (!mine) {
      this.#callOff?.();
      this.#callOff = null;
      const lost = this.#mine !== null && this.#mine !== text && this.#mine.trim() !== '' ? this.#mine : null;
      this.#mine = null;
      this.#become({ text, kept: lost ?? this.#state.kept });
      return;
    }
    if (this.#mine === null || this.#mine === text) {
      this.#mine = null;
      this.#become({ ...this.#state, text });
    }
  }

  /** Sends at once what was typed, and waits until the server has it: for whoever decides it now. */
  async flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    await this.#go();
  }

  /** What was kept is put in again, or is no longer wanted. */
  forget(): void {
    this.#become({ ...this.#state, kept: null });
  }

  #plan(): void {
    if (this.#callOff || this.#flying) return;
    this.#callOff = this.ports.later(PACE_MS, () => {
      this.#callOff = null;
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    const text = this.#mine;
    if (text === null || text === this.#sent) return;
    this.#flying = true;
    this.#sent = text;
    const answer = await this.ports.write(text);
    this.#flying = false;
    if (answer.kind === 'refused') this.#sent = null;
    if (answer.kind === 'refused' && answer.code === 'penElsewhere') {
      if (this.#mine !== null) this.#become({ ...this.#state, kept: this.#mine });
      this.#mine = null;
      return;
    }
    if (answer.kind === 'refused' && answer.code !== 'textUnchanged' && text.trim() !== '')
      this.ports.lost(answer.sentence, this.#mine ?? text);
    if (this.#mine !== null && this.#mine !== text) this.#plan();
  }

  #become(state: ProposalState): void {
    if (state.text === this.#state.text && state.kept === this.#state.kept) return;
    this.#state = state;
    for (const heard of this.#heard) heard();
  }
}
