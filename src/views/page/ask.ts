import { z } from 'zod';
import { AgendaItem, CalendarDate, ClockTime, RecommendationPoint } from '../../meeting/agenda.ts';
import { Attendance, GrantableRole } from '../../meeting/events.ts';
import { Outcome } from '../../meeting/outcome.ts';
import { TEXT_LIMIT } from '../../meeting/textLimit.ts';

/** An id as the page may name or make one. Records stand under their ids: a name that every object has is none. */
export const Id = z
  .string()
  .min(1)
  .max(64)
  .refine((value) => !(value in Object.prototype));
const id = Id;
/** A little more than a text may hold, so that the meeting itself says that it is too long. */
const text = z.string().max(TEXT_LIMIT + 10_000);
/** For whom it is registered, as a name is typed; left out or empty: for who asks. Leaders only. */
const onBehalfOf = z.string().trim().max(200).exactOptional();
const ask = <T extends string, S extends z.ZodRawShape>(kind: T, shape: S) =>
  z.object({ ask: z.literal(kind), ...shape });

/** An agenda as it is corrected in place. Ids of what is new are made by the page; what is left out is removed. */
export const CorrectedAgenda = z.object({
  title: z.string().max(500).nullable(),
  forum: z.string().max(200).nullable(),
  date: CalendarDate.nullable(),
  start: ClockTime.nullable(),
  end: ClockTime.nullable(),
  place: z.string().max(500).nullable(),
  chairs: z.array(id).max(20),
  minuteTakers: z.array(id).max(20),
  participants: z.array(z.object({ personId: id, apologies: z.boolean(), guest: z.boolean() })).max(300),
  /** Persons who are new or corrected. */
  people: z
    .array(
      z.object({
        personId: id,
        name: z.string().trim().min(1).max(200),
        title: z.string().max(200).nullable(),
        organisation: z.string().max(200).nullable(),
      }),
    )
    .max(300),
  items: z
    .array(
      AgendaItem.pick({
        id: true,
        kind: true,
        number: true,
        title: true,
        presenters: true,
        start: true,
        end: true,
        durationMinutes: true,
        closed: true,
        points: true,
        description: true,
        attachments: true,
      }).extend({
        id,
        presenters: z.array(id),
        points: z.array(RecommendationPoint.extend({ id })),
      }),
    )
    .min(1)
    .max(200),
});
export type CorrectedAgenda = z.infer<typeof CorrectedAgenda>;

/**
 * What the page asks for; the server makes the commands of the domain of it and alone says whether it may be. Ids of
 * new things come with it, so that the same ask sent again after an interruption is the same.
 */
export const Ask = z.discriminatedUnion('ask', [
  /** Null: at the first item. */
  ask('start', { itemId: id.nullable() }),
  ask('next', { fromItemId: id }),
  ask('previous', { fromItemId: id }),
  ask('goTo', { fromItemId: id, itemId: id }),
  ask('pause', {}),
  ask('resume', {}),
  ask('adjourn', { fromItemId: id }),
  /** The open points, as they ask. */
  ask('answer', { itemId: id }),
  ask('answerPoint', { itemId: id, pointId: id, outcome: Outcome }),
  /** Every open point with the same outcome. */
  ask('answerAll', { itemId: id, outcome: Outcome }),
  ask('postpone', { itemId: id, until: z.string().max(200).nullable() }),
  /** Responsible and due are read from the sentence. */
  ask('decide', { itemId: id, decisionId: id, text, pointIds: z.array(id).max(50), onBehalfOf }),
  ask('confirmDecision', { itemId: id, decisionId: id }),
  /** `onBehalfOf` left out: as it was; empty: of who registered it. */
  ask('correctDecision', { itemId: id, decisionId: id, text, pointIds: z.array(id).max(50), onBehalfOf }),
  ask('strikeDecision', { itemId: id, decisionId: id }),
  ask('moveDecision', { itemId: id, decisionId: id, toItemId: id }),
  /** Names and deadline as typed ("Viborg Kommune", "uge 5"). */
  ask('assign', {
    itemId: id,
    decisionId: id,
    responsible: z.array(z.string().trim().min(1).max(200)).max(20),
    due: z.string().max(200).nullable(),
  }),
  /** *Slå sammen*: `keptId` stays, the other is struck and says where it went. */
  ask('mergeDecisions', { itemId: id, keptId: id, struckId: id }),
  /** *Behold begge*. */
  ask('keepBoth', { itemId: id, first: id, second: id }),
  ask('note', { itemId: id, noteId: id, text, onBehalfOf }),
  ask('confirmNote', { itemId: id, noteId: id }),
  ask('correctNote', { itemId: id, noteId: id, text, onBehalfOf }),
  ask('strikeNote', { itemId: id, noteId: id }),
  ask('moveNote', { itemId: id, noteId: id, toItemId: id }),
  /** The whole text under *Referat*. `basedOn`: the text that the writer began from. */
  ask('writeDiscussion', { itemId: id, basedOn: text, text }),
  ask('claimRole', { role: GrantableRole }),
  ask('appoint', { personId: id, role: GrantableRole }),
  ask('contest', { personId: id, role: GrantableRole }),
  /** `version` null: the reader's own newest, of `itemId` if given. */
  ask('undo', { version: z.int().positive().nullable(), itemId: id.nullable() }),
  ask('addAddendum', { addendumId: id, itemId: id.nullable(), text }),
  ask('strikeAddendum', { addendumId: id }),
  ask('approve', { seenVersion: z.int().nonnegative() }),
  ask('openProposal', { itemId: id, proposalId: id, text }),
  ask('writeProposal', { proposalId: id, text }),
  /** *Giv mig pennen*. */
  ask('takePen', { proposalId: id }),
  /** *Det er besluttet*. */
  ask('decideProposal', { proposalId: id, decisionId: id, pointIds: z.array(id).max(50) }),
  /** *Drop forslag*. */
  ask('dropProposal', { proposalId: id }),
  /** `withMinutes`: the minutes that the document holds come along; left out: as it was laid before the meeting. */
  ask('adoptAgenda', { proposalId: id, withMinutes: z.boolean().exactOptional() }),
  /** `edition`: the one that was corrected. */
  ask('correctAgenda', { edition: z.int().nonnegative(), agenda: CorrectedAgenda }),
  /** *Efterregistrering*: the meeting was held without Punkt. */
  ask('registerAfterwards', {}),
  ask('revokeLink', { linkId: id }),
  /** *Fremmøde*; `attendance` null: what was noted is taken back. */
  ask('attend', { personIds: z.array(id).min(1).max(300), attendance: Attendance.nullable() }),
]);
export type Ask = z.infer<typeof Ask>;

/** `POST …/asks`. The same command id is carried out once, however often it comes. */
export const AskRequest = z.object({ commandId: z.string().min(8).max(64), ask: Ask });
export type AskRequest = z.infer<typeof AskRequest>;

/** The answer to an ask. `sentence`: in the reader's language, says what to do. */
export type AskAnswer =
  | { readonly kind: 'accepted' | 'repeated'; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string; readonly version: number };
