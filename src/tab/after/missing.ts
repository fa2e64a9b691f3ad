import type { PageDecision, PageItem, PageNote, PagePoint } from '../../views/page/pageView.ts';

/** Something that the minutes lack. */
export type Missing =
  | { readonly kind: 'point'; readonly item: PageItem; readonly point: PagePoint }
  | { readonly kind: 'decision' | 'assignment'; readonly item: PageItem; readonly decision: PageDecision }
  | { readonly kind: 'note'; readonly item: PageItem; readonly note: PageNote };

/** What is unanswered and unconfirmed, in the order of the agenda. Of what is closed to the reader nothing is told. */
export const missingIn = (items: readonly PageItem[]): readonly Missing[] =>
  items
    .filter(({ kind, hidden }) => kind === 'item' && !hidden)
    .flatMap((item): Missing[] => [
      ...item.points
        .filter(({ open }) => open && item.postponed === null)
        .map((point) => ({ kind: 'point', item, point }) as const),
      ...item.decisions
        .filter(({ struck, confirmed }) => !struck && !confirmed)
        .map((decision) => ({ kind: 'decision', item, decision }) as const),
      ...item.decisions
        .filter(({ struck, confirmed, assignmentConfirmed }) => !struck && confirmed && !assignmentConfirmed)
        .map((decision) => ({ kind: 'assignment', item, decision }) as const),
      ...item.notes
        .filter(({ confirmed }) => !confirmed)
        .map((note) => ({ kind: 'note', item, note }) as const),
    ]);
