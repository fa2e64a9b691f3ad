import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { useRoom } from '../room.ts';
import type { Correcting, CorrectingState } from './correcting.ts';
import type { Correction } from './corrections.ts';

interface KeepingProps {
  readonly correcting: Correcting;
  readonly state: CorrectingState;
}

/** *Gemt*, *Fortryd*, *Gentag*. */
export function Keeping({ correcting, state }: KeepingProps) {
  const { language, connection } = useRoom();
  const texts = correctionTexts[language];
  const away = connection === 'offline' && state.save !== 'saved';
  return (
    <div className="keeping">
      <Button
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        aria-label={texts.undo}
        title={texts.undo}
        disabledFocusable={!state.canUndo}
        onClick={correcting.undo}
      />
      <Button
        appearance="subtle"
        icon={<ArrowRedoRegular />}
        aria-label={texts.redo}
        title={texts.redo}
        disabledFocusable={!state.canRedo}
        onClick={correcting.redo}
      />
      <span className="quiet" role="status">
        {away ? texts.offline : texts[state.save]}
      </span>
    </div>
  );
}

/** What was not saved, and why: somebody else's corrections of the same, or the server's refusal. */
export function NotSaved({ correcting, state }: KeepingProps) {
  const { language } = useRoom();
  const texts = correctionTexts[language];
  const words = (correction: Correction): string => {
    if (correction.kind === 'head') return texts.head[correction.part];
    const item = texts.item(correction.number, correction.title);
    if (correction.kind !== 'changed') return texts[correction.kind](item);
    return texts.changed(
      item,
      correction.parts.map((part) => texts.parts[part]),
    );
  };
  return (
    <div className="notSaved" aria-live="assertive">
      {state.notSaved.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.metTitle}</MessageBarTitle>
            {texts.metLead}
            <ul>
              {state.notSaved.map((correction) => (
                <li key={words(correction)}>{words(correction)}</li>
              ))}
            </ul>
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={correcting.putBack}>{texts.putBack}</Button>
            <Button onClick={correcting.letGo}>{texts.letGo}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.refused}</MessageBarTitle>
            {state.refused}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={correcting.undo}>{texts.takeBack}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
