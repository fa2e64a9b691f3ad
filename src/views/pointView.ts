import type { AgendaItem, RecommendationPoint } from '../meeting/agenda.ts';
import { type ItemRecord, isOpen, pointStatus } from '../meeting/record.ts';
import { type Meeting, recordOf } from '../meeting/state.ts';
import { outcomeLabel } from '../wording/outcome.ts';
import { mainAnswer, readRecommendation } from '../wording/recommendation.ts';
import { type Button, buttonMaker, buttonsOf, cut, paragraphs, type Sight, textsOf } from './cardView.ts';
import { decisionNumber } from './draftOf.ts';

/** A recommendation point on a card: sign and words say the same, so that colour need not. */
export interface PointView {
  readonly sign: string;
  readonly text: string;
  readonly status: string;
  readonly open: boolean;
  readonly answered: boolean;
  readonly action: Button;
}

/** Without the ", og" that ties a point to the next one in running text. */
const untied = (text: string): string => text.replace(/\s*,(?:\s*(?:og|samt))?\s*$/iu, '');

/** What a point lists below its sentence stays on lines of its own. */
const inLines = (text: string, limit: number): string =>
  paragraphs(text, limit)
    .map((line) => line.text)
    .join('\n');

/** The points of an item with where they stand; `live`: the room can still answer. */
export function pointViews(sight: Sight, item: AgendaItem, limit: number, live: boolean): PointView[] {
  const record = recordOf(sight.meeting, item.id);
  const numbered = item.points.length > 1;
  return item.points.map((point, index) => {
    const { status, sign, open } = pointLine(sight, item, record, point, live);
    // Read aloud before the text itself, and said three times by the action: short where there is little room.
    const title = cut(point.text, Math.min(80, Math.max(24, limit / 4)));
    return {
      sign,
      text: (numbered ? `${index + 1}. ` : '') + inLines(untied(point.text), limit),
      status,
      open,
      answered: !open,
      action: buttonMaker(sight.meeting)({ title, tip: title }, 'point.open', {
        i: item.id,
        p: point.id,
      }),
    };
  });
}

/** "Taget til efterretning", "Besluttet, se 4.3", "Ikke besvaret endnu" … */
export function pointLine(
  sight: Sight,
  item: AgendaItem,
  record: ItemRecord,
  point: RecommendationPoint,
  live: boolean,
): { status: string; sign: string; open: boolean } {
  const t = textsOf(sight);
  const status = pointStatus(record, point.id);
  switch (status.kind) {
    case 'answered': {
      const { outcome, until, forwardedTo } = status.answer;
      const label = outcomeLabel(outcome, sight.language);
      const to = forwardedTo
        ? t.forwardedTo(cut(forwardedTo, 120))
        : until
          ? t.untilDue(cut(until.text, 120))
          : '';
      return {
        status: [label, to].filter(Boolean).join(' '),
        sign: outcome === 'postponed' ? '→' : '✓',
        open: false,
      };
    }
    case 'decided': {
      const numbers = t.list(
        status.decisions.map((decision) => decisionNumber(sight.meeting, item.id, decision)),
      );
      return { status: t.decidedSee(numbers), sign: '✓', open: false };
    }
    case 'proposed': {
      const numbers = t.list(
        status.decisions.map((decision) => decisionNumber(sight.meeting, item.id, decision)),
      );
      return { status: t.proposedSee(numbers), sign: '○', open: true };
    }
    case 'open': {
      const needs = readRecommendation(point.text).asks === 'decide';
      return {
        status: live ? (needs ? t.needsDecision : t.unanswered) : t.unansweredAfter,
        sign: '○',
        open: true,
      };
    }
    default:
      return status satisfies never;
  }
}

export const openPoints = (sight: Sight, item: AgendaItem): readonly RecommendationPoint[] => {
  const record = recordOf(sight.meeting, item.id);
  return item.points.filter((point) => isOpen(record, point.id));
};

/**
 * Points that a decision answers without being told: the only open one that nothing but a decision answers. One that
 * asks to be noted, discussed or approved stays open, or the minutes would never say that it was.
 */
export function pointsAwaitingDecision(meeting: Meeting, item: AgendaItem | undefined): readonly string[] {
  const record = item && recordOf(meeting, item.id);
  const awaiting = (item?.points ?? []).filter(
    (point) => record && isOpen(record, point.id) && readRecommendation(point.text).outcome === null,
  );
  return awaiting.length === 1 ? awaiting.map((point) => point.id) : [];
}

/** The button that answers the open points as they ask; undefined where none can be answered by a tap. */
export function answerButton(sight: Sight, item: AgendaItem): Button | undefined {
  const main = mainAnswer(openPoints(sight, item));
  return main
    ? buttonMaker(sight.meeting)(buttonsOf(sight)[main.label], 'adopt', { i: item.id }, true)
    : undefined;
}
