import type { Ask, AskAnswer, CorrectedAgenda } from '../../views/page/ask.ts';
import type { Edit } from './agendaEdits.ts';
import { saysNothingNew, toSend } from './correction.ts';
import { type Correction, corrections } from './corrections.ts';
import { done, type History, historyOf, redone, undone } from './history.ts';
import { overlap, reapplied } from './merging.ts';

/** A pause in typing after which it is saved. */
const PAUSE_MS = 800;

export interface CorrectingPorts {
  ask(ask: Ask): Promise<AskAnswer>;
  /** Does the work later; what it gives back calls it off. */
  later(work: () => void, ms: number): () => void;
}

export interface CorrectingState {
  readonly agenda: CorrectedAgenda;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: 'saved' | 'waiting' | 'saving';
  /** What of mine met somebody else's corrections and is not saved; empty: nothing. */
  readonly notSaved: readonly Correction[];
  /** Why the server took it not; null: it did. */
  readonly refused: string | null;
}

/** The agenda as this reader corrects it, saved after each pause, and what becomes of it when others correct it too. */
export class Correcting {
  /** What the server has, as far as this page knows. */
  #base: CorrectedAgenda;
  #edition: number;
  #history: History<CorrectedAgenda>;
  /** Sent and not answered, or answered and not yet seen in the view. */
  #sent: { readonly agenda: CorrectedAgenda; accepted: boolean } | null = null;
  #lost: { readonly base: CorrectedAgenda; readonly mine: CorrectedAgenda } | null = null;
  #refused: string | null = null;
  #callOff: (() => void) | null = null;
  #state: CorrectingState;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly ports: CorrectingPorts,
    edition: number,
    agenda: CorrectedAgenda,
  ) {
    this.#base = agenda;
    this.#edition = edition;
    this.#history = historyOf(agenda);
    this.#state = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): CorrectingState => this.#state;

  /** `place`: what is typed in, so that its letters are one step for *Fortryd*; null: a step of its own. */
  readonly edit = (edit: Edit, place: string | null = null): void => {
    this.#step(done(this.#history, edit(this.#history.present), place));
  };
  readonly undo = (): void => this.#step(undone(this.#history));
  readonly redo = (): void => this.#step(redone(this.#history));

  /** What of mine was not saved is put on the newest agenda. */
  readonly putBack = (): void => {
    const lost = this.#lost;
    this.#lost = null;
    if (lost) this.edit((agenda) => reapplied(lost.base, lost.mine, agenda));
    this.#tell();
  };
  /** The newest agenda is right as it is. */
  readonly letGo = (): void => {
    this.#lost = null;
    this.#tell();
  };

  /** The agenda as the view shows it now. */
  show(edition: number, agenda: CorrectedAgenda): void {
    const newer = edition !== this.#edition;
    if (!newer && saysNothingNew(agenda, this.#base)) return;
    const sent = this.#sent;
    if (sent && newer && (sent.accepted || saysNothingNew(agenda, sent.agenda))) {
      // What I sent has arrived; what was typed since goes on top of it.
      this.#take(edition, agenda, reapplied(sent.agenda, this.#history.present, agenda));
      if (sent.accepted) this.#sent = null;
    } else if (saysNothingNew(this.#history.present, this.#base)) {
      this.#take(edition, agenda, agenda);
    } else this.#meet(edition, agenda);
    this.#saveSoon(0);
    this.#tell();
  }

  /** Saves at once what waits for a pause. */
  readonly saveNow = (): void => {
    this.#callOff?.();
    this.#callOff = null;
    const agenda = this.#history.present;
    if (this.#sent || saysNothingNew(agenda, this.#base)) return;
    const sent = { agenda, accepted: false };
    this.#sent = sent;
    this.#refused = null;
    this.#tell();
    const edition = this.#edition;
    void this.ports
      .ask({ ask: 'correctAgenda', edition, agenda: toSend(agenda, this.#base) })
      .then((answer) => {
        if (answer.kind === 'refused') this.#wasRefused(answer);
        else {
          sent.accepted = true;
          // The view was faster than the answer.
          if (this.#edition !== edition) this.#sent = null;
          this.#saveSoon(0);
        }
        this.#tell();
      });
  };

  #wasRefused(answer: Extract<AskAnswer, { kind: 'refused' }>): void {
    this.#sent = null;
    // The newest comes with the view, and is met there; it may have come already.
    if (answer.code === 'agendaChanged') this.#saveSoon(PAUSE_MS);
    else this.#refused = answer.sentence;
  }

  /** Somebody else's corrections, while mine are not saved: both hold where they do not touch the same. */
  #meet(edition: number, theirs: CorrectedAgenda): void {
    const [base, mine] = [this.#base, this.#history.present];
    if (overlap(base, mine, theirs)) {
      this.#lost = this.#lost ?? { base, mine };
      this.#take(edition, theirs, theirs);
    } else this.#take(edition, theirs, reapplied(base, mine, theirs));
  }

  /** What others corrected is not taken back by my *Fortryd*: it begins anew, but for my own agenda come back. */
  #take(edition: number, base: CorrectedAgenda, present: CorrectedAgenda): void {
    this.#edition = edition;
    this.#base = base;
    this.#history = saysNothingNew(this.#history.present, present)
      ? { ...this.#history, present }
      : historyOf(present);
  }

  #step(history: History<CorrectedAgenda>): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#refused = null;
    this.#saveSoon(PAUSE_MS);
    this.#tell();
  }

  #saveSoon(ms: number): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#refused !== null || saysNothingNew(this.#history.present, this.#base)) return;
    this.#callOff = this.ports.later(this.saveNow, ms);
  }

  #look(): CorrectingState {
    const { past, present, future } = this.#history;
    const lost = this.#lost;
    return {
      agenda: present,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      save: this.#saveState(present),
      notSaved: lost ? corrections(lost.base, lost.mine) : [],
      refused: this.#refused,
    };
  }

  #saveState(present: CorrectedAgenda): CorrectingState['save'] {
    if (this.#sent && !this.#sent.accepted) return 'saving';
    const saved = this.#sent?.agenda ?? this.#base;
    return saysNothingNew(present, saved) ? 'saved' : 'waiting';
  }

  #tell(): void {
    this.#state = this.#look();
    for (const listener of this.#listeners) listener();
  }
}
