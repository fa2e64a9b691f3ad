import type { Language } from './outcome.ts';

const da = {
  /** What the file is called after its date, as case systems have it. */
  kinds: { package: 'Mødepakke', agenda: 'Dagsorden', draft: 'Referatudkast', approved: 'Referat' },
  publicEdition: 'offentlig udgave',
  version: (version: number) => `version ${version}`,
  missingGlyphs: (signs: readonly string[]) =>
    `Skriften kender ikke ${signs.length === 1 ? 'dette tegn' : 'disse tegn'}, som står med nummer i filen: ${signs.join(' ')}`,
  ownLayoutForPublic:
    'Den offentlige udgave er sat i Punkts eget layout, for dagsordenens eget dokument indeholder lukkede punkter.',
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
  missingGlyphs: (signs) =>
    `The typeface lacks ${signs.length === 1 ? 'this sign' : 'these signs'}, shown by number in the file: ${signs.join(' ')}`,
  ownLayoutForPublic:
    'The public edition is set in the layout of Punkt, because the document of the agenda holds closed items.',
  package: 'Meeting pack: filled in by hand if Teams fails',
  decision: 'Decision',
  blank: da.blank,
};

/** Names of files, and what is to be known of a file. */
export const exportTexts: Readonly<Record<Language, ExportTexts>> = { da, en };
