import { ClockTogether } from './clock/clockTogether.tsx';

interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What a document says of its meeting at its head: when, where, who. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <ClockTogether text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
