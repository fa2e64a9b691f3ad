#!/usr/bin/env node
import { isAbsolute } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { eraseCommand } from './cli/eraseCommand.ts';
import { importCommand } from './cli/importCommand.ts';
import { minutesCommand } from './cli/minutesCommand.ts';
import { outboxCommand } from './cli/outboxCommand.ts';
import { CliRefusal, cliLanguage } from './cli/output.ts';
import { erasePersonCommand, redactCommand } from './cli/personCommands.ts';
import { logCommand, meetingsCommand } from './cli/readCommands.ts';
import { schemaCommand } from './cli/schemaCommand.ts';
import { copyCommand, repairCommand, verifyCommand } from './cli/storeCommands.ts';
import { composeCore, systemClock } from './compose.ts';
import { ConfigError, readStoreSettings } from './config.ts';
import { openStore } from './openStore.ts';
import { StoreUnavailable } from './service/meetingLog.ts';
import { StoreRefused } from './store/refusal.ts';
import type { Store } from './store/store.ts';
import { cliTexts } from './wording/cliTexts.ts';

const texts = () => cliTexts[cliLanguage(process.env)];

/** Opens the store that the server uses too, and closes it after the work. */
async function onStore<T>(
  work: (core: ReturnType<typeof composeCore> & { store: Store }) => Promise<T>,
): Promise<T> {
  const store = await openStore(readStoreSettings(process.env));
  try {
    return await work({ ...composeCore(store, pino({ level: 'silent' })), store });
  } finally {
    await store.close();
  }
}

const program = new Command('punkt')
  .description('Punkt at the command line: on the same store as the running server, which alone sends.')
  .showHelpAfterError();

program
  .command('import')
  .argument('<file>', 'agenda as Word (.docx), PDF, web page or plain text, or the JSON that --json prints')
  .description('read an agenda, and print it or lay it before a conversation')
  .option('--json', 'print what was read as JSON and store nothing')
  .option('--conversation <id>', 'Teams conversation in which the meeting is held')
  .option('--with-minutes', 'take the minutes that the document already holds along')
  .option('--chair <name>', 'who leads')
  .option('--minute-taker <name...>', 'who writes; several may be named')
  .option('--language <code>', 'da or en: of shared cards and minutes')
  .option('--now', 'show its card at once, not only 15 minutes before the meeting')
  .action((file: string, options) => importCommand(file, options, onStore, systemClock));

program
  .command('meetings')
  .description('list the meetings of the store')
  .option('--json', 'as JSON')
  .action((options) => onStore((core) => meetingsCommand(core, options)));

program
  .command('minutes')
  .argument('<meeting>', 'id of the meeting (see: punkt meetings)')
  .description('the minutes as a file: draft, or approved')
  .option('--format <format>', 'docx, pdf, md or json', 'md')
  .option('--public', 'of closed items number and neutral title only')
  .option('--version <number>', 'as they were then')
  .option('--versions', 'list the versions that can be fetched again')
  .option('--json', 'with --versions: as JSON')
  .option(
    '--out <file>',
    'write there; else md and json are printed, and docx and pdf are named by date and forum',
  )
  .action((meeting: string, options) => onStore((core) => minutesCommand(core, meeting, options)));

program
  .command('package')
  .argument('<meeting>', 'id of the meeting (see: punkt meetings)')
  .description('the agenda as a document to fill in by hand')
  .option('--format <format>', 'docx, pdf, md or json', 'docx')
  .option('--public', 'of closed items number and neutral title only')
  .option('--out <file>', 'write there; else as for minutes')
  .action((meeting: string, options) => onStore((core) => minutesCommand(core, meeting, options, 'package')));

program
  .command('log')
  .argument('<meeting>', 'id of the meeting (see: punkt meetings)')
  .description('print who did what and when, in words')
  .option('--json', 'as JSON')
  .action((meeting: string, options) => onStore((core) => logCommand(core, meeting, options)));

program
  .command('outbox')
  .description('list the cards that could not be sent, and why; with --retry have them sent again')
  .option('--retry [id]', 'those that were given up, or the one of that id')
  .option('--json', 'as JSON')
  .action((options) => onStore((core) => outboxCommand(core, options)));

program
  .command('schema')
  .argument(
    '<name>',
    'agenda: what import takes and --json prints; minutes: a document of the draft in the store',
  )
  .description('print the JSON Schema of what Punkt reads and writes')
  .action(schemaCommand);

program
  .command('erase')
  .argument('[meeting]', 'id of the meeting (see: punkt meetings)')
  .description('say what erasing would remove; with --yes remove it, and print a receipt')
  .option('--closed-before <date>', 'every meeting that was ended before that day, YYYY-MM-DD')
  .option('--yes', 'erase')
  .option('--force', 'also what is not ended, or whose minutes were not fetched as they are now')
  .action((meeting: string | undefined, options) => onStore((core) => eraseCommand(core, meeting, options)));

program
  .command('erase-person')
  .argument('[person]', 'id of the person, as --name finds it')
  .description(
    'say where a person stands; with --yes empty the person there, and list what still holds the name',
  )
  .option('--name <name>', 'list who has that name')
  .option('--yes', 'erase')
  .action((person: string | undefined, options) =>
    onStore((core) => erasePersonCommand(core, person, options)),
  );

program
  .command('redact')
  .argument('<meeting>', 'id of the meeting (see: punkt meetings)')
  .description('say what would be taken out of a meeting for good; with --yes take it out, leaving a trace')
  .option('--text <text>', 'these words, wherever they stand in its log and draft')
  .option('--source', 'the imported files')
  .option('--person <id>', 'the name of a person, in approved minutes too')
  .option('--yes', 'redact')
  .action((meeting: string, options) => onStore((core) => redactCommand(core, meeting, options)));

const store = program.command('store').description('copy, verify and repair the store');

store
  .command('copy')
  .description('copy a store into an empty one or an earlier copy, and read it back; this is the backup')
  .requiredOption('--from <store>', 'embedded (the folder of PUNKT_DATA), embedded:FOLDER or cosmos')
  .requiredOption('--to <store>', 'as --from')
  .option('--json', 'the receipt as JSON')
  .action(copyCommand);

store
  .command('verify')
  .description('check every log, and every draft against its log; exit code 1 where something is wrong')
  .action(() => onStore((core) => verifyCommand(core.store)));

store
  .command('repair')
  .description('write drafts anew that do not say what their log says')
  .action(() => onStore((core) => repairCommand(core.store)));

// Whoever reads may have seen enough (`punkt log MEETING | head`); what is being done is done all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CliRefusal || error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof StoreRefused) {
    // Of a folder the sentence says it all, but which formats they are; of an account the reason is Azure's own.
    const why = isAbsolute(error.path) && error.code !== 'newer' ? '' : ` (${error.message})`;
    process.stderr.write(`${texts().storeRefused[error.code](error.path)}${why}\n`);
  } else if (error instanceof StoreUnavailable) process.stderr.write(`${texts().storeSilent}\n`);
  else throw error;
  process.exitCode = 1;
}
