import { writeFile } from 'node:fs/promises';
import { languageOf, type Meeting } from '../meeting/state.ts';
import { FORMATS, type MinutesFormat } from '../minutesExport/exportMinutes.ts';
import { recordFile } from '../service/exports.ts';
import { meetingAt } from '../service/minutesAt.ts';
import { minutesFile } from '../teams/minutesFile.ts';
import { minutesVersions } from '../views/minutesVersions.ts';
import { cliProblemTexts } from '../wording/cliProblemTexts.ts';
import { cliTexts } from '../wording/cliTexts.ts';
import { writeInstant } from '../wording/dates.ts';
import { CliRefusal, cliLanguage, print, printJson } from './output.ts';
import { type Core, meetingOf } from './readCommands.ts';

const texts = () => cliTexts[cliLanguage(process.env)];
const problems = () => cliProblemTexts[cliLanguage(process.env)];

export interface MinutesFlags {
  readonly format: string;
  readonly public?: true;
  readonly version?: string;
  readonly versions?: true;
  readonly json?: true;
  readonly out?: string;
}

/** `punkt minutes MEETING` and `punkt package MEETING`: a file, or text on stdout; what to know of it on stderr. */
export async function minutesCommand(
  core: Core,
  id: string,
  flags: MinutesFlags,
  kind: 'minutes' | 'package' = 'minutes',
): Promise<void> {
  const { meeting: newest, people } = await meetingOf(core, id);
  if (flags.versions) return printVersions(core, newest, people, flags);
  const format = FORMATS.find((one) => one === flags.format);
  if (!format) throw new CliRefusal(texts().unknownFormat(flags.format));
  const version = flags.version === undefined ? undefined : Number(flags.version);
  const then = version === undefined ? newest : await meetingAt(core.store.log, id, version);
  if (!then) throw new CliRefusal(problems().unknownVersion(flags.version ?? '', newest.version));
  const edition = flags.public ? 'public' : 'full';
  const wish = { kind, format, edition, version } as const;
  const { bytes, fileName, notes } = await minutesFile(core.store.documents, then, people, wish);
  for (const note of notes) process.stderr.write(`${note}\n`);
  const out = flags.out ?? (isText(format) ? null : fileName);
  if (out === null) {
    process.stdout.write(bytes);
    return;
  }
  await writeFile(out, bytes).catch(() => {
    throw new CliRefusal(problems().cannotWriteFile(out));
  });
  await recordFile(core.store.documents, then, { ...wish, bytes }, Date.now());
  if (flags.out === undefined) print(texts().written(out));
}

/** Those that a terminal can show. */
const isText = (format: MinutesFormat): boolean => format === 'md' || format === 'json';

/** `--versions`: what can be fetched again by `--version N`, oldest first. */
async function printVersions(
  core: Core,
  meeting: Meeting,
  people: Parameters<typeof minutesVersions>[1],
  flags: MinutesFlags,
): Promise<void> {
  const language = languageOf(meeting);
  const versions = minutesVersions(await core.store.log.read(meeting.meetingId), people, language);
  if (flags.json) return printJson(versions);
  if (versions.length === 0) print(texts().noVersions);
  for (const { version, at, by, what } of versions)
    print([version, writeInstant(at), texts().versionOf[what], by].join('\t'));
}
