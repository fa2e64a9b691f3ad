import { Button } from '@fluentui/react-components';
import type { Language } from '../../meeting/agenda.ts';
import { shellTexts } from '../../wording/page/shellTexts.ts';

/** What was asked for before the page was loaded again, and refused since. */
export interface RefusedLater {
  readonly id: string;
  readonly sentence: string;
  readonly text: string | null;
}

/** Says so, with the words, which are nowhere else any more. */
export function RefusedLaterBar(props: {
  readonly refused: RefusedLater;
  readonly language: Language;
  readonly done: () => void;
}) {
  const { refused, language, done } = props;
  const texts = shellTexts[language];
  return (
    <div className="bar warning" role="alert">
      <p>{texts.notDone(refused.sentence)}</p>
      {refused.text !== null && (
        <textarea readOnly aria-label={texts.yourText} value={refused.text} rows={3} />
      )}
      <Button size="small" onClick={done}>
        {texts.understood}
      </Button>
    </div>
  );
}
