import './panel.css';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import type { Host } from '../shell/host.ts';
import { StatusLine } from '../shell/statusLine.tsx';
import { AfterMeeting } from './afterMeeting.tsx';
import { BeforeMeeting } from './beforeMeeting.tsx';
import { Held } from './held.tsx';
import { More } from './more.tsx';
import { useAsking } from './useAsking.ts';

/** The side panel of the meeting: the chair's remote control, and the same for everybody else without what they may not. */
export function Panel({ host }: { readonly host: Host }) {
  const { view, language } = useRoom();
  const asking = useAsking();
  const texts = panelTexts[language];
  const { status } = view.head;
  const held = status === 'running' || status === 'paused';
  return (
    <div className="panel">
      <StatusLine />
      <div role="alert" className="panelRefusal">
        {asking.refusal !== null && (
          <div className="bar warning">
            <p>{asking.refusal}</p>
            <button type="button" className="panelPlain" onClick={asking.forget}>
              {texts.close}
            </button>
          </div>
        )}
      </div>
      {held ? (
        <Held asking={asking} host={host} />
      ) : status === 'adjourned' || status === 'approved' ? (
        <AfterMeeting />
      ) : (
        <BeforeMeeting asking={asking} />
      )}
      {!held && <More host={host} asking={asking} />}
    </div>
  );
}
