import { CalendarDate } from '../meeting/agenda.ts';
import { closedMeetings, type Erasable, erasable } from '../service/upkeep/erasable.ts';
import { eraseMeeting, erasureOf } from '../service/upkeep/eraseMeeting.ts';
import { finishErasures } from '../service/upkeep/retention.ts';
import { cliTexts } from '../wording/cliTexts.ts';
import { localDate, writeDay, writeInstant } from '../wording/dates.ts';
import { eraseTexts } from '../wording/eraseTexts.ts';
import { CliRefusal, cliLanguage, print } from './output.ts';
import type { Core } from './readCommands.ts';

const texts = () => cliTexts[cliLanguage(process.env)];

export interface EraseFlags {
  readonly closedBefore?: string;
  readonly yes?: true;
  readonly force?: true;
}

/** `punkt erase MEETING` or `--closed-before DATE`: says what would go, and with --yes erases it. */
export async function eraseCommand(core: Core, id: string | undefined, flags: EraseFlags): Promise<void> {
  const t = eraseTexts[cliLanguage(process.env)];
  const { store } = core;
  if ((id === undefined) === (flags.closedBefore === undefined)) throw new CliRefusal(t.needsTarget);
  const now = Date.now();
  const finished = flags.yes ? await finishErasures(store, now, async () => undefined) : [];
  for (const meetingId of finished) await told(core, meetingId);
  const meetings =
    id === undefined ? await closedBefore(core, flags.closedBefore ?? '') : await named(core, id);
  const may = meetings.filter((one) => flags.force || (one.closedAt && one.exported));
  const blocked = meetings.filter((one) => !may.includes(one));
  if (!flags.yes) {
    if (meetings.length === 0) print(t.nothing);
    for (const one of meetings) print(standing(one));
    if (may.length > 0) print(t.notYet(may.length));
    return;
  }
  for (const { meetingId, exported } of may) {
    await eraseMeeting(store, meetingId, new Date(now).toISOString(), !exported);
    await told(core, meetingId);
  }
  if (may.length + finished.length > 0) {
    await store.scrub?.();
    print(store.scrub ? t.overwritten : t.keepers);
    print(t.inTeams);
  } else if (blocked.length === 0) print(t.nothing);
  if (blocked.length > 0) throw new CliRefusal(blocked.map(standing).join('\n'));
}

/** The receipt; and the server forgets the meeting. */
async function told(core: Core, meetingId: string): Promise<void> {
  const erasure = await erasureOf(core.store.documents, meetingId);
  await core.nudges.leave(meetingId, true);
  const { erased } = eraseTexts[cliLanguage(process.env)];
  if (erasure) print(erased(meetingId, writeInstant(erasure.finishedAt ?? erasure.begunAt), erasure.removed));
}

async function named({ store }: Core, id: string): Promise<Erasable[]> {
  const found = await erasable(store, id);
  if (found) return [found];
  // Erased already, perhaps a moment ago as one that had been cut off.
  if (await erasureOf(store.documents, id)) return [];
  throw new CliRefusal(texts().unknownMeeting(id));
}

async function closedBefore({ store }: Core, date: string): Promise<Erasable[]> {
  if (!CalendarDate.safeParse(date).success)
    throw new CliRefusal(eraseTexts[cliLanguage(process.env)].notADate(date));
  return closedMeetings(store, (closedAt) => localDate(closedAt) < date);
}

/** What speaks for or against erasing a meeting, in a line. */
function standing({ meetingId, closedAt, exported }: Erasable): string {
  const language = cliLanguage(process.env);
  const t = eraseTexts[language];
  if (!closedAt) return t.notEnded(meetingId);
  const day = writeDay(localDate(closedAt), language);
  return exported
    ? t.wouldGo(meetingId, day, exported.format, exported.version)
    : t.notExported(meetingId, day);
}
