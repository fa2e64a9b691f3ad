import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { MinutesVersion } from '../../views/minutesVersions.ts';
import { writeInstant } from '../../wording/dates.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { ClockTogether } from '../clock/clockTogether.tsx';
import { Menu } from '../menu.tsx';
import { useRoom } from '../room.ts';
import { useAnswer } from '../useAnswer.ts';
import { Comparison } from './comparison.tsx';
import type { Downloads } from './download.ts';

interface VersionsProps {
  readonly downloads: Downloads;
  /** Shows that version of the paper; null: the newest. */
  readonly read: (version: number | null) => void;
}

/** The versions of the minutes: to read, to fetch, to hold against each other. */
export function Versions({ downloads, read }: VersionsProps) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const answered = useAnswer<readonly MinutesVersion[]>('/versions', view.head.version);
  if (answered.kind === 'loading') return <Spinner label={texts.loading} />;
  if (answered.kind === 'failed') return <p>{texts.failed}</p>;
  const versions = answered.kind === 'ready' ? [...answered.value].reverse() : [];
  const newest = versions[0];
  if (!newest) return <p>{texts.noVersions}</p>;
  return (
    <>
      <ol className="versions">
        {versions.map((one) => (
          <li key={one.version}>
            <span className="versionText">
              <strong>
                {texts.version(one.version)} · {texts.what[one.what]}
              </strong>
              <span className="quiet">
                {one === newest ? `${texts.newest} · ` : ''}
                <ClockTogether text={texts.versionBy(one.by, writeInstant(one.at, language))} />
              </span>
            </span>
            <span className="deedRow">
              <Button
                size="small"
                aria-label={texts.readVersion(texts.version(one.version))}
                onClick={() => read(one === newest ? null : one.version)}
              >
                {texts.read}
              </Button>
              <Menu
                label={texts.fetchVersion(texts.version(one.version))}
                choices={downloads.choices(one.version)}
              />
            </span>
          </li>
        ))}
      </ol>
      {versions.length > 1 && <Choosing key={newest.version} versions={versions} />}
    </>
  );
}

/** Any two of them; at first the newest against the one before it. */
function Choosing({ versions }: { readonly versions: readonly MinutesVersion[] }) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  const [from, setFrom] = useState(versions[1]?.version ?? 0);
  const [to, setTo] = useState(versions[0]?.version ?? 0);
  const [shown, setShown] = useState(false);
  const choice = (label: string, value: number, choose: (version: number) => void) => (
    <Field label={label}>
      <Select value={String(value)} onChange={(_, data) => choose(Number(data.value))}>
        {versions.map(({ version, what, at }) => (
          <option key={version} value={String(version)}>
            {`${texts.version(version)} · ${texts.what[what]} · ${writeInstant(at, language)}`}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <section className="comparing" aria-labelledby="compare-heading">
      <h2 id="compare-heading">{texts.compare}</h2>
      <div className="choosing">
        {choice(texts.from, from, setFrom)}
        {choice(texts.to, to, setTo)}
        {!shown && (
          <Button appearance="primary" onClick={() => setShown(true)}>
            {texts.compare}
          </Button>
        )}
      </div>
      {shown && <Comparison from={from} to={to} />}
    </section>
  );
}
