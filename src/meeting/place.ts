import type { ItemRecord } from './record.ts';
import { emptyRecord } from './record.ts';
import type { Place, Touch } from './state.ts';

type Records = Readonly<Record<string, ItemRecord>>;

const sameId = (id: string) => (entry: { readonly id: string }) => entry.id === id;

/** What stands at a place, and where in its list: undefined if nothing, or if it is in no list. */
export function touchOf(records: Records, place: Place): Touch {
  const record = records[place.itemId];
  switch (place.kind) {
    case 'answer':
      return { place, before: record?.answers[place.id], position: undefined };
    case 'decision':
      return { place, ...foundIn(record?.decisions ?? [], place.id) };
    case 'note':
      return { place, ...foundIn(record?.notes ?? [], place.id) };
    case 'postponed':
      return { place, before: record?.postponed ?? undefined, position: undefined };
    default:
      return place satisfies never;
  }
}

/** From the end: mostly it is a new one. */
function foundIn(list: readonly { readonly id: string }[], id: string): Omit<Touch, 'place'> {
  const position = list.findLastIndex(sameId(id));
  return position < 0 ? { before: undefined, position: undefined } : { before: list[position], position };
}

/** The touch of an entry that is recorded: it has an id of its own, so nothing is searched for. */
export const freshTouch = (place: Place): Touch => ({ place, before: undefined, position: undefined });

function putIn<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  value: T | undefined,
  position: number | undefined,
): readonly T[] {
  if (value === undefined) return list.filter((entry) => entry.id !== id);
  const index = list.findLastIndex(sameId(id));
  if (index >= 0) return list.with(index, value);
  return position === undefined ? [...list, value] : list.toSpliced(position, 0, value);
}

/**
 * The record with `value` at the place (undefined: taken away). The caller reads the value's type off the place.
 * `position`: where in its list what is not there is put; without it last.
 */
export function writePlace(
  records: Records,
  place: Place,
  value: unknown,
  version: number,
  position?: number,
): Records {
  const record = records[place.itemId] ?? emptyRecord(place.itemId);
  return { ...records, [place.itemId]: { ...changed(record, place, value, position), version } };
}

function changed(record: ItemRecord, place: Place, value: unknown, position: number | undefined): ItemRecord {
  switch (place.kind) {
    case 'answer': {
      const { [place.id]: _, ...others } = record.answers;
      const answers =
        value === undefined ? others : { ...others, [place.id]: value as ItemRecord['answers'][string] };
      return { ...record, answers };
    }
    case 'decision':
      return {
        ...record,
        decisions: putIn(
          record.decisions,
          place.id,
          value as ItemRecord['decisions'][number] | undefined,
          position,
        ),
      };
    case 'note':
      return {
        ...record,
        notes: putIn(record.notes, place.id, value as ItemRecord['notes'][number] | undefined, position),
      };
    case 'postponed':
      return { ...record, postponed: (value as ItemRecord['postponed'] | undefined) ?? null };
    default:
      return place satisfies never;
  }
}

/** Two places are the same thing. */
export const samePlace = (a: Place, b: Place): boolean =>
  a.kind === b.kind && a.itemId === b.itemId && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');
