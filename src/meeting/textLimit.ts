/** Longest text of one decision, note, section or addendum, in UTF-16 code units; a store's document has room for many. */
export const TEXT_LIMIT = 100_000;

export const textProblem = (text: string): 'textMissing' | 'textTooLong' | null =>
  text.trim() === '' ? 'textMissing' : text.length > TEXT_LIMIT ? 'textTooLong' : null;
