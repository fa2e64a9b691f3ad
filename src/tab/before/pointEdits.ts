import { type Edit, withItem } from './agendaEdits.ts';
import type { CorrectedItem, CorrectedPoint } from './correction.ts';

/** Corrections of an item's points. A point without words is none: it goes. */
const change =
  (itemId: string, points: (item: CorrectedItem) => readonly CorrectedPoint[]): Edit =>
  (agenda) =>
    withItem(agenda, itemId, (item) => ({
      ...item,
      points: points(item).filter(({ text }) => text.trim() !== ''),
    }));

export const changePoint = (itemId: string, pointId: string, text: string): Edit =>
  change(itemId, ({ points }) => points.map((point) => (point.id === pointId ? { ...point, text } : point)));

/** Behind a point; null: as the last. */
export const addPoint = (itemId: string, after: string | null, point: CorrectedPoint): Edit =>
  change(itemId, ({ points }) => {
    const at = after === null ? points.length : points.findIndex(({ id }) => id === after) + 1;
    return [...points.slice(0, at), point, ...points.slice(at)];
  });

export const removePoint = (itemId: string, pointId: string): Edit =>
  change(itemId, ({ points }) => points.filter(({ id }) => id !== pointId));

export const shiftPoint = (itemId: string, pointId: string, by: -1 | 1): Edit =>
  change(itemId, ({ points }) => {
    const from = points.findIndex(({ id }) => id === pointId);
    const point = points[from];
    const other = points[from + by];
    if (!point || !other) return points;
    return points.map((one) => (one === point ? other : one === other ? point : one));
  });

/** The words from `at` on become a point of their own, behind it. At either end nothing is parted. */
export const splitPoint = (itemId: string, pointId: string, at: number, newId: string): Edit =>
  change(itemId, ({ points }) =>
    points.flatMap((point) => {
      const [before, after] = [point.text.slice(0, at).trim(), point.text.slice(at).trim()];
      if (point.id !== pointId || before === '' || after === '') return [point];
      return [
        { ...point, text: before },
        { id: newId, text: after },
      ];
    }),
  );

/** Joined to the point before it, which keeps its id. */
export const mergePoint = (itemId: string, pointId: string): Edit =>
  change(itemId, ({ points }) => {
    const at = points.findIndex(({ id }) => id === pointId);
    const [before, point] = [points[at - 1], points[at]];
    if (!before || !point) return points;
    return [
      ...points.slice(0, at - 1),
      { ...before, text: `${before.text} ${point.text}` },
      ...points.slice(at + 1),
    ];
  });
