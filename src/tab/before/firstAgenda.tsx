import type { Language } from '../../meeting/agenda.ts';

interface FirstAgendaProps {
  readonly language: Language;
  /** Lays the file before the chat, which has no meeting yet. */
  readonly send: (file: File) => Promise<Response>;
  /** It was read; the page shows the meeting. */
  readonly imported: (meetingId: string) => void;
}

/** The chat has no meeting yet: the agenda is dropped here. */
export function FirstAgenda(_: FirstAgendaProps) {
  return null;
}
