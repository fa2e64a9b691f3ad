import type { PageItem, PageView } from '../../views/page/pageView.ts';
import type { Language } from '../../wording/outcome.ts';
import { stageTexts } from '../../wording/page/stageTexts.ts';
import { cutAtWords, wordsIn } from './words.ts';

/** What is read from five metres is at most so many words. */
export const MOST_WORDS = 60;

export interface StagePoint {
  readonly pointId: string;
  readonly sign: string;
  readonly text: string;
  /** Null while it is open: the empty sign says that. */
  readonly status: string | null;
}

export interface StageLines {
  /** "Punkt 2 af 6"; null at a break. */
  readonly place: string | null;
  readonly title: string;
  readonly proposal: string | null;
  readonly points: readonly StagePoint[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly number: string;
    readonly text: string;
  }[];
}

/** Words that the title may take. */
const TITLE = 14;
/** Fewer say nothing. */
const LEAST = 5;

/**
 * What the screen shows of the item where the room is: at most `MOST_WORDS` words in all, cut at words. The proposal
 * comes first; then the points with their outcomes, and the newest decisions.
 */
export function stageLines({ head, items }: PageView, item: PageItem, language: Language): StageLines {
  const texts = stageTexts[language];
  const count = items.filter(({ kind }) => kind === 'item').length;
  const place = item.number === null ? null : texts.itemOf(item.number, count);
  // Who leads sees it at the desk; what lies on a screen, the room sees, whoever laid it there.
  if (item.closed) return { place, title: texts.closed, proposal: null, points: [], decisions: [] };
  const title = cutAtWords(item.title, TITLE);
  // What may stand at the foot: that the screen has lost its server.
  let left = MOST_WORDS - wordsIn(texts.away) - wordsIn(place ?? '') - wordsIn(title);
  const spend = (text: string): string => {
    left -= wordsIn(text);
    return text;
  };

  const open = head.proposal?.itemId === item.itemId ? head.proposal : null;
  const proposal =
    open && open.text.trim() !== '' ? spend(cutAtWords(open.text, left - wordsIn(texts.proposal))) : null;
  if (proposal !== null) spend(texts.proposal);

  const decided = item.decisions.filter(({ struck, confirmed }) => confirmed && !struck).toReversed();
  // The newest decision has its words before the points have all of theirs.
  const forDecisions = decided.length > 0 ? Math.min(18, Math.floor(left / 2)) : 0;
  const points = pointsWithin(item.points, left - forDecisions);
  for (const { text, status } of points) spend(`${text} ${status ?? ''}`);

  const decisions: StageLines['decisions'][number][] = [];
  for (const { decisionId, number, text } of decided) {
    const room = left - wordsIn(number);
    if (room < Math.min(LEAST, wordsIn(text))) break;
    spend(number);
    decisions.unshift({ decisionId, number, text: spend(cutAtWords(text, room)) });
  }
  return { place, title, proposal, points, decisions };
}

/** As many points around the first open one as fit with at least a few words each, the words shared among them. */
function pointsWithin(points: PageItem['points'], words: number): readonly StagePoint[] {
  const status = (point: PageItem['points'][number]) => (point.open ? null : point.status);
  for (let many = points.length; many > 0; many -= 1) {
    const firstOpen = points.findIndex(({ open }) => open);
    const middle = firstOpen < 0 ? points.length - 1 : firstOpen;
    const from = Math.min(Math.max(0, middle - 1), points.length - many);
    const some = points.slice(from, from + many);
    const forTexts = words - some.reduce((sum, point) => sum + wordsIn(status(point) ?? ''), 0);
    const lengths = some.map(({ text }) => wordsIn(text));
    const most = fairShare(lengths, forTexts);
    if (most < LEAST && lengths.some((length) => length > most)) continue;
    return some.map((point) => ({
      pointId: point.pointId,
      sign: point.sign,
      text: cutAtWords(point.text, most),
      status: status(point),
    }));
  }
  return [];
}

/** The largest length at which all, cut to it, stay within `sum`. */
function fairShare(lengths: readonly number[], sum: number): number {
  let most = Math.max(0, ...lengths);
  while (most > 0 && lengths.reduce((all, length) => all + Math.min(length, most), 0) > sum) most -= 1;
  return most;
}
