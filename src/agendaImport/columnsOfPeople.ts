import type { CleanLine } from './cleanLines.ts';
import { findPersonName, looksLikeOrganisation } from './personNames.ts';

const gap = /\s{3,}|\t+/;
const holdsPerson = (text: string): boolean => {
  const found = findPersonName(text.replace(/[,(].*$/, ''));
  return found !== null && !looksLikeOrganisation(found.name);
};

/**
 * People set in two columns: the left list, then the right one. Where the second column holds titles or organisations
 * instead of people, the lines stay as they are.
 */
export function columnsApart(lines: readonly CleanLine[]): readonly CleanLine[] {
  const cells = lines.map((line) => line.text.split(gap).filter(Boolean));
  const two = cells.filter((row) => row.length === 2);
  const people = two.filter((row) => holdsPerson(row[0] ?? '') && holdsPerson(row[1] ?? ''));
  if (people.length < 1 || people.length < two.length / 3) return lines;
  const left: CleanLine[] = [];
  const right: CleanLine[] = [];
  const after: CleanLine[] = [];
  const last = cells.findLastIndex((row) => row.length === 2);
  lines.forEach((line, index) => {
    const row = cells[index] ?? [];
    if (row.length === 2) {
      left.push({ ...line, text: row[0] ?? '' });
      right.push({ ...line, text: row[1] ?? '' });
    } else if (index <= last + 1 && line.gap < 2) left.push(line);
    else after.push(line);
  });
  return [...left, ...right, ...after];
}
