import type { PageHead, PageItem } from '../../views/page/pageView.ts';
import { itemElement, useDesk } from './deskContext.ts';

/** ✓ dealt with, ▶ now, ○ ahead, – not: the same is said in words. */
const signs: Readonly<Record<PageItem['progress'], string>> = {
  before: '✓',
  done: '✓',
  now: '▶',
  ahead: '○',
  notReached: '–',
};

interface OutlineProps {
  readonly items: readonly PageItem[];
  readonly pending: PageHead['pending'];
  readonly leading: boolean;
  go(itemId: string): void;
}

/** The items in short: how far the meeting is, and where something waits. */
export function Outline({ items, pending, leading, go }: OutlineProps) {
  const { texts } = useDesk();
  const unconfirmed = pending.decisions + pending.notes;
  const waits = [
    ...(pending.points > 0 ? [texts.pending.points(pending.points)] : []),
    ...(unconfirmed > 0 ? [texts.pending.unconfirmed(unconfirmed)] : []),
  ];
  return (
    <nav className="outline" aria-label={texts.outline}>
      {leading && waits.length > 0 && <p className="pendingAll">{waits.join(' · ')}</p>}
      <ol>
        {items.map((item) => (
          <li key={item.itemId} className={`entry ${item.kind === 'break' ? 'pause' : ''} ${item.progress}`}>
            <a
              href={`#${itemElement(item.itemId)}`}
              aria-current={item.progress === 'now' ? 'step' : undefined}
              onClick={(event) => {
                event.preventDefault();
                go(item.itemId);
              }}
            >
              <span className="sign" aria-hidden="true">
                {signs[item.progress]}
              </span>
              <span className="outlineTitle">
                {item.number !== null && <span className="outlineNumber">{item.number}. </span>}
                {item.title}
              </span>
              <span className="unseen">, {texts.progress[item.progress]}</span>
              <Waiting item={item} leading={leading} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How much of an item waits for an answer or a confirmation. */
function Waiting({ item, leading }: { readonly item: PageItem; readonly leading: boolean }) {
  const { texts } = useDesk();
  if (!leading) return null;
  const open = item.points.filter((point) => point.open).length;
  const unconfirmed =
    item.decisions.filter(({ struck, confirmed }) => !struck && !confirmed).length +
    item.notes.filter(({ confirmed }) => !confirmed).length;
  if (open + unconfirmed === 0) return null;
  const said = [
    ...(open > 0 ? [texts.pending.points(open)] : []),
    ...(unconfirmed > 0 ? [texts.pending.unconfirmed(unconfirmed)] : []),
  ].join(', ');
  return (
    <span className="waits" title={said}>
      <span aria-hidden="true">
        {open > 0 && <span>{open}?</span>} {unconfirmed > 0 && <span>{unconfirmed}!</span>}
      </span>
      <span className="unseen">, {said}</span>
    </span>
  );
}
