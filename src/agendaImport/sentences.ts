/** Abbreviations that do not end a sentence though a capital letter may follow. */
const abbreviation =
  /(?:^|[\s(])(?:kl|nr|ca|d|den|dvs|bl\.a|f\.eks|fx|jf|jvf|evt|mhp|mht|mio|mia|kr|pr|vedr|inkl|ekskl|ift|hhv|stk|tlf|pkt|sml|sign|dr|hr|fr|prof|m\.v|mv|m\.m|osv|etc|o\.l|ad|ang|p\.t|pga|cf|\p{Lu}|\d{1,2})\.$/iu;

/** Running text → sentences. A line break of the text always ends one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const paragraph of text.split('\n')) {
    let start = 0;
    for (const end of paragraph.matchAll(/[.!?][)”"’]?\s+(?=["”“’(]?[\p{Lu}\d])/gu)) {
      const upTo = end.index + end[0].trimEnd().length;
      const sentence = paragraph.slice(start, upTo);
      if (abbreviation.test(sentence.slice(-14)) && !/\d{4}\.$/.test(sentence)) continue;
      sentences.push(sentence.trim());
      start = end.index + end[0].length;
    }
    const last = paragraph.slice(start).trim();
    if (last) sentences.push(last);
  }
  return sentences;
}
