import type { ItemRecord } from './record.ts';
import { emptyRecord } from './record.ts';
import type { Place } from './state.ts';

type Records = Readonly<Record<string, ItemRecord>>;

const sameId = (id: string) => (entry: { readonly id: string }) => entry.id === id;

/** What stands at a place; undefined if nothing. */
export function readPlace(records: Records, place: Place): unknown {
  const record = records[place.itemId];
  switch (place.kind) {
    case 'answer':
      return record?.answers[place.id];
    case 'decision':
      return record?.decisions.find(sameId(place.id));
    case 'note':
      return record?.notes.find(sameId(place.id));
    case 'postponed':
      return record?.postponed ?? undefined;
    default:
      return place satisfies never;
  }
}

/** Where in its list the thing at a place stands; undefined if it is in no list, or not there. */
export function positionOf(records: Records, place: Place): number | undefined {
  const record = records[place.itemId];
  if (!record || (place.kind !== 'decision' && place.kind !== 'note')) return undefined;
  const index = record[place.kind === 'decision' ? 'decisions' : 'notes'].findIndex(sameId(place.id));
  return index < 0 ? undefined : index;
}

function putIn<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  value: T | undefined,
  position: number | undefined,
): readonly T[] {
  if (value === undefined) return list.filter((entry) => entry.id !== id);
  const index = list.findIndex(sameId(id));
  return index < 0 ? list.toSpliced(position ?? list.length, 0, value) : list.with(index, value);
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
