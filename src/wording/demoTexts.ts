import type { Language } from './outcome.ts';

/** What the demo says in the terminal: Danish, with the English beside, as its reader may have come for the code. */
const both = (danish: string, english: string): string => `${danish} / ${english}`;

/** Buttons and lines that the demo names, as its Punkt shows and suggests them. */
const named = {
  da: {
    use: '»Brug dagsordenen«',
    start: '»Start mødet«',
    help: '»@Punkt hjælp«',
    agenda: '»@Punkt dagsorden«',
  },
  en: { use: '“Use the agenda”', start: '“Start meeting”', help: '“@Punkt help”', agenda: '“@Punkt agenda”' },
} satisfies Record<Language, unknown>;
const inDanish = {
  use: '“Brug dagsordenen” (use the agenda)',
  start: '“Start mødet” (start the meeting)',
  help: '“@Punkt hjælp” (help)',
  agenda: '“@Punkt dagsorden” (agenda)',
};

export const demoTexts = {
  runs: (url: string) => [`Punkt-demoen kører: ${url}`, `The Punkt demo is running: ${url}`],
  pages: (pages: { start: string; desk: string; panel: string; stage: string }, name: string) => [
    both(`Punkts side, som ${name}`, `Punkt's page, as ${name}`),
    `  ${both('Skrivebord', 'Desk')}: ${pages.desk}`,
    `  ${both('Sidepanel', 'Side panel')}: ${pages.panel}`,
    `  ${both('Storskærm', 'Big screen')}: ${pages.stage}`,
    `  ${both('Alle personer og steder', 'Every person and place')}: ${pages.start}`,
  ],
  first: (chat: string, name: string, language: Language) => {
    const { use, start, help } = named[language];
    const en = language === 'en' ? named.en : inDanish;
    return [
      `Åbn adressen. Du er ${name} og leder mødet.`,
      `1. Vælg chatten »${chat}« til venstre. Kortet med dagsordenen kommer.`,
      `2. Tryk ${use} og så ${start}.`,
      `3. I chatten begynder en linje med @Punkt, valgt på listen, der åbner ved @: ${help} viser, hvad der kan skrives.`,
      '4. »Personal Chat« til venstre er din egen chat med Punkt: lukkede punkter og referatet kommer dér.',
      '',
      `Open the address. You are ${name}, in the chair.`,
      `1. Choose the chat “${chat}” on the left. The card with the agenda comes.`,
      `2. Press ${en.use}, then ${en.start}.`,
      `3. A line in the chat begins with @Punkt, chosen from the list that opens at @: ${en.help} shows what can be written.`,
      '4. “Personal Chat” on the left is your own chat with Punkt: closed items and the minutes come there.',
    ];
  },
  goesOn: (chat: string, name: string, language: Language) => [
    `Mødet fra sidst er her endnu, men Playground husker ikke kortene. Du er ${name}.`,
    `Vælg chatten »${chat}« til venstre, og skriv ${named[language].agenda} (vælg Punkt på listen, der åbner ved @).`,
    '',
    `The meeting from last time is still here, but the Playground forgets the cards. You are ${name}.`,
    `Choose the chat “${chat}” on the left and write ${(language === 'en' ? named.en : inDanish).agenda}; choose Punkt from the list that opens at @.`,
  ],
  /** `kept`: the meeting stays; else whether it could. */
  howToStop: (kept: boolean, canBeKept: boolean) => {
    if (kept) return both('Ctrl-C stopper demoen.', 'Ctrl-C stops the demo.');
    return canBeKept
      ? both(
          'Ctrl-C stopper demoen og sletter mødet (gem det med --data MAPPE).',
          'Ctrl-C stops the demo and deletes the meeting (keep it with --data FOLDER).',
        )
      : both('Ctrl-C stopper demoen og sletter mødet.', 'Ctrl-C stops the demo and deletes the meeting.');
  },
  stopped: both('Demoen er stoppet.', 'The demo has stopped.'),
  defaultChat: 'Møde',
  notAPort: (option: string) =>
    both(`${option}: skriv et portnummer fra 1 til 65535.`, `${option}: give a port number from 1 to 65535.`),
  samePort: both(
    '--port og --playground-port skal være forskellige.',
    '--port and --playground-port must differ.',
  ),
  portInUse: (port: number, option: string) =>
    both(
      `Port ${port} bruges af et andet program: stop det, eller vælg en anden med ${option}.`,
      `Port ${port} is in use by another program: stop it, or choose another with ${option}.`,
    ),
  portRefused: (port: number, option: string) =>
    both(
      `Port ${port} må ikke bruges af denne bruger: vælg en anden med ${option}.`,
      `Port ${port} may not be used by this user: choose another with ${option}.`,
    ),
  noPlayground: both(
    'Microsoft 365 Agents Playground mangler: kør »npm ci« i Punkts mappe.',
    'Microsoft 365 Agents Playground is missing: run “npm ci” in the folder of Punkt.',
  ),
  noCosmosServer: both(
    '@vercel/cosmosdb-server mangler: kør »npm ci« i Punkts mappe.',
    '@vercel/cosmosdb-server is missing: run “npm ci” in the folder of Punkt.',
  ),
  cosmosForgets: both(
    '--data gemmer kun det indlejrede lager; --store cosmos ligger i hukommelsen.',
    '--data keeps the embedded store only; --store cosmos lies in memory.',
  ),
  cannotReadFile: (file: string) =>
    both(
      `Filen ${file} kan ikke læses. Kontrollér sti og rettigheder.`,
      `The file ${file} cannot be read. Check path and permissions.`,
    ),
  ended: (program: string, why: string) =>
    `${both(`${program} stoppede af sig selv`, `${program} stopped by itself`)}: ${why}`,
  notReady: (program: string, log: string) =>
    both(`${program} kom ikke i gang. Se ${log}.`, `${program} did not begin to serve. See ${log}.`),
} as const;
