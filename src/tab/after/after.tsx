import './after.css';
import './compare.css';
import './log.css';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import type { DeskViewProps } from '../deskView.ts';
import { useRoom } from '../room.ts';
import { Tabs } from '../tabs.tsx';
import { AfterBar } from './afterBar.tsx';
import { useDownloads } from './download.ts';
import { Log } from './log.tsx';
import { MinutesReading } from './minutesReading.tsx';
import { Versions } from './versions.tsx';

type Part = 'minutes' | 'versions' | 'log';

/** After the meeting: the minutes as they will be, what they lack, their versions, and the log. */
export function After({ go }: DeskViewProps) {
  const { view, language } = useRoom();
  const { head } = view;
  const texts = pageAfterTexts[language];
  const [part, setPart] = useState<Part>('minutes');
  const [version, setVersion] = useState<number | null>(null);
  const downloads = useDownloads();
  const panel = useId();
  const ended = head.status === 'adjourned' || head.status === 'approved';
  const leading = head.audience === 'leading';
  if (!ended)
    return (
      <main className="after" aria-label={texts.region}>
        <div className="afterNone">
          <h1>{texts.notYet}</h1>
          <p>{texts.notYetLead}</p>
        </div>
      </main>
    );
  const parts: readonly Part[] = leading ? ['minutes', 'versions', 'log'] : ['minutes'];
  return (
    <main className="after" aria-label={texts.region}>
      {leading && (
        <div className="afterHead">
          <Tabs
            label={texts.parts}
            tabs={parts.map((value) => ({ value, label: texts[value] }))}
            selected={part}
            panel={panel}
            select={setPart}
          />
          <AfterBar downloads={downloads} version={version} />
        </div>
      )}
      <div role="status">
        {downloads.said && (
          <MessageBar intent={downloads.said.ok ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>{downloads.said.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div
        id={panel}
        {...(leading ? { role: 'tabpanel', 'aria-label': texts[part] } : {})}
        className="afterPart"
      >
        {part !== 'minutes' && <h1 className="onlyHeard">{texts[part]}</h1>}
        {part === 'minutes' && !leading && (
          <div className="afterNone">
            <h1>{head.status === 'approved' ? texts.approvedElsewhere : texts.notYours}</h1>
            <p>{head.status === 'approved' ? texts.approvedElsewhereLead : texts.notYoursLead}</p>
          </div>
        )}
        {part === 'minutes' && leading && (
          <MinutesReading
            version={version}
            toNewest={() => setVersion(null)}
            toDesk={(itemId) => go('desk', itemId)}
          />
        )}
        {part === 'versions' && (
          <Versions
            downloads={downloads}
            read={(chosen) => {
              setVersion(chosen);
              setPart('minutes');
            }}
          />
        )}
        {part === 'log' && <Log />}
      </div>
    </main>
  );
}
