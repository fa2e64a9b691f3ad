import type { Agenda, AgendaItem } from './agenda.ts';
import type { RefusalCode } from './commands.ts';
import { samePointWords } from './edition.ts';
import { hasBegun, type Meeting, recordOf, settledPoints } from './state.ts';

/** An agenda as it was corrected in place: what a hand can change. An item that is left out is taken out. */
export interface AgendaCorrection
  extends Pick<
    Agenda,
    'title' | 'forum' | 'date' | 'start' | 'end' | 'place' | 'chairs' | 'minuteTakers' | 'participants'
  > {
  readonly items: readonly Omit<AgendaItem, 'written' | 'anchors'>[];
}

/** The agenda with its correction: what came with the document and is not corrected by hand stays with its item. */
export function correctedAgenda(present: Agenda, correction: AgendaCorrection): Agenda {
  const known = new Map(present.items.map((item) => [item.id, item]));
  return {
    ...present,
    ...correction,
    items: correction.items.map((item) => {
      const before = known.get(item.id);
      return {
        ...item,
        written: before?.written ?? null,
        ...(before?.anchors ? { anchors: before.anchors } : {}),
      };
    }),
  };
}

/**
 * Why the agenda cannot be corrected so; null where it can. Nothing registered loses what it stands under, and once
 * the meeting has begun a correction does what a new edition does: it adds and corrects, and takes nothing out.
 */
export function correctionProblem(meeting: Meeting, corrected: Agenda): RefusalCode | null {
  if (!corrected.items.some(({ kind }) => kind === 'item')) return 'emptyAgenda';
  if (!idsAreUnique(corrected)) return 'agendaMuddled';
  const after = new Map(corrected.items.map((item) => [item.id, item]));
  for (const item of meeting.agenda.items) {
    const now = after.get(item.id);
    if ((!now || now.kind !== item.kind) && isUsed(meeting, item.id)) return 'itemInUse';
  }
  const settled = settledPoints(meeting);
  for (const item of meeting.agenda.items)
    for (const point of item.points.filter(({ id }) => settled.has(id))) {
      const now = after.get(item.id)?.points.find(({ id }) => id === point.id);
      if (!now || !samePointWords(now.text, point.text)) return 'pointSettled';
    }
  return hasBegun(meeting) && !onlyAdds(meeting.agenda, corrected) ? 'onlyAdds' : null;
}

function idsAreUnique({ items }: Agenda): boolean {
  const ids = [...items.map(({ id }) => id), ...items.flatMap(({ points }) => points.map(({ id }) => id))];
  return new Set(ids).size === ids.length;
}

/** Something stands under the item, or the room has been there. */
function isUsed(meeting: Meeting, itemId: string): boolean {
  const { answers, decisions, notes, discussion, postponed, visited } = recordOf(meeting, itemId);
  const registered = Object.keys(answers).length + decisions.length + notes.length > 0;
  return registered || discussion !== null || postponed !== null || visited;
}

/** No item and no point is missing or elsewhere in the order, and nothing closed is opened to the room. */
function onlyAdds(present: Agenda, corrected: Agenda): boolean {
  const after = new Map(corrected.items.map((item) => [item.id, item]));
  return (
    keepsOrder(present.items, corrected.items) &&
    present.items.every((item) => {
      const now = after.get(item.id);
      return now?.kind === item.kind && keepsOrder(item.points, now.points) && (now.closed || !item.closed);
    })
  );
}

type Identified = readonly { readonly id: string }[];

const keepsOrder = (present: Identified, corrected: Identified): boolean => {
  const known = new Set(present.map(({ id }) => id));
  const kept = corrected.filter(({ id }) => known.has(id));
  return kept.length === present.length && kept.every(({ id }, index) => id === present[index]?.id);
};
