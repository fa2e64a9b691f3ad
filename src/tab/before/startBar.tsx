import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { PlayRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Ask } from '../../views/page/ask.ts';
import type { PageRehearsal } from '../../views/page/pageAnswers.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import type { DeskViewProps } from '../deskView.ts';
import { Menu } from '../menu.tsx';
import { useRoom } from '../room.ts';
import { useAsking } from '../useAsking.ts';

const LinksDialog = lazy(() =>
  import('../links/linksDialog.tsx').then(({ LinksDialog }) => ({ default: LinksDialog })),
);

/** On with it: start, rehearse, fill in afterwards, links. `settle`: what is typed is saved first. */
export function StartBar({ settle, go }: Pick<DeskViewProps, 'go'> & { readonly settle: () => void }) {
  const { view, language, fetch, openMeeting } = useRoom();
  const { head, items } = view;
  const texts = beforeTexts[language];
  const asking = useAsking();
  const [failed, setFailed] = useState<string | null>(null);
  const [asks, setAsks] = useState<'start' | 'afterwards' | null>(null);
  /** Null: it was not opened yet, and is not loaded. */
  const [links, setLinks] = useState<boolean | null>(null);
  const may = head.me?.may;
  const starts = may?.StartMeeting === 'yes';
  const leading = head.audience === 'leading';
  if (!starts && !leading) return null;
  const then = async (ask: Ask) => {
    if (await asking.ask(ask)) go('desk');
  };
  const start = (itemId: string | null) => {
    settle();
    void then({ ask: 'start', itemId });
  };
  const rehearse = async () => {
    settle();
    setFailed(null);
    try {
      const response = await fetch('/rehearsal', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      const body = (await response.json()) as PageRehearsal & { readonly sentence?: string };
      if (response.ok) openMeeting(body.meetingId);
      else setFailed(body.sentence ?? texts.rehearseFailed);
    } catch {
      setFailed(texts.rehearseFailed);
    }
  };
  return (
    <div className="startBar">
      <div className="startButtons">
        {starts && (
          <Button
            appearance="primary"
            icon={<PlayRegular />}
            disabledFocusable={asking.busy}
            onClick={() => start(null)}
          >
            {texts.start}
          </Button>
        )}
        {starts && !head.rehearsal && (
          <Button title={texts.rehearseTip} onClick={() => void rehearse()}>
            {texts.rehearse}
          </Button>
        )}
        <Menu
          label={texts.more}
          choices={[
            starts ? { label: texts.startAt, choose: () => setAsks('start') } : null,
            leading && !head.rehearsal ? { label: texts.links, choose: () => setLinks(true) } : null,
            may?.RegisterAfterwards === 'yes' && !head.rehearsal
              ? { label: texts.afterwards, choose: () => setAsks('afterwards') }
              : null,
          ]}
        />
      </div>
      {asks === 'start' && (
        <fieldset className="askInPlace">
          <legend>{texts.startQuestion}</legend>
          {items
            .filter(({ kind }) => kind === 'item')
            .map(({ itemId, number, title }, index) => (
              <Button key={itemId} autoFocus={index === 0} appearance="subtle" onClick={() => start(itemId)}>
                {correctionTexts[language].item(number, title)}
              </Button>
            ))}
          <Button onClick={() => setAsks(null)}>{texts.cancel}</Button>
        </fieldset>
      )}
      {asks === 'afterwards' && (
        <fieldset className="askInPlace">
          <legend>{texts.afterwardsTitle}</legend>
          <p>{texts.afterwardsLead}</p>
          <span className="startButtons">
            <Button
              autoFocus
              appearance="primary"
              onClick={() => {
                settle();
                void then({ ask: 'registerAfterwards' });
              }}
            >
              {texts.afterwardsDo}
            </Button>
            <Button onClick={() => setAsks(null)}>{texts.cancel}</Button>
          </span>
        </fieldset>
      )}
      {(failed ?? asking.refused) && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failed ?? asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      {links !== null && (
        <Suspense fallback={null}>
          <LinksDialog open={links} close={() => setLinks(false)} />
        </Suspense>
      )}
    </div>
  );
}
