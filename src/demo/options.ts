import { Command, Option } from 'commander';
import { demoTexts } from '../wording/demoTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { DemoRefusal } from './demoRefusal.ts';

export interface DemoOptions {
  readonly agenda?: string;
  /** Folder of the store; without it a fresh one that goes with the demo. */
  readonly data?: string;
  /** `cosmos`: a Cosmos DB in memory, gone with the demo. */
  readonly store: 'embedded' | 'cosmos';
  readonly port: number;
  readonly playgroundPort: number;
  /** Of everything that Punkt says; the agenda's own words stay as they are. */
  readonly language: Language;
  /** False: no browser, even where there is a desktop. */
  readonly open: boolean;
}

const port = (option: string) => (text: string) => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 65535) throw new DemoRefusal(demoTexts.notAPort(option));
  return number;
};

/** @throws DemoRefusal on a port that is none; ends the process itself on an unknown option, and on --help. */
export function readOptions(argv: readonly string[]): DemoOptions {
  const options = new Command('npm run demo --')
    .description('Punkt in a Teams-like chat in the browser, on this machine only.')
    .option('--agenda <file>', 'your own agenda instead of the fictitious one')
    .option('--data <folder>', 'keep the store in this folder')
    .addOption(
      new Option('--store <kind>', 'where the meeting lies; cosmos: a Cosmos DB in memory')
        .choices(['embedded', 'cosmos'])
        .default('embedded'),
    )
    .addOption(new Option('--language <code>', 'of Punkt').choices(['da', 'en']).default('da'))
    .addOption(portOption('--port', 'port of Punkt', 3978))
    .addOption(portOption('--playground-port', 'port of the chat', 56150))
    .option('--no-open', 'do not open a browser')
    .allowExcessArguments(false)
    .parse(argv, { from: 'user' })
    .opts<DemoOptions>();
  if (options.store === 'cosmos' && options.data !== undefined)
    throw new DemoRefusal(demoTexts.cosmosForgets);
  if (options.port === options.playgroundPort) throw new DemoRefusal(demoTexts.samePort);
  return options;
}

const portOption = (name: string, meaning: string, standard: number): Option =>
  new Option(`${name} <port>`, meaning).default(standard).argParser(port(name));
