import { Button } from '@fluentui/react-components';
import { type NoticeKind, noticeTexts } from '../../wording/page/noticeTexts.ts';
import { shellTexts } from '../../wording/page/shellTexts.ts';
import { useAppearance } from './appearance.tsx';

/** The page without a meeting: why, and what to do. */
export function Notice({ kind, retry }: { readonly kind: NoticeKind; readonly retry?: () => void }) {
  const { language } = useAppearance();
  const { title, what } = noticeTexts[language][kind];
  return (
    <main className="notice" data-notice={kind}>
      <h1>{title}</h1>
      <p>{what}</p>
      {retry && <Button onClick={retry}>{shellTexts[language].tryAgain}</Button>}
    </main>
  );
}

/** Shown while the first view is on its way. */
export function Waiting() {
  const { language } = useAppearance();
  return (
    <main className="notice waiting" aria-busy="true">
      <p role="status">{shellTexts[language].loading}</p>
    </main>
  );
}
