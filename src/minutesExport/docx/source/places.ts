/** An element of an XML text with the offsets of its tags: what is not ours is never written anew, only cut around. */
export interface Place {
  readonly name: string;
  /** Of "<" of its first tag, behind ">" of it, of "<" of its last tag, behind that. */
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  readonly parent: Place | null;
  readonly children: Place[];
}

export interface Places {
  readonly xml: string;
  readonly root: Place;
  /** Every `w:p` in document order, as the import counts them. */
  readonly paragraphs: readonly Place[];
}

const token =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/?)([^\s<>/!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>)/gu;
const deepest = 400;

/** Where the elements of a well-formed text stand; null for a text that is not, or is nested beyond reason. */
export function placesOf(xml: string): Places | null {
  const root: Place = {
    name: '',
    start: 0,
    openEnd: 0,
    closeStart: xml.length,
    end: xml.length,
    parent: null,
    children: [],
  };
  const paragraphs: Place[] = [];
  let at = root;
  let depth = 0;
  for (const hit of xml.matchAll(token)) {
    const [whole, slash, name, rest = ''] = hit;
    if (name === undefined) continue;
    const end = hit.index + whole.length;
    if (slash === '/') {
      if (at.name !== name || at.parent === null) return null;
      at.closeStart = hit.index;
      at.end = end;
      at = at.parent;
      depth -= 1;
      continue;
    }
    const closed = rest.endsWith('/');
    const place: Place = {
      name,
      start: hit.index,
      openEnd: end,
      closeStart: end,
      end,
      parent: at,
      children: [],
    };
    at.children.push(place);
    if (name === 'w:p') paragraphs.push(place);
    if (closed) continue;
    depth += 1;
    if (depth > deepest) return null;
    at = place;
  }
  return at === root ? { xml, root, paragraphs } : null;
}

export const childOf = (place: Place | undefined, name: string): Place | undefined =>
  place?.children.find((child) => child.name === name);

/** Follows child elements by name. */
export const descendant = (place: Place | undefined, ...names: readonly string[]): Place | undefined =>
  names.reduce<Place | undefined>((at, name) => childOf(at, name), place);

export function* allOf(place: Place, name: string): Generator<Place> {
  for (const child of place.children) {
    if (child.name === name) yield child;
    yield* allOf(child, name);
  }
}

export const sourceOf = (xml: string, place: Place): string => xml.slice(place.start, place.end);
export const insideOf = (xml: string, place: Place): string => xml.slice(place.openEnd, place.closeStart);

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return entities[name] ?? whole;
  });

/** An attribute of an element, undefined where it has none of that name. */
export function attribute(xml: string, place: Place | undefined, name: string): string | undefined {
  if (!place) return undefined;
  const hit = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(
    xml.slice(place.start, place.openEnd),
  );
  const value = hit?.[1] ?? hit?.[2];
  return value === undefined ? undefined : decoded(value);
}

export const valueIn = (xml: string, place: Place | undefined): string | undefined =>
  attribute(xml, place, 'w:val');

/** What is gone by a tracked change, and properties. */
const unread = /^(?:w:del|w:moveFrom|w:pPr|w:rPr|w:sdtPr|mc:Fallback)$/u;

/** The text that stands in an element. */
export function textIn(xml: string, place: Place): string {
  if (place.name === 'w:t') return decoded(insideOf(xml, place));
  if (place.name === 'w:tab' || place.name === 'w:br') return ' ';
  return place.children
    .filter((child) => !unread.test(child.name))
    .map((child) => textIn(xml, child))
    .join('');
}

/** Letters and digits only: what is compared, since an import joins and tidies what it reads. */
export const lettersIn = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
