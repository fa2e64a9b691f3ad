import { readFileSync } from 'node:fs';
import type { Store } from '../../src/compose.ts';
import type { Commit } from '../../src/meeting/commit.ts';
import { fold } from '../../src/meeting/evolve.ts';
import { People } from '../../src/meeting/people.ts';
import type { Meeting } from '../../src/meeting/state.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import type { FakeRules } from './fakeTeamsRules.ts';
import { type ImportFlags, type InsideLimits, type InsideServer, startInside } from './insideServer.ts';
import { type MeetingRoom, openRoomWith, type SeenCard } from './meetingRoom.ts';
import type { TestAuthority } from './testAuthority.ts';

const fixtures = new URL('../fixtures/agendas/', import.meta.url);

/** The bytes of a fictitious agenda. */
export const agendaFile = (name: string): Buffer => readFileSync(new URL(name, fixtures));

/** A room whose Punkt runs in the test's own process, so that its store can be asked. */
export interface InsideRoom extends MeetingRoom<InsideServer> {
  /** Imports a fixture (or bytes) into the shared chat, or another conversation. */
  imports(file: string | Uint8Array, flags?: ImportFlags, conversationId?: string): Promise<string>;
  /** The commits of the room's meeting, or of another one. */
  log(meetingId?: string): Promise<Commit[]>;
  /** The meeting as its log tells it. */
  meeting(meetingId?: string): Promise<{ meeting: Meeting; people: People }>;
  /** What the log says is the draft, as Markdown. */
  minutes(meetingId?: string): Promise<string>;
  /** The newest card of the item with that number, once it is there. */
  item(number: string | number, where?: SeenCard['conversation']): Promise<SeenCard>;
}

export interface InsideOptions extends InsideLimits {
  readonly env?: Record<string, string>;
  readonly authority?: TestAuthority;
  readonly tenantId?: string;
  readonly channel?: boolean;
  /** What Teams insists on; default: it takes everything at any pace. */
  readonly rules?: FakeRules;
  readonly change?: (store: Store) => Store;
}

export async function openInside(names: readonly string[], options: InsideOptions = {}): Promise<InsideRoom> {
  const { change, env, authority, tenantId, channel, rules, ...limits } = options;
  const others = {
    ...(env ? { env } : {}),
    ...(authority ? { authority } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(channel ? { channel } : {}),
    ...(rules ? { rules } : {}),
  };
  const room = await openRoomWith(names, (folder, env) => startInside(folder, env, change, limits), others);
  let present = '';
  const inside: InsideRoom = Object.assign(room, {
    async imports(file: string | Uint8Array, flags: ImportFlags = {}, conversationId = room.chat.id) {
      const bytes = typeof file === 'string' ? agendaFile(file) : file;
      const name = typeof file === 'string' ? file : 'dagsorden.txt';
      const meetingId = await room.punkt.imports(bytes, name, conversationId, flags);
      if (conversationId === room.chat.id) present = meetingId;
      return meetingId;
    },
    log: (meetingId = present) => room.punkt.store.log.read(meetingId),
    async meeting(meetingId = present) {
      const state = fold(await room.punkt.store.log.read(meetingId));
      if (state.status === 'none') throw new Error('no meeting');
      const stored = await room.punkt.store.documents.read({
        collection: 'people',
        partition: meetingId,
        id: 'people',
      });
      return { meeting: state, people: People.parse(stored?.value ?? {}) };
    },
    async minutes(meetingId = present) {
      const { meeting, people } = await inside.meeting(meetingId);
      return markdown(minutesDocument(minutesOf(meeting, people), { edition: 'full' }));
    },
    item: (number: string | number, where = room.chat) =>
      room.sees(new RegExp(`^(?:LUKKET )?PUNKT ${number} AF \\d+`, 'u'), where),
  });
  return inside;
}

/** A room whose meeting (of the Nordby agenda) runs at item 1: chair first, then who takes the minutes. */
export async function runningRoom(
  names: readonly [chair: string, writer: string, ...others: string[]],
  options: InsideOptions = {},
): Promise<InsideRoom> {
  const room = await openInside(names, options);
  await room.imports('klynge-nordby.txt');
  await room.taps(room.person(names[1]), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(room.person(names[0]), await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  return room;
}

/** What is stored once it does not change any more: a lease is given back after the last card was sent. */
export async function storedAtRest(room: InsideRoom): Promise<string> {
  await room.punkt.settled();
  let last = await room.stored();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = await room.stored();
    if (now === last) return now;
    last = now;
  }
}
