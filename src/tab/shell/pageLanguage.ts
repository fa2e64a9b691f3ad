import { languageOfLocale } from '../../wording/locale.ts';
import type { Language } from '../../wording/outcome.ts';

/** The language of the page: the server's fixed one, what the address says, that of Teams or the browser, Danish. */
export const pageLanguage = (
  fixed: string | undefined,
  asked: string | null,
  locale: string | null,
): Language => languageOfLocale(fixed ?? asked ?? locale) ?? 'da';
