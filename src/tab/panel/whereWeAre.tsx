import type { PageItem } from '../../views/page/pageView.ts';
import { itemCount } from '../../wording/itemCount.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { timeLeft } from '../clock/timeLeft.ts';
import { useNow } from '../clock/useNow.ts';
import { useRoom } from '../room.ts';
import { shortName } from './place.ts';

/** Number, title, who presents, and how much time is left. */
export function WhereWeAre({ item }: { readonly item: PageItem }) {
  const { view, language, now } = useRoom();
  const texts = panelTexts[language];
  const time = useNow(now);
  const { head, items } = view;
  const inRoom = head.position?.itemId === item.itemId;
  const left = inRoom && head.status === 'running' ? timeLeft(head, item, time) : null;
  const names = item.presenters.map(({ name }) => name).join(', ');
  const clock = item.start ? texts.planned(item.start, item.end) : '';
  const over = left !== null && left.minutes < 0;
  return (
    <header className="panelWhere">
      <p className="panelWhereLine">
        <span>{texts.itemOf(shortName(item), itemCount(items))}</span>
        {head.status === 'paused' && inRoom ? (
          <span className="panelLeft paused">{texts.paused}</span>
        ) : (
          left && (
            <span className={over ? 'panelLeft over' : 'panelLeft'}>
              {left.minutes > 0
                ? texts.minutesLeft(left.minutes)
                : left.minutes === 0
                  ? texts.timeUp
                  : texts.over(-left.minutes)}
            </span>
          )
        )}
      </p>
      <h1>{item.title}</h1>
      {(names !== '' || clock !== '') && (
        <p className="panelQuiet">{[clock, names && texts.presenter(names)].filter(Boolean).join(' · ')}</p>
      )}
      {item.postponed !== null && <p className="panelQuiet">{item.postponed}</p>}
      {left && (
        <div className={over ? 'panelUsed over' : 'panelUsed'} aria-hidden="true">
          <progress max={1} value={left.used} />
        </div>
      )}
    </header>
  );
}
