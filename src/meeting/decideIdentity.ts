import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import type { Meeting } from './state.ts';

/** Said already of these two, in either way. */
export const isSettled = (meeting: Meeting, personId: string, accountId: string): boolean =>
  meeting.identities.some((one) => one.personId === personId && one.accountId === accountId);

/** Whether somebody who acted is a person of the agenda: a judgement, which is asked for once. */
export function settleIdentity(meeting: Meeting, command: CommandOf<'SettleIdentity'>): Decided {
  const { personId, accountId, same } = command;
  if (personId === accountId || isSettled(meeting, personId, accountId)) return refused('identitySettled');
  return accepted({ type: 'IdentitySettled', v: 1, personId, accountId, same });
}
