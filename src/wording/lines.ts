import { type AttendanceLine, readAttendanceLine } from './attendanceLine.ts';
import { foldText } from './fold.ts';
import { nearest } from './lineExamples.ts';
import { isModifier } from './modifier.ts';
import { readOnBehalf } from './onBehalf.ts';
import type { Language } from './outcome.ts';

/** Lines that are nothing but a word of command. */
export type PlainLine =
  | 'next'
  | 'previous'
  | 'status'
  | 'agenda'
  | 'minutes'
  | 'download'
  | 'package'
  | 'approval'
  | 'attendance'
  | 'end'
  | 'pause'
  | 'resume'
  | 'help';

/** What a typed line asks for; numbers as typed ("4", "4.2"), texts exactly as typed. */
export type Line =
  | { readonly kind: PlainLine }
  | { readonly kind: 'start' | 'undo'; readonly item: string | null }
  | { readonly kind: 'goTo'; readonly item: string }
  | {
      readonly kind: 'answer';
      readonly outcome: 'approved' | 'adopted' | 'noted' | 'discussed';
      readonly item: string | null;
      /** "idet …", "med den ændring, at …", as typed. */
      readonly addition?: string;
    }
  | {
      readonly kind: 'postpone';
      readonly item: string | null;
      readonly until: string | null;
      readonly anyway: boolean;
    }
  | {
      readonly kind: 'decision';
      readonly item: string | null;
      readonly text: string;
      readonly anyway: boolean;
      /** Whose word it is, where not its writer's. */
      readonly onBehalfOf?: string;
    }
  /** Added after the meeting; without an item to the minutes as a whole. */
  | {
      readonly kind: 'addendum';
      readonly item: string | null;
      readonly text: string;
      readonly anyway: boolean;
    }
  | {
      readonly kind: 'note';
      readonly item: string | null;
      readonly text: string;
      readonly anyway: boolean;
      readonly onBehalfOf?: string;
    }
  | {
      readonly kind: 'responsible';
      readonly number: string | null;
      readonly text: string;
      readonly anyway: boolean;
    }
  | { readonly kind: 'correct'; readonly number: string; readonly text: string; readonly anyway: boolean }
  | { readonly kind: 'confirm' | 'strike'; readonly number: string }
  | { readonly kind: 'move'; readonly number: string; readonly item: string }
  | { readonly kind: 'appoint'; readonly role: 'chair' | 'minuteTaker'; readonly name: string }
  | AttendanceLine
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

const ITEM = String.raw`(?:(?:til |under )?punkt |(?:on |under |to )?item )?(\d+[a-z]?)\.?`;
const ENTRY = String.raw`(\d+[a-z]?\.\d+)`;

/** Who has no æ, ø, å at hand writes ae, oe, aa, or just a and o: all are the same here. */
const loose = (folded: string): string => folded.replace(/ae|aa/gu, 'a').replace(/oe/gu, 'o');
const whole = (pattern: string): RegExp => new RegExp(`^(?:${loose(pattern)})$`, 'u');

type Rule = readonly [RegExp, (found: RegExpExecArray) => Line];
const word = (pattern: string, kind: PlainLine): Rule => [whole(pattern), () => ({ kind })];
const answer = (pattern: string, outcome: Extract<Line, { kind: 'answer' }>['outcome']): Rule => [
  whole(`(?:${pattern})(?: ${ITEM})?`),
  (found) => ({ kind: 'answer', outcome, item: found[1] ?? null }),
];

/** Lines without free text, on folded words (small letters, æ/ø/å written out). */
const rules: readonly Rule[] = [
  word('naeste(?: punkt)?|videre|next(?: item)?', 'next'),
  word('forrige(?: punkt)?|tilbage|previous(?: item)?|back', 'previous'),
  word('status|hvor er vi|hvor lang tid|where are we|how long', 'status'),
  word('(?:vis )?dagsorden(?:en)?|(?:show )?(?:the )?agenda', 'agenda'),
  word(
    '(?:vis )?(?:referat(?:et|udkast|udkastet)?|udkast(?:et)?)|(?:show )?(?:the )?(?:draft )?minutes|draft',
    'minutes',
  ),
  word(
    'hent (?:referat(?:et|udkast|udkastet)?|udkast(?:et)?)|(?:get|download|fetch) (?:the )?(?:draft )?minutes',
    'download',
  ),
  word('(?:hent )?moedepakke(?:n)?|(?:get |download |fetch )?(?:the )?meeting pack(?:age)?', 'package'),
  word('(?:vis )?fremmoede(?:t)?|(?:show )?(?:the )?attendance', 'attendance'),
  word('godkend referat(?:et)?|approve (?:the )?minutes', 'approval'),
  word(
    'afslut(?: moedet)?|slut(?: moedet)?|moedet er haevet|end(?: meeting| the meeting)?|adjourn(?: the meeting)?',
    'end',
  ),
  [
    whole(`(?:fortryd|slet sidste|undo)(?: sidste| last)?(?: ${ITEM})?`),
    (found) => ({ kind: 'undo', item: found[1] ?? null }),
  ],
  word('(?:hold )?pause(?: (?:the )?meeting)?(?: \\d+ min\\.?)?', 'pause'),
  word('genoptag(?: moedet)?|fortsaet|resume(?: (?:the )?meeting)?', 'resume'),
  word('hjaelp|help|\\?', 'help'),
  [
    whole(`start(?: moedet| meeting| the meeting)?(?: (?:ved|at) ${ITEM})?`),
    (found) => ({ kind: 'start', item: found[1] ?? null }),
  ],
  [whole(`(?:g(?:aa|a) til|go to|goto) ${ITEM}|punkt (\\d+[a-z]?)|item (\\d+[a-z]?)`), goTo],
  answer('(?:taget )?til efterretning|efterretning|noted|taken? note of', 'noted'),
  answer('droeftet|discussed', 'discussed'),
  answer('godkendt|godkend|approved?', 'approved'),
  answer('som indstillet|tiltraadt|tiltraed|adopted|as (?:recommended|proposed)', 'adopted'),
  [
    whole(`(?:udsaet|udsat|postponed?)(?: ${ITEM})?(?: (?:til|until|to) (.+))?`),
    (found) => ({ kind: 'postpone', item: found[1] ?? null, until: found[2] ?? null, anyway: false }),
  ],
  [
    whole(`(?:flyt|move) ${ENTRY} (?:til|to) ${ITEM}`),
    (found) => ({ kind: 'move', number: found[1] ?? '', item: found[2] ?? '' }),
  ],
  [whole(`(?:bekraeft|confirm) ${ENTRY}`), (found) => ({ kind: 'confirm', number: found[1] ?? '' })],
  [whole(`(?:stryg|strike) ${ENTRY}`), (found) => ({ kind: 'strike', number: found[1] ?? '' })],
];

function goTo(found: RegExpExecArray): Line {
  return { kind: 'goTo', item: found[1] ?? found[2] ?? found[3] ?? '' };
}

/** Lines with free text after a colon: what stands before it, and what it makes of the text. */
const texts: readonly (readonly [RegExp, (found: RegExpExecArray, text: string, anyway: boolean) => Line])[] =
  [
    [
      whole(`(?:beslutning|besluttet|decision|decided)(?: ${ITEM})?`),
      (found, text, anyway) => ({ kind: 'decision', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(`(?:noter|notat|note|referat)(?: ${ITEM})?`),
      (found, text, anyway) => ({ kind: 'note', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(
        `(?:tilfoej|tilfoejelse|tilfoejet|addendum|add)(?: efter moedet| after (?:the )?meeting)?(?: ${ITEM})?`,
      ),
      (found, text, anyway) => ({ kind: 'addendum', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(`(?:tovholder|responsible)(?: (\\d+[a-z]?(?:\\.\\d+)?))?`),
      (found, text, anyway) => ({ kind: 'responsible', number: found[1] ?? null, text, anyway }),
    ],
    [
      whole(`(?:ret|correct) ${ENTRY}`),
      (found, text, anyway) => ({ kind: 'correct', number: found[1] ?? '', text, anyway }),
    ],
    [
      whole('ordstyrer|moedeleder|chair(?:man|woman|person)?'),
      (_, text) => ({ kind: 'appoint', role: 'chair', name: text }),
    ],
    [
      whole('referent|minutes? ?taker|minute-taker|secretary'),
      (_, text) => ({ kind: 'appoint', role: 'minuteTaker', name: text }),
    ],
  ];

/** "frist 6. marts": who is responsible stays as it is. */
const ONLY_DUE = /^(?:frist|due|deadline)(?:\s*:\s*|\s+)(\S.*)$/iu;

/** A forgotten colon: a word of command and at least two words of text, which may not begin with a number. */
const WITHOUT_COLON = /^(\p{L}+)\s+([^\d\s]\S*\s+\S.*)$/su;
/**
 * "Referent Ole Lind …" may be said of somebody; appointing takes its colon, and so do "referat" and "tilføj", which
 * ask for many things.
 */
const TAKES_ITS_COLON =
  /^(?:tilføj\p{L}*|tilfoej\p{L}*|add(?:endum)?|ordstyrer|mødeleder|chair(?:man|woman|person)?|referent|referat|secretary)$/iu;
const ANYWAY = /^(?:gem alligevel|save anyway)[\s:,]*/iu;

/**
 * Reads a typed line in either language; case, accents and æ/ae do not matter in the words of command. `language` is
 * that of the suggestions.
 */
export function readLine(typed: string, language: Language = 'da'): Line {
  const anyway = ANYWAY.test(typed.trim());
  const line = typed.trim().replace(ANYWAY, '');
  const behalf = readOnBehalf(line);
  const forOther = behalf && readLine(behalf.rest, language);
  if (behalf && (forOther?.kind === 'decision' || forOther?.kind === 'note'))
    return { ...forOther, anyway: anyway || forOther.anyway, onBehalfOf: behalf.name };
  const colon = line.indexOf(':');
  if (colon > 0) {
    const head = loose(foldText(line.slice(0, colon)));
    const text = line.slice(colon + 1).trim();
    for (const [pattern, make] of texts) {
      const found = pattern.exec(head);
      if (found) return make(found, text, anyway);
    }
  }
  const [, head = '', text = ''] = WITHOUT_COLON.exec(line) ?? [];
  for (const [pattern, make] of text === '' ? [] : texts) {
    const found = pattern.exec(loose(foldText(head)));
    if (found && !TAKES_ITS_COLON.test(head)) return make(found, text, anyway);
  }
  const due = ONLY_DUE.exec(line)?.[1];
  if (due !== undefined) return { kind: 'responsible', number: null, text: `frist ${due}`, anyway };
  const attended = readAttendanceLine(line);
  if (attended) return attended;
  const folded = foldText(line)
    .replace(/[.!]+$/u, '')
    .replace(/(?<=.)\?+$/u, '');
  for (const [pattern, make] of rules) {
    const found = pattern.exec(loose(folded));
    if (found) return withTypedUntil(make(found), line, anyway);
  }
  return withAddition(line) ?? { kind: 'unknown', nearest: nearest(folded, language) };
}

/** "godkendt, idet …": an outcome, and what qualifies it. */
function withAddition(line: string): Line | null {
  const [, head = '', addition = ''] =
    /^([^,]{3,60}?),?\s+((?:idet|dog|med|under|på|forudsat|with|on|subject|provided)(?!\p{L}).+)$/isu.exec(
      line,
    ) ?? [];
  if (!isModifier(addition)) return null;
  const answered = readLine(head);
  return answered.kind === 'answer' ? { ...answered, addition } : null;
}

/** The words of a deadline are kept as typed, not as folded. */
function withTypedUntil(line: Line, typed: string, anyway: boolean): Line {
  if (line.kind !== 'postpone' || line.until === null) return line;
  return { ...line, anyway, until: /\s(?:til|until|to)\s+(.+?)[.!]*$/iu.exec(typed)?.[1] ?? line.until };
}
