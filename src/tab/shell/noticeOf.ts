import type { NoticeKind } from '../../wording/page/noticeTexts.ts';
import type { Gone } from '../live/liveRoom.ts';

/** By the code of an answer of the server, or the reason with which it ends a stream. */
const notices: Readonly<Record<string, NoticeKind>> = {
  signIn: 'noToken',
  signInAgain: 'noToken',
  linkUnknown: 'linkUnknown',
  linkRevoked: 'linkRevoked',
  revoked: 'linkRevoked',
  linkExpired: 'linkExpired',
  expired: 'linkExpired',
  linkElsewhere: 'linkTaken',
  notMember: 'notMember',
  noSuchMeeting: 'noAccess',
  noChatYet: 'noMeeting',
  erased: 'erased',
};

/** Null: nothing that is known; it may pass. */
export const noticeOfCode = (code: string | null): NoticeKind | null => (code && notices[code]) || null;

/** Why a meeting that was shown, or asked for, is not shown. */
export function noticeOf(
  reason: Gone | { readonly status: number; readonly code: string | null },
): NoticeKind {
  if (typeof reason === 'string') return noticeOfCode(reason) ?? 'noAccess';
  return noticeOfCode(reason.code) ?? (reason.status === 401 ? 'noToken' : 'noAccess');
}
