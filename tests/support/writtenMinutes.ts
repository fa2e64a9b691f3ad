import type { Agenda } from '../../src/meeting/agenda.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import type { MinutesDocument } from '../../src/views/minutesDocument.ts';
import { type MinutesWish, minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { agenda, type HeldMeeting, item, people, running } from './meetingBuilder.ts';

/** The minutes of a meeting of the builder's people, as a document. */
export const documentOf = (held: HeldMeeting, wish: Partial<MinutesWish> = {}): MinutesDocument =>
  minutesDocument(minutesOf(held.meeting, people), { edition: 'full', ...wish });

/** The same as Markdown. */
export const draftText = (held: HeldMeeting, wish: Partial<MinutesWish> = {}): string =>
  markdown(documentOf(held, wish));

/** The lines of an item (or part), from its heading to the next, without hard breaks and rules. */
export function under(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`## ${heading}`));
  const after = lines.slice(from + 1);
  const to = after.findIndex((line) => line.startsWith('## '));
  const own = to < 0 ? after : after.slice(0, to);
  return own.map((line) => line.trimEnd()).filter((line) => line !== '' && line !== '---');
}

/** A running meeting with one item of these fields. */
export const oneItem = (
  fields: Parameters<typeof item>[1],
  layout: Agenda['layout'] = agenda().layout,
): HeldMeeting => running(agenda({ items: [item(1, fields)], layout }));
