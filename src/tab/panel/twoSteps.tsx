import { useEffect, useRef, useState } from 'react';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';

interface TwoStepsProps {
  readonly label: string;
  /** The question that takes the button's place. */
  readonly sure: string;
  /** What is still open, under the question. */
  readonly detail?: string;
  readonly yes: string;
  /** "Nej, fortsæt" where nothing else is said. */
  readonly no?: string;
  readonly className: string;
  readonly act: () => void;
}

/** A button that asks once more, where it stands. */
export function TwoSteps({ label, sure, detail, yes, no: stay, className, act }: TwoStepsProps) {
  const { language } = useRoom();
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // The harmless one has the focus: Enter pressed twice must not end a meeting.
    if (asked) no.current?.focus();
    else if (wasAsked.current) button.current?.focus();
    wasAsked.current = asked;
  }, [asked]);
  if (!asked)
    return (
      <button type="button" ref={button} className={className} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container everywhere
    <div
      role="group"
      aria-label={sure}
      className="panelSure"
      onKeyDown={({ key }) => {
        if (key === 'Escape') setAsked(false);
      }}
    >
      <p>
        <strong>{sure}</strong>
      </p>
      {detail && <p className="panelQuiet">{detail}</p>}
      <div className="panelPair">
        <button
          type="button"
          className="panelPrimary"
          onClick={() => {
            setAsked(false);
            act();
          }}
        >
          {yes}
        </button>
        <button type="button" ref={no} className="panelSecondary" onClick={() => setAsked(false)}>
          {stay ?? panelTexts[language].no}
        </button>
      </div>
    </div>
  );
}
