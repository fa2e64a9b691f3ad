/** Abbreviations that do not end a sentence though a capital letter may follow. */
const abbreviation =
  /(?:^|[\s(])(?:kl|nr|ca|d|den|dvs|bl\.a|f\.eks|fx|jf|jvf|evt|mhp|mht|mio|mia|kr|pr|vedr|inkl|ekskl|ift|hhv|stk|tlf|pkt|sml|sign|dr|hr|fr|prof|m\.v|mv|m\.m|osv|etc|o\.l|ad|ang|p\.t|pga|cf|\p{Lu}|\d{1,2})\.$/iu;

/** "… 21.340 kr. Regnskabet …", "… opgang 7. Formanden …": a capital word behind an amount begins a sentence. */
const endsInUnit = (sentence: string, after: string): boolean =>
  /^\s+\p{Lu}\p{L}/u.test(after) &&
  (/\d\s?(?:kr|mio|mia|stk|min|pct|m)\.$|(?<!\p{L})(?:m\.v|mv|m\.m|osv|etc|o\.l)\.$/iu.test(sentence) ||
    (/\p{L}{2,}\s\d{1,2}\.$/u.test(sentence) &&
      !/(?<!\p{L})(?:den|nr|kl|§|d)\.?\s\d{1,2}\.$/iu.test(sentence)));

/** Running text → sentences. A line break of the text always ends one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const paragraph of text.split('\n')) {
    let start = 0;
    for (const end of paragraph.matchAll(/[.!?][)”"’]?\s+(?=["”“’(]?[\p{Lu}\d])/gu)) {
      const upTo = end.index + end[0].trimEnd().length;
      const sentence = paragraph.slice(start, upTo);
      if (
        abbreviation.test(sentence.slice(-14)) &&
        !/\d{4}\.$/.test(sentence) &&
        !endsInUnit(sentence, paragraph.slice(upTo))
      )
        continue;
      sentences.push(sentence.trim());
      start = end.index + end[0].length;
    }
    const last = paragraph.slice(start).trim();
    if (last) sentences.push(last);
  }
  return sentences;
}
