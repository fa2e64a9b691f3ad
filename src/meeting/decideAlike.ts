import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import type { ItemRecord } from './record.ts';

/** Two decisions of an item in like words: made one, or said to be two. */
export function decideAlike(
  record: ItemRecord,
  command: CommandOf<'MergeDecisions' | 'KeepDecisionsApart'>,
): Decided {
  const [one, two] =
    command.type === 'MergeDecisions'
      ? [command.keptId, command.struckId]
      : [command.firstId, command.secondId];
  if (one === two) return refused('sameDecision');
  for (const id of [one, two]) {
    const known = record.decisions.find((decision) => decision.id === id);
    if (!known) return refused('unknownDecision');
    if (known.struck) return refused('alreadyStruck');
  }
  const { itemId } = command;
  if (command.type === 'MergeDecisions')
    return accepted({ type: 'DecisionsMerged', v: 1, itemId, keptId: one, struckId: two });
  return keptApart(record, one, two)
    ? refused('textUnchanged')
    : accepted({ type: 'DecisionsKeptApart', v: 1, itemId, firstId: one, secondId: two });
}

/** Somebody has said of these two that they are not the same. */
export const keptApart = ({ keptApart: pairs }: ItemRecord, one: string, two: string): boolean =>
  pairs.some(([a, b]) => (a === one && b === two) || (a === two && b === one));
