/** What somebody adds to an outcome: "idet …", "med den ændring, at …"; no sentence of its own. */
const opening =
  /^(?:,\s*)?(?:idet|dog|med (?:den|de|en|et|følgende|flg\.)? ?(?:ændring|bemærkning|tilføjelse|justering|præcisering|rettelse|forbehold)(?:er|r|en|et|erne|rne)?|under forudsætning af|på betingelse af|forudsat|på den betingelse|med forbehold for|provided that|subject to|on (?:the )?condition that|with (?:the|a|an) (?:change|remark|amendment|addition|reservation|comment)s?)(?!\p{L})/iu;

/** "Idet gruppen takker, godkendes planen": the main clause follows, and nothing is to be put before it. */
const wholeSentence = /^idet(?!\p{L})[^,]{1,300},\s*(?:blev|tog|skal|\p{Ll}+(?:es|te|de|er))(?!\p{L})/iu;

/** True for words that only qualify the outcome before them. */
export const isModifier = (text: string): boolean =>
  opening.test(text) && !wholeSentence.test(text) && !text.includes('\n');

/** "Gruppen godkendte planen." + "idet …" → "Gruppen godkendte planen, idet …." */
export function withModifier(sentence: string, modifier: string): string {
  const words = modifier.trim().replace(/^,\s*/u, '');
  const stop = /[.!?…]$/u.test(words) ? '' : '.';
  const between = /^(?:idet|dog|forudsat|provided|subject|on)(?!\p{L})/iu.test(words) ? ', ' : ' ';
  const lower = words.charAt(0).toLocaleLowerCase('da') + words.slice(1);
  return `${sentence.replace(/[.\s]+$/u, '')}${between}${lower}${stop}`;
}
