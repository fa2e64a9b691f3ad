import type { Attendance } from '../meeting/events.ts';

/** "afbud Lars Olesen", "til stede: alle": whose attendance is noted as what; `attendance` null: it is taken back. */
export interface AttendanceLine {
  readonly kind: 'attend';
  readonly attendance: Attendance | null;
  /** As typed. */
  readonly names: readonly string[];
  /** Everybody who is invited and of whom nothing else is known. */
  readonly everybody: boolean;
}

const NAMES = String.raw`(?:\s*:\s*|\s+)(\S.*)`;
const heads: readonly (readonly [string, Attendance | null])[] = [
  [`(?:meldt |not(?:é|e)r )?afbud(?: fra)?|apologies(?: from)?`, 'apologies'],
  [`ikke til ?stede|ikke m(?:ø|oe|o)dt|frav(?:æ|ae|a)rende|not present|absent`, 'absent'],
  [`til ?stede|fremm(?:ø|oe|o)dte?|present`, 'present'],
  [`fortryd fremm(?:ø|oe|o)de(?: for)?|undo attendance(?: of)?`, null],
];
const rules = heads.map(
  ([head, attendance]) => [new RegExp(`^(?:${head})${NAMES}$`, 'iu'), attendance] as const,
);
/** "Anita har meldt afbud", "Anita og Bo melder afbud". */
const SAID =
  /^(\S.*?)\s+(?:har\s+(?:meldt|sendt)|melder|sender|(?:has|have)\s+sent)\s+(?:afbud|apologies)$/iu;
const EVERYBODY = /^(?:alle|all|everybody|everyone)(?: er)?$/iu;
const EVERYBODY_IS = /^(?:alle(?: er)?|everybody(?: is)?|all(?: are)?) (?:til ?stede|present)$/iu;

const listed = (text: string): string[] =>
  text
    .split(/\s*[,;&]\s*|\s+(?:og|and)\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Null for every other line. */
export function readAttendanceLine(typed: string): AttendanceLine | null {
  const line = typed.replace(/[.!]+$/u, '').trim();
  if (EVERYBODY_IS.test(line)) return { kind: 'attend', attendance: 'present', names: [], everybody: true };
  const said = SAID.exec(line)?.[1];
  if (said) return { kind: 'attend', attendance: 'apologies', names: listed(said), everybody: false };
  for (const [pattern, attendance] of rules) {
    const text = pattern.exec(line)?.[1];
    if (text === undefined) continue;
    if (EVERYBODY.test(text) && attendance === 'present')
      return { kind: 'attend', attendance, names: [], everybody: true };
    const names = listed(text);
    if (names.length > 0) return { kind: 'attend', attendance, names, everybody: false };
  }
  return null;
}
