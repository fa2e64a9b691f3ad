import { useEffect, useId, useRef, useState } from 'react';
import type { AskAnswer } from '../../views/page/ask.ts';
import type { PagePoint } from '../../views/page/pageView.ts';
import { SpeakerField } from '../speakerField.tsx';
import { useDesk } from './deskContext.ts';

interface WordingFormProps {
  readonly label: string;
  readonly text: string;
  /** Those that it can answer; none: it is not asked which. */
  readonly points?: readonly PagePoint[];
  readonly pointIds?: readonly string[];
  /** Names that are offered where it may be registered for somebody else; left out: it may not. */
  readonly speakers?: readonly string[];
  save(text: string, pointIds: readonly string[], onBehalfOf: string): Promise<AskAnswer>;
  close(): void;
}

/** A wording in place: Ctrl+Enter keeps it, Esc leaves it. It closes once it is kept, so that no words get lost. */
export function WordingForm(props: WordingFormProps) {
  const { label, points = [], speakers, save, close } = props;
  const { texts } = useDesk();
  const [text, setText] = useState(props.text);
  const [chosen, setChosen] = useState<readonly string[]>(props.pointIds ?? []);
  const [speaker, setSpeaker] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const submit = async () => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    const answer = await save(text.trim(), chosen, speaker.trim());
    setBusy(false);
    if (answer.kind !== 'refused') close();
  };
  return (
    <form
      className="wording"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        value={text}
        rows={Math.min(12, Math.max(2, text.split('\n').length + Math.floor(text.length / 90)))}
        onChange={(event) => setText(event.target.value)}
      />
      {points.length > 0 && (
        <fieldset className="answersPoints">
          <legend>{texts.answersPoints}</legend>
          {points.map((point, at) => (
            <label key={point.pointId} title={point.text}>
              <input
                type="checkbox"
                checked={chosen.includes(point.pointId)}
                onChange={({ target }) =>
                  setChosen(
                    target.checked
                      ? [...chosen, point.pointId]
                      : chosen.filter((pointId) => pointId !== point.pointId),
                  )
                }
              />{' '}
              {texts.pointNumber(at + 1)}
            </label>
          ))}
        </fieldset>
      )}
      {speakers && <SpeakerField names={speakers} value={speaker} change={setSpeaker} />}
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={busy}>
          {texts.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
