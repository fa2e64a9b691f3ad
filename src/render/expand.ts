/** JSON, as a card template is written. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The data that placeholders are looked up in: `$data` of where they stand, `$root` of the whole card. */
interface Scope {
  readonly $root: unknown;
  readonly $data: unknown;
}

/** Fills the part of a template that it was compiled from. `DROPPED`: nothing stands there. */
type Fill = (scope: Scope) => unknown;
const DROPPED = null;

const PLACEHOLDER = /^\$\{([\w$]+(?:\.\w+)*)\}$/u;

/**
 * Compiles a template of Microsoft's Adaptive Card Templating once, so that filling it is only looking up.
 * Of that language it knows what the cards use: a string that is one placeholder (`"${path.to.value}"`), `$data` and
 * `$when`; what goes beyond throws here. Tests compare it with Microsoft's own package, which parses each path anew
 * for every placeholder (a fifth of a millisecond a card, and 130 ms to load).
 */
export function compileTemplate(template: Json): (root: unknown) => unknown {
  const fill = compile(template);
  return (root) => fill({ $root: root, $data: root });
}

function compile(node: Json): Fill {
  if (typeof node === 'string') return compileText(node);
  if (node === null || typeof node !== 'object') return () => node;
  return Array.isArray(node) ? compileList(node) : compileObject(node as { readonly [key: string]: Json });
}

function compileText(text: string): Fill {
  const path = PLACEHOLDER.exec(text)?.[1]?.split('.');
  if (path) return lookUp(text, path);
  if (text.includes('${'))
    throw new Error(`A card's template may not say ${text}: a path alone is understood.`);
  return () => text;
}

/** What is not there leaves the placeholder standing, so that a test of the card finds it. */
function lookUp(text: string, path: readonly string[]): Fill {
  const steps = path[0] === '$root' ? path.slice(1) : path;
  const start = path[0] === '$root' ? '$root' : '$data';
  return (scope) => {
    let value: unknown = scope[start];
    for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
    return value ?? text;
  };
}

/** A part that is repeated stands there as often as it has data. */
function compileList(nodes: readonly Json[]): Fill {
  const fills = nodes.map(compile);
  return (scope) => {
    const list: unknown[] = [];
    for (const fill of fills) {
      const value = fill(scope);
      if (Array.isArray(value)) list.push(...value);
      else if (value !== DROPPED) list.push(value);
    }
    return list;
  };
}

function compileObject({ $data: data, $when: when, ...properties }: { readonly [key: string]: Json }): Fill {
  const fills = Object.entries(properties).map(([key, value]) => [key, compile(value)] as const);
  const wanted = when === undefined ? undefined : compile(when);
  const one: Fill = (scope) => {
    if (wanted && wanted(scope) !== true) return DROPPED;
    const object: Record<string, unknown> = {};
    for (const [key, fill] of fills) object[key] = fill(scope);
    return object;
  };
  if (data === undefined) return one;
  const given = compile(data);
  return (scope) => {
    const found = given(scope);
    if (!Array.isArray(found)) return one({ $root: scope.$root, $data: found });
    const all = found.map(($data) => one({ $root: scope.$root, $data })).filter((each) => each !== DROPPED);
    return all.length > 1 ? all : (all[0] ?? DROPPED);
  };
}
