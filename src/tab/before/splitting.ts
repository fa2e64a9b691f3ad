import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { Edit } from './agendaEdits.ts';
import type { CorrectedItem } from './correction.ts';
import { numbersKept } from './numbering.ts';

/** Where an item is parted: before one of its points, or before a paragraph of its case (from 0). */
export type Parting =
  | { readonly kind: 'point'; readonly pointId: string }
  | { readonly kind: 'paragraph'; readonly index: number };

const paragraphs = (item: CorrectedItem): string[] => item.description?.split('\n') ?? [];
const joined = (lines: readonly string[]): string | null => (lines.length > 0 ? lines.join('\n') : null);

/**
 * Parts an item in two. What stands from the parting on belongs to the new one: at a point, that and the points after
 * it; at a paragraph, which becomes the title, the paragraphs after it. `title` is that of the new item where the
 * parting gives none.
 */
export const splitItem =
  (itemId: string, parting: Parting, fresh: { readonly id: string; readonly title: string }): Edit =>
  (agenda) => {
    const at = agenda.items.findIndex(({ id }) => id === itemId);
    const item = agenda.items[at];
    const parts = item && parted(item, parting, fresh);
    if (!parts) return agenda;
    const items = [...agenda.items];
    items.splice(at, 1, ...parts);
    return numbersKept(agenda, { ...agenda, items });
  };

function parted(
  item: CorrectedItem,
  parting: Parting,
  fresh: { readonly id: string; readonly title: string },
): [CorrectedItem, CorrectedItem] | null {
  const rest: CorrectedItem = {
    ...item,
    ...fresh,
    number: null,
    presenters: [],
    start: null,
    end: null,
    durationMinutes: null,
    points: [],
    description: null,
    attachments: [],
  };
  if (parting.kind === 'point') {
    const from = item.points.findIndex(({ id }) => id === parting.pointId);
    if (from < 0) return null;
    return [
      { ...item, points: item.points.slice(0, from) },
      { ...rest, points: item.points.slice(from) },
    ];
  }
  const lines = paragraphs(item);
  const title = lines[parting.index]?.trim();
  if (!title) return null;
  return [
    { ...item, description: joined(lines.slice(0, parting.index)) },
    { ...rest, title: title.slice(0, 500), description: joined(lines.slice(parting.index + 1)) },
  ];
}

/**
 * Joins an item to the one before it, which keeps title, number and id. Nothing is lost: the title that goes becomes a
 * paragraph of the case, but for one that was only ours (`placeholder`).
 */
export const mergeItem =
  (itemId: string, placeholder: string): Edit =>
  (agenda) => {
    const at = agenda.items.findIndex(({ id }) => id === itemId);
    const [before, item] = [agenda.items[at - 1], agenda.items[at]];
    if (!before || !item) return agenda;
    const items = [...agenda.items];
    items.splice(at - 1, 2, together(before, item, placeholder));
    return numbersKept(agenda, { ...agenda, items });
  };

/** True if there is an item before it to be joined to. */
export const canMerge = (agenda: CorrectedAgenda, itemId: string): boolean =>
  agenda.items.findIndex(({ id }) => id === itemId) > 0;

function together(before: CorrectedItem, item: CorrectedItem, placeholder: string): CorrectedItem {
  const title = item.title === placeholder ? [] : [item.title];
  const minutes = [before.durationMinutes, item.durationMinutes].filter((one) => one !== null);
  return {
    ...before,
    kind: before.kind === 'break' ? item.kind : before.kind,
    presenters: [...new Set([...before.presenters, ...item.presenters])],
    start: before.start ?? item.start,
    end: item.end ?? before.end,
    durationMinutes: minutes.length > 0 ? minutes.reduce((sum, one) => sum + one, 0) : null,
    // What was closed is not opened by joining it to something.
    closed: before.closed || item.closed,
    points: [...before.points, ...item.points],
    description: joined([...paragraphs(before), ...title, ...paragraphs(item)]),
    attachments: [...before.attachments, ...item.attachments],
  };
}

/** Where an item can be parted at a line of its document: the point or paragraph that begins with these words. */
export function partingAt(item: CorrectedItem, line: string): Parting | null {
  const words = bare(line);
  if (words.length < 3) return null;
  const begins = (text: string) => bare(text).startsWith(words) || words.startsWith(bare(text).slice(0, 60));
  const point = item.points.find(({ text }) => begins(text));
  if (point) return { kind: 'point', pointId: point.id };
  const index = paragraphs(item).findIndex((text) => text.trim() !== '' && begins(text));
  return index < 0 ? null : { kind: 'paragraph', index };
}

/** Without the sign or number in front, hyphens at the end of a line, and spaces. */
const bare = (text: string): string =>
  text
    .replace(/^\s*(?:[•○▪*–-]|\d{1,2}[.)]|[a-z]\))\s+/u, '')
    .replace(/-\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('da');
