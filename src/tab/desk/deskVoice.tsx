import { useDesk } from './deskContext.ts';

export interface Said {
  /** What was done, for who cannot see it. Changes with every saying, so that the same is said again. */
  readonly sentence: string;
  readonly count: number;
}

export interface Refused {
  readonly sentence: string;
  /** Words that stand nowhere else any more; null: they are where they were typed. */
  readonly text: string | null;
}

interface VoiceProps {
  readonly said: Said;
  /** A refusal, shown until it is closed; null: none. */
  readonly refusal: Refused | null;
  dismiss(): void;
}

/** Says what was done, and shows what could not be. */
export function DeskVoice({ said, refusal, dismiss }: VoiceProps) {
  const { texts } = useDesk();
  return (
    <>
      <p className="unseen" role="status" aria-live="polite">
        {/* A trailing blank makes it another text, which is read again. */}
        {said.sentence}
        {said.count % 2 === 1 ? '\u00a0' : ''}
      </p>
      {refusal !== null && (
        <div className="refusal" role="alert">
          <p>{refusal.sentence}</p>
          {refusal.text !== null && (
            <textarea readOnly aria-label={texts.lostWords} value={refusal.text} rows={3} />
          )}
          <button type="button" className="button small" onClick={dismiss} aria-label={texts.dismiss}>
            ×
          </button>
        </div>
      )}
    </>
  );
}
