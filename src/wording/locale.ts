import type { Language } from './outcome.ts';

/** Whose readers read Danish: Danish, the Norwegian languages, Swedish, Faroese, Greenlandic (BCP 47). */
const READ_DANISH = new Set(['da', 'nb', 'nn', 'no', 'sv', 'fo', 'kl']);

/** The language for somebody with this locale ("da-DK", "en_US"); null where it names no language. */
export function languageOfLocale(locale: string | null | undefined): Language | null {
  const [, primary] = /^\s*([a-z]{2,3})(?![a-z0-9])/iu.exec(locale ?? '') ?? [];
  if (!primary || /^und$/iu.test(primary)) return null;
  return READ_DANISH.has(primary.toLowerCase()) ? 'da' : 'en';
}
