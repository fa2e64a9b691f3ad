/** Parts that are kept and stand in many cards, so that nobody changes them; with their JSON once it was asked for. */
const shared = new WeakMap<object, string | undefined>();
/** What was put together anew of such parts: its JSON is put together of theirs. */
const composed = new WeakSet<object>();

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Marks what is kept and will not be changed any more. */
export function share(part: unknown): void {
  if (isNode(part) && !shared.has(part)) shared.set(part, undefined);
}

/** Marks a new object or list that holds shared parts; gives it back. */
export function compose<T extends object>(node: T): T {
  composed.add(node);
  return node;
}

/** The same as `JSON.stringify`; what is shared is written once. */
export function writeJson(node: unknown): string {
  if (!isNode(node)) return JSON.stringify(node ?? null);
  if (composed.has(node)) return Array.isArray(node) ? writeList(node) : writeObject(node);
  const known = shared.get(node);
  if (known !== undefined) return known;
  const json = JSON.stringify(node);
  if (shared.has(node)) shared.set(node, json);
  return json;
}

const writeList = (list: readonly unknown[]): string => `[${list.map(writeJson).join(',')}]`;

function writeObject(node: object): string {
  let json = '';
  for (const [key, value] of Object.entries(node)) {
    if (value === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${writeJson(value)}`;
  }
  return `{${json}}`;
}
