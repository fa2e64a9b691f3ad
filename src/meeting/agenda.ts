import { z } from 'zod';
import { Anchor, Span } from './anchors.ts';

/** Local clock time of the meeting, "HH:MM" (Europe/Copenhagen). */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Calendar date, "YYYY-MM-DD". */
export const CalendarDate = z.iso.date();

/** Languages that Punkt speaks. */
export const Language = z.enum(['da', 'en']);
export type Language = z.infer<typeof Language>;

/** A deadline as it was said; `date` only where the words mean one certain day ("uge 5" is a span and has none). */
export const Due = z.object({ text: z.string().min(1), date: CalendarDate.nullable() });
export type Due = z.infer<typeof Due>;

/** Who is to do something: a person, an organisation of the agenda, or whatever was written. */
export const Responsible = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string() }),
  z.object({ kind: z.literal('organisation'), name: z.string().min(1) }),
  z.object({ kind: z.literal('text'), text: z.string().min(1) }),
]);
export type Responsible = z.infer<typeof Responsible>;

/** One "at-punkt" of a recommendation, text as in the document without bullet or number. */
export const RecommendationPoint = z.object({ id: z.string(), text: z.string().min(1) });
export type RecommendationPoint = z.infer<typeof RecommendationPoint>;

/** Minutes that the imported document already held for an item. */
export const WrittenMinutes = z.object({
  discussion: z.string().nullable(),
  decisions: z.array(
    z.object({ text: z.string().min(1), responsible: z.array(Responsible), due: Due.nullable() }),
  ),
});
export type WrittenMinutes = z.infer<typeof WrittenMinutes>;

/** The parts of an item. */
export const SectionKind = z.enum([
  'recommendation',
  'description',
  'attachments',
  'discussion',
  'decisions',
]);
export type SectionKind = z.infer<typeof SectionKind>;

/** Where an item stands in its source, for writing the minutes back into that very document. */
export const ItemAnchors = z.object({
  /** SHA-256 (hex) of the source. */
  source: z.string().exactOptional(),
  heading: Span,
  /** In document order; `label` and `labelAt` are null where a section has no heading of its own. */
  sections: z.array(
    z.object({
      kind: SectionKind,
      label: z.string().nullable(),
      labelAt: Anchor.nullable(),
      /** Null: a heading with nothing under it. */
      lines: Span.nullable(),
    }),
  ),
  /** Last line that belongs to the item. */
  end: Anchor,
});
export type ItemAnchors = z.infer<typeof ItemAnchors>;

export const AgendaItem = z.object({
  id: z.string(),
  kind: z.enum(['item', 'break']),
  /** As printed ("4", "4a"); null for a break or an unnumbered item. Not unique. */
  number: z.string().nullable(),
  title: z.string().min(1),
  /** Person ids. */
  presenters: z.array(z.string()),
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
  durationMinutes: z.int().nonnegative().nullable(),
  closed: z.boolean(),
  points: z.array(RecommendationPoint),
  /** Plain text, paragraphs parted by "\n". */
  description: z.string().nullable(),
  attachments: z.array(z.string()),
  written: WrittenMinutes.nullable(),
  /** Left out where the source has no lines (JSON), and in items made by hand. */
  anchors: ItemAnchors.exactOptional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** The parts of a document's head. */
export const HeaderPart = z.enum([
  'caseNumber',
  'forum',
  'when',
  'place',
  'chair',
  'minuteTaker',
  'documentDate',
  'participants',
  'apologies',
  'attachments',
]);
export type HeaderPart = z.infer<typeof HeaderPart>;

/** The parts in the order and under the labels of the document; label null: it has no heading there. */
export const Layout = z.object({
  sections: z.array(z.object({ kind: SectionKind, label: z.string().nullable() })),
  /** How recommendation points are set: bullets or numbers. */
  points: z.enum(['bullets', 'numbers']),
  /** The labels of the head in their order; day and hour may have one each. Missing: as usual. */
  header: z.array(z.object({ part: HeaderPart, label: z.string().min(1) })).exactOptional(),
});
export type Layout = z.infer<typeof Layout>;

export const Agenda = z.object({
  title: z.string().nullable(),
  forum: z.string().nullable(),
  documentDate: CalendarDate.nullable(),
  date: CalendarDate.nullable(),
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
  place: z.string().nullable(),
  /** Person ids that the document names as leading and writing: proposals, not roles. */
  chairs: z.array(z.string()),
  minuteTakers: z.array(z.string()),
  participants: z.array(
    z.object({
      personId: z.string(),
      apologies: z.boolean(),
      guest: z.boolean(),
      /** As the minutes in the document say it; missing: they do not, or there are none. */
      written: z.enum(['present', 'absent']).exactOptional(),
    }),
  ),
  /** Attachments listed in the head of the document; `itemNumber` as printed there. */
  attachments: z.array(z.object({ title: z.string(), itemNumber: z.string().nullable() })),
  items: z.array(AgendaItem),
  layout: Layout,
  /** That the meeting is filed under; missing: the document told none. */
  caseNumber: z.string().optional(),
  /** Of the shared cards and the minutes; missing (as in all that was stored before it came): Danish. */
  language: Language.optional(),
});
export type Agenda = z.infer<typeof Agenda>;

/** A doubt of the importer, e.g. "presenterSentApologies"; the sentence is made by `wording` or the importer. */
export const ImportWarning = z.object({
  code: z.string(),
  message: z.string(),
  /** The same in English; missing where it was stored, or came as JSON, without. */
  english: z.string().optional(),
  itemNumber: z.string().nullable(),
});
export type ImportWarning = z.infer<typeof ImportWarning>;
