import type { PageView } from '../../../views/page/pageView.ts';
import type { Timers } from '../../live/timers.ts';
import type { Room } from '../../room.ts';
import { type Draft, ItemText } from './itemText.ts';

/** `localStorage`, or what stands in for it; null: the browser forbids it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

/** A draft is written down at most so often; the rest when the page is left. */
const KEEP_MS = 300;

/** The texts of all items of a meeting, by item. */
export class DeskTextKeeper {
  readonly #texts = new Map<string, ItemText>();
  readonly #unkept = new Map<string, Draft | null>();
  #callOff: (() => void) | null = null;

  /**
   * @param ask how the page asks at this moment
   * @param owner meeting and person: nobody goes on with what another one typed on the same machine
   */
  constructor(
    private readonly ask: Room['ask'],
    private readonly storage: DraftStorage,
    private readonly owner: string,
    private readonly timers: Timers,
  ) {}

  /** The text of an item, from now on in step with the server's. */
  of(itemId: string, view: PageView): ItemText {
    const known = this.#texts.get(itemId);
    if (known) return known;
    const text = view.items.find((item) => item.itemId === itemId)?.discussion?.text ?? '';
    const made = new ItemText(
      {
        send: (basedOn, typed) => this.ask({ ask: 'writeDiscussion', itemId, basedOn, text: typed }),
        keep: (draft) => this.#keep(itemId, draft),
        now: () => this.timers.now(),
        later: (ms, run) => this.timers.after(ms, run),
      },
      text,
      view.head.version,
      this.#draft(itemId),
    );
    this.#texts.set(itemId, made);
    return made;
  }

  /** A newer view came. */
  seen(view: PageView): void {
    for (const { itemId, discussion } of view.items)
      if (discussion) this.#texts.get(itemId)?.seen(discussion.text, view.head.version);
  }

  /** Sends and keeps at once what was typed: somebody leaves. */
  flush(): void {
    for (const text of this.#texts.values()) text.flush();
    this.#write();
  }

  #key(itemId: string): string {
    return `punkt.text.${this.owner}.${itemId}`;
  }

  #draft(itemId: string): Draft | null {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(this.#key(itemId)) ?? 'null');
      return isDraft(kept) ? kept : null;
    } catch {
      return null;
    }
  }

  #keep(itemId: string, draft: Draft | null): void {
    this.#unkept.set(itemId, draft);
    this.#callOff ??= this.timers.after(KEEP_MS, () => this.#write());
  }

  #write(): void {
    this.#callOff?.();
    this.#callOff = null;
    for (const [itemId, draft] of this.#unkept)
      try {
        if (draft) this.storage?.setItem(this.#key(itemId), JSON.stringify(draft));
        else this.storage?.removeItem(this.#key(itemId));
      } catch {
        // Forbidden or full: it is kept as long as the page is open.
      }
    this.#unkept.clear();
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { base, sent, text } = value as Partial<Draft>;
  return typeof base === 'string' && typeof text === 'string' && Array.isArray(sent);
}
