import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { CorrectedItem } from './correction.ts';

/** One thing that a correction changes; a sentence is made of it in the wording. */
export type Correction =
  | { readonly kind: 'head'; readonly part: HeadPart }
  | { readonly kind: 'added' | 'removed'; readonly number: string | null; readonly title: string }
  | {
      readonly kind: 'changed';
      readonly number: string | null;
      readonly title: string;
      readonly parts: readonly ItemPart[];
    };

export type HeadPart = 'title' | 'time' | 'place' | 'leaders' | 'participants' | 'order';
export type ItemPart =
  | 'number'
  | 'title'
  | 'time'
  | 'presenters'
  | 'points'
  | 'description'
  | 'attachments'
  | 'closed';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const headParts: Readonly<Record<Exclude<HeadPart, 'order'>, (agenda: CorrectedAgenda) => unknown>> = {
  title: ({ title, forum }) => [title, forum],
  time: ({ date, start, end }) => [date, start, end],
  place: ({ place }) => place,
  leaders: ({ chairs, minuteTakers }) => [chairs, minuteTakers],
  participants: ({ participants, people }) => [participants, people],
};

const itemParts: Readonly<Record<ItemPart, (item: CorrectedItem) => unknown>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  time: ({ start, end, durationMinutes }) => [start, end, durationMinutes],
  presenters: ({ presenters }) => presenters,
  points: ({ points }) => points,
  description: ({ description }) => description,
  attachments: ({ attachments }) => attachments,
  closed: ({ closed }) => closed,
};

/** What is different from one agenda to the other, the head first, then in the order of the items. */
export function corrections(before: CorrectedAgenda, after: CorrectedAgenda): readonly Correction[] {
  const parts = (Object.keys(headParts) as (keyof typeof headParts)[]).filter(
    (part) => !same(headParts[part](before), headParts[part](after)),
  );
  const ids = (one: CorrectedAgenda, other: CorrectedAgenda) =>
    one.items.map(({ id }) => id).filter((id) => other.items.some((item) => item.id === id));
  const moved = !same(ids(before, after), ids(after, before));
  return [
    ...parts.map((part): Correction => ({ kind: 'head', part })),
    ...(moved ? [{ kind: 'head', part: 'order' } as const] : []),
    ...after.items.flatMap((item) =>
      ofItem(
        before.items.find(({ id }) => id === item.id),
        item,
      ),
    ),
    ...before.items
      .filter(({ id }) => !after.items.some((item) => item.id === id))
      .map(({ number, title }): Correction => ({ kind: 'removed', number, title })),
  ];
}

function ofItem(before: CorrectedItem | undefined, item: CorrectedItem): Correction[] {
  const { number, title } = item;
  if (!before) return [{ kind: 'added', number, title }];
  const parts = (Object.keys(itemParts) as ItemPart[]).filter(
    (part) => !same(itemParts[part](before), itemParts[part](item)),
  );
  return parts.length > 0 ? [{ kind: 'changed', number, title, parts }] : [];
}
