import { SaxesParser } from 'saxes';
import { damagedWord, swollenFile } from '../../wording/sourceProblems.ts';
import { Unreadable } from '../unreadable.ts';

/** An element of a part; names carry the usual prefixes (`w:p`), whichever the file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Of a `w:p`: its index among all of the part. */
  readonly paragraph: number;
}

const maxDepth = 400;
const maxElements = 1_500_000;

/** Namespaces by their last words, in both editions of the standard, and the prefix that the readers know. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/u, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/u, 'r'],
  [/markup-compatibility\/2006$/u, 'mc'],
  [/officeDocument\/(?:2006\/)?math$/u, 'm'],
];
/** Only these attributes are ever asked for; dropping the others (revision ids) halves the memory. */
const kept =
  /^(?:w:(?:val|type|id|ilvl|numId|abstractNumId|styleId|default|left|start|instr|fldCharType|char|font|name|anchor|hanging|firstLine|sz)|r:id|Id|Type|Target)$/u;

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: (XmlElement | string)[] };

/** XML → tree. No document types, no entities of its own, bounded in depth and number; else `Unreadable`. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: Building = { name: '', attributes: {}, children: [], paragraph: -1 };
  const open: Building[] = [root];
  const own = new Map<string, string>();
  let elements = 0;
  let paragraphs = 0;
  const usual = (name: string): string => {
    if (own.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = own.get(colon < 0 ? '' : name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  parser.on('error', () => {
    throw new Unreadable('damaged', damagedWord);
  });
  // where a document type may stand, entities may be declared; Word writes none
  parser.on('doctype', () => {
    throw new Unreadable('damaged', damagedWord);
  });
  parser.on('opentag', (tag) => {
    if (++elements > maxElements || open.length > maxDepth) throw new Unreadable('swollen', swollenFile);
    for (const [name, value] of Object.entries(tag.attributes)) {
      const hit = /^xmlns(?::(.*))?$/u.exec(name);
      const prefix = hit && prefixes.find(([pattern]) => pattern.test(value))?.[1];
      if (prefix && prefix !== (hit[1] ?? '')) own.set(hit[1] ?? '', prefix);
    }
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) {
      const called = usual(name.includes(':') ? name : `:${name}`).replace(/^:/u, '');
      if (kept.test(called)) attributes[called] = value;
    }
    const name = usual(tag.name);
    const element: Building = {
      name,
      attributes,
      children: [],
      paragraph: name === 'w:p' ? paragraphs++ : -1,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    // text counts in w:t and its like only; the blanks between other elements are layout of the file
    if (/^(?:w:t|w:instrText|m:t)$/u.test(open.at(-1)?.name ?? '')) open.at(-1)?.children.push(piece);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text.replace(/^\ufeff/u, '')).close();
  const first = root.children.find((child) => typeof child !== 'string');
  if (typeof first !== 'object') throw new Unreadable('damaged', damagedWord);
  return first;
}

export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** Follows child elements by name; undefined where one is missing. */
export function descend(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  let at = element;
  for (const name of names)
    at = at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  return at;
}

export const valOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** An on/off property: there without value means on; undefined where it is not there. */
export function toggled(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !/^(?:0|false|off|none)$/u.test(valOf(element) ?? '1');
}

export const numberOf = (text: string | undefined): number | undefined => {
  const number = Number.parseFloat(text ?? '');
  return Number.isFinite(number) ? number : undefined;
};
