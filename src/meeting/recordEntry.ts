import type { Responsible } from './agenda.ts';
import { rewritten } from './discussion.ts';
import type { MeetingEvent } from './events.ts';
import { writePlace } from './place.ts';
import { type Decision, emptyRecord, type ItemRecord, type Note, type Stamp } from './record.ts';
import { withDecision } from './standingDecisions.ts';

type Records = Readonly<Record<string, ItemRecord>>;
/** The events that register something under an item. */
export type EntryEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'RecommendationAnswered'
      | 'DecisionRecorded'
      | 'DecisionConfirmed'
      | 'DecisionCorrected'
      | 'DecisionStruck'
      | 'DecisionMoved'
      | 'ResponsibleAssigned'
      | 'DecisionsMerged'
      | 'DecisionsKeptApart'
      | 'NoteRecorded'
      | 'NoteConfirmed'
      | 'NoteCorrected'
      | 'NoteStruck'
      | 'NoteMoved'
      | 'SectionEdited'
      | 'ItemPostponed';
  }
>;

/**
 * The records after one event that registers, corrects, moves or strikes something. New entries spread their stamp
 * last: what begins with a spread and then grows gets a hidden class of its own from V8 (Node 20), and every search
 * among such entries costs a microsecond apiece (measured).
 */
export function recordEntry(records: Records, event: EntryEvent, version: number, stamp: Stamp): Records {
  const decision = (itemId: string, id: string, change: (known: Decision) => Decision): Records => {
    const known = records[itemId]?.decisions.find((entry) => entry.id === id);
    return known ? writePlace(records, { kind: 'decision', itemId, id }, change(known), version) : records;
  };
  const note = (itemId: string, id: string, change: (known: Note) => Note): Records => {
    const known = records[itemId]?.notes.find((entry) => entry.id === id);
    return known ? writePlace(records, { kind: 'note', itemId, id }, change(known), version) : records;
  };
  switch (event.type) {
    case 'RecommendationAnswered':
      return writePlace(
        records,
        { kind: 'answer', itemId: event.itemId, id: event.pointId },
        {
          outcome: event.outcome,
          text: event.text ?? null,
          forwardedTo: event.forwardedTo ?? null,
          until: event.until ?? null,
          ...stamp,
        },
        version,
      );
    case 'DecisionRecorded': {
      const recorded: Decision = {
        id: event.decisionId,
        sequence: event.sequence,
        text: event.text,
        pointIds: event.pointIds,
        responsible: event.responsible,
        due: event.due,
        confirmed: event.confirmed,
        assignmentConfirmed: event.confirmed,
        struck: false,
        earlier: [],
        origin: event.origin,
        onBehalfOf: event.onBehalfOf ?? null,
        saidAt: event.saidAt ?? null,
        ...stamp,
      };
      const record = records[event.itemId] ?? emptyRecord(event.itemId);
      return { ...records, [event.itemId]: withDecision(record, recorded, version) };
    }
    case 'DecisionConfirmed':
      return decision(event.itemId, event.decisionId, (known) => ({
        ...known,
        confirmed: true,
        assignmentConfirmed: true,
      }));
    case 'DecisionCorrected':
      return decision(event.itemId, event.decisionId, (known) => ({
        ...known,
        text: event.text,
        pointIds: event.pointIds,
        ...spokenBy(known, event, stamp),
      }));
    case 'DecisionStruck':
      return decision(event.itemId, event.decisionId, (known) => ({ ...known, struck: true }));
    case 'DecisionMoved': {
      const known = records[event.itemId]?.decisions.find((entry) => entry.id === event.decisionId);
      if (!known) return records;
      const { decisionId: id, itemId, toItemId } = event;
      const away = writePlace(records, { kind: 'decision', itemId, id }, undefined, version);
      // The points of the old item are not those of the new one.
      const moved = { ...known, sequence: event.sequence, pointIds: [] };
      const there = writePlace(away, { kind: 'decision', itemId: toItemId, id }, moved, version);
      return numbered(there, toItemId, event.sequence);
    }
    case 'ResponsibleAssigned':
      return decision(event.itemId, event.decisionId, (known) => ({
        ...known,
        responsible: event.responsible,
        due: event.due,
        assignmentConfirmed: event.confirmed,
      }));
    case 'DecisionsMerged': {
      const { itemId, keptId, struckId } = event;
      const struck = records[itemId]?.decisions.find((entry) => entry.id === struckId);
      if (!struck) return records;
      records = decision(itemId, keptId, (kept) => merged(kept, struck));
      return decision(itemId, struckId, (known) => ({ ...known, struck: true, mergedInto: keptId }));
    }
    case 'DecisionsKeptApart': {
      const record = records[event.itemId] ?? emptyRecord(event.itemId);
      const keptApart = [...record.keptApart, [event.firstId, event.secondId] as const];
      return { ...records, [event.itemId]: { ...record, keptApart, version } };
    }
    case 'NoteRecorded': {
      const recorded: Note = {
        id: event.noteId,
        text: event.text,
        confirmed: event.confirmed,
        struck: false,
        earlier: [],
        origin: event.origin,
        onBehalfOf: event.onBehalfOf ?? null,
        saidAt: event.saidAt ?? null,
        ...stamp,
      };
      const record = records[event.itemId] ?? emptyRecord(event.itemId);
      const notes = [...record.notes, recorded];
      return { ...records, [event.itemId]: { ...record, notes, version } };
    }
    case 'NoteConfirmed':
      return note(event.itemId, event.noteId, (known) => ({ ...known, confirmed: true }));
    case 'NoteCorrected':
      return note(event.itemId, event.noteId, (known) => ({
        ...known,
        text: event.text,
        ...spokenBy(known, event, stamp),
      }));
    case 'NoteStruck':
      return note(event.itemId, event.noteId, (known) => ({ ...known, struck: true }));
    case 'NoteMoved': {
      const known = records[event.itemId]?.notes.find((entry) => entry.id === event.noteId);
      if (!known) return records;
      const { noteId: id, itemId, toItemId } = event;
      const away = writePlace(records, { kind: 'note', itemId, id }, undefined, version);
      return writePlace(away, { kind: 'note', itemId: toItemId, id }, known, version);
    }
    case 'SectionEdited': {
      const record = records[event.itemId] ?? emptyRecord(event.itemId);
      const discussion = rewritten(record.discussion, event, stamp);
      return { ...records, [event.itemId]: { ...record, discussion, version } };
    }
    case 'ItemPostponed':
      return writePlace(
        records,
        { kind: 'postponed', itemId: event.itemId },
        { until: event.until, ...stamp },
        version,
      );
    default:
      return event satisfies never;
  }
}

/** Whose word it is from now on, and the wording that was; where only the speaker was another, there is none. */
function spokenBy(
  known: Decision | Note,
  event: { readonly text: string; readonly onBehalfOf?: Responsible | null },
  stamp: Stamp,
): Pick<Decision, 'onBehalfOf' | 'earlier'> {
  const { onBehalfOf = known.onBehalfOf } = event;
  if (event.onBehalfOf !== undefined && event.text === known.text)
    return { onBehalfOf, earlier: known.earlier };
  return { onBehalfOf, earlier: [...known.earlier, { text: known.text, ...stamp }] };
}

/** The one that stays, with what only the other one said: nothing that somebody wrote is lost with it. */
function merged(kept: Decision, struck: Decision): Decision {
  const assigned = kept.responsible.length > 0 || kept.due !== null;
  const from = assigned ? kept : struck;
  return {
    ...kept,
    pointIds: [...new Set([...kept.pointIds, ...struck.pointIds])],
    responsible: from.responsible,
    due: from.due,
    // Whoever merges them leads or writes, and vouches for the one that stays.
    confirmed: true,
    assignmentConfirmed: true,
  };
}

/** Remembers the highest number given under an item, for good. */
function numbered(records: Records, itemId: string, sequence: number): Records {
  const record = records[itemId] ?? emptyRecord(itemId);
  const lastSequence = Math.max(record.lastSequence, sequence);
  return { ...records, [itemId]: { ...record, lastSequence } };
}
