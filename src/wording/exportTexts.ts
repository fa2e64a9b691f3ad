import type { Language } from './outcome.ts';

const da = {
  /** What the file is called after its date, as case systems have it. */
  kinds: { package: 'Mødepakke', agenda: 'Dagsorden', draft: 'Referatudkast', approved: 'Referat' },
  publicEdition: 'offentlig udgave',
  version: (version: number) => `version ${version}`,
  package: 'Mødepakke: udfyldes i hånden, hvis Teams svigter',
  decision: 'Beslutning',
  /** Room to write by hand. */
  blank: '……………………………………………………………………',
};
export type ExportTexts = typeof da;

const en: ExportTexts = {
  kinds: { package: 'Meeting pack', agenda: 'Agenda', draft: 'Draft minutes', approved: 'Minutes' },
  publicEdition: 'public edition',
  version: (version) => `version ${version}`,
  package: 'Meeting pack: filled in by hand if Teams fails',
  decision: 'Decision',
  blank: da.blank,
};

/** Names of files, and what is to be known of a file. */
export const exportTexts: Readonly<Record<Language, ExportTexts>> = { da, en };
