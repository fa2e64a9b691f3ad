import type { AskRequest } from '../../views/page/ask.ts';

/** `localStorage`, or what stands in for it. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Asks that are not answered yet, over a reload; one entry each, so that two windows do not write over each other's. */
export interface KeptAsks {
  all(): readonly { readonly key: string; readonly request: AskRequest }[];
  newKey(now: number): string;
  keep(key: string, request: AskRequest): void;
  forget(key: string): void;
}

/**
 * @param storage null where the browser forbids it
 * @param owner meeting and person: nobody sends what another one typed on the same machine
 * @param windowId tells the windows of one browser apart
 */
export function keptAsks(storage: TextStorage | null, owner: string, windowId: string): KeptAsks {
  const prefix = `punkt.ask.${owner}.`;
  let count = 0;
  return {
    all() {
      if (!storage) return [];
      return quietly(() => {
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
        return keys
          .filter((key) => key.startsWith(prefix))
          .sort()
          .flatMap((key) => {
            const request = parsed(storage.getItem(key));
            return request ? [{ key, request }] : [];
          });
      }, []);
    },
    // In the order in which they were asked.
    newKey: (now) =>
      `${prefix}${String(now).padStart(15, '0')}.${String(++count).padStart(6, '0')}.${windowId}`,
    keep: (key, request) => quietly(() => storage?.setItem(key, JSON.stringify(request)), undefined),
    forget: (key) => quietly(() => storage?.removeItem(key), undefined),
  };
}

function parsed(text: string | null): AskRequest | null {
  try {
    return JSON.parse(text ?? '') as AskRequest;
  } catch {
    return null;
  }
}

/** A browser may forbid its storage, or it may be full: then it is kept in memory only, as long as the page is open. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
