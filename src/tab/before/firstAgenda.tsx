import './before.css';
import { useCallback } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import type { PageImported } from '../../views/page/pageAnswers.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { AgendaDrop } from './agendaDrop.tsx';
import { useUpload } from './upload.ts';

interface FirstAgendaProps {
  readonly language: Language;
  /** Lays the file before the chat, which has no meeting yet. */
  readonly send: (file: File) => Promise<Response>;
  /** It was read; the page shows the meeting. */
  readonly imported: (meetingId: string) => void;
}

/** The chat has no meeting yet: the agenda is dropped here. */
export function FirstAgenda({ language, send, imported }: FirstAgendaProps) {
  const texts = beforeTexts[language];
  const done = useCallback(({ meetingId }: PageImported) => imported(meetingId), [imported]);
  const upload = useUpload(texts, send, done);
  return (
    <main className="before" aria-label={texts.region}>
      <AgendaDrop texts={texts} upload={upload} as="whole" />
    </main>
  );
}
