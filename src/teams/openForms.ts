import type { Clock } from '../service/clock.ts';
import type { Posting } from '../service/outbox.ts';
import { type Timer, within } from './answerInTime.ts';

/** How long a form that nobody answers keeps its card from being edited: whoever left it open writes no more (ms). */
export const FORM_STAYS_OPEN_MS = 5 * 60_000;
/** How long a form waits to be shown for an edit that is on its way to Teams (ms); a tap is to be answered in 3 s. */
const EDIT_UNDER_WAY_MS = 1_000;

/** A card in a conversation, by the message that it stands in; where a client does not tell, by its key. */
export interface PostedCard {
  readonly meetingId: string;
  readonly activityId: string | null;
  readonly key: string;
}

interface OpenForm {
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly edition: number;
}

/**
 * The cards in whose place somebody has a form open. Every edit redraws a card and takes what was typed, so edits of
 * these wait. A new edition of the agenda is not held up: it may close an item, which must be gone from the chat at once.
 * In memory only: after a restart edits just go.
 */
export class OpenForms {
  readonly #open = new Map<string, Map<string, OpenForm>>();
  readonly #editing = new Map<string, Promise<unknown>>();

  constructor(
    private readonly deps: {
      readonly clock: Clock;
      readonly timer: Timer;
      /** Told when edits of a card need not wait any longer. */
      readonly released: () => void;
    },
  ) {}

  /** From now on edits of the card wait for this person; resolves when none is on its way any more. */
  async open(card: PostedCard, person: string, edition: number): Promise<void> {
    const name = nameOf(card);
    const persons = this.#open.get(name) ?? new Map<string, OpenForm>();
    const until = this.deps.clock.now() + FORM_STAYS_OPEN_MS;
    this.#open.set(name, persons.set(person, { until, edition }));
    const editing = this.#editing.get(name);
    if (editing) await within(EDIT_UNDER_WAY_MS, this.deps.timer, editing);
  }

  /** The person has another card before them. */
  close(card: PostedCard, person: string): void {
    const name = nameOf(card);
    const persons = this.#open.get(name);
    if (!persons?.delete(person)) return;
    if (persons.size > 0) return;
    this.#open.delete(name);
    this.deps.released();
  }

  /** True while an edit of this posting has to wait; `edition` is that of the agenda now, undefined where not known. */
  holds(posting: Posting, edition: number | undefined): boolean {
    return namesOf(posting).some((name) => this.#isOpen(name, edition));
  }

  /** Edits the card, unless a form is open on it: then undefined, and nothing was sent. */
  async edit<T>(posting: Posting, edition: number, send: () => Promise<T>): Promise<T | undefined> {
    if (this.holds(posting, edition)) return undefined;
    const names = namesOf(posting);
    const editing = send();
    for (const name of names) this.#editing.set(name, editing);
    try {
      return await editing;
    } finally {
      for (const name of names) this.#editing.delete(name);
    }
  }

  #isOpen(name: string, edition: number | undefined): boolean {
    const persons = this.#open.get(name);
    if (!persons) return false;
    const now = this.deps.clock.now();
    for (const [person, form] of persons)
      if (form.until <= now || (edition !== undefined && form.edition !== edition)) persons.delete(person);
    if (persons.size === 0) this.#open.delete(name);
    return persons.size > 0;
  }
}

const nameOf = ({ meetingId, activityId, key }: PostedCard): string =>
  activityId === null ? key : `${meetingId} ${activityId}`;

const namesOf = ({ meetingId, activityId, key }: Posting): string[] => [
  key,
  ...(activityId === null ? [] : [nameOf({ meetingId, activityId, key })]),
];
