import { z } from 'zod';
import { Agenda, AgendaItem, CalendarDate, Due, Language, Layout } from '../meeting/agenda.ts';
import { Attendance } from '../meeting/events.ts';
import { Outcome } from '../meeting/outcome.ts';

/**
 * The draft minutes as stored for other systems: one head, and for each item one document of what was registered and
 * one of the case description. `version` is the commit of the meeting's log that the document shows.
 */
const shows = { meetingId: z.string(), version: z.int() };

export const DraftPerson = z.object({
  personId: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  role: z.string().nullable(),
});
export type DraftPerson = z.infer<typeof DraftPerson>;

/** Added after the meeting; never part of what the meeting said. */
export const DraftAddendum = z.object({
  addendumId: z.string(),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  struck: z.boolean(),
});
export type DraftAddendum = z.infer<typeof DraftAddendum>;

export const DraftHead = z.object({
  kind: z.literal('head'),
  ...shows,
  status: z.enum(['planned', 'running', 'paused', 'adjourned', 'approved']),
  title: z.string().nullable(),
  forum: z.string().nullable(),
  documentDate: CalendarDate.nullable(),
  caseNumber: z.string().nullable().default(null),
  date: CalendarDate.nullable(),
  start: Agenda.shape.start,
  end: Agenda.shape.end,
  place: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  adjournedAt: z.iso.datetime().nullable(),
  /** Held without Punkt and filled in afterwards: there are no times of it but the agenda's. */
  registeredAfterwards: z.boolean().default(false),
  /** When and by whom the minutes were approved; null while they are a draft. */
  approved: z.object({ at: z.iso.datetime(), by: z.string() }).nullable().default(null),
  /** *Tilføjet efter mødet*, to the minutes as a whole; those to an item stand with it. */
  addenda: z.array(DraftAddendum).default([]),
  currentItemId: z.string().nullable(),
  chairs: z.array(DraftPerson),
  minuteTakers: z.array(DraftPerson),
  /** The invited, and who was noted as present without being invited. */
  participants: z.array(
    DraftPerson.extend({
      apologies: z.boolean(),
      guest: z.boolean(),
      /** As somebody noted it; null: nobody did. */
      attendance: Attendance.nullable().default(null),
    }),
  ),
  attachments: Agenda.shape.attachments,
  /** All items in the order of the agenda, breaks too. */
  itemIds: z.array(z.string()),
  /** Items that were handled before Punkt joined. */
  handledBefore: z.array(z.string()),
  /** Items that the ended meeting never came to. */
  notReached: z.array(z.string()).default([]),
  layout: Layout,
  /** Of the meeting, and so of the minutes. */
  language: Language.default('da'),
});
export type DraftHead = z.infer<typeof DraftHead>;

const registered = {
  by: z.string(),
  at: z.iso.datetime(),
  origin: z.enum(['meeting', 'document']),
  /** Whose word it is, where somebody registered it for them; null: that of who registered it. */
  onBehalfOf: z.string().nullable().default(null),
  /** When it was said, where that was not when it was registered. */
  saidAt: z.iso.datetime().nullable().default(null),
};
const earlier = z.array(z.object({ text: z.string(), replacedBy: z.string(), at: z.iso.datetime() }));

export const DraftPoint = z.object({
  pointId: z.string(),
  text: z.string(),
  /** `proposed`: only an unconfirmed decision answers it. */
  status: z.enum(['answered', 'decided', 'proposed', 'open']),
  outcome: Outcome.nullable(),
  /** The sentence for the minutes, where it was answered. */
  sentence: z.string().nullable(),
  forwardedTo: z.string().nullable(),
  until: Due.nullable(),
  /** Numbers of the decisions that answer it: "4.1". */
  decisions: z.array(z.string()),
});
export type DraftPoint = z.infer<typeof DraftPoint>;

export const DraftDecision = z.object({
  decisionId: z.string(),
  /** As printed: "4.1". */
  number: z.string(),
  text: z.string(),
  responsible: z.array(
    z.object({
      kind: z.enum(['person', 'organisation', 'text']),
      name: z.string(),
      organisation: z.string().nullable(),
    }),
  ),
  due: Due.nullable(),
  confirmed: z.boolean(),
  assignmentConfirmed: z.boolean(),
  struck: z.boolean(),
  /** Struck because it was the same as that one, by its id. */
  mergedInto: z.string().nullable().default(null),
  /** `proposed`: the chair or a minute taker has not confirmed it. */
  state: z.enum(['proposed', 'decided', 'struck']),
  /** `open`: somebody is to do it. Punkt does not know when it is done. Null: nobody is, or it is struck. */
  task: z.enum(['open']).nullable(),
  ...registered,
  earlier,
});
export type DraftDecision = z.infer<typeof DraftDecision>;

export const DraftNote = z.object({
  noteId: z.string(),
  text: z.string(),
  confirmed: z.boolean(),
  struck: z.boolean(),
  ...registered,
  earlier,
});
export type DraftNote = z.infer<typeof DraftNote>;

export const DraftItem = z.object({
  kind: z.literal('item'),
  ...shows,
  itemId: z.string(),
  /** Of the meeting, so that items of many meetings are found without their heads. */
  forum: z.string().nullable(),
  date: CalendarDate.nullable(),
  itemKind: AgendaItem.shape.kind,
  number: z.string().nullable(),
  title: z.string(),
  closed: z.boolean(),
  presenters: z.array(z.string()),
  start: AgendaItem.shape.start,
  end: AgendaItem.shape.end,
  durationMinutes: AgendaItem.shape.durationMinutes,
  attachments: z.array(z.string()),
  recommendations: z.array(DraftPoint),
  decisions: z.array(DraftDecision),
  notes: z.array(DraftNote),
  /** The discussion where it was written as one text; null: it is the notes alone. See `discussionLines`. */
  discussion: z
    .object({
      text: z.string(),
      /** Notes whose words are in the text. */
      noteIds: z.array(z.string()),
      by: z.string(),
      at: z.iso.datetime(),
      earlier,
    })
    .nullable()
    .default(null),
  addenda: z.array(DraftAddendum).default([]),
  postponed: z.object({ until: Due.nullable(), by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type DraftItem = z.infer<typeof DraftItem>;

export const DraftDescription = z.object({
  kind: z.literal('description'),
  ...shows,
  itemId: z.string(),
  description: z.string(),
});
export type DraftDescription = z.infer<typeof DraftDescription>;

export const DraftDocument = z.discriminatedUnion('kind', [DraftHead, DraftItem, DraftDescription]);
export type DraftDocument = z.infer<typeof DraftDocument>;

/** The whole draft, from which every export is made. */
export interface Minutes {
  readonly head: DraftHead;
  readonly items: readonly (DraftItem & { readonly description: string | null })[];
}
