import { matchName as matchKnown, nameParts } from '../wording/personName.ts';

export type NameMatch =
  | { readonly how: 'exact' | 'partial' | 'firstName' | 'spelling'; readonly name: string }
  | { readonly how: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly how: 'unknown' };

/** Whom of `people` a written name means (domain.md 1.5): `partial` a short or longer form, `spelling` to be confirmed. */
export function matchName(written: string, people: readonly string[]): NameMatch {
  const bare = written.replace(/\([^)]*\)/g, ' ');
  const parts = nameParts(bare);
  if (parts.length === 0 || parts.length > 6) return { how: 'unknown' };
  const match = matchKnown(
    bare,
    people.map((name) => ({ id: name, name })),
  );
  if (match.kind === 'none') return { how: 'unknown' };
  if (match.kind === 'several') return { how: 'ambiguous', candidates: match.ids };
  if (match.exact) return { how: 'exact', name: match.id };
  const known = nameParts(match.id);
  const contained =
    parts.every((part) => known.includes(part)) || known.every((part) => parts.includes(part));
  return { how: contained ? (parts.length === 1 ? 'firstName' : 'partial') : 'spelling', name: match.id };
}
