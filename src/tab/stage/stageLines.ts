import type { PageItem, PageView } from '../../views/page/pageView.ts';
import { itemCount } from '../../wording/itemCount.ts';
import type { Language } from '../../wording/outcome.ts';
import { stageTexts } from '../../wording/page/stageTexts.ts';
import { cutAtWords, cutBetween, cutLines, wordsIn } from './words.ts';

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
  /** Its lines as they were typed. */
  readonly proposal: string | null;
  readonly points: readonly StagePoint[];
  /** "og 4 mere": of the points, where not all are shown; else null. */
  readonly more: string | null;
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
  const place = item.number === null ? null : texts.itemOf(item.number, itemCount(items));
  // Who leads sees it at the desk; what lies on a screen, the room sees, whoever laid it there.
  if (item.closed)
    return { place, title: texts.closed, proposal: null, points: [], more: null, decisions: [] };
  const title = cutAtWords(item.title, TITLE);
  // What may stand at the foot: that the screen has lost its server.
  let left = MOST_WORDS - wordsIn(texts.away) - wordsIn(place ?? '') - wordsIn(title);
  const spend = (text: string): string => {
    left -= wordsIn(text);
    return text;
  };

  const open = head.proposal?.itemId === item.itemId ? head.proposal : null;
  const proposal =
    open && open.text.trim() !== '' ? spend(cutBetween(open.text, left - wordsIn(texts.proposal))) : null;
  if (proposal !== null) spend(texts.proposal);

  const decided = item.decisions.filter(({ struck, confirmed }) => confirmed && !struck).toReversed();
  // The newest decision has its words before the points have all of theirs.
  const forDecisions = decided.length > 0 ? Math.min(18, Math.floor(left / 2)) : 0;
  const points = pointsWithin(item.points, left - forDecisions, wordsIn(texts.more(1)));
  for (const { text, status } of points) spend(`${text} ${status ?? ''}`);
  const unseen = item.points.length - points.length;
  const more = points.length > 0 && unseen > 0 ? spend(texts.more(unseen)) : null;

  const decisions: StageLines['decisions'][number][] = [];
  for (const { decisionId, number, text, due } of decided) {
    const room = left - wordsIn(number);
    if (room < Math.min(LEAST, wordsIn(text))) break;
    spend(number);
    decisions.unshift({ decisionId, number, text: spend(withDeadline(text, due?.text ?? '', room)) });
  }
  return { place, title, proposal, points, more, decisions };
}

/** A decision within so many words: where it must be cut, its deadline is left whole. */
function withDeadline(text: string, due: string, room: number): string {
  const at = due === '' ? -1 : text.indexOf(due);
  const [before, behind] = [text.slice(0, at), text.slice(at + due.length)];
  const first = Math.min(room - wordsIn(due), wordsIn(before));
  if (at < 0 || first < LEAST || wordsIn(before) + wordsIn(due) <= room) return cutLines(text, room);
  const opening = cutLines(before, first).replace(/[\s…]+$/u, '');
  return `${opening} … ${due}${wordsIn(behind) > 0 ? ' …' : behind.trimEnd()}`;
}

/**
 * As many points around the first open one as fit with at least a few words each, the words shared among them.
 * @param forMore words of the line that says how many are left out
 */
function pointsWithin(all: PageItem['points'], words: number, forMore: number): readonly StagePoint[] {
  const fits = all.reduce(
    (sum, { text, open, status }) => sum + wordsIn(text) + wordsIn(open ? '' : status),
    0,
  );
  const points = fits <= words ? all : withoutCommonOpening(all);
  const status = (point: PageItem['points'][number]) => (point.open ? null : point.status);
  for (let many = points.length; many > 0; many -= 1) {
    const firstOpen = points.findIndex(({ open }) => open);
    const middle = firstOpen < 0 ? points.length - 1 : firstOpen;
    const from = Math.min(Math.max(0, middle - 1), points.length - many);
    const some = points.slice(from, from + many);
    const forTexts =
      words -
      (many < points.length ? forMore : 0) -
      some.reduce((sum, point) => sum + wordsIn(status(point) ?? ''), 0);
    const lengths = some.map(({ text }) => wordsIn(text));
    const most = fairShare(lengths, forTexts);
    if (forTexts < 0 || (most < LEAST && lengths.some((length) => length > most))) continue;
    return some.map((point) => ({
      pointId: point.pointId,
      sign: point.sign,
      text: cutAtWords(point.text, most),
      status: status(point),
    }));
  }
  return [];
}

/** What all begin with ("At styregruppen") is said by the first one well enough: it goes before other words are cut. */
function withoutCommonOpening(points: PageItem['points']): PageItem['points'] {
  const [first = [], ...others] = points.map(({ text }) => text.trim().split(/\s+/u));
  if (others.length === 0) return points;
  const shared = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  // A word or two: "At styregruppen"; what is alike beyond that tells the points apart by where it ends.
  const opening = Math.min(2, shared);
  if (opening < 1 || points.some(({ text }) => wordsIn(text) <= opening)) return points;
  return points.map((point) => {
    const rest = point.text.trim().split(/\s+/u).slice(opening).join(' ');
    return { ...point, text: rest.charAt(0).toLocaleUpperCase('da') + rest.slice(1) };
  });
}

/** The largest length at which all, cut to it, stay within `sum`. */
function fairShare(lengths: readonly number[], sum: number): number {
  let most = Math.max(0, ...lengths);
  while (most > 0 && lengths.reduce((all, length) => all + Math.min(length, most), 0) > sum) most -= 1;
  return most;
}
