/** "kl. 9.05-9.35", "9:05–9:35": a clock time with what it begins with and what it lasts to. */
const CLOCK = /((?:\bkl\. )?\b\d{1,2}[.:]\d{2}\b(?:[-–]\d{1,2}[.:]\d{2}\b)?)/u;

/** A text in parts: every second one, from the second, is a clock time. Joined they are the text. */
export const clockParts = (text: string): readonly string[] => text.split(CLOCK);
