import type { PageItem } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { Foot } from './foot.tsx';
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
    <button type="button" className="panelUndo" title={texts.undoWhat(undoWhat ?? '')} onClick={undo}>
      <span className="panelUndoWord">{texts.undo}</span>
      <span className="panelUndoWhat">{undoWhat}</span>
      <Key name={shown(keys.undo)} />
    </button>
  );
  if (status === 'paused' && me?.may.ResumeMeeting === 'yes')
    return (
      <Foot>
        <button
          type="button"
          className="panelPrimary panelWide"
          onClick={() => void asking.ask({ ask: 'resume' })}
        >
          {texts.resume}
        </button>
      </Foot>
    );
  if (!moves) return undoButton ? <Foot>{undoButton}</Foot> : null;
  return (
    <Foot>
      {undoButton}
      <div className="panelPair">
        <button type="button" className="panelSecondary" disabled={!previous} onClick={() => step(-1)}>
          {texts.previous}
          <Key name={shown(keys.previous)} />
        </button>
        {next ? (
          <button type="button" className="panelPrimary panelGrow" onClick={() => step(1)}>
            {texts.next}
            <Key name={shown(keys.next)} />
          </button>
        ) : (
          <TwoSteps
            label={texts.end}
            sure={texts.endSure}
            yes={texts.yesEnd}
            className="panelPrimary panelGrow"
            act={() => void asking.ask({ ask: 'adjourn', fromItemId: position?.itemId ?? '' })}
          />
        )}
      </div>
    </Foot>
  );
}
