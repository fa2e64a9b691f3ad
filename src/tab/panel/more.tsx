import { useState } from 'react';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import type { Host } from '../shell/host.ts';
import { ThemeSwitch } from '../shell/themeSwitch.tsx';
import { Key } from './key.tsx';
import { keys, type Shortcut } from './shortcuts.ts';
import { TwoSteps } from './twoSteps.tsx';
import type { Asking } from './useAsking.ts';

interface MoreProps {
  readonly host: Host;
  readonly asking: Asking;
  readonly shortcuts?: {
    readonly wanted: boolean;
    readonly want: (wanted: boolean) => void;
    /** Whether the key does something for this reader now. */
    readonly has: (name: Shortcut) => boolean;
  };
}

/** What is needed now and then: the screen, the desk, break and end, the keys. */
export function More({ host, asking, shortcuts }: MoreProps) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { head } = view;
  const may = head.me?.may;
  const running = head.status === 'running';
  const { points, decisions } = head.pending;
  return (
    <section aria-label={texts.more} className="panelMore">
      {head.audience === 'leading' && host.canShare && <ShowOnStage host={host} />}
      {/* Out of Teams nothing would say who reads: there the desk is the meeting's own tab. */}
      {!host.inTeams && (
        <a className="wideRow" href={deskAddress()} target="_blank" rel="noreferrer">
          {texts.openDesk}
        </a>
      )}
      {running && may?.PauseMeeting === 'yes' && (
        <TwoSteps
          label={texts.pause}
          sure={texts.pauseSure}
          yes={texts.yesPause}
          className="wideRow"
          act={() => void asking.ask({ ask: 'pause' })}
        />
      )}
      {(running || head.status === 'paused') && may?.AdjournMeeting === 'yes' && (
        <TwoSteps
          label={texts.end}
          sure={texts.endSure}
          detail={texts.endPending(points, decisions)}
          yes={texts.yesEnd}
          className="wideRow"
          act={() => void asking.ask({ ask: 'adjourn', fromItemId: head.position?.itemId ?? '' })}
        />
      )}
      {shortcuts && (
        <details className="panelFold">
          <summary>{texts.shortcuts}</summary>
          <label className="panelCheck">
            <input
              type="checkbox"
              checked={shortcuts.wanted}
              onChange={({ target }) => shortcuts.want(target.checked)}
            />
            {texts.useShortcuts}
          </label>
          <dl className="panelKeys">
            {(Object.keys(keys) as Shortcut[]).filter(shortcuts.has).map((name) => (
              <div key={name}>
                <dt>
                  <Key name={keys[name]} />
                </dt>
                <dd>{texts.keys[name]}</dd>
              </div>
            ))}
            <div>
              <dt>
                <Key name="Ctrl+Enter" />
              </dt>
              <dd>{texts.keys.save}</dd>
            </div>
            <div>
              <dt>
                <Key name="Esc" />
              </dt>
              <dd>{texts.keys.leave}</dd>
            </div>
          </dl>
        </details>
      )}
      <ThemeSwitch />
    </section>
  );
}

/** Lays the stage on the meeting's screen; pressed again when something else took its place. */
function ShowOnStage({ host }: { readonly host: Host }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const [shown, setShown] = useState<boolean | null>(null);
  const share = async () => {
    const address = new URL('/tab', location.origin);
    address.searchParams.set('place', 'stage');
    address.searchParams.set('meeting', view.head.meetingId);
    setShown(await host.share(address.href));
  };
  return (
    <>
      <button type="button" className="wideRow" onClick={() => void share()}>
        {shown ? texts.showAgain : texts.showOnStage}
      </button>
      <p role="status" className="panelQuiet">
        {shown === null ? '' : shown ? texts.shown : texts.notShown}
      </p>
    </>
  );
}

/** The same meeting for the same reader, as desk. */
function deskAddress(): string {
  const address = new URL(location.href);
  address.searchParams.set('place', 'desk');
  return `${address.pathname}${address.search}`;
}
