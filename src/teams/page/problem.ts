import type { Response } from 'express';
import type { Language } from '../../wording/outcome.ts';
import { type AccessRefusal, accessTexts } from '../../wording/page/accessTexts.ts';

const statuses: Readonly<Record<AccessRefusal, number>> = {
  signIn: 401,
  signInAgain: 401,
  keysUnavailable: 503,
  noSuchMeeting: 404,
  notMember: 403,
  rosterUnknown: 503,
  linkUnknown: 401,
  linkRevoked: 403,
  linkExpired: 403,
  linkElsewhere: 403,
  stageOnlyShows: 403,
  onlyLeaders: 403,
  notFound: 404,
  tooFast: 429,
  foreignOrigin: 403,
  notJson: 415,
  tooLarge: 413,
  notUnderstood: 400,
  storeAway: 503,
  failed: 500,
  pageMissing: 503,
  noChatYet: 404,
  tooManyRehearsals: 503,
  notInRehearsal: 403,
  noAddress: 503,
};

/** Why a request of the page is not served. Thrown by what looks at it, and answered in one place. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
  constructor(
    readonly code: AccessRefusal,
    /** What was wrong, for the log alone. */
    readonly reason: string = code,
  ) {
    super(code);
  }

  get status(): number {
    return statuses[this.code];
  }
}

/** The answer to what cannot be: a status, and `PageRefusal` in the reader's language. */
export function answerProblem(response: Response, problem: PageProblem, language: Language): void {
  if (problem.status === 503 || problem.status === 429) response.set('Retry-After', '5');
  response.status(problem.status).json({ code: problem.code, sentence: accessTexts[problem.code][language] });
}
