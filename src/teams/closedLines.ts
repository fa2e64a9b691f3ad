import { findItem } from '../meeting/state.ts';
import type { Line } from '../wording/lines.ts';
import type { CommandLine, LinePlan } from './lineCommands.ts';
import type { MeetingTurn } from './turnState.ts';

/** Lines that move the room; the cards show it. */
export const STEPS: readonly Line['kind'][] = ['next', 'previous', 'goTo', 'start', 'end', 'pause', 'resume'];

/** Registering under a closed item, or moving something to or from one, where everybody reads along. */
export function touchesClosed(turn: MeetingTurn, line: CommandLine, planned: LinePlan): boolean {
  if (turn.audience === 'leading') return false;
  if (STEPS.includes(line.kind)) return false;
  return planned.commands.some((command) =>
    ['itemId' in command ? command.itemId : null, 'toItemId' in command ? command.toItemId : null].some(
      (itemId) => itemId !== null && (findItem(turn.meeting, itemId)?.closed ?? false),
    ),
  );
}
