import { matchName, nameParts } from './personName.ts';

/** What Teams and organisations hang on a name: "(gæst)", "(HK)", "| Viborg Kommune", ", direktør". */
const bare = (name: string): string =>
  name
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/\s[|/–-]\s.*$/u, '')
    .replace(/,.*$/u, '')
    .trim();

/** The names are alike enough to ask whether they are of one person: two parts in common, or a letter or two amiss. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  const [parts, others] = [nameParts(a), nameParts(b)];
  if (parts.length < 2 || others.length < 2) return false;
  if (parts.filter((part) => part.length > 1 && others.includes(part)).length >= 2) return true;
  return matchName(a, [{ id: 'other', name: b }]).kind === 'one' && parts.length === others.length;
}
