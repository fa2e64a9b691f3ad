import type { Ref } from 'react';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { counted } from './place.ts';

interface AgendaListProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly shown: string;
  readonly moves: boolean;
  /** Goes to the item with the room, where the reader may. */
  readonly choose: (itemId: string) => void;
  readonly look: (itemId: string) => void;
  readonly ref: Ref<HTMLDetailsElement>;
}

/** Signs of where an item stands; the words are read aloud with them. */
const signs = { before: '–', done: '✓', now: '▸', ahead: '', notReached: '' } as const;

/** The whole agenda: to go to an item, or only to look at it. */
export function AgendaList({ open, setOpen, shown, moves, choose, look, ref }: AgendaListProps) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  return (
    <details
      ref={ref}
      className="panelFold"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {texts.agenda} ({counted(view.items).length})
      </summary>
      <ol className="panelAgenda">
        {view.items.map(({ itemId, kind, number, title, progress }) => (
          <li key={itemId}>
            {kind === 'break' ? (
              <span className="panelAgendaRow panelBreak">
                <span className="panelAgendaSign" />
                <span className="panelAgendaNumber" />
                <span>{title}</span>
              </span>
            ) : (
              <>
                <button
                  type="button"
                  className="panelAgendaRow"
                  aria-current={progress === 'now' ? 'step' : undefined}
                  onClick={() => choose(itemId)}
                >
                  <span className="panelAgendaSign" aria-hidden="true">
                    {signs[progress]}
                  </span>
                  {moves && <span className="panelUnseen">{texts.goToVerb}</span>}
                  <span className="panelAgendaNumber">{number}</span>
                  <span>{title}</span>
                </button>
                {moves && itemId !== shown && (
                  <button
                    type="button"
                    className="panelAgendaLook"
                    title={texts.look}
                    onClick={() => look(itemId)}
                  >
                    {texts.see}
                    <span className="panelUnseen">{` ${number ?? ''} ${title}`}</span>
                  </button>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
