import type { Request } from 'express';
import { languageOfLocale } from '../../wording/locale.ts';
import type { Language } from '../../wording/outcome.ts';

/** The reader's language: the server's fixed one, what the page says (Teams' locale), what the browser prefers, Danish. */
export function readerLanguage(request: Request, fixed: Language | null): Language {
  if (fixed) return fixed;
  const { lang } = request.query;
  const said = typeof lang === 'string' ? languageOfLocale(lang) : null;
  const [preferred] = (request.get('accept-language') ?? '').split(/[,;]/u);
  return said ?? languageOfLocale(preferred) ?? 'da';
}
