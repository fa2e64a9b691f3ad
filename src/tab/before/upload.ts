import { useCallback, useState } from 'react';
import type { PageImported, PageRefusal } from '../../views/page/pageAnswers.ts';
import type { BeforeTexts } from '../../wording/page/beforeTexts.ts';

/** What the server takes at most; more is not even sent. */
const MOST_BYTES = 20 * 1024 * 1024;

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly severalDropped: boolean }
  /** `file`: what can be sent again; null: another document is needed. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly file: File | null };

export interface Upload {
  readonly state: UploadState;
  /** Of several only the first: an agenda is one document. */
  take(files: readonly File[]): void;
}

/**
 * Sends a document to be read.
 * @param send to the meeting, or to the chat that has none yet
 * @param imported it was read and laid before the meeting
 */
export function useUpload(
  texts: BeforeTexts,
  send: (file: File) => Promise<Response>,
  imported: (answer: PageImported) => void,
): Upload {
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const take = useCallback(
    (files: readonly File[]) => {
      const [file] = files;
      if (!file) return;
      if (file.size > MOST_BYTES) return setState({ kind: 'failed', sentence: texts.tooLarge, file: null });
      setState({ kind: 'reading', name: file.name, severalDropped: files.length > 1 });
      void sent(file, send, texts).then((answer) => {
        if ('sentence' in answer) return setState({ kind: 'failed', ...answer });
        setState({ kind: 'idle' });
        imported(answer);
      });
    },
    [texts, send, imported],
  );
  return { state, take };
}

async function sent(
  file: File,
  send: (file: File) => Promise<Response>,
  texts: BeforeTexts,
): Promise<PageImported | { readonly sentence: string; readonly file: File | null }> {
  try {
    const response = await send(file);
    const body = (await response.json()) as PageImported | PageRefusal;
    if ('meetingId' in body) return body;
    // What the server cannot do now it may do in a moment; what it cannot read stays so.
    return { sentence: body.sentence ?? texts.notSent, file: response.status >= 500 ? file : null };
  } catch {
    return { sentence: texts.notSent, file };
  }
}
