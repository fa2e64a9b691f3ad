import type { CleanLine } from './cleanLines.ts';

const prefixed =
  /^(?<prefix>\p{Lu}[\p{L}]+(?: \p{L}+\.?){0,2}?)\s*(?<order>\d{1,3})\s*[.:)–-]?\s+["”(]?\p{Lu}/u;
/** Words that are numbered in any document without being its items. */
const otherwise =
  /^(?:bilag|side|tabel|figur|kapitel|afsnit|uge|uger|fase|model|spor|trin|kl|klasse|gruppe|hold|stk|ca|den|d|budget|år|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|ad|lokale|nr|tlf)\b/iu;
const least = 3;

/**
 * What this document writes in front of its item numbers ("Dagsordenens pkt. 4: …", "Emne 2 - …"): a phrase that comes
 * at least three times with numbers that go up one by one.
 */
export function numberPrefixOf(lines: readonly CleanLine[]): string | null {
  const runs = new Map<string, { next: number; length: number; best: number }>();
  for (const line of lines) {
    if (line.text.length > 300) continue;
    const groups = prefixed.exec(line.text)?.groups;
    const prefix = groups?.prefix?.toLowerCase();
    if (prefix === undefined || otherwise.test(prefix)) continue;
    const order = Number(groups?.order);
    const run = runs.get(prefix);
    if (!run) runs.set(prefix, { next: order + 1, length: 1, best: 1 });
    else if (order === run.next) {
      run.next = order + 1;
      run.length++;
      run.best = Math.max(run.best, run.length);
    } else {
      run.next = order + 1;
      run.length = 1;
    }
  }
  const [best] = [...runs].filter(([, run]) => run.best >= least).sort((a, b) => b[1].best - a[1].best);
  return best?.[0] ?? null;
}
