import { useState } from 'react';
import type { AskAnswer } from '../../views/page/ask.ts';
import { useDesk } from './deskContext.ts';

interface SureProps {
  readonly question: string;
  readonly yes: string;
  act(): Promise<AskAnswer>;
  close(): void;
}

/** Asks in place before something goes away. */
export function Sure({ question, yes, act, close }: SureProps) {
  const { texts } = useDesk();
  const [pressed, setPressed] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div
      role="group"
      className="sure"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <span>{question}</span>
      <button
        type="button"
        className="button small primary"
        // biome-ignore lint/a11y/noAutofocus: it follows the press that opened it
        autoFocus
        onClick={() => {
          // Pressed twice is meant once.
          if (pressed) return;
          setPressed(true);
          void act().then(close);
        }}
      >
        {yes}
      </button>
      <button type="button" className="button small" onClick={close}>
        {texts.cancel}
      </button>
    </div>
  );
}
