import './before.css';
import './bench.css';
import './people.css';
import './source.css';
import { useCallback, useState } from 'react';
import type { PageImported } from '../../views/page/pageAnswers.ts';
import { writeWhen } from '../../wording/dates.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import type { DeskViewProps } from '../deskView.ts';
import { useRoom } from '../room.ts';
import { useRoomFetch } from '../useAnswer.ts';
import { AgendaDrop, UploadProgress } from './agendaDrop.tsx';
import { AgendaReading } from './agendaReading.tsx';
import { ImportReview } from './importReview.tsx';
import { Roles } from './roles.tsx';
import { StartBar } from './startBar.tsx';
import { type Upload, useUpload } from './upload.ts';
import { useCorrecting } from './useCorrecting.ts';
import { WaitingImport } from './waitingImport.tsx';
import { Workbench } from './workbench.tsx';

/** Before the meeting: the agenda is dropped, held against its document, corrected, and the meeting begun. */
export function Before({ go }: Pick<DeskViewProps, 'go'>) {
  const { view, language, openMeeting } = useRoom();
  const { head } = view;
  const here = head.meetingId;
  const texts = beforeTexts[language];
  const fetch = useRoomFetch();
  const [aside, setAside] = useState<string | null>(null);
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const send = useCallback(
    (file: File) =>
      fetch(`/agenda?${new URLSearchParams({ name: file.name })}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      }),
    [fetch],
  );
  const upload = useUpload(
    texts,
    send,
    useCallback(
      ({ meetingId }: PageImported) => {
        setAside(null);
        // An agenda of another day is another meeting of the series.
        setElsewhere(meetingId === here ? null : meetingId);
      },
      [here],
    ),
  );
  const { imported, edition } = head;
  const leading = head.audience === 'leading';
  const led = head.people.some(({ roles }) => roles.length > 0);
  const proposes = head.me?.may.ProposeAgenda;
  const brings = !head.rehearsal && (proposes === 'yes' || (proposes === 'unled' && !led));
  const inUse = edition > 0;
  const reviewed = imported && !(inUse && imported.proposalId === aside) ? imported : null;
  return (
    <main className="before" aria-label={texts.region}>
      {elsewhere !== null && (
        <WaitingImport text={texts.elsewhere} label={texts.goThere} see={() => openMeeting(elsewhere)} />
      )}
      {reviewed ? (
        <ImportReview
          key={reviewed.proposalId}
          imported={reviewed}
          upload={upload}
          later={inUse ? () => setAside(reviewed.proposalId) : null}
        />
      ) : inUse ? (
        <>
          {imported && (
            <WaitingImport
              text={texts.waitsAgain(imported.sourceName)}
              label={texts.see}
              see={() => setAside(null)}
            />
          )}
          {leading && head.status === 'planned' ? (
            <Preparing brings={brings} upload={upload} go={go} />
          ) : (
            <>
              <Heading />
              <AgendaReading />
              <Roles />
            </>
          )}
        </>
      ) : brings ? (
        <AgendaDrop texts={texts} upload={upload} as="whole" />
      ) : (
        <div className="dropHere">
          <h1>{texts.noAgenda}</h1>
          <p>{texts.noAgendaLead}</p>
        </div>
      )}
    </main>
  );
}

/** With an agenda in use, for who prepares the meeting. */
function Preparing(props: Pick<DeskViewProps, 'go'> & { readonly brings: boolean; readonly upload: Upload }) {
  const { brings, upload, go } = props;
  const { language } = useRoom();
  const texts = beforeTexts[language];
  const { correcting, state } = useCorrecting();
  return (
    <>
      <div className="beforeHead">
        <Heading />
        <StartBar settle={correcting.saveNow} go={go} />
      </div>
      <Workbench correcting={correcting} state={state} />
      {brings && (
        <div className="newEdition">
          <AgendaDrop texts={texts} upload={upload} as="button" label={texts.newEdition} />
          <UploadProgress texts={texts} upload={upload} />
        </div>
      )}
    </>
  );
}

function Heading() {
  const { view, language } = useRoom();
  const { title, forum, date, start, end, place } = view.head;
  return (
    <header>
      <h1>{title ?? forum ?? beforeTexts[language].untitled}</h1>
      <p className="quiet">{[writeWhen(date, start, end, language), place].filter(Boolean).join(' · ')}</p>
    </header>
  );
}
