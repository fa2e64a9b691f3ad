import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import { ChooseMeeting } from './chooseMeeting.tsx';
import type { Device } from './device.ts';
import { type Entered, enter } from './entrance.ts';
import type { Host } from './host.ts';
import { Notice, Waiting } from './notice.tsx';
import { Place, prepare } from './places.tsx';
import { RoomProvider } from './roomProvider.tsx';

const Start = lazy(() => import('../start/start.tsx').then(({ Start }) => ({ default: Start })));
const FirstAgenda = lazy(() =>
  import('../before/firstAgenda.tsx').then(({ FirstAgenda }) => ({ default: FirstAgenda })),
);

const AGAIN_MS = 5_000;

/** The page: who reads, which meeting, where; then its place. */
export function Page({ host, device, language }: { host: Host; device: Device; language: Language }) {
  const [entered, setEntered] = useState<Entered | null>(null);
  /** A rehearsal that is shown in the meeting's place. */
  const [other, setOther] = useState<string | null>(null);
  const go = useCallback(() => {
    void enter({
      host,
      device,
      language,
      address: new URL(location.href),
      replaceAddress: (path) => history.replaceState(null, '', path),
    }).then((result) => {
      if (result.kind === 'meeting') prepare(result.place);
      setEntered(result);
    });
  }, [host, device, language]);
  useEffect(go, [go]);
  const away = entered?.kind === 'notice' && entered.notice === 'serverAway';
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(go, AGAIN_MS);
    return () => clearInterval(timer);
  }, [away, go]);
  const open = (meetingId: string) => {
    const address = new URL(location.href);
    address.searchParams.set('meeting', meetingId);
    history.replaceState(null, '', address);
    setEntered(null);
    go();
  };
  if (host.configuring) return <Notice kind="configured" />;
  switch (entered?.kind) {
    case undefined:
      return <Waiting />;
    case 'notice':
      return <Notice kind={entered.notice} retry={go} />;
    case 'choose':
      return <ChooseMeeting meetings={entered.meetings} choose={open} />;
    case 'start':
      return (
        <Suspense fallback={<Waiting />}>
          <Start />
        </Suspense>
      );
    case 'empty': {
      const { call, chat } = entered;
      return (
        <Suspense fallback={<Waiting />}>
          <FirstAgenda
            language={language}
            send={(file) =>
              call(`/api/meetings?${new URLSearchParams({ chat, name: file.name })}`, {
                method: 'PUT',
                headers: { 'Content-Type': 'application/octet-stream' },
                body: file,
              })
            }
            imported={open}
          />
        </Suspense>
      );
    }
    case 'meeting': {
      const { meetingId, who, call, place } = entered;
      const shown = other ?? meetingId;
      return (
        <RoomProvider
          key={shown}
          meetingId={shown}
          owner={`${shown}.${who}`}
          call={call}
          language={language}
          openMeeting={setOther}
          again={other === null ? go : () => setOther(null)}
        >
          <Place place={place} host={host} />
        </RoomProvider>
      );
    }
  }
}
