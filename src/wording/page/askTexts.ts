import type { Language } from '../outcome.ts';

/** What the page is told where an ask is not carried out and no other sentence fits. */
export const askTexts: Readonly<Record<Language, { readonly cprHeldBack: string }>> = {
  da: {
    cprHeldBack:
      'Teksten ligner et CPR-nummer og er ikke gemt. Fjern nummeret, eller gem igen, hvis det ikke er et.',
  },
  en: {
    cprHeldBack:
      'The text looks like a CPR number and is not saved. Remove the number, or save again if it is none.',
  },
};
