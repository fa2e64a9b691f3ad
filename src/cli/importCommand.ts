import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importAgenda } from '../agendaImport/importAgenda.ts';
import { toAgenda } from '../agendaImport/toAgenda.ts';
import type { composeCore } from '../compose.ts';
import { Language } from '../meeting/agenda.ts';
import { cardsFrom } from '../service/cardsFrom.ts';
import type { Clock } from '../service/clock.ts';
import { cliTexts } from '../wording/cliTexts.ts';
import { localDate, writeInstant } from '../wording/dates.ts';
import { refusalSentence } from '../wording/refusals.ts';
import { CliRefusal, cliLanguage, print, printJson } from './output.ts';

const texts = () => cliTexts[cliLanguage(process.env)];

interface ImportFlags {
  readonly json?: true;
  readonly conversation?: string;
  readonly withMinutes?: true;
  readonly chair?: string;
  readonly minuteTaker?: readonly string[];
  readonly language?: string;
  readonly now?: true;
}
type OnStore = (work: (core: ReturnType<typeof composeCore>) => Promise<void>) => Promise<void>;

/** `punkt import FILE`: prints what was read, or lays it before a conversation. */
export async function importCommand(
  file: string,
  flags: ImportFlags,
  onStore: OnStore,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const asked = Language.optional().safeParse(flags.language);
  if (!asked.success) throw new CliRefusal(texts().unknownLanguage(flags.language ?? ''));
  const bytes = await readFile(file).catch(() => {
    throw new CliRefusal(texts().cannotReadFile(file));
  });
  const read = await importAgenda(bytes, basename(file), {
    today: localDate(new Date(clock.now()).toISOString()),
  });
  const says = cliLanguage(process.env);
  if (!read.ok) throw new CliRefusal(says === 'en' ? read.english : read.message);
  const { agenda, format, sha256 } = read;
  const language = asked.data ?? agenda.language ?? null;
  if (flags.json) {
    printJson(language ? { ...agenda, language } : agenda);
    return;
  }
  const { conversation } = flags;
  if (!conversation) throw new CliRefusal(texts().needsTarget);
  await onStore(async (core) => {
    const imported = await core.importing.import(
      conversation,
      {
        source: { name: basename(file), sha256, format },
        bytes,
        warnings: agenda.warnings,
        withIds: (people, newId, language) => toAgenda(agenda, people, newId, language),
      },
      {
        withMinutes: flags.withMinutes ?? false,
        chair: flags.chair ?? null,
        minuteTakers: flags.minuteTaker ?? [],
        language,
        atOnce: flags.now ?? false,
      },
      { kind: 'operator' },
    );
    const { handled, meetingId, reached, newEdition } = imported;
    if (handled.kind === 'refused') throw new CliRefusal(refusalSentence(handled.code, says));
    await core.nudges.leave(meetingId, false, handled.state.version);
    const items = agenda.items.filter((item) => item.kind === 'item');
    const counts = texts().counts({
      items: items.length,
      points: items.reduce((sum, item) => sum + item.recommendations.length, 0),
      attachments: items.reduce((sum, item) => sum + item.attachments.length, 0),
      participants: agenda.participants.length,
      apologies: agenda.participants.filter((person) => person.apologies).length,
    });
    print(texts().imported(counts, meetingId));
    if (newEdition) print(texts().newEdition);
    print(reached ? texts().sends : texts().waits);
    const from = handled.state.status === 'none' || flags.now ? null : cardsFrom(handled.state);
    if (from !== null && from > clock.now())
      print(texts().held(writeInstant(new Date(from).toISOString(), says)));
    if (agenda.warnings.length > 0) print(texts().warnings);
    for (const { message, english = message } of agenda.warnings)
      print(`- ${says === 'en' ? english : message}`);
  });
}
