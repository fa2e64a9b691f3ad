import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { AttendanceSection } from '../attendance/attendance.tsx';
import { useRoom } from '../room.ts';
import { useAnswer } from '../useAnswer.ts';
import { isKept } from '../useKeptText.ts';
import { Additions, additionPlace } from './additions.tsx';
import { Approval } from './approval.tsx';
import { MissingPanel } from './missingPanel.tsx';
import { Paper } from './paper.tsx';

interface MinutesReadingProps {
  /** An older one that is read; null: the newest. */
  readonly version: number | null;
  readonly toNewest: () => void;
  /** To the desk, at that item. */
  readonly toDesk: (itemId?: string) => void;
}

/** The paper, what it lacks, and what can be done about it. */
export function MinutesReading({ version, toNewest, toDesk }: MinutesReadingProps) {
  const { view, language } = useRoom();
  const { head } = view;
  const texts = pageAfterTexts[language];
  /** The version that was on show when *Godkend referat* was pressed. */
  const [approving, setApproving] = useState<number | null>(null);
  // What was typed before the page was loaded again is on show again.
  const [adding, setAdding] = useState<string | null>(() => (isKept(additionPlace(head)) ? '' : null));
  const answered = useAnswer<MinutesDocument>(
    version === null ? '/document' : `/document?version=${version}`,
    version ?? head.version,
  );
  const leading = head.audience === 'leading';
  const draft = head.status === 'adjourned' && version === null;
  if (answered.kind !== 'ready') {
    if (answered.kind === 'loading') return <Spinner label={texts.loading} />;
    if (answered.kind === 'failed') return <p>{texts.failed}</p>;
    return (
      <div className="afterNone">
        <h1>{texts.none}</h1>
      </div>
    );
  }
  const approves = draft && head.me?.may.ApproveMinutes === 'yes';
  return (
    <>
      {version !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.shown(texts.version(version))}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={toNewest}>{texts.toNewest}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {draft && leading && head.registeredAfterwards && nothingYet(view) && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.fillIn}</MessageBarBody>
        </MessageBar>
      )}
      {draft && leading && <MissingPanel toDesk={() => toDesk()} />}
      {draft && leading && <AttendanceSection afterwards />}
      {approves &&
        (approving !== null ? (
          <Approval seenVersion={approving} close={() => setApproving(null)} />
        ) : (
          <div className="deedRow">
            <Button appearance="primary" onClick={() => setApproving(answered.version)}>
              {texts.approve}
            </Button>
          </div>
        ))}
      <Paper
        document={answered.value}
        deeds={
          leading && version === null
            ? (item) =>
                item.kind === 'item' && (
                  <span className="paperDeeds">
                    {draft && (
                      <Button
                        size="small"
                        appearance="subtle"
                        aria-label={texts.toDeskItem(item.heading)}
                        onClick={() => toDesk(item.itemId)}
                      >
                        {texts.toDesk}
                      </Button>
                    )}
                  </span>
                )
            : () => null
        }
      />
      {leading && version === null && <Additions adding={adding} add={setAdding} />}
    </>
  );
}

/** Nothing was answered, decided or written. */
const nothingYet = ({ items }: ReturnType<typeof useRoom>['view']): boolean =>
  items.every(
    ({ points, decisions, discussion }) =>
      points.every(({ open }) => open) && decisions.length === 0 && (discussion?.text ?? '') === '',
  );
