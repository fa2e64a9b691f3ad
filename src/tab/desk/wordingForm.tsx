import { useEffect, useId, useRef, useState } from 'react';
import type { AskAnswer } from '../../views/page/ask.ts';
import type { PagePoint } from '../../views/page/pageView.ts';
import { SpeakerField } from '../speakerField.tsx';
import { isKept, useKeptText } from '../useKeptText.ts';
import { useDesk } from './deskContext.ts';

interface WordingFormProps {
  readonly label: string;
  readonly text: string;
  /** Of what it is the wording (`useWordingPlace`): what is typed and not sent is kept under it. */
  readonly place: string;
  /** Those that it can answer; none: it is not asked which. */
  readonly points?: readonly PagePoint[];
  readonly pointIds?: readonly string[];
  /** Names that are offered where it may be registered for somebody else; left out: it may not. */
  readonly speakers?: readonly string[];
  /** For whom it is registered by now; null: for nobody else. */
  readonly speaker?: string | null;
  save(text: string, pointIds: readonly string[], onBehalfOf: string): Promise<AskAnswer>;
  close(): void;
}

/** A wording in place: Ctrl+Enter keeps it, Esc leaves it, and what was typed stands there when it is opened
 * again. It closes once it is kept, so that no words get lost. */
export function WordingForm(props: WordingFormProps) {
  const { label, place, points = [], speakers, save, close } = props;
  const { texts } = useDesk();
  const { text, setText, letGo, keepOn } = useKeptText(place, props.text);
  const [chosen, setChosen] = useState<readonly string[]>(props.pointIds ?? []);
  const [speaker, setSpeaker] = useState(props.speaker ?? '');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [found] = useState(() => isKept(place));
  useEffect(() => {
    const { current } = field;
    // It opened by itself, with what was typed before: the cursor stays where it is.
    if (found && document.activeElement !== document.body) return;
    current?.focus({ preventScroll: found });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, [found]);
  const submit = async () => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    // Asked for, it is kept by what asks: it must not come back here as well.
    letGo();
    const answer = await save(text.trim(), chosen, speaker.trim());
    setBusy(false);
    if (answer.kind === 'refused') keepOn();
    else close();
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
        <button
          type="button"
          className="button"
          onClick={() => {
            letGo();
            close();
          }}
        >
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

/** Under which the wording of that thing is kept: of this meeting, for this reader. */
export function useWordingPlace(what: string): string {
  const { meetingId, me } = useDesk().room().view.head;
  return `${meetingId}.${me?.personId ?? ''}.${what}`;
}
