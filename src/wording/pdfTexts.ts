import type { Language } from './outcome.ts';

/** More characters than anybody compares one by one. */
const most = 12;

const listed = (missing: readonly string[]): string =>
  missing.slice(0, most).join(' ') + (missing.length > most ? ' …' : '');

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
