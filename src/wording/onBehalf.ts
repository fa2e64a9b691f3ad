/** Whose word a line tells, and the line without that. */
export interface OnBehalf {
  /** As typed. */
  readonly name: string;
  readonly rest: string;
}

const NAME = String.raw`([^:\n]{1,100}?)`;
const WORDS = '(?:p(?:å|aa|a) vegne af|on behalf of)';
/** "på vegne af Anna Holm: beslutning: …" */
const FIRST = new RegExp(String.raw`^${WORDS}\s+${NAME}\s*:\s*(\S.*)$`, 'isu');
/** "beslutning 4 på vegne af Anna Holm: …" */
const WITHIN = new RegExp(String.raw`^([^:\n]{1,40}?)\s+${WORDS}\s+${NAME}\s*:\s*(\S.*)$`, 'isu');

/** Of a decision as it is typed in a text ("På vegne af Anna Holm: Vi prøver det."); null where it is its writer's own. */
export function readSpeaker(text: string): OnBehalf | null {
  const [, name, rest] = FIRST.exec(text.trim()) ?? [];
  return name && rest ? { name, rest } : null;
}

/** Null where the line is its writer's own. */
export function readOnBehalf(line: string): OnBehalf | null {
  const first = readSpeaker(line);
  if (first) return first;
  const [, head, other, text] = WITHIN.exec(line) ?? [];
  return head && other && text ? { name: other, rest: `${head}: ${text}` } : null;
}
