import type { PageHead } from '../../views/page/pageView.ts';
import type { Rights } from './deskContext.ts';

const begun: readonly PageHead['status'][] = ['running', 'paused', 'adjourned'];

/** What the page offers: what the server says that this reader may, as far as the meeting has come. */
export function rightsOf({ audience, me, status }: PageHead): Rights {
  const open = begun.includes(status);
  const may = (command: keyof NonNullable<typeof me>['may']): boolean =>
    open && (me?.may[command] ?? 'no') !== 'no';
  const leading = audience === 'leading';
  return {
    leading,
    write: may('EditSection'),
    answer: may('AnswerRecommendations'),
    decide: may('RecordDecision') && (leading || status !== 'adjourned'),
    note: may('RecordNote') && (leading || status !== 'adjourned'),
    propose: leading && open && status !== 'adjourned',
  };
}
