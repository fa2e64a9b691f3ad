import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { changeHead } from './agendaEdits.ts';
import type { Bench } from './bench.ts';
import { clockField } from './clockField.ts';
import { optionalText, TypedField } from './typedField.tsx';

/** Name, time and place of the meeting. */
export function MeetingFields({ bench }: { readonly bench: Bench }) {
  const { agenda, edit, language } = bench;
  const texts = correctionTexts[language];
  const change = (fields: Parameters<typeof changeHead>[0], field: string) => edit(changeHead(fields), field);
  const clock = clockField(language);
  const line = { ...optionalText, wrong: '', className: 'wide' } as const;
  return (
    <div className="meetingFields">
      <TypedField
        {...line}
        label={texts.meetingTitle}
        value={agenda.title}
        change={(title) => change({ title }, 'title')}
      />
      <TypedField
        {...line}
        label={texts.forum}
        value={agenda.forum}
        change={(forum) => change({ forum }, 'forum')}
      />
      <div className="fields">
        <TypedField
          {...optionalText}
          type="date"
          className="date"
          label={texts.date}
          value={agenda.date}
          wrong=""
          change={(date) => change({ date }, 'date')}
        />
        <TypedField
          {...clock}
          label={texts.start}
          value={agenda.start}
          change={(start) => change({ start }, 'start')}
        />
        <TypedField
          {...clock}
          label={texts.end}
          value={agenda.end}
          change={(end) => change({ end }, 'end')}
        />
      </div>
      <TypedField
        {...line}
        label={texts.place}
        value={agenda.place}
        change={(place) => change({ place }, 'place')}
      />
    </div>
  );
}
