import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import type { Acting, Permission } from './roles.ts';
import type { AccessLink, Meeting } from './state.ts';

/** A link that is not revoked; undefined for every other id. */
export const linkOf = (meeting: Meeting, linkId: string): AccessLink | undefined =>
  meeting.links.find((link) => link.id === linkId && !link.revoked);

/**
 * Gives a link to the page: copied by who leads or writes, for anybody or the stage; or to whoever tapped for it,
 * signed in, for themselves.
 */
export function issueLink(
  meeting: Meeting,
  command: CommandOf<'IssueAccessLink'>,
  acting: Acting,
  may: Permission,
): Decided {
  const { linkId, personId, secretHash, grounds } = command;
  if (meeting.links.some((link) => link.id === linkId)) return refused('linkTaken');
  const byTap = grounds === 'tap';
  if (!byTap && may !== 'yes') return refused('notAllowed');
  if (byTap && !acting.authenticated) return refused('anonymous');
  if (byTap && !isOf(acting, personId)) return refused('onlyOwn');
  const fields = { linkId, personId, secretHash, grounds, authenticated: byTap };
  return accepted({ type: 'AccessLinkIssued', v: 1, ...fields });
}

/** The first device takes it. */
export function takeLink(meeting: Meeting, command: CommandOf<'TakeAccessLink'>): Decided {
  const { linkId, deviceHash } = command;
  const link = linkOf(meeting, linkId);
  if (!link) return refused('linkGone');
  if (link.deviceHash !== null) return refused('linkTaken');
  return accepted({ type: 'AccessLinkTaken', v: 1, linkId, deviceHash });
}

export function revokeLink(
  meeting: Meeting,
  command: CommandOf<'RevokeAccessLink'>,
  acting: Acting,
  may: Permission,
): Decided {
  const link = linkOf(meeting, command.linkId);
  if (!link) return refused('linkGone');
  if (may !== 'yes' && !isOf(acting, link.personId)) return refused('onlyOwn');
  return accepted({ type: 'AccessLinkRevoked', v: 1, linkId: link.id });
}

const isOf = (acting: Acting, personId: string | null): boolean =>
  acting.by.kind === 'person' && acting.by.personId === personId;
