import * as say from '../wording/importProblems.ts';
import type { Remark } from './findings.ts';
import type { Anchor, Line } from './source.ts';

const emailLike = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;]+/g;
const emailGood = /^[\w.+'-]*[\w+'-]@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\.?$/u;
const link = /https?:\/\/[^\s<>"”)\]]*/gi;
/** Hosts that only somebody's own machine or network knows. */
const ownNetwork =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|lan|intern|intra|internal)$/i;
const most = 3;

/** A link that nobody outside, or nobody at all, can open. */
function isDead(address: string): boolean {
  let host: string;
  try {
    host = new URL(address.replace(/[.,;]+$/, '')).hostname;
  } catch {
    return true;
  }
  return ownNetwork.test(host) || !host.includes('.');
}

/** Links and addresses that lead nowhere; they are told by their place and never shown. */
export function linkRemarks(source: readonly Line[], localPaths: readonly Anchor[]): Remark[] {
  const remarks: Remark[] = localPaths
    .slice(0, most)
    .map((anchor) => ({ code: 'localPath', sentence: say.localPath(anchor), item: null }));
  let dead = 0;
  let malformed = 0;
  for (const { text, anchor } of source) {
    if (text.length >= 2000) continue;
    if (
      dead < most &&
      text.includes('://') &&
      [...text.matchAll(link)].some(([address]) => isDead(address))
    ) {
      dead++;
      remarks.push({ code: 'deadLink', sentence: say.deadLink(anchor), item: null });
    }
    if (malformed >= most || !text.includes('@') || /https?:/i.test(text)) continue;
    const bad = [...text.replace(/mailto:/gi, ' ').matchAll(emailLike)].some(
      ([address]) => !emailGood.test(address) || /@\./.test(address),
    );
    if (!bad) continue;
    malformed++;
    remarks.push({ code: 'malformedEmail', sentence: say.malformedEmail(anchor), item: null });
  }
  return remarks;
}
