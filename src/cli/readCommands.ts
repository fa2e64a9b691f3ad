import type { composeCore, Store } from '../compose.ts';
import { languageOf } from '../meeting/state.ts';
import { redactionsOf } from '../service/upkeep/redact.ts';
import { logLines } from '../views/logLines.ts';
import { logSittings } from '../views/logSittings.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import { cliTexts } from '../wording/cliTexts.ts';
import { writeInstant } from '../wording/dates.ts';
import { personErasureTexts } from '../wording/personErasureTexts.ts';
import { CliRefusal, cliLanguage, print, printJson } from './output.ts';

const texts = () => cliTexts[cliLanguage(process.env)];

export type Core = ReturnType<typeof composeCore> & { readonly store: Store };

/** The meeting of that id; refuses one that is not there. */
export async function meetingOf(core: Core, id: string) {
  const { state, people } = await core.meetings.look(id);
  if (state.status === 'none') throw new CliRefusal(texts().unknownMeeting(id));
  return { meeting: state, people };
}

/** `punkt meetings`: id, title, date, status, conversation; the newest last. */
export async function meetingsCommand(core: Core, flags: { readonly json?: true }): Promise<void> {
  const heads = await core.store.log.heads();
  const rows = await Promise.all(
    heads.map(async ({ meetingId: id }) => {
      const { meeting } = await meetingOf(core, id);
      const agenda = meeting.edition === 0 && meeting.proposal ? meeting.proposal.agenda : meeting.agenda;
      const conversation = (await core.conversations.ofMeeting(id)) ?? null;
      return {
        id,
        title: agenda.title ?? agenda.forum,
        date: agenda.date,
        status: meeting.status,
        conversation,
      };
    }),
  );
  rows.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  if (flags.json) {
    printJson(rows);
    return;
  }
  if (rows.length === 0) print(texts().noMeetings);
  for (const row of rows) {
    const cells = [
      row.id,
      row.date ?? texts().noDate,
      texts().status[row.status],
      row.title ?? texts().untitled,
      row.conversation ?? texts().noConversation,
    ];
    print(cells.join('\t'));
  }
}

/** `punkt log MEETING`: who, when, what; last what was taken out of it afterwards. */
export async function logCommand(core: Core, id: string, flags: { readonly json?: true }): Promise<void> {
  const { meeting, people } = await meetingOf(core, id);
  const commits = await core.store.log.read(id);
  const lines = logLines(commits, people, languageOf(meeting));
  if (flags.json) {
    printJson(lines);
    return;
  }
  for (const line of logSittings(commits, lines))
    print(`${line.version}\t${line.when}\t${line.who}\t${line.what}`);
  const language = languageOf(meeting);
  for (const { at, kind, versions } of await redactionsOf(core.store.documents, id)) {
    const cells = [versions.join(','), writeInstant(at, language), cardTexts[language].operator];
    print([...cells, personErasureTexts[language].done[kind]].join('\t'));
  }
}
