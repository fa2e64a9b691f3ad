import type { AskAnswer } from '../../../views/page/ask.ts';
import { keptText } from '../../../wording/typedLines.ts';
import { mergeTexts, nearest } from '../text/mergeTexts.ts';

/** What this browser has of a text that the server does not have yet. */
export interface Draft {
  /** What the server had when it was last in step. */
  readonly base: string;
  /** What was sent and not answered; the server may have any of it. */
  readonly sent: readonly string[];
  readonly text: string;
}

export interface Surroundings {
  /** Writes the text at the server; never rejects. */
  send(basedOn: string, text: string): Promise<AskAnswer>;
  /** Keeps the draft over a reload; null: there is none any more. */
  keep(draft: Draft | null): void;
  /** Milliseconds; only differences count. */
  now(): number;
  /** Runs it that many milliseconds later, unless the function that it returns is called before. */
  later(ms: number, run: () => void): () => void;
}

/** After the last key, and at most so long while somebody writes on, in milliseconds. */
const PAUSE_MS = 1000;
const LONGEST_MS = 3000;
/** How often it is tried again where the server finds other words than it shows. */
const TRIES = 5;

export interface TextState {
  readonly text: string;
  /** `kept`: the server has it all; `refused`: it will not, for the reason in `sentence`. */
  readonly mark: 'kept' | 'saving' | 'refused';
  readonly sentence: string | null;
  /** Somebody has written here since the page was opened. */
  readonly touched: boolean;
}

/** The text under *Referat* of one item, between the editor, the server and the others who write there. */
export class ItemText {
  #text: string;
  #base: string;
  /** What may have reached the server before this page was loaded, or is on its way. */
  #sent: readonly string[];
  #flying = false;
  #server: { readonly text: string; readonly version: number };
  /** The server's text of an older version is not looked at. */
  #from = 0;
  #tries = 0;
  #sentence: string | null = null;
  #since: number | null = null;
  #touched: boolean;
  #cancel: (() => void) | null = null;
  #state: TextState;
  readonly #heard = new Set<() => void>();

  constructor(
    private readonly surroundings: Surroundings,
    text: string,
    version: number,
    draft: Draft | null,
  ) {
    this.#server = { text, version };
    this.#base = draft?.base ?? text;
    this.#sent = draft?.sent ?? [];
    this.#text = draft?.text ?? text;
    this.#touched = draft !== null;
    this.#state = { text: this.#text, mark: 'kept', sentence: null, touched: this.#touched };
    this.#settle();
  }

  /** The same object until something is different. */
  get state(): TextState {
    return this.#state;
  }

  subscribe(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** The writer made it this. */
  typed(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#touched = true;
    this.#sentence = null;
    this.#tries = 0;
    this.#keep();
    this.#plan();
    this.#tell();
  }

  /** The server shows this at that version. */
  seen(text: string, version: number): void {
    if (version < this.#server.version) return;
    this.#server = { text, version };
    this.#settle();
  }

  /** Sends at once what was typed. */
  flush(): void {
    if (this.#cancel) this.#go();
  }

  get #waits(): boolean {
    return keptText(this.#text) !== keptText(this.#base);
  }

  /** Takes over what others wrote, and sends what they do not have. */
  #settle(): void {
    if (!this.#flying && this.#server.version >= this.#from && this.#server.text !== this.#base) {
      const base = nearest(this.#server.text, [this.#base, ...this.#sent]);
      this.#text = mergeTexts(base, this.#text, this.#server.text);
      this.#base = this.#server.text;
      this.#sent = [];
    }
    this.#keep();
    this.#plan();
    this.#tell();
  }

  #plan(): void {
    if (this.#flying || this.#sentence !== null) return;
    if (!this.#waits) {
      this.#since = null;
      this.#cancel?.();
      this.#cancel = null;
      return;
    }
    const now = this.surroundings.now();
    this.#since ??= now;
    this.#cancel?.();
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#since + LONGEST_MS - now));
    this.#cancel = this.surroundings.later(wait, () => this.#go());
  }

  #go(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#since = null;
    if (this.#flying || !this.#waits) return;
    const sent = keptText(this.#text);
    this.#flying = true;
    this.#sent = [...this.#sent, sent];
    this.#keep();
    this.surroundings.send(this.#base, sent).then((answer) => this.#answered(sent, answer));
  }

  #answered(sent: string, answer: AskAnswer): void {
    this.#flying = false;
    const stands = answer.kind !== 'refused' || answer.code === 'textUnchanged';
    if (stands) this.#base = sent;
    this.#sent = stands ? [] : this.#sent.filter((one) => one !== sent);
    this.#from = answer.version;
    if (!stands) this.#refused(answer);
    this.#settle();
  }

  #refused({ code, sentence }: AskAnswer & { kind: 'refused' }): void {
    this.#tries += 1;
    // Somebody else was quicker: their words come with the next view, and are merged.
    if (code !== 'sectionChanged' || this.#tries > TRIES) this.#sentence = sentence;
  }

  #keep(): void {
    const { surroundings } = this;
    surroundings.keep(
      this.#waits || this.#flying ? { base: this.#base, sent: this.#sent, text: this.#text } : null,
    );
  }

  #tell(): void {
    const mark = this.#sentence !== null ? 'refused' : this.#waits || this.#flying ? 'saving' : 'kept';
    const next = { text: this.#text, mark, sentence: this.#sentence, touched: this.#touched } as const;
    const known = this.#state;
    if (
      known.text === next.text &&
      known.mark === mark &&
      known.sentence === next.sentence &&
      known.touched === next.touched
    )
      return;
    this.#state = next;
    for (const heard of this.#heard) heard();
  }
}
