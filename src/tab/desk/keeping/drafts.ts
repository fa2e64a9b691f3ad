import type { TextStorage } from '../../live/keptAsks.ts';
import { mergeTexts } from '../text/mergeTexts.ts';
import type { Draft } from './itemText.ts';

/** Drafts of the texts of a meeting over a reload, by item. Each window has its own, so that none writes over another's. */
export class Drafts {
  /**
   * @param storage null where the browser forbids it
   * @param owner meeting and person: nobody goes on with what another one typed on the same machine
   * @param windowId tells the windows of one browser apart
   */
  constructor(
    private readonly storage: TextStorage | null,
    private readonly owner: string,
    private readonly windowId: string,
  ) {}

  /** Takes over what any window left of this item, as one draft; null: nothing. */
  take(itemId: string): Draft | null {
    const keys = this.#keysOf(itemId);
    const drafts = keys.flatMap((key) => this.#read(key) ?? []);
    const [first, ...others] = drafts;
    if (!first) return null;
    const draft = others.reduce(bothDrafts, first);
    // The new one stands before the old ones go: a window may be closed at any moment.
    if (this.keep(itemId, draft))
      for (const key of keys) if (key !== this.#key(itemId)) this.storage?.removeItem(key);
    return draft;
  }

  /** Null: there is none any more. False: the browser did not take it, and it is kept as long as the page is open. */
  keep(itemId: string, draft: Draft | null): boolean {
    try {
      if (draft) this.storage?.setItem(this.#key(itemId), JSON.stringify(draft));
      else this.storage?.removeItem(this.#key(itemId));
      return true;
    } catch {
      return false;
    }
  }

  #key(itemId: string): string {
    return `punkt.text.${this.owner}.${itemId}~${this.windowId}`;
  }

  #keysOf(itemId: string): readonly string[] {
    try {
      const { storage } = this;
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
      return keys.filter((key) => key.startsWith(`punkt.text.${this.owner}.${itemId}~`)).sort();
    } catch {
      return [];
    }
  }

  #read(key: string): Draft | null {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(key) ?? 'null');
      return isDraft(kept) ? kept : null;
    } catch {
      return null;
    }
  }
}

/** Two windows wrote in the same text: the words of both. The server may have what either began from or sent. */
const bothDrafts = (one: Draft, two: Draft): Draft => ({
  base: one.base,
  sent: [...one.sent, ...(two.base === one.base ? [] : [two.base]), ...two.sent],
  text: mergeTexts(two.base, one.text, two.text),
});

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { base, sent, text } = value as Partial<Draft>;
  return typeof base === 'string' && typeof text === 'string' && Array.isArray(sent);
}
