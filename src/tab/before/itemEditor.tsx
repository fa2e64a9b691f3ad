import { Checkbox, Field } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { changeItem, changeTimes, type Edit, putPerson } from './agendaEdits.ts';
import { clockField } from './clockField.ts';
import { type ItemTimes, readMinutes } from './clockTimes.ts';
import type { CorrectedItem, CorrectedPerson } from './correction.ts';
import { PointsEditor } from './pointsEditor.tsx';
import { PresentersField } from './presentersField.tsx';
import { optionalText, TypedField } from './typedField.tsx';

interface ItemEditorProps {
  readonly language: Language;
  readonly item: CorrectedItem;
  readonly people: readonly CorrectedPerson[];
  /** It was just made: its title is what is typed first. */
  readonly fresh: boolean;
  readonly newId: () => string;
  readonly edit: (edit: Edit, place?: string | null) => void;
  readonly newItem: (pointId: string) => void;
}

/** Everything of an item that can be corrected, in place. */
export function ItemEditor(props: ItemEditorProps) {
  const { language, item, people, fresh, newId, edit, newItem } = props;
  const texts = correctionTexts[language];
  const change = (fields: Parameters<typeof changeItem>[1], field: string) =>
    edit(changeItem(item.id, fields), `${field}:${item.id}`);
  // Letter by letter a time passes through others, of which none may stay behind.
  const typing = useRef<{ readonly field: string; readonly before: ItemTimes } | null>(null);
  const changeTime = (fields: Partial<ItemTimes>, field: string) => {
    const { start, end, durationMinutes } = item;
    if (typing.current?.field !== field) typing.current = { field, before: { start, end, durationMinutes } };
    edit(changeTimes(item.id, typing.current.before, fields), `${field}:${item.id}`);
  };
  const clock = clockField(language);
  const isItem = item.kind === 'item';
  return (
    <div className="itemEditor">
      <div className="fields">
        {isItem && (
          <TypedField
            {...optionalText}
            className="number"
            label={texts.number}
            value={item.number}
            wrong=""
            change={(number) => change({ number }, 'number')}
          />
        )}
        <TypedField
          className="wide"
          label={texts.title}
          value={item.title}
          autoFocus={fresh}
          write={(title) => title}
          read={(typed) => (typed.trim() === '' ? undefined : typed)}
          wrong={texts.titleMissing}
          change={(title) => change({ title }, 'title')}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears that a field was left */}
      <div
        className="fields"
        onBlur={() => {
          typing.current = null;
        }}
      >
        <TypedField
          {...clock}
          label={texts.start}
          value={item.start}
          change={(start) => changeTime({ start }, 'start')}
        />
        <TypedField
          {...clock}
          label={texts.end}
          value={item.end}
          change={(end) => changeTime({ end }, 'end')}
        />
        <TypedField
          className="short"
          label={texts.minutes}
          value={item.durationMinutes}
          write={(value) => value?.toString() ?? ''}
          read={readMinutes}
          wrong={texts.notMinutes}
          inputMode="numeric"
          change={(durationMinutes) => changeTime({ durationMinutes }, 'minutes')}
        />
      </div>
      {isItem && (
        <>
          <PresentersField
            texts={texts}
            chosen={item.presenters}
            people={people}
            change={(presenters) => edit(changeItem(item.id, { presenters: [...presenters] }))}
            addPerson={(person) => {
              const personId = newId();
              edit(putPerson({ personId, ...person }));
              return personId;
            }}
          />
          <Field hint={texts.closedHint}>
            <Checkbox
              label={texts.closed}
              checked={item.closed}
              onChange={(_, { checked }) => edit(changeItem(item.id, { closed: checked === true }))}
            />
          </Field>
          <PointsEditor texts={texts} item={item} newId={newId} edit={edit} newItem={newItem} />
          <TypedField
            {...optionalText}
            label={texts.description}
            value={item.description}
            wrong=""
            lines={Math.min(10, 2 + Math.ceil((item.description?.length ?? 0) / 70))}
            change={(description) => change({ description }, 'description')}
          />
          <TypedField
            label={texts.attachments}
            hint={texts.attachmentsHint}
            value={item.attachments}
            write={(attachments) => attachments.join('\n')}
            read={(typed) => (typed.trim() === '' ? [] : typed.split('\n'))}
            wrong=""
            lines={1 + Math.max(1, item.attachments.length)}
            change={(attachments) => change({ attachments }, 'attachments')}
          />
        </>
      )}
    </div>
  );
}
