import type { PageView } from '../../../views/page/pageView.ts';
import type { Timers } from '../../live/timers.ts';
import type { Room } from '../../room.ts';
import type { Drafts } from './drafts.ts';
import { type Draft, ItemText } from './itemText.ts';

/** A draft is written down at most so often; the rest when the page is left. */
const KEEP_MS = 300;

/** The texts of all items of a meeting, by item. */
export class DeskTextKeeper {
  readonly #texts = new Map<string, ItemText>();
  readonly #unkept = new Map<string, Draft | null>();
  #callOff: (() => void) | null = null;

  /** @param ask how the page asks at this moment */
  constructor(
    private readonly ask: Room['ask'],
    private readonly drafts: Drafts,
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
      this.drafts.take(itemId),
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

  #keep(itemId: string, draft: Draft | null): void {
    this.#unkept.set(itemId, draft);
    this.#callOff ??= this.timers.after(KEEP_MS, () => this.#write());
  }

  #write(): void {
    this.#callOff?.();
    this.#callOff = null;
    for (const [itemId, draft] of this.#unkept) this.drafts.keep(itemId, draft);
    this.#unkept.clear();
  }
}
