import type { Language } from '../outcome.ts';

const da = {
  /** Whose a link is that is nobody's own. */
  bigScreen: 'Storskærmen',
};

const en: typeof da = {
  bigScreen: 'The big screen',
};

/** What the server says in the view of a meeting, beside what cards and minutes say too. */
export const viewTexts: Readonly<Record<Language, typeof da>> = { da, en };
