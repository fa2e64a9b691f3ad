import './desk.css';
import './deskItems.css';
import './deskForms.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { deskTexts } from '../../wording/page/deskTexts.ts';
import type { DeskViewProps } from '../deskView.ts';
import { newHex } from '../live/newHex.ts';
import { browserTimers } from '../live/timers.ts';
import { Presses } from '../presses.ts';
import { type Room, useRoom } from '../room.ts';
import { browserStorage } from '../shell/device.ts';
import { type DeskContext, Desks } from './deskContext.ts';
import { DeskDocument } from './deskDocument.tsx';
import { DeskVoice, type Refused, type Said } from './deskVoice.tsx';
import { DeskTextKeeper } from './keeping/deskTextKeeper.ts';
import { Drafts } from './keeping/drafts.ts';
import { goToItem } from './moving.ts';
import { rightsOf } from './rights.ts';

/** The desk while the meeting is held: the whole agenda as one document. */
export function Desk({ itemId }: Pick<DeskViewProps, 'itemId'>) {
  const room = useRoom();
  const now = useRef<Room>(room);
  now.current = room;
  const { language, view } = room;
  const { meetingId, me } = view.head;
  const [said, setSaid] = useState<Said>({ sentence: '', count: 0 });
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const personId = me?.personId ?? '';

  const desk = useMemo<DeskContext>(() => {
    const presses = new Presses(browserTimers, () => now.current.view.head.version);
    const say = (sentence: string) => setSaid(({ count }) => ({ sentence, count: count + 1 }));
    return {
      room: () => now.current,
      language,
      opened: new Set(),
      keeper: new DeskTextKeeper(
        (ask) => now.current.ask(ask),
        new Drafts(browserStorage(), `${meetingId}.${personId}`, newHex(4)),
        browserTimers,
      ),
      say,
      refused: (sentence) => setRefusal({ sentence, text: null }),
      lost: (sentence, text) => setRefusal({ sentence, text }),
      async act(ask, done) {
        setRefusal(null);
        const answer = await presses.once(ask, now.current.ask);
        if (answer.kind === 'refused') setRefusal({ sentence: answer.sentence, text: null });
        else if (done) say(done);
        return answer;
      },
    };
  }, [language, meetingId, personId]);

  const { keeper } = desk;
  useEffect(() => keeper.seen(view), [keeper, view]);
  useEffect(() => {
    // What was typed before a reload is sent now, whether or not its item is on the screen.
    if (rightsOf(now.current.view.head).write)
      for (const { itemId, discussion } of now.current.view.items)
        if (discussion) keeper.of(itemId, now.current.view);
    const leave = () => keeper.flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      leave();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [keeper]);

  useEffect(() => {
    if (itemId !== null) goToItem(itemId);
  }, [itemId]);

  const dismiss = useCallback(() => setRefusal(null), []);
  return (
    <Desks value={desk}>
      {view.items.length === 0 ? (
        <main className="emptyDesk">
          <h1>{deskTexts[language].noAgenda}</h1>
        </main>
      ) : (
        <DeskDocument view={view} />
      )}
      <DeskVoice said={said} refusal={refusal} dismiss={dismiss} />
    </Desks>
  );
}
