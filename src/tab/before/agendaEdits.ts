import type { CorrectedAgenda } from '../../views/page/ask.ts';
import { type ItemTimes, withTimes } from './clockTimes.ts';
import type { CorrectedItem, CorrectedPerson } from './correction.ts';
import { numbersKept } from './numbering.ts';

/** A correction: the agenda without it → with it. What names something that is gone changes nothing. */
export type Edit = (agenda: CorrectedAgenda) => CorrectedAgenda;

type HeadFields = Pick<CorrectedAgenda, 'title' | 'forum' | 'date' | 'start' | 'end' | 'place'>;
type ItemFields = Partial<Omit<CorrectedItem, 'id' | 'kind'>>;

export const changeHead =
  (fields: Partial<HeadFields>): Edit =>
  (agenda) => ({ ...agenda, ...fields });

/** An empty title is not taken: every item has one. */
export const changeItem =
  (itemId: string, fields: ItemFields): Edit =>
  (agenda) =>
    fields.title?.trim() === '' ? agenda : withItem(agenda, itemId, (item) => ({ ...item, ...fields }));

/** A time of an item, with those that follow from it. `before`: its times when somebody began to type this one. */
export const changeTimes =
  (itemId: string, before: ItemTimes, fields: Partial<ItemTimes>): Edit =>
  (agenda) =>
    withItem(agenda, itemId, (item) => ({ ...item, ...withTimes(before, fields) }));

export const withItem = (
  agenda: CorrectedAgenda,
  itemId: string,
  change: (item: CorrectedItem) => CorrectedItem,
): CorrectedAgenda => ({
  ...agenda,
  items: agenda.items.map((item) => (item.id === itemId ? change(item) : item)),
});

/** Moves an item to a place counted from 0; beyond the ends it stops there. */
export const moveItem =
  (itemId: string, to: number): Edit =>
  (agenda) => {
    const from = agenda.items.findIndex(({ id }) => id === itemId);
    const item = agenda.items[from];
    const place = Math.min(Math.max(to, 0), agenda.items.length - 1);
    if (!item || place === from) return agenda;
    const items = agenda.items.filter(({ id }) => id !== itemId);
    items.splice(place, 0, item);
    return numbersKept(agenda, { ...agenda, items });
  };

/** One place up (-1) or down (1). */
export const shiftItem =
  (itemId: string, by: -1 | 1): Edit =>
  (agenda) =>
    moveItem(itemId, agenda.items.findIndex(({ id }) => id === itemId) + by)(agenda);

/** Something new behind an item; null: as the first. */
export const addItem =
  (after: string | null, fresh: Pick<CorrectedItem, 'id' | 'kind' | 'title'>): Edit =>
  (agenda) => {
    const item: CorrectedItem = {
      ...fresh,
      number: null,
      presenters: [],
      start: null,
      end: null,
      durationMinutes: null,
      closed: false,
      points: [],
      description: null,
      attachments: [],
    };
    const items = [...agenda.items];
    const place = after === null ? 0 : agenda.items.findIndex(({ id }) => id === after) + 1;
    items.splice(place, 0, item);
    return numbersKept(agenda, { ...agenda, items });
  };

/** The last one stays: an agenda has an item. */
export const removeItem =
  (itemId: string): Edit =>
  (agenda) => {
    const items = agenda.items.filter(({ id }) => id !== itemId);
    return items.length === 0 || items.length === agenda.items.length
      ? agenda
      : numbersKept(agenda, { ...agenda, items });
  };

/** Somebody new, or what is known of somebody, corrected. */
export const putPerson =
  (person: CorrectedPerson): Edit =>
  (agenda) => ({
    ...agenda,
    people: [...agenda.people.filter(({ personId }) => personId !== person.personId), person],
  });

export const invite =
  (personId: string, fields: { apologies?: boolean; guest?: boolean } = {}): Edit =>
  (agenda) => {
    const known = agenda.participants.find((one) => one.personId === personId);
    const entry = { personId, apologies: false, guest: false, ...known, ...fields };
    return {
      ...agenda,
      participants: known
        ? agenda.participants.map((one) => (one === known ? entry : one))
        : [...agenda.participants, entry],
    };
  };

/** Off the list of those invited, and no more named as leading or writing; what they present is left. */
export const uninvite =
  (personId: string): Edit =>
  (agenda) => ({
    ...agenda,
    participants: agenda.participants.filter((one) => one.personId !== personId),
    chairs: agenda.chairs.filter((id) => id !== personId),
    minuteTakers: agenda.minuteTakers.filter((id) => id !== personId),
  });

/** Whom the agenda names as leading or writing: a proposal, which the person takes up. */
export const nameAs =
  (personId: string, role: 'chairs' | 'minuteTakers', named: boolean): Edit =>
  (agenda) => {
    const others = agenda[role].filter((id) => id !== personId);
    return { ...agenda, [role]: named ? [...others, personId] : others };
  };
