import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import type { Host } from '../shell/host.ts';
import { AgendaList } from './agendaList.tsx';
import { Decisions } from './decisions.tsx';
import { More } from './more.tsx';
import { Notes } from './notes.tsx';
import { beside, roomItem, shortName } from './place.ts';
import { Points } from './points.tsx';
import { Proposal } from './proposal.tsx';
import { keys, type Shortcut } from './shortcuts.ts';
import { Steps } from './steps.tsx';
import type { Asking } from './useAsking.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useShortcutsWanted } from './useShortcutsWanted.ts';
import { WhereWeAre } from './whereWeAre.tsx';
import { WriteEntry, type WriteEntryHandle } from './writeEntry.tsx';

/** The panel while the meeting is held. */
export function Held({ asking, host }: { readonly asking: Asking; readonly host: Host }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { head, items } = view;
  const room = roomItem(view);
  const [looked, setLooked] = useState<string | null>(null);
  const [listOpen, setListOpen] = useState(false);
  const [shortcutsWanted, wantShortcuts] = useShortcutsWanted();
  const entry = useRef<WriteEntryHandle>(null);
  const list = useRef<HTMLDetailsElement>(null);
  const item = items.find(({ itemId }) => itemId === looked) ?? room;
  const moves = head.me?.may.MoveToItem === 'yes' && head.status === 'running';
  const here = room?.itemId ?? '';
  const step = (by: -1 | 1) => {
    const to = beside(items, here, by);
    if (!to) return;
    setLooked(null);
    void asking.ask(by === 1 ? { ask: 'next', fromItemId: here } : { ask: 'previous', fromItemId: here });
  };
  const goTo = (itemId: string) => {
    setLooked(null);
    void asking.ask({ ask: 'goTo', fromItemId: here, itemId });
  };
  const [newest] = head.undo;
  const undo = newest && (() => void asking.ask({ ask: 'undo', version: newest.version, itemId: null }));
  const openList = () => {
    // Open before the next key: a focus that came with a later frame would take it from where the reader went.
    flushSync(() => setListOpen(true));
    list.current?.querySelector<HTMLElement>('[aria-current], li button')?.focus();
  };
  const actions: Partial<Record<Shortcut, () => void>> = {
    ...(moves ? { next: () => step(1), previous: () => step(-1) } : {}),
    goTo: openList,
    ...(item?.mainAnswer && { answer: () => void asking.ask({ ask: 'answer', itemId: item.itemId }) }),
    decide: () => entry.current?.write('decision'),
    note: () => entry.current?.write('note'),
    ...(undo ? { undo } : {}),
  };
  useShortcuts(shortcutsWanted, actions);
  if (!item || !room) return null;
  return (
    <>
      <WhereWeAre item={item} />
      <main className="panelBody">
        {item !== room && (
          <div className="panelElsewhere">
            <button type="button" className="wideRow" onClick={() => setLooked(null)}>
              {texts.backToRoom(shortName(room))}
            </button>
            {moves && (
              <button type="button" className="wideRow" onClick={() => goTo(item.itemId)}>
                {texts.moveRoomHere}
              </button>
            )}
          </div>
        )}
        <Proposal asking={asking} />
        {item.hidden ? (
          <p className="panelQuiet">{texts.closedItem}</p>
        ) : (
          item.kind === 'item' && (
            <>
              <Points
                key={item.itemId}
                item={item}
                asking={asking}
                answerKey={shortcutsWanted ? keys.answer : null}
              />
              <Decisions item={item} asking={asking} />
              <Notes item={item} asking={asking} />
              <WriteEntry key={`write ${item.itemId}`} ref={entry} item={item} asking={asking} />
            </>
          )
        )}
        <AgendaList
          ref={list}
          open={listOpen}
          setOpen={setListOpen}
          shown={item.itemId}
          choose={(itemId) => {
            setListOpen(false);
            if (moves) goTo(itemId);
            else setLooked(itemId === here ? null : itemId);
          }}
          look={(itemId) => {
            setListOpen(false);
            setLooked(itemId === here ? null : itemId);
          }}
          moves={moves}
        />
        <More
          host={host}
          asking={asking}
          shortcuts={{ wanted: shortcutsWanted, want: wantShortcuts, has: (name) => name in actions }}
        />
      </main>
      <Steps
        moves={moves}
        previous={beside(items, here, -1)}
        next={beside(items, here, 1)}
        step={step}
        asking={asking}
        {...(undo && newest ? { undo, undoWhat: newest.what } : {})}
        keysShown={shortcutsWanted}
      />
    </>
  );
}
