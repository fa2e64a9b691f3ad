/**
 * Signs of Unicode that turn the direction of what follows (U+202A-202E, U+2066-2068) until one that ends it (U+202C,
 * U+2069). Where a text that is shown within a line of ours does not end it, our own words are written backwards.
 */
const TURN = /[\u202a-\u202e\u2066-\u2069]/gu;
const ENDS: Readonly<Record<string, 'embedding' | 'isolate'>> = {
  '\u202c': 'embedding',
  '\u2069': 'isolate',
};
const kindOf = (sign: string): 'embedding' | 'isolate' => (sign >= '\u2066' ? 'isolate' : 'embedding');

/** True where there is something to look at. */
export const turns = (text: string): boolean => text.search(TURN) >= 0;

/** Without the turns that the text itself does not end; Hebrew and Arabic need none. What is ended stays as typed. */
export function closed(text: string): string {
  const open: { readonly at: number; readonly kind: string }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(TURN)) {
    const ends = ENDS[sign];
    if (ends === undefined) open.push({ at, kind: kindOf(sign) });
    else if (open.at(-1)?.kind === ends) open.pop();
  }
  const left = new Set(open.map(({ at }) => at));
  return left.size === 0
    ? text
    : text
        .split('')
        .filter((_, at) => !left.has(at))
        .join('');
}

/** What of an element is read; the rest, such as the value of a choice, comes back as it was sent. */
const READ = new Set(['text', 'title', 'label', 'tooltip', 'placeholder', 'errorMessage', 'fallbackText']);

/** The same card, every text that is read with its turns ended. */
export const withClosedTurns = (card: Record<string, unknown>): Record<string, unknown> =>
  walked(card, '') as Record<string, unknown>;

function walked(node: unknown, key: string): unknown {
  if (typeof node === 'string') return READ.has(key) ? closed(node) : node;
  if (typeof node !== 'object' || node === null || key === 'data') return node;
  if (Array.isArray(node)) return node.map((child) => walked(child, ''));
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, walked(child, name)]));
}
