/** What goes wrong at the command line besides reading: one sentence each, Danish as all of it. */
export const cliProblemTexts = {
  cannotWriteFile: (file: string) => `Filen ${file} kan ikke skrives. Kontrollér sti og rettigheder.`,
  unknownVersion: (asked: string, newest: number) =>
    `Mødet har ingen version ${asked}. Den nyeste er ${newest}; se --versions.`,
  unknownSchema: (name: string) => `Skemaet ${name} kendes ikke. Brug agenda eller minutes.`,
} as const;
