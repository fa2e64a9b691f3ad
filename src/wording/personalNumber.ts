/** Ten digits that stand alone, as one number or as 6-4. */
const joined = /(?<!\d)\d{6}[-\u2010-\u2013]?\d{4}(?!\d)/u;
/** Parted by a space it could be two numbers: only where the first is a day of the year (ddmmyy). */
const parted = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-\u2010-\u2013]?\s?\d{4}(?!\d)/u;

/** Whether text holds what looks like a Danish CPR number (ddmmyy-xxxx). */
export const looksLikeCpr = (text: string): boolean => joined.test(text) || parted.test(text);
