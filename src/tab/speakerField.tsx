import './speakerField.css';
import { useId, useState } from 'react';
import type { PageHead } from '../views/page/pageView.ts';
import { speakerTexts } from '../wording/page/speakerTexts.ts';
import { useRoom } from './room.ts';

interface SpeakerFieldProps {
  /** Offered, not demanded: whoever is meant may be called otherwise. */
  readonly names: readonly string[];
  readonly value: string;
  change(name: string): void;
}

/** *På vegne af …*: out of the way until it is wanted, or somebody is named already. */
export function SpeakerField({ names, value, change }: SpeakerFieldProps) {
  const { language } = useRoom();
  const texts = speakerTexts[language];
  const id = useId();
  const [open] = useState(value !== '');
  return (
    <details className="speaker" open={open}>
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
export const othersIn = ({ people, me }: PageHead): readonly string[] =>
  namesOf(people.filter(({ personId }) => personId !== me?.personId));

const namesOf = (people: PageHead['people']): readonly string[] => [
  ...new Set(people.map(({ name }) => name).filter((name) => name !== '')),
];

interface Spoken {
  readonly onBehalfOf: string | null;
}

/** What the form of a correction offers: who leads or writes may say whose word it was. */
export const correctedSpeaker = (
  { leading }: { readonly leading: boolean },
  head: PageHead,
  { onBehalfOf }: Spoken,
): { readonly speakers?: readonly string[]; readonly speaker?: string | null } =>
  leading ? { speakers: namesOf(head.people), speaker: onBehalfOf } : {};

/** What a correction says of it: nothing where it stays as it was. */
export const otherSpeaker = ({ onBehalfOf }: Spoken, name: string): { readonly onBehalfOf?: string } =>
  name === (onBehalfOf ?? '') ? {} : { onBehalfOf: name };
