import type { PageItem } from '../../views/page/pageView.ts';
import { useDesk } from './deskContext.ts';

interface AlikeProps {
  readonly item: PageItem;
  readonly pair: PageItem['alike'][number];
}

/** The same decision, written twice in like words. */
export function Alike({ item, pair }: AlikeProps) {
  const { texts, act } = useDesk();
  const { itemId } = item;
  const find = (id: string) => item.decisions.find(({ decisionId }) => decisionId === id);
  const [first, second] = [find(pair.first), find(pair.second)];
  if (!first || !second) return null;
  // The one that came first keeps its number.
  return (
    <div className="alike" role="note">
      <p>{texts.alike(first.number, second.number)}</p>
      <button
        type="button"
        className="button small primary"
        aria-label={texts.mergeInto(first.number, second.number)}
        onClick={() =>
          void act(
            { ask: 'mergeDecisions', itemId, keptId: first.decisionId, struckId: second.decisionId },
            texts.done,
          )
        }
      >
        {texts.merge}
      </button>
      <button
        type="button"
        className="button small"
        onClick={() =>
          void act(
            { ask: 'keepBoth', itemId, first: first.decisionId, second: second.decisionId },
            texts.done,
          )
        }
      >
        {texts.keepBoth}
      </button>
    </div>
  );
}
