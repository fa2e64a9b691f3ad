import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { useRoom } from '../room.ts';
import { Tabs } from '../tabs.tsx';
import { useNarrow } from '../useNarrow.ts';
import type { Bench, Light } from './bench.ts';
import type { Correcting, CorrectingState } from './correcting.ts';
import { peopleOf } from './correction.ts';
import { ItemList } from './itemList.tsx';
import { Keeping, NotSaved } from './keeping.tsx';
import { MeetingFields } from './meetingFields.tsx';
import { numberShown } from './numbering.ts';
import { PeopleList } from './peopleList.tsx';
import { Roles } from './roles.tsx';
import { SourceView } from './sourceView.tsx';
import { splitItem } from './splitting.ts';
import { useSource } from './useSource.ts';

interface WorkbenchProps {
  readonly correcting: Correcting;
  readonly state: CorrectingState;
}

const parts = ['agenda', 'people', 'meeting', 'document'] as const;
type Part = (typeof parts)[number];

/** The document on one side, what Punkt made of it on the other, each linked to the other and corrected in place. */
export function Workbench({ correcting, state }: WorkbenchProps) {
  const room = useRoom();
  const { view, language, newId } = room;
  const texts = beforeTexts[language];
  const narrow = useNarrow();
  const [part, setPart] = useState<Part>('agenda');
  const [open, setOpen] = useState<string | null>(null);
  const [lit, setLit] = useState<Light | null>(null);
  const [said, setSaid] = useState<{ readonly what: string; readonly undoable: boolean } | null>(null);
  const source = useSource(null, view.head.edition);
  const hasSource = source.kind === 'loading' || source.kind === 'ready';
  const rows = useRef<HTMLDivElement>(null);
  const panel = useId();
  const light = useCallback((next: Light | null) => {
    setLit(next);
    if (next?.from !== 'line') return;
    const row = rows.current?.querySelector(`[data-item="${CSS.escape(next.itemId)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, []);
  const bench = useMemo<Bench>(
    () => ({
      language,
      agenda: state.agenda,
      people: peopleOf(view, state.agenda),
      edit: correcting.edit,
      newId,
      open,
      setOpen,
      lit,
      light,
      say: (what, undoable = false) => setSaid({ what, undoable }),
    }),
    [language, state.agenda, view, correcting, newId, open, lit, light],
  );
  const shownParts = parts.filter((one) => one !== 'document' || (narrow && hasSource));
  const shown = shownParts.includes(part) ? part : 'agenda';
  const choose = (itemId: string) => {
    // Drawn before the next key is read: a focus that came later would take it from where the reader went.
    flushSync(() => {
      setPart('agenda');
      setOpen(itemId);
    });
    rows.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"] .rowButton`)?.focus();
  };
  const document = (
    <SourceView
      language={language}
      source={source}
      items={state.agenda.items}
      open={open}
      lit={lit}
      light={light}
      choose={choose}
      split={(item, parting) => {
        const id = newId();
        const words = correctionTexts[language];
        correcting.edit(splitItem(item.id, parting, { id, title: words.fresh }));
        const name = words.item(numberShown(state.agenda.items, item), item.title);
        setSaid({ what: words.parted(name), undoable: true });
        choose(id);
      }}
    />
  );
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) correcting.redo();
    else correcting.undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for all fields within
    <div className="workbench" onKeyDown={press}>
      <div className="benchHead">
        <Tabs
          label={texts.parts}
          tabs={shownParts.map((value) => ({ value, label: texts[value] }))}
          selected={shown}
          panel={panel}
          select={setPart}
        />
        <Keeping correcting={correcting} state={state} />
      </div>
      <NotSaved correcting={correcting} state={state} />
      <Said said={said} undo={correcting.undo} done={() => setSaid(null)} />
      <div className={narrow || !hasSource ? 'onePane' : 'panes'}>
        {!narrow && hasSource && document}
        <div ref={rows} className="rows" id={panel} role="tabpanel" aria-label={texts[shown]}>
          {shown === 'agenda' && <ItemList bench={bench} />}
          {shown === 'people' && (
            <>
              <Roles />
              <PeopleList bench={bench} />
            </>
          )}
          {shown === 'meeting' && <MeetingFields bench={bench} />}
          {shown === 'document' && document}
        </div>
      </div>
    </div>
  );
}

interface SaidProps {
  readonly said: { readonly what: string; readonly undoable: boolean } | null;
  readonly undo: () => void;
  readonly done: () => void;
}

/** What was just done, with *Fortryd* where it may have been a slip. */
function Said({ said, undo, done }: SaidProps) {
  const { language } = useRoom();
  return (
    <div className={said ? 'said' : 'said none'} role="status">
      {said && (
        <>
          <span>{said.what}</span>
          {said.undoable && (
            <Button
              size="small"
              onClick={() => {
                undo();
                done();
              }}
            >
              {correctionTexts[language].undo}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
