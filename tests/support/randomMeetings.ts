import fc from 'fast-check';
import type { Agenda } from '../../src/meeting/agenda.ts';
import type { Command } from '../../src/meeting/commands.ts';
import type { Acting } from '../../src/meeting/roles.ts';
import {
  adopt,
  agenda,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  operator,
  other,
  participant,
  planned,
  propose,
  stranger,
  undo,
} from './meetingBuilder.ts';
import { correct, issueLink, takeLink } from './pageCommands.ts';

/** Who does something in a random meeting. */
const actors: readonly Acting[] = [chair, minuteTaker, participant, other, stranger, operator];
const itemId = fc.constantFrom('item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-9', 'item-99');
const pointId = fc.constantFrom('point-1-1', 'point-2-1', 'point-2-2', 'point-4-1', 'point-99-1');
const decisionId = fc.constantFrom('d-1', 'd-2', 'd-3');
const noteId = fc.constantFrom('n-1', 'n-2');
const personId = fc.constantFrom('ida', 'ole', 'asta', 'bo');
const role = fc.constantFrom('chair' as const, 'coChair' as const, 'minuteTaker' as const);
const text = fc.constantFrom('Vedtaget.', 'Drøftet\nog vedtaget', ' ', '🙂');
const due = fc.constantFrom(null, { text: 'uge 5', date: null });
/** Mostly none: those of another item are refused. */
const pointIds = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(pointId, { maxLength: 2 }) },
);
const responsible = fc.array(fc.record({ kind: fc.constant('person' as const), personId }), { maxLength: 2 });
const proposed = fc.constantFrom('p-1', 'p-2');
const proposalId = fc.constantFrom('import-1', 'import-2');
const editions = [
  agenda(),
  agenda({ place: 'Havnen', items: [...agenda().items, item(9, { title: 'Broen over fjorden' })] }),
  agenda({ items: agenda().items.slice(0, 2) }),
];
const type = <T extends string>(name: T) => fc.constant(name);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ of: fc.constantFrom(...editions), id: proposalId, withMinutes: fc.boolean() })
    .map(({ of, id, withMinutes }) => propose(of, id, withMinutes)),
  proposalId.map((id) => adopt(id)),
  fc.record({ type: type('ClaimRole'), role }),
  fc.record({ type: type('AppointRole'), personId, role }),
  fc.record({ type: type('ContestRole'), personId, role }),
  fc.record({ type: type('StartMeeting'), itemId }),
  fc.record({ type: type('MoveToItem'), fromItemId: itemId, itemId }),
  fc.record({ type: fc.constantFrom('PauseMeeting' as const, 'ResumeMeeting' as const) }),
  fc.record({ type: type('AdjournMeeting'), fromItemId: itemId }),
  fc.record({
    type: type('AnswerRecommendations'),
    itemId,
    answers: fc.array(
      fc.record({ pointId, outcome: fc.constantFrom('approved' as const, 'noted' as const) }),
      {
        maxLength: 2,
      },
    ),
  }),
  fc.record({ type: type('PostponeItem'), itemId, until: due }),
  fc.record({ type: type('RecordDecision'), itemId, decisionId, text, pointIds, responsible, due }),
  fc.record({
    type: fc.constantFrom('ConfirmDecision' as const, 'StrikeDecision' as const),
    itemId,
    decisionId,
  }),
  fc.record({ type: type('CorrectDecision'), itemId, decisionId, text, pointIds }),
  fc.record({ type: type('MoveDecision'), itemId, decisionId, toItemId: itemId }),
  fc.record({ type: type('AssignResponsible'), itemId, decisionId, responsible, due }),
  fc.record({ type: type('MergeDecisions'), itemId, keptId: decisionId, struckId: decisionId }),
  fc.record({ type: type('KeepDecisionsApart'), itemId, firstId: decisionId, secondId: decisionId }),
  fc.record({ type: type('OpenProposal'), proposalId: proposed, itemId, text }),
  fc.record({ type: type('WriteProposal'), proposalId: proposed, text }),
  fc.record({ type: fc.constantFrom('TakePen' as const, 'DropProposal' as const), proposalId: proposed }),
  fc.record({ type: type('DecideProposal'), proposalId: proposed, decisionId, pointIds, responsible, due }),
  fc.constantFrom<Command>(
    issueLink('l-1', 'asta', 'tap'),
    issueLink('l-2', 'bo'),
    issueLink('l-3', null),
    takeLink('l-2'),
    { type: 'RevokeAccessLink', linkId: 'l-2' },
  ),
  fc
    .record({ of: fc.constantFrom(...editions), edition: fc.integer({ min: 1, max: 4 }) })
    .map(({ of, edition }) => correct(of, {}, edition)),
  fc.record({ type: type('RecordNote'), itemId, noteId, text }),
  fc.record({ type: fc.constantFrom('ConfirmNote' as const, 'StrikeNote' as const), itemId, noteId }),
  fc.record({ type: type('CorrectNote'), itemId, noteId, text }),
  fc.record({ type: type('MoveNote'), itemId, noteId, toItemId: itemId }),
  fc.record({
    type: type('EditSection'),
    itemId,
    section: fc.constant('discussion' as const),
    basedOn: text,
    text,
  }),
  fc.record({
    type: type('AddAddendum'),
    addendumId: noteId,
    itemId: fc.oneof(fc.constant(null), itemId),
    text,
  }),
  fc.record({ type: type('StrikeAddendum'), addendumId: noteId }),
  fc.record({ type: type('ApproveMinutes'), seenVersion: fc.integer({ min: 1, max: 60 }) }),
  fc
    .record({
      version: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 })),
      of: fc.oneof(fc.constant(null), itemId),
    })
    .map(({ version, of }) => undo(version, of)),
);
/** Somebody asks for something, again and again. */
export const script = fc.array(fc.record({ acting: fc.constantFrom(...actors), command }), {
  minLength: 10,
  maxLength: 60,
});

export interface Step {
  readonly acting: Acting;
  readonly command: Command;
}

/** Ids are fresh in every command that makes something: a number tells which. */
const fresh = (asked: Command, count: number): Command => {
  if (asked.type === 'RecordDecision' || asked.type === 'DecideProposal')
    return { ...asked, decisionId: `d-${(count % 3) + 1}` };
  return asked;
};

/** Plays a script over a meeting that has begun; what is refused is skipped. */
export function play(
  steps: readonly Step[],
  each?: (held: HeldMeeting, done: boolean) => void,
  of: Agenda = agenda(),
): HeldMeeting {
  const held = planned(of).does(chair, { type: 'StartMeeting', itemId: 'item-1' });
  const used = new Set<string>();
  steps.forEach(({ acting, command: asked }, index) => {
    const one = fresh(asked, index);
    const id =
      one.type === 'RecordDecision' || one.type === 'DecideProposal'
        ? one.decisionId
        : one.type === 'RecordNote'
          ? one.noteId
          : null;
    if (id !== null && used.has(id)) return;
    const decided = held.asks(acting, one);
    if (decided.kind === 'accepted') {
      if (id !== null) used.add(id);
      held.happens(acting.by, decided.events);
    }
    each?.(held, decided.kind === 'accepted');
  });
  return held;
}
