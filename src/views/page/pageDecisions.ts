import type { AgendaItem } from '../../meeting/agenda.ts';
import type { Decision, Note } from '../../meeting/record.ts';
import { type Permission, permission, sameActor } from '../../meeting/roles.ts';
import { decisionsIn } from '../../meeting/standingDecisions.ts';
import { recordOf } from '../../meeting/state.ts';
import { assignmentLine, registeredLine } from '../decisionView.ts';
import { actorName, decisionNumber, responsibleName } from '../draftOf.ts';
import { isLeading, type PageSight } from './pageSight.ts';
import type { PageDecision } from './pageView.ts';

const NOTHING: PageDecision['may'] = {
  confirm: false,
  correct: false,
  strike: false,
  move: false,
  assign: false,
};

/** The item's decisions for this reader: those that stand by number, then (for leaders) those that were struck. */
export function pageDecisions(sight: PageSight, item: AgendaItem): PageDecision[] {
  const record = recordOf(sight.meeting, item.id);
  const struck = isLeading(sight)
    ? record.decisions.filter((decision) => decision.struck).sort((a, b) => a.sequence - b.sequence)
    : [];
  const shown = [...decisionsIn(record).all, ...struck];
  return shown.map((decision) => pageDecision(sight, item.id, decision));
}

function pageDecision(sight: PageSight, itemId: string, decision: Decision): PageDecision {
  const { people, language, acting } = sight;
  const assigned = decision.responsible.length > 0 || decision.due !== null;
  return {
    decisionId: decision.id,
    number: decisionNumber(sight.meeting, itemId, decision),
    text: decision.text,
    pointIds: decision.pointIds,
    responsible: decision.responsible.map((one) => ({
      kind: one.kind,
      name: responsibleName(people, one, language),
    })),
    due: decision.due,
    assignment: assigned ? assignmentLine(sight, decision.responsible, decision.due) : '',
    registered: sight.onStage ? '' : registeredLine(sight, itemId, decision),
    onBehalfOf: spokenFor(sight, decision),
    confirmed: decision.confirmed,
    assignmentConfirmed: decision.assignmentConfirmed,
    struck: decision.struck,
    mine: acting !== null && sameActor(decision.by, acting.by),
    may: mayWith(sight, decision),
    earlier: sight.onStage
      ? []
      : decision.earlier.map(({ text, by, at }) => ({
          text,
          replacedBy: actorName(people, by, language),
          at,
        })),
  };
}

/** Whose word it is, for who may say otherwise. */
export const spokenFor = (sight: PageSight, { onBehalfOf }: Decision | Note): string | null =>
  onBehalfOf && isLeading(sight) ? responsibleName(sight.people, onBehalfOf, sight.language) : null;

/** As `decide` would have it. */
function mayWith({ meeting, acting }: PageSight, decision: Decision): PageDecision['may'] {
  if (!acting || decision.struck || meeting.status === 'planned' || meeting.status === 'approved')
    return NOTHING;
  const own = sameActor(decision.by, acting.by) && !decision.confirmed;
  const ended = meeting.status === 'adjourned';
  const allowed = (may: Permission): boolean => may === 'yes' || (may === 'own' && own && !ended);
  const agreed = decision.assignmentConfirmed && (decision.responsible.length > 0 || decision.due !== null);
  const assign = permission(meeting, acting, 'AssignResponsible');
  const unconfirmed = !decision.confirmed || !decision.assignmentConfirmed;
  return {
    confirm: unconfirmed && allowed(permission(meeting, acting, 'ConfirmDecision')),
    correct: allowed(permission(meeting, acting, 'CorrectDecision')),
    strike: allowed(permission(meeting, acting, 'StrikeDecision')),
    move: allowed(permission(meeting, acting, 'MoveDecision')),
    assign: assign === 'yes' || (assign === 'unconfirmed' && !agreed && !ended),
  };
}
