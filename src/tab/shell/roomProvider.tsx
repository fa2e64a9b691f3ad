import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import type { AskRequest } from '../../views/page/ask.ts';
import type { NoticeKind } from '../../wording/page/noticeTexts.ts';
import { forgetKept } from '../live/forgetKept.ts';
import { keptAsks } from '../live/keptAsks.ts';
import { LiveRoom } from '../live/liveRoom.ts';
import { newHex } from '../live/newHex.ts';
import { browserTimers } from '../live/timers.ts';
import { RoomContext } from '../room.ts';
import { browserStorage } from './device.ts';
import { Notice, Waiting } from './notice.tsx';
import { noticeOf } from './noticeOf.ts';
import { type RefusedLater, RefusedLaterBar } from './refusedLater.tsx';
import type { ServerCall } from './serverCalls.ts';

interface RoomProviderProps {
  readonly meetingId: string;
  readonly owner: string;
  readonly call: ServerCall;
  readonly language: Language;
  readonly openMeeting: (meetingId: string | null) => void;
  /** Asked again by what ended it. */
  readonly again: () => void;
  readonly children: ReactNode;
}

/** Keeps the meeting live for everything below it; says why where it cannot be shown. */
export function RoomProvider(props: RoomProviderProps) {
  const { meetingId, owner, call, language, openMeeting, again, children } = props;
  const [notice, setNotice] = useState<NoticeKind | null>(null);
  const [refused, setRefused] = useState<readonly RefusedLater[]>([]);
  const live = useMemo(
    () =>
      new LiveRoom({
        meetingId,
        language,
        call,
        timers: browserTimers,
        kept: keptAsks(browserStorage(), owner, newHex(4)),
        openMeeting,
        gone: (reason) => setNotice(noticeOf(reason)),
        refusedLater: (request: AskRequest, { code, sentence }) => {
          // The desk has the whole text as a draft, merges it with what was quicker, and sends it again.
          if (request.ask.ask === 'writeDiscussion' && merged.includes(code)) return;
          setRefused((known) => [...known, { id: request.commandId, sentence, text: textOf(request) }]);
        },
      }),
    [meetingId, owner, call, language, openMeeting],
  );
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') live.wake();
    };
    const lost = () => live.lost();
    setNotice(null);
    live.start();
    document.addEventListener('visibilitychange', wake);
    for (const type of ['online', 'pageshow', 'focus']) window.addEventListener(type, wake);
    window.addEventListener('offline', lost);
    return () => {
      live.stop();
      document.removeEventListener('visibilitychange', wake);
      for (const type of ['online', 'pageshow', 'focus']) window.removeEventListener(type, wake);
      window.removeEventListener('offline', lost);
    };
  }, [live]);
  // Once the place is gone, which keeps what was typed when it goes.
  useEffect(() => {
    if (notice !== null && forgets.includes(notice)) forgetKept(browserStorage(), meetingId);
  }, [notice, meetingId]);
  const room = useSyncExternalStore(live.subscribe, live.room);
  const connection = useSyncExternalStore(live.subscribe, live.connection);
  if (notice) return <Notice kind={notice} retry={again} />;
  if (!room) return connection === 'offline' ? <Notice kind="serverAway" /> : <Waiting />;
  return (
    <RoomContext value={room}>
      {refused.map((one) => (
        <RefusedLaterBar
          key={one.id}
          refused={one}
          language={language}
          done={() => setRefused((known) => known.filter(({ id }) => id !== one.id))}
        />
      ))}
      {children}
    </RoomContext>
  );
}

/** Who sees this is not to see the meeting again; behind other notices the way back is open, and what was typed waits. */
const forgets: readonly NoticeKind[] = ['linkRevoked', 'erased', 'notMember'];

/** Refusals of a text that say no more than that somebody was quicker, or that it is there. */
const merged: readonly string[] = ['sectionChanged', 'textUnchanged'];

/** What somebody typed, so that it can be copied from where it is refused. */
const textOf = ({ ask }: AskRequest): string | null => ('text' in ask && ask.text !== '' ? ask.text : null);
