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
  /** Of all lines, whoever asks. */
  | { readonly kind: 'help'; readonly all: true }
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

/** Of an item as the agenda prints it: "4", "4a", "2.1". */
const NUMBER = String.raw`\d+(?:\.\d+)?[a-z]?`;
const ITEM_WORD = String.raw`(?:til |under )?(?:punkt |pkt\.? ?)|(?:on |under |to )?item `;
const ITEM = String.raw`(?:${ITEM_WORD})?(${NUMBER})\.?`;
/** Before a colon "til 4" names an item as well. */
const ITEM_OF_TEXT = String.raw`(?:${ITEM_WORD}|til |under |on |to )?(${NUMBER})\.?`;
const ENTRY = String.raw`(?:beslutning |decision )?(${NUMBER}\.\d+)`;

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
  word(
    '(?:(?:gaa |videre )?til )?naeste(?: punkt)?|(?:gaa )?videre|(?:go to )?(?:the )?next(?: item)?',
    'next',
  ),
  word('(?:gaa til )?forrige(?: punkt)?|(?:gaa )?tilbage|previous(?: item)?|(?:go )?back', 'previous'),
  word(
    'status|hvor (?:langt )?er vi(?: nu)?|hvor lang tid(?: har vi)?(?: tilbage)?|where are we(?: now)?|how long(?: do we have| is left)?',
    'status',
  ),
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
    '(?:af)?slut(?: moedet)?|luk moedet|moedet er (?:haevet|slut)|(?:end|close)(?: the)? meeting|end|adjourn(?: the meeting)?',
    'end',
  ),
  [
    whole(`(?:fortryd|slet sidste|undo)(?: sidste| last)?(?: ${ITEM})?`),
    (found) => ({ kind: 'undo', item: found[1] ?? null }),
  ],
  word('(?:hold )?pause(?: (?:the )?meeting)?(?: \\d+ min\\.?)?', 'pause'),
  word('genoptag(?: moedet)?|fortsaet|resume(?: (?:the )?meeting)?', 'resume'),
  [whole('(?:vis )?hjaelp alt|help all'), () => ({ kind: 'help', all: true })],
  word(
    'hjaelp(?: mig)?|help(?: me)?|\\?|hvad kan (?:jeg|man) skrive|kommandoer|what can i (?:write|type)|commands',
    'help',
  ),
  [
    whole(`start(?: moedet| meeting| the meeting)?(?: (?:ved|at) ${ITEM})?`),
    (found) => ({ kind: 'start', item: found[1] ?? null }),
  ],
  [
    whole(
      `(?:gaa (?:tilbage )?til|tilbage til|go (?:back )?to|goto) ${ITEM}|(?:punkt |pkt\\.? ?|item )(${NUMBER})\\.?`,
    ),
    goTo,
  ],
  answer('(?:tag(?:et|es) )?til efterretning|efterretning|noted|taken? note(?: of)?', 'noted'),
  answer('droeftet|discussed', 'discussed'),
  answer('godkend(?:t|es)?|approved?', 'approved'),
  answer('som indstillet|tiltraadt|tiltraed(?:es)?|adopted|as (?:recommended|proposed)', 'adopted'),
  [
    whole(`(?:udsaet|udsat|udskyd|udskudt|postponed?)(?: ${ITEM})?(?: (?:til|until|to) (.+))?`),
    (found) => ({ kind: 'postpone', item: found[1] ?? null, until: found[2] ?? null, anyway: false }),
  ],
  [
    whole(`(?:flyt|move) ${ENTRY} (?:til|to) ${ITEM}`),
    (found) => ({ kind: 'move', number: found[1] ?? '', item: found[2] ?? '' }),
  ],
  [whole(`(?:bekraeft|confirm) ${ENTRY}`), (found) => ({ kind: 'confirm', number: found[1] ?? '' })],
  [whole(`(?:stryg|slet|strike|delete) ${ENTRY}`), (found) => ({ kind: 'strike', number: found[1] ?? '' })],
];

function goTo(found: RegExpExecArray): Line {
  return { kind: 'goTo', item: found[1] ?? found[2] ?? '' };
}

/** Lines with free text after a colon: what stands before it, and what it makes of the text. */
const texts: readonly (readonly [RegExp, (found: RegExpExecArray, text: string, anyway: boolean) => Line])[] =
  [
    [
      whole(`(?:beslutning(?:en|er)?|besluttet|decisions?|decided)(?: ${ITEM_OF_TEXT})?`),
      (found, text, anyway) => ({ kind: 'decision', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(`(?:noter|notat|note|(?:til )?referat(?:et)?|bemaerkning|remark)(?: ${ITEM_OF_TEXT})?`),
      (found, text, anyway) => ({ kind: 'note', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(
        `(?:tilfoej|tilfoejelse|tilfoejet|addendum|add)(?: efter moedet| after (?:the )?meeting)?(?: ${ITEM_OF_TEXT})?`,
      ),
      (found, text, anyway) => ({ kind: 'addendum', item: found[1] ?? null, text, anyway }),
    ],
    [
      whole(`(?:tovholdere?|ansvarlige?|responsible)(?: (?:${ITEM_WORD}|til )?(${NUMBER}(?:\\.\\d+)?))?`),
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

/** "frist 6. marts", "frist 4.2: uge 5": who is responsible stays as it is. */
const ONLY_DUE = /^(?:frist|due|deadline)(?:\s+(\d+(?:\.\d+){0,2}[a-z]?)\s*:\s*|\s*:\s*|\s+)(\S.*)$/iu;

const LONGEST_HEAD = 60;
/** What else parts a word of command from its text: "beslutning punkt 4 – Vi går i gang". */
const DASH = /\s*;\s*|\s+[-–—]\s+/u;
/** "tovholder Line": one name is enough. */
const ONE_NAME = /^(?:tovholder|responsible)\s+(\p{Lu}[\p{L}-]+)$/iu;

/** A command that is set in quotation marks, in bold or as an entry of a list is a command. */
const DECORATED = /^(["'»“”*_`]{1,3})(\p{L}.*?)["'«“”*_`]{1,3}$/su;
const BULLET = /^[-–•*]\s+(?=\p{L})/u;
const plainly = (line: string): string => (DECORATED.exec(line)?.[2] ?? line).replace(BULLET, '').trim();
/** "næste punkt, tak 🙂" */
const COURTESY =
  /(?:[\s,.!]{1,9}(?:tak|please|thanks|thank you)|[\s,.!]{0,9}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})){1,9}[.!]{0,9}$/u;

/** A forgotten colon: a word of command and at least two words of text, which may not begin with a number. */
const WITHOUT_COLON = /^(\p{L}+)\s+([^\d\s]\S*\s+\S.*)$/su;
/**
 * "Referent Ole Lind …" may be said of somebody; appointing takes its colon, and so do "referat" and "tilføj", which
 * ask for many things.
 */
const TAKES_ITS_COLON =
  /^(?:tilføj\p{L}*|tilfoej\p{L}*|add(?:endum)?|til referat(?:et)?|bemærkning|bemaerkning|remark|ansvarlige?|ordstyrer|mødeleder|chair(?:man|woman|person)?|referent|referat|secretary)$/iu;
const ANYWAY = /^(?:gem alligevel|save anyway)[\s:,]*/iu;

/**
 * Reads a typed line in either language; case, accents and æ/ae do not matter in the words of command. `language` is
 * that of the suggestions.
 */
export function readLine(typed: string, language: Language = 'da'): Line {
  const anyway = ANYWAY.test(typed.trim());
  const line = plainly(typed.trim().replace(ANYWAY, ''));
  const behalf = readOnBehalf(line);
  const forOther = behalf && readLine(behalf.rest, language);
  if (behalf && (forOther?.kind === 'decision' || forOther?.kind === 'note'))
    return { ...forOther, anyway: anyway || forOther.anyway, onBehalfOf: behalf.name };
  const colon = line.indexOf(':');
  const atColon = colon > 0 ? withText(line.slice(0, colon), line.slice(colon + 1), anyway) : null;
  if (atColon) return atColon;
  const dash = DASH.exec(line.slice(0, LONGEST_HEAD));
  const before = dash ? line.slice(0, dash.index) : '';
  const behind = dash ? line.slice(dash.index + dash[0].length) : '';
  const atDash = behind === '' || TAKES_ITS_COLON.test(before) ? null : withText(before, behind, anyway);
  if (atDash) return atDash;
  const [, head = '', text = ''] = WITHOUT_COLON.exec(line) ?? [];
  for (const [pattern, make] of text === '' ? [] : texts) {
    const found = pattern.exec(loose(foldText(head)));
    if (found && !TAKES_ITS_COLON.test(head)) return make(found, text, anyway);
  }
  const [, one] = ONE_NAME.exec(line) ?? [];
  if (one) return { kind: 'responsible', number: null, text: one, anyway };
  const [, number, due] = ONLY_DUE.exec(line) ?? [];
  if (due !== undefined) return { kind: 'responsible', number: number ?? null, text: `frist ${due}`, anyway };
  const attended = readAttendanceLine(line);
  if (attended) return attended;
  const folded = foldText(line)
    .replace(COURTESY, '')
    .replace(/[.!]+$/u, '')
    .replace(/(?<=.)\?+$/u, '');
  for (const [pattern, make] of rules) {
    const found = pattern.exec(loose(folded));
    if (found) return withTypedUntil(make(found), line, anyway);
  }
  return withAddition(line) ?? { kind: 'unknown', nearest: nearest(folded, language) };
}

/** A line that takes a text; null where its head is none of theirs. */
function withText(head: string, text: string, anyway: boolean): Line | null {
  const folded = loose(foldText(head));
  for (const [pattern, make] of texts) {
    const found = pattern.exec(folded);
    if (found) return make(found, text.trim(), anyway);
  }
  return null;
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
