import type { PageSource } from '../../views/page/pageAnswers.ts';
import { type Answered, useAnswer } from '../useAnswer.ts';

/**
 * The document that the agenda came as.
 * @param proposalId of an agenda that waits; null: of the one in use
 * @param edition of the agenda; a new one may have come as another document
 */
export const useSource = (proposalId: string | null, edition: number): Answered<PageSource> =>
  useAnswer(
    proposalId === null ? '/source' : `/source?${new URLSearchParams({ proposal: proposalId })}`,
    edition,
  );
