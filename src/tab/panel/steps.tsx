import type { PageItem } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { Key } from './key.tsx';
import { keys } from './shortcuts.ts';
import { TwoSteps } from './twoSteps.tsx';
import type { Asking } from './useAsking.ts';

interface StepsProps {
  readonly moves: boolean;
  readonly previous: PageItem | null;
  readonly next: PageItem | null;
  readonly step: (by: -1 | 1) => void;
  readonly asking: Asking;
  readonly undo?: () => void;
  readonly undoWhat?: string;
  readonly keysShown: boolean;
}

/** What the thumb reaches: on, back, and the newest taken back. */
export function Steps({ moves, previous, next, step, asking, undo, undoWhat, keysShown }: StepsProps) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { status, me, position } = view.head;
  const shown = (name: string) => (keysShown ? name : null);
  const undoButton = undo && (
    <button
      type="button"
      className="undo"
      title={texts.undoWhat(undoWhat ?? '')}
      aria-label={texts.undoWhat(undoWhat ?? '')}
      onClick={undo}
    >
      <span className="undoWord">{texts.undo}</span>
      <span className="undoWhat">{undoWhat}</span>
      <Key name={shown(keys.undo)} />
    </button>
  );
  if (status === 'paused' && me?.may.ResumeMeeting === 'yes')
    return (
      <footer className="steps">
        <button type="button" className="primary wide" onClick={() => void asking.ask({ ask: 'resume' })}>
          {texts.resume}
        </button>
      </footer>
    );
  if (!moves) return undoButton ? <footer className="steps">{undoButton}</footer> : null;
  return (
    <footer className="steps">
      {undoButton}
      <div className="pair">
        <button type="button" className="secondary" disabled={!previous} onClick={() => step(-1)}>
          {texts.previous}
          <Key name={shown(keys.previous)} />
        </button>
        {next ? (
          <button type="button" className="primary grow" onClick={() => step(1)}>
            {texts.next}
            <Key name={shown(keys.next)} />
          </button>
        ) : (
          <TwoSteps
            label={texts.end}
            sure={texts.endSure}
            yes={texts.yesEnd}
            className="primary grow"
            act={() => void asking.ask({ ask: 'adjourn', fromItemId: position?.itemId ?? '' })}
          />
        )}
      </div>
    </footer>
  );
}
