import './speakerField.css';
import { useId } from 'react';
import type { PageHead } from '../views/page/pageView.ts';
import { speakerTexts } from '../wording/page/speakerTexts.ts';
import { useRoom } from './room.ts';

interface SpeakerFieldProps {
  /** Offered, not demanded: whoever is meant may be called otherwise. */
  readonly names: readonly string[];
  readonly value: string;
  change(name: string): void;
}

/** *På vegne af …*: out of the way until it is wanted. */
export function SpeakerField({ names, value, change }: SpeakerFieldProps) {
  const { language } = useRoom();
  const texts = speakerTexts[language];
  const id = useId();
  return (
    <details className="speaker">
      <summary>{texts.onBehalfOf}</summary>
      <input
        list={id}
        value={value}
        maxLength={200}
        aria-label={texts.onBehalfOfName}
        onChange={({ target }) => change(target.value)}
      />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </details>
  );
}

/** Names of those for whom the reader could register something. */
export const othersIn = ({ people, me }: PageHead): readonly string[] => [
  ...new Set(people.flatMap(({ personId, name }) => (personId === me?.personId || name === '' ? [] : name))),
];
