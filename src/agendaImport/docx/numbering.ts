import type { ListEntry } from '../source.ts';
import type { Styles } from './styles.ts';
import { childrenOf, descend, numberOf, toggled, valOf, type XmlElement } from './xmlTree.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2" */
  readonly text: string;
  /** Restarts behind a level up to this one (from 1); 0 never; undefined behind any higher. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  /** Points. */
  readonly indent: number | undefined;
  /** Paragraph style that this level is tied to. */
  readonly style: string | undefined;
}
interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

function readLevel(element: XmlElement): Level {
  const indent = descend(element, 'w:pPr', 'w:ind')?.attributes;
  const twips = numberOf(indent?.['w:left'] ?? indent?.['w:start']);
  return {
    start: numberOf(valOf(descend(element, 'w:start'))) ?? 1,
    format: valOf(descend(element, 'w:numFmt')) ?? 'decimal',
    text: valOf(descend(element, 'w:lvlText')) ?? '',
    restart: numberOf(valOf(descend(element, 'w:lvlRestart'))),
    legal: toggled(descend(element, 'w:isLgl')) ?? false,
    indent: twips === undefined ? undefined : twips / 20,
    style: valOf(descend(element, 'w:pStyle')),
  };
}

const levelsOf = (element: XmlElement): Map<number, Level> =>
  new Map(
    childrenOf(element, 'w:lvl').map((level) => [
      numberOf(level.attributes['w:ilvl']) ?? 0,
      readLevel(level),
    ]),
  );

const letters = (value: number): string => {
  if (value < 1) return String(value);
  // Word goes on with aa, bb, cc
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(8, Math.floor((value - 1) / 26) + 1));
};

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const digits: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of digits) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A number in one of Word's formats (ECMA-376 17.18.59, those that Danish documents use). */
function printed(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return `${value}.`;
    case 'none':
      return '';
    default:
      return String(value);
  }
}

export interface Numbering {
  /** Counts the next paragraph of a list; null where the list numbers nothing. */
  next(numId: string, level: number): (ListEntry & { readonly indent: number | undefined }) | null;
  /** The level of a list that a style is tied to. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
}

/** Reads word/numbering.xml and counts as Word does: lists that share their definition go on, overrides start anew. */
export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const numbers = new Map<string, XmlElement>();
  for (const element of root ? childrenOf(root) : []) {
    if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
    if (element.name === 'w:num') numbers.set(element.attributes['w:numId'] ?? '', element);
  }
  const lists = new Map<string, List | null>();
  const listOf = (numId: string, depth = 0): List | null => {
    const known = lists.get(numId);
    if (known !== undefined) return known;
    const number = numbers.get(numId);
    const abstractId = valOf(descend(number, 'w:abstractNumId'));
    const abstract = abstractId === undefined ? undefined : abstracts.get(abstractId);
    let list: List | null = null;
    const link = valOf(descend(abstract, 'w:numStyleLink'));
    const linked = link === undefined || !styles.has(link) ? undefined : styles.of(link).numId;
    if (number && linked !== undefined && linked !== numId && depth < 10) list = listOf(linked, depth + 1);
    else if (number && abstract && abstractId !== undefined) {
      const levels = levelsOf(abstract);
      const starts = new Map<number, number>();
      for (const override of childrenOf(number, 'w:lvlOverride')) {
        const at = numberOf(override.attributes['w:ilvl']) ?? 0;
        const start = numberOf(valOf(descend(override, 'w:startOverride')));
        const level = descend(override, 'w:lvl');
        if (level) levels.set(at, readLevel(level));
        if (start !== undefined) starts.set(at, start);
      }
      list = { abstractId, levels, starts };
    }
    lists.set(numId, list);
    return list;
  };
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    levelOfStyle(numId, styleId) {
      return [...(listOf(numId)?.levels ?? [])].find(([, level]) => level.style === styleId)?.[0];
    },
    next(numId, at) {
      const list = listOf(numId);
      const level = list?.levels.get(at);
      if (!list || !level) return null;
      const { indent } = level;
      if (level.format === 'bullet') return { level: at, label: at === 0 ? '•' : 'o', value: null, indent };
      const count = counts.get(list.abstractId) ?? new Map<number, number>();
      counts.set(list.abstractId, count);
      const override = list.starts.get(at);
      const key = `${numId}:${at}`;
      const anew = override !== undefined && !begun.has(key);
      begun.add(key);
      const last = count.get(at);
      const value = anew ? override : last === undefined ? (override ?? level.start) : last + 1;
      count.set(at, value);
      for (const deeper of [...count.keys()]) {
        if (deeper <= at) continue;
        const restart = list.levels.get(deeper)?.restart;
        if (restart === undefined || (restart > 0 && at < restart)) count.delete(deeper);
      }
      const label = level.text.replace(/%([1-9])/gu, (_all, digit: string) => {
        const which = Number(digit) - 1;
        const shown = list.levels.get(which);
        const number = count.get(which) ?? shown?.start ?? 1;
        return printed(number, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
      });
      return level.format === 'none' && label.trim() === ''
        ? null
        : { level: at, label: label.trim(), value, indent };
    },
  };
}
