import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importAgenda } from '../agendaImport/importAgenda.ts';
import { localDate, writeDay } from '../wording/dates.ts';
import { demoTexts } from '../wording/demoTexts.ts';
import { demoAgenda } from './demoAgenda.ts';
import { DemoRefusal } from './demoRefusal.ts';

/** What the demo needs to know of the agenda before it is imported. */
export interface AgendaOfDemo {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Name of whoever leads, as the agenda gives it. */
  readonly chair: string | null;
  /** What the chat of the meeting is called. */
  readonly chat: string;
}

/** Longer names would fill the Playground's list. */
const NAME = 60;

/**
 * The user's own agenda, or the demo's for today.
 * @throws DemoRefusal where the file cannot be read as an agenda.
 */
export async function agendaOfDemo(file: string | undefined, now: Date): Promise<AgendaOfDemo> {
  const fileName = file ? basename(file) : 'demo-dagsorden.txt';
  const bytes = file
    ? await readFile(file).catch(() => {
        throw new DemoRefusal(demoTexts.cannotReadFile(file));
      })
    : Buffer.from(demoAgenda(writeDay(localDate(now.toISOString()))));
  const read = await importAgenda(bytes, fileName);
  if (!read.ok) throw new DemoRefusal(`${fileName}: ${read.message}`);
  const { title, forum, chairs } = read.agenda;
  return {
    fileName,
    bytes,
    chair: chairs[0]?.slice(0, NAME) ?? null,
    chat: (forum ?? title ?? demoTexts.defaultChat).slice(0, NAME),
  };
}
