import { editDistance, foldText } from './fold.ts';
import type { Language } from './outcome.ts';

/** What can be typed, as examples in both languages; everybody may write either. Groups as the help shows them. */
const examples = [
  // For the minutes
  [
    ['beslutning: …', 'decision: …'],
    ['beslutning 4: …', 'decision 4: …'],
    ['notér: …', 'note: …'],
    ['notér 4: …', 'note 4: …'],
    ['på vegne af Navn: beslutning: …', 'on behalf of Name: decision: …'],
    ['tovholder: Navn frist uge 5', 'responsible: Name due week 5'],
  ],
  // Answers to the item
  [
    ['til efterretning', 'taken note of'],
    ['drøftet', 'discussed'],
    ['godkendt', 'approved'],
    ['godkendt, idet …', 'approved, provided that …'],
    ['som indstillet', 'as proposed'],
    ['udsæt til næste møde', 'postpone until next meeting'],
  ],
  // Corrections
  [
    ['flyt 4.2 til 6', 'move 4.2 to 6'],
    ['ret 4.2: …', 'correct 4.2: …'],
    ['stryg 4.2', 'strike 4.2'],
    ['bekræft 4.2', 'confirm 4.2'],
    ['fortryd', 'undo'],
    ['fortryd 4', 'undo 4'],
  ],
  // The meeting
  [
    ['næste', 'next'],
    ['forrige', 'previous'],
    ['gå til 4', 'go to 4'],
    ['status', 'status'],
    ['dagsorden', 'agenda'],
    ['referat', 'minutes'],
    ['start mødet', 'start meeting'],
    ['pause', 'pause'],
    ['genoptag', 'resume'],
    ['afslut mødet', 'end meeting'],
    ['afbud Navn', 'apologies Name'],
    ['til stede Navn', 'present Name'],
    ['fremmøde', 'attendance'],
    ['ordstyrer: Navn', 'chair: Name'],
    ['referent: Navn', 'minute taker: Name'],
  ],
  // Before and after it
  [
    ['hent mødepakke', 'get the meeting pack'],
    ['hent referat', 'get the minutes'],
    ['tilføj efter mødet 4: …', 'add after the meeting 4: …'],
    ['godkend referat', 'approve the minutes'],
    ['hjælp', 'help'],
  ],
] as const;

/** The examples by language, in the groups of `helpGroups` (wording/replies.ts): each line in the place of its twin. */
export const EXAMPLE_GROUPS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  da: examples.map((group) => group.map(([danish]) => danish)),
  en: examples.map((group) => group.map(([, english]) => english)),
};

/** What everybody may write, in the groups of `helpParticipantGroups`; by the Danish line. */
const everybodys = [
  ['beslutning: …', 'beslutning 4: …', 'notér: …', 'notér 4: …', 'tovholder: Navn frist uge 5', 'fortryd'],
  ['status', 'dagsorden'],
] satisfies readonly (readonly (typeof examples)[number][number][0][])[];
const englishOf = new Map<string, string>(examples.flat());

export const PARTICIPANT_GROUPS: typeof EXAMPLE_GROUPS = {
  da: everybodys,
  en: everybodys.map((group) => group.map((line) => englishOf.get(line) ?? line)),
};

/** The same without groups: shown as suggestions. */
export const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  da: EXAMPLE_GROUPS.da.flat(),
  en: EXAMPLE_GROUPS.en.flat(),
};

const SUGGESTIONS = 3;
/** Less alike than half of its letters, a word of command was not meant: then what is asked for most is shown. */
const FAR = 0.5;
const usual: Readonly<Record<Language, readonly string[]>> = {
  da: ['beslutning: …', 'notér: …', 'status'],
  en: ['decision: …', 'note: …', 'status'],
};

/** The examples whose words are nearest to what was typed. */
export function nearest(folded: string, language: Language): string[] {
  const typed = folded
    .split(/[\s:]+/u)
    .filter(Boolean)
    .slice(0, 6);
  const wordsOf = (example: string) => foldText(example.replace(/[…:]/gu, '')).split(/\s+/u).filter(Boolean);
  const command = (words: readonly string[]) =>
    Math.min(...typed.slice(0, 3).map((part) => relative(part, words[0] ?? '')), 1);
  if (EXAMPLES[language].every((example) => command(wordsOf(example)) >= FAR)) return [...usual[language]];
  const distance = (example: string): number => {
    const words = wordsOf(example);
    // The word of command counts; the rest of a line is free text.
    const first = command(words);
    const rest = words.slice(1).map((part) => Math.min(...typed.map((other) => relative(other, part)), 1));
    return first * 3 + rest.reduce((sum, value) => sum + value, 0) / Math.max(1, rest.length);
  };
  return EXAMPLES[language]
    .map((example) => ({ example, score: distance(example) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, SUGGESTIONS)
    .map(({ example }) => example);
}

const relative = (a: string, b: string): number => {
  const longest = Math.max(a.length, b.length, 1);
  return editDistance(a.slice(0, 40), b, longest) / longest;
};
