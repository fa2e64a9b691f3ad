import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { PageItem } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { othersIn, SpeakerField } from '../speakerField.tsx';
import { useKeptText } from '../useKeptText.ts';
import { shortName } from './place.ts';
import type { Asking } from './useAsking.ts';

type EntryKind = 'decision' | 'note';

export interface WriteEntryHandle {
  /** Puts the cursor into the field. */
  write(kind: EntryKind): void;
}

interface WriteEntryProps {
  readonly item: PageItem;
  readonly asking: Asking;
  readonly ref: Ref<WriteEntryHandle>;
}

/** A decision or a note, typed here; what somebody registers who does not lead waits for confirmation. */
export function WriteEntry({ item, asking, ref }: WriteEntryProps) {
  const { view, language, newId } = useRoom();
  const texts = panelTexts[language];
  const { me, meetingId } = view.head;
  const [kind, setKind] = useState<EntryKind>('decision');
  const { text, setText, putBack } = useKeptText(`${meetingId}.${me?.personId ?? ''}.${item.itemId}`);
  const [speaker, setSpeaker] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    write(next) {
      setKind(next);
      field.current?.focus();
    },
  }));
  const permission = me?.may[kind === 'decision' ? 'RecordDecision' : 'RecordNote'] ?? 'no';
  if (!me || (me.may.RecordDecision === 'no' && me.may.RecordNote === 'no')) return null;
  const save = async () => {
    const typed = text.trim();
    if (typed === '') return field.current?.focus();
    setText('');
    const { itemId, awaiting } = item;
    const name = speaker.trim();
    const saying = name === '' ? {} : { onBehalfOf: name };
    const done = await asking.ask(
      kind === 'decision'
        ? { ask: 'decide', itemId, decisionId: newId(), text: typed, pointIds: [...awaiting], ...saying }
        : { ask: 'note', itemId, noteId: newId(), text: typed, ...saying },
    );
    if (done) {
      setSaid(texts.saved);
      setSpeaker('');
    }
    // Nothing that was typed is lost: not by a refusal, and not what was typed since.
    else putBack(typed);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  const label = (kind === 'decision' ? texts.decisionText : texts.noteText)(shortName(item));
  return (
    <section aria-label={texts.write} className="panelWrite">
      <fieldset className="panelKinds">
        <legend className="panelUnseen">{texts.write}</legend>
        {(['decision', 'note'] as const).map((one) => (
          <label key={one} className={one === kind ? 'panelKind chosen' : 'panelKind'}>
            <input
              type="radio"
              name="kind"
              checked={one === kind}
              onChange={() => {
                setKind(one);
                setSaid('');
              }}
            />
            {texts[one]}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        rows={3}
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={20_000}
        onChange={({ target }) => {
          setText(target.value);
          setSaid('');
        }}
        onKeyDown={pressed}
      />
      <p className="panelQuiet">
        {permission === 'unconfirmed'
          ? texts.waitsForConfirmation
          : kind === 'decision'
            ? texts.decisionHint
            : ''}
      </p>
      {permission === 'yes' && (
        <SpeakerField names={othersIn(view.head)} value={speaker} change={setSpeaker} />
      )}
      <button type="button" className="panelSecondary panelWide" onClick={() => void save()}>
        {kind === 'decision' ? texts.saveDecision : texts.saveNote}
      </button>
      <p role="status" className="panelQuiet">
        {said}
      </p>
    </section>
  );
}
