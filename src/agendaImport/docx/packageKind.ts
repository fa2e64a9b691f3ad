import { damagedWord, type OtherKind, otherFormat, wordWithMacros } from '../../wording/sourceProblems.ts';
import { Unreadable } from '../unreadable.ts';
import type { PackageParts } from './packageParts.ts';

/** Zip packages that are no Word documents, by the parts that only they have. */
const others: readonly (readonly [OtherKind, RegExp])[] = [
  ['openDocument', /^(?:content\.xml|META-INF\/manifest\.xml)$/u],
  ['pages', /^(?:Index\/Document\.iwa|Index\.zip|index\.apxl)$/u],
  ['spreadsheet', /^xl\//u],
  ['slides', /^ppt\//u],
];

/** Throws `Unreadable` unless the package is a Word document without macros. */
export function demandWordDocument({ names }: PackageParts): void {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (has(/(?:^|\/)vbaProject\.bin$/iu)) throw new Unreadable('macros', wordWithMacros);
  if (has(/^word\/.*\.xml$/iu)) return;
  const kind = others.find(([, pattern]) => has(pattern))?.[0];
  if (kind) throw new Unreadable('otherFormat', otherFormat[kind]);
  throw names.has('[Content_Types].xml')
    ? new Unreadable('damaged', damagedWord)
    : new Unreadable('otherFormat', otherFormat.archive);
}
