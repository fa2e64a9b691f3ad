import type { Agenda, AgendaItem, RecommendationPoint } from './agenda.ts';
import { bestPairs, comparer } from './similarity.ts';

/**
 * Likeness from which a title or a point is taken to be the same one, reworded. All points of a body begin alike
 * ("At Styregruppen drøfter …"): once decisions may hang on them, a half is not enough.
 */
const sameFrom = (begun: boolean): number => (begun ? 0.7 : 0.5);

/** What a new edition changes about one item; `parts` names what differs. */
export type Difference =
  | { readonly kind: 'added'; readonly item: AgendaItem }
  | { readonly kind: 'removed'; readonly item: AgendaItem }
  | { readonly kind: 'kept'; readonly item: AgendaItem }
  | { readonly kind: 'changed'; readonly item: AgendaItem; readonly parts: readonly ChangedPart[] };

export const CHANGED_PARTS = [
  'number',
  'title',
  'presenters',
  'time',
  'points',
  'description',
  'attachments',
  'closed',
] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

export const HEAD_PARTS = [
  'meetingTitle',
  'meetingTime',
  'place',
  'leaders',
  'participants',
  'attachments',
  'order',
  'language',
] as const;
/** What a new edition changes about the meeting as a whole. */
export type HeadPart = (typeof HEAD_PARTS)[number];

export interface Edition {
  readonly agenda: Agenda;
  readonly head: readonly HeadPart[];
  readonly differences: readonly Difference[];
}

/**
 * A second import over the present agenda. Items and points are matched by content and keep their ids. In a planned
 * meeting the new edition holds; in a begun one it only adds and corrects: nothing is taken out,
 * and a point that is `settled` (by id) is matched only by its own words: what was answered is never put under others.
 */
export function newEdition(
  present: Agenda,
  incoming: Agenda,
  begun: boolean,
  settled: ReadonlySet<string> = new Set(),
): Edition {
  const alike = comparer();
  const score = (a: AgendaItem, b: AgendaItem) => likeness(a, b, alike);
  const pairs = bestPairs(present.items, incoming.items, score, sameFrom(begun));
  const merged = incoming.items.map((item) => {
    const known = pairs.get(item);
    return known ? mergeItem(known, item, begun, settled) : item;
  });
  const matched = new Set([...pairs.values()].map((item) => item.id));
  const missing = present.items.filter((item) => !matched.has(item.id));
  const items = begun ? keepAll(present.items, merged) : merged;
  const differences = merged.map((item): Difference => {
    const known = present.items.find((entry) => entry.id === item.id);
    if (!known) return { kind: 'added', item };
    const parts = changedParts(known, item);
    return parts.length > 0 ? { kind: 'changed', item, parts } : { kind: 'kept', item };
  });
  const removed = begun ? [] : missing.map((item): Difference => ({ kind: 'removed', item }));
  const agenda = { ...(begun ? keepHead(present, incoming) : incoming), items };
  return { agenda, head: changedHead(present, agenda), differences: [...differences, ...removed] };
}

/** True when a new edition adds, changes or removes nothing. */
export const nothingNew = (edition: Edition): boolean =>
  edition.head.length === 0 && edition.differences.every((difference) => difference.kind === 'kept');

type Alike = (a: string, b: string) => number;

function likeness(known: AgendaItem, incoming: AgendaItem, alike: Alike): number {
  if (known.kind !== incoming.kind) return 0;
  const title = alike(known.title, incoming.title);
  const points = alike(textOf(known), textOf(incoming));
  const number = known.number !== null && known.number === incoming.number ? 0.2 : 0;
  return Math.max(title, known.points.length > 0 ? 0.9 * points : 0) + number;
}

const textOf = (item: AgendaItem): string => item.points.map((point) => point.text).join(' ');

function mergeItem(
  known: AgendaItem,
  incoming: AgendaItem,
  begun: boolean,
  settled: ReadonlySet<string>,
): AgendaItem {
  const points = mergePoints(known.points, incoming.points, begun, settled);
  const merged = { ...incoming, id: known.id, points, written: known.written ?? incoming.written };
  if (!begun) return merged;
  const timed = incoming.start !== null || incoming.durationMinutes !== null;
  return {
    ...merged,
    ...(timed ? {} : { start: known.start, end: known.end, durationMinutes: known.durationMinutes }),
    number: incoming.number ?? known.number,
    presenters: incoming.presenters.length > 0 ? incoming.presenters : known.presenters,
    description: incoming.description ?? known.description,
    attachments: union(known.attachments, incoming.attachments, (title) => title),
    // What was kept from the room does not come to it by an import.
    closed: known.closed || incoming.closed,
  };
}

/** The head of a begun meeting: corrected where the new edition says something, nothing taken out. */
function keepHead(present: Agenda, incoming: Agenda): Agenda {
  const timed = incoming.start !== null;
  return {
    ...incoming,
    title: incoming.title ?? present.title,
    forum: incoming.forum ?? present.forum,
    documentDate: incoming.documentDate ?? present.documentDate,
    date: incoming.date ?? present.date,
    start: timed ? incoming.start : present.start,
    end: timed ? incoming.end : present.end,
    place: incoming.place ?? present.place,
    caseNumber: incoming.caseNumber ?? present.caseNumber,
    chairs: union(present.chairs, incoming.chairs, (id) => id),
    minuteTakers: union(present.minuteTakers, incoming.minuteTakers, (id) => id),
    participants: union(present.participants, incoming.participants, ({ personId }) => personId),
    attachments: union(present.attachments, incoming.attachments, ({ title }) => title),
    layout: incoming.layout.sections.length > 0 ? incoming.layout : present.layout,
  };
}

/** All of both, corrected by the later, in the order of the earlier. */
function union<T>(earlier: readonly T[], later: readonly T[], key: (entry: T) => string): T[] {
  const entries = new Map(earlier.map((entry) => [key(entry), entry]));
  for (const entry of later) entries.set(key(entry), entry);
  return [...entries.values()];
}

function changedHead(present: Agenda, agenda: Agenda): HeadPart[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const signed = (one: Agenda['participants'][number]) => [one.personId, one.apologies, one.guest];
  const listed = (one: Agenda['attachments'][number]) => [one.title, one.itemNumber];
  const kept = (one: Agenda, other: Agenda) =>
    one.items.map((item) => item.id).filter((id) => other.items.some((item) => item.id === id));
  const differs: Record<HeadPart, boolean> = {
    meetingTitle: present.title !== agenda.title || present.forum !== agenda.forum,
    meetingTime: !same([present.date, present.start, present.end], [agenda.date, agenda.start, agenda.end]),
    place: present.place !== agenda.place,
    leaders: !same([present.chairs, present.minuteTakers], [agenda.chairs, agenda.minuteTakers]),
    participants: !same(present.participants.map(signed), agenda.participants.map(signed)),
    attachments: !same(present.attachments.map(listed), agenda.attachments.map(listed)),
    language: (present.language ?? 'da') !== (agenda.language ?? 'da'),
    order: !same(kept(present, agenda), kept(agenda, present)),
  };
  return HEAD_PARTS.filter((part) => differs[part]);
}

function mergePoints(
  known: readonly RecommendationPoint[],
  incoming: readonly RecommendationPoint[],
  begun: boolean,
  settled: ReadonlySet<string>,
): RecommendationPoint[] {
  const alike = comparer();
  const score = (a: RecommendationPoint, b: RecommendationPoint): number => {
    if (!begun || !settled.has(a.id)) return alike(a.text, b.text);
    return samePointWords(a.text, b.text) ? 1 : 0;
  };
  const pairs = bestPairs(known, incoming, score, sameFrom(begun));
  const merged = incoming.map((point) => ({ ...point, id: pairs.get(point)?.id ?? point.id }));
  return begun ? keepAll(known, merged) : merged;
}

/** The same point, but for the sign or the ", og" that ties it to the next. */
export const samePointWords = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string =>
  text
    .replace(/[\s,.;]*(?:\sog)?[\s,.;]*$/iu, '')
    .replace(/\s+/gu, ' ')
    .toLocaleLowerCase('da');

/** The present order with corrections, and what is new behind the one it follows in the new edition. */
function keepAll<T extends { readonly id: string }>(present: readonly T[], merged: readonly T[]): T[] {
  const result = present.map((entry) => merged.find((other) => other.id === entry.id) ?? entry);
  merged.forEach((entry, index) => {
    if (result.some((other) => other.id === entry.id)) return;
    const before = merged.slice(0, index).findLast((other) => result.some((known) => known.id === other.id));
    result.splice(before ? result.findIndex((known) => known.id === before.id) + 1 : 0, 0, entry);
  });
  return result;
}

function changedParts(known: AgendaItem, item: AgendaItem): ChangedPart[] {
  const differs: Record<ChangedPart, boolean> = {
    number: known.number !== item.number,
    title: known.title !== item.title,
    presenters: known.presenters.join() !== item.presenters.join(),
    time:
      [known.start, known.end, known.durationMinutes].join() !==
      [item.start, item.end, item.durationMinutes].join(),
    points: known.points.map((p) => p.text).join('\n') !== item.points.map((p) => p.text).join('\n'),
    description: known.description !== item.description,
    attachments: known.attachments.join('\n') !== item.attachments.join('\n'),
    closed: known.closed !== item.closed,
  };
  return CHANGED_PARTS.filter((part) => differs[part]);
}
