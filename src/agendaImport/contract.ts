import { z } from 'zod';
import {
  CalendarDate,
  ClockTime,
  Due,
  ImportWarning,
  ItemAnchors,
  Language,
  Layout,
} from '../meeting/agenda.ts';
import { type BuiltInLayout, builtInLayouts } from '../wording/builtInLayouts.ts';

/** The usual Danish order and labels, for sources that say nothing of their layout. */
export const usualLayout: Layout = builtInLayouts.recommendationFirst;

/** The layout itself, or the name of one that Punkt has ("caseFirst"). */
const ImportedLayout = z.union([
  Layout,
  z.enum(Object.keys(builtInLayouts) as BuiltInLayout[]).transform((name): Layout => builtInLayouts[name]),
]);

export const ImportedPerson = z.object({
  name: z.string().min(1),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  role: z.string().nullable(),
  apologies: z.boolean(),
  guest: z.boolean(),
  /** As the minutes that the document holds say it; missing: they do not. */
  written: z.enum(['present', 'absent']).exactOptional(),
});
export type ImportedPerson = z.infer<typeof ImportedPerson>;

export const ImportedDecision = z.object({
  text: z.string().min(1),
  responsible: z.array(z.string()),
  due: Due.nullable(),
  /** stated: under a decision label; suggested: recognised in prose, only proposed. */
  certainty: z.enum(['stated', 'suggested']),
});
export type ImportedDecision = z.infer<typeof ImportedDecision>;

export const ImportedItem = z.object({
  kind: z.enum(['item', 'break']),
  number: z.string().nullable(),
  title: z.string().min(1),
  presenters: z.array(z.string()),
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
  durationMinutes: z.int().nonnegative().nullable(),
  closed: z.boolean(),
  recommendations: z.array(z.string()),
  description: z.string().nullable(),
  attachments: z.array(z.string()),
  discussion: z.string().nullable(),
  decisions: z.array(ImportedDecision),
  /** Where it stood; left out by sources without lines, and for what stands only in a list of contents. */
  anchors: ItemAnchors.exactOptional(),
});
export type ImportedItem = z.infer<typeof ImportedItem>;

export const ImportedAttachment = z.object({ title: z.string().min(1), itemNumber: z.string().nullable() });
export type ImportedAttachment = z.infer<typeof ImportedAttachment>;

/** Lines that no rule could place, joined; `after` is the number (or title) of the item they stood below, null in the head. */
export const Unplaced = z.object({ text: z.string().min(1), after: z.string().nullable() });
export type Unplaced = z.infer<typeof Unplaced>;

/** The JSON of `punkt import FILE --json`; `layout` and `unplaced` may be left out when it comes in, and are always there going out. */
export const ImportedAgenda = z.object({
  documentDate: CalendarDate.nullable(),
  title: z.string().nullable(),
  forum: z.string().nullable(),
  date: CalendarDate.nullable(),
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
  place: z.string().nullable(),
  chairs: z.array(z.string()),
  minuteTakers: z.array(z.string()),
  participants: z.array(ImportedPerson),
  attachments: z.array(ImportedAttachment),
  items: z.array(ImportedItem),
  warnings: z.array(ImportWarning),
  layout: ImportedLayout.default(usualLayout),
  /** Number of the case that the meeting is filed under; missing: the document tells none. */
  caseNumber: z.string().min(1).optional(),
  /** Language of the meeting; missing: as the meeting has it already, else Danish. */
  language: Language.optional(),
  unplaced: z.array(Unplaced).default([]),
});
export type ImportedAgenda = z.infer<typeof ImportedAgenda>;
