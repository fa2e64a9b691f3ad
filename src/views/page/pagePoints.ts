import type { AgendaItem } from '../../meeting/agenda.ts';
import type { Outcome } from '../../meeting/outcome.ts';
import { type ItemRecord, pointStatus } from '../../meeting/record.ts';
import { permission } from '../../meeting/roles.ts';
import { outcomeLabel } from '../../wording/outcome.ts';
import { mainAnswer, readRecommendation } from '../../wording/recommendation.ts';
import { buttonsOf } from '../cardView.ts';
import { openPoints, pointLine } from '../pointView.ts';
import type { PageSight } from './pageSight.ts';
import type { PageItem, PagePoint } from './pageView.ts';

/** What a point is answered with by a tap, beside what it asks for; what is rarer is said in a decision. */
const USUAL: readonly Outcome[] = [
  'approved',
  'noted',
  'discussed',
  'adopted',
  'postponed',
  'rejected',
  'forwarded',
];

/** The points of an item with where they stand; `live`: the room has not left it. */
export function pagePoints(
  sight: PageSight,
  item: AgendaItem,
  record: ItemRecord,
  live: boolean,
): PagePoint[] {
  const answers = mayAnswer(sight);
  return item.points.map((point) => {
    const { status, sign, open } = pointLine(sight, item, record, point, live);
    const stands = pointStatus(record, point.id);
    return {
      pointId: point.id,
      text: point.text,
      open,
      sign,
      status,
      outcome:
        stands.kind === 'answered' ? stands.answer.outcome : stands.kind === 'decided' ? 'decided' : null,
      sentence: stands.kind === 'answered' ? stands.answer.text : null,
      outcomes: answers ? outcomesFor(point.text, sight) : [],
    };
  });
}

function outcomesFor(text: string, { language }: PageSight): PagePoint['outcomes'] {
  const asked = readRecommendation(text).outcome;
  const list = asked ? [asked, ...USUAL.filter((outcome) => outcome !== asked)] : USUAL;
  return list.map((outcome) => ({ outcome, label: outcomeLabel(outcome, language) }));
}

/** The button that answers the open points as they ask. */
export function pageMainAnswer(sight: PageSight, item: AgendaItem): PageItem['mainAnswer'] {
  const main = mayAnswer(sight) ? mainAnswer(openPoints(sight, item)) : null;
  if (!main) return null;
  const { title, tip } = buttonsOf(sight)[main.label];
  return { label: title, tip };
}

const mayAnswer = ({ meeting, acting }: PageSight): boolean =>
  acting !== null &&
  meeting.status !== 'planned' &&
  meeting.status !== 'approved' &&
  permission(meeting, acting, 'AnswerRecommendations') === 'yes';
