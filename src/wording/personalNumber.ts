/** Whether text holds what looks like a Danish CPR number (ddmmyy-xxxx): ten digits that stand alone. */
export function looksLikeCpr(text: string): boolean {
  return /(?<!\d)\d{6}-?\d{4}(?!\d)/u.test(text);
}
