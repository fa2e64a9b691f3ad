import type { Language } from './outcome.ts';

const da = {
  cannotWriteFile: (file: string) => `Filen ${file} kan ikke skrives. Kontrollér sti og rettigheder.`,
  unknownVersion: (asked: string, newest: number) =>
    `Mødet har ingen version ${asked}. Den nyeste er ${newest}; se --versions.`,
  unknownSchema: (name: string) => `Skemaet ${name} kendes ikke. Brug agenda eller minutes.`,
};
export type CliProblemTexts = typeof da;

const en: CliProblemTexts = {
  cannotWriteFile: (file) => `The file ${file} cannot be written. Check path and permissions.`,
  unknownVersion: (asked, newest) =>
    `The meeting has no version ${asked}. The newest is ${newest}; see --versions.`,
  unknownSchema: (name) => `The schema ${name} is not known. Use agenda or minutes.`,
};

/** What goes wrong at the command line besides reading: one sentence each. */
export const cliProblemTexts: Readonly<Record<Language, CliProblemTexts>> = { da, en };
