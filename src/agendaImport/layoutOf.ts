import type { Layout, SectionKind } from '../meeting/agenda.ts';
import { usualLayout } from './contract.ts';
import type { Section } from './itemSections.ts';

/** The most frequent value; the earlier one on a tie. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The order and labels of the items' sections in this document; sections it never uses keep their usual place and label. */
export function layoutOf(
  items: readonly (readonly Section[])[],
  pointSets: readonly ('bullets' | 'numbers' | null)[],
): Layout {
  const orders = items.map((sections) => [...new Set(sections.map((section) => section.kind))]);
  const kinds = usualLayout.sections.map((section) => section.kind);
  const precedes = (a: SectionKind, b: SectionKind): number =>
    orders.reduce((sum, order) => {
      const [i, j] = [order.indexOf(a), order.indexOf(b)];
      return i < 0 || j < 0 ? sum : sum + (i < j ? 1 : -1);
    }, 0);
  const sorted: SectionKind[] = [];
  for (const kind of kinds) {
    // stands before the first section that it mostly precedes in the document
    const at = sorted.findIndex((other) => precedes(kind, other) > 0);
    sorted.splice(at < 0 ? sorted.length : at, 0, kind);
  }
  const used = (kind: SectionKind) =>
    items.flatMap((sections) => sections.filter((section) => section.kind === kind));
  return {
    sections: sorted.map((kind) => {
      const labels = used(kind).map((section) => section.label);
      const usual = usualLayout.sections.find((section) => section.kind === kind)?.label ?? null;
      const named = labels.filter((label) => label !== null);
      // with a heading in at least half the items, the heading is the document's way
      const label = named.length * 2 >= labels.length ? mostFrequent(named) : null;
      return { kind, label: labels.length ? (label ?? null) : usual };
    }),
    points: mostFrequent(pointSets.filter((set) => set !== null)) ?? 'bullets',
  };
}
