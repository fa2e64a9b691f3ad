import type { Language } from './outcome.ts';

/** More characters than anybody compares one by one. */
const most = 12;

/** As typed where a screen can show it, else by number. */
const shown = (sign: string): string =>
  /^[\p{Cc}\p{Cs}\p{Cn}\p{Co}]$/u.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : sign;

const listed = (missing: readonly string[]): string =>
  missing.slice(0, most).map(shown).join(' ') + (missing.length > most ? ' …' : '');

const texts = {
  da: (missing: readonly string[]) =>
    `PDF-filen kan ikke vise ${missing.length === 1 ? 'dette tegn' : 'disse tegn'}: ${listed(missing)} – ` +
    'der står en kode som ⟦U+1F44D⟧ i stedet. Ret teksten, eller hent referatet som Word-fil.',
  en: (missing: readonly string[]) =>
    `The PDF cannot show ${missing.length === 1 ? 'this character' : 'these characters'}: ${listed(missing)} – ` +
    'a code such as ⟦U+1F44D⟧ stands there instead. Change the text, or get the minutes as a Word file.',
};

/** What to do about characters that no font has (`missing` of `writePdf`); null where there are none. */
export const missingCharacters = (missing: readonly string[], language: Language): string | null =>
  missing.length === 0 ? null : texts[language](missing);
