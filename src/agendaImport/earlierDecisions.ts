import { findDate } from './clockAndDate.ts';

/** "Beslutning i Økonomiudvalget den 18. april 2023": whose decision a heading announces. */
const ofBody =
  /^(?:beslutning|behandling|vedtagelse|udtalelse|indstilling)(?:er)?\s+(?:i|fra|af|truffet af)\s+(?<body>.+)$/iu;

const bodyWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
    .filter(
      (word) =>
        !/^(?:den|det|for|pkt|punkt|møde|mødet|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)$/.test(
          word,
        ),
    )
    .map((word) => word.replace(/(?:ets|ens|et|en|s)$/, ''));

const sameBody = (a: string, b: string): boolean => {
  const [x, y] = [bodyWords(a), bodyWords(b)];
  const shared = x.filter((word) => y.includes(word)).length;
  return x.length > 0 && y.length > 0 && shared >= Math.min(x.length, y.length) * 0.6;
};

/**
 * True where a decision heading speaks of another day or, beside a decision of this meeting, of another body: such a
 * decision belongs to the history of the case.
 */
export function isEarlierDecision(
  label: string,
  others: readonly string[],
  meeting: { readonly date: string | null; readonly forum: string | null },
): boolean {
  const date = findDate(label)?.date ?? null;
  if (date !== null && meeting.date !== null) return date !== meeting.date;
  const body = ofBody.exec(label)?.groups?.body;
  if (body === undefined || meeting.forum === null || sameBody(body, meeting.forum)) return false;
  const forum = meeting.forum;
  return others.some((other) => {
    const otherBody = ofBody.exec(other)?.groups?.body;
    return otherBody === undefined || sameBody(otherBody, forum);
  });
}
