import { type Logger, pino } from 'pino';
import type { Store } from '../../src/compose.ts';
import type { Command } from '../../src/meeting/commands.ts';
import type { Clock } from '../../src/service/clock.ts';
import type { Conversations } from '../../src/service/conversations.ts';
import { Meetings, type Request } from '../../src/service/meetings.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { ClosedConversations } from '../../src/teams/closedConversations.ts';
import { storeFolder } from './punkt.ts';

/** Time that passes only when somebody waits, at once; `waits` are the pauses that were taken (ms). */
export function handClock(): Clock & { readonly waits: number[]; pass(ms: number): void } {
  let now = Date.UTC(2026, 0, 1, 9);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

/** Ids that count up, unlike those of other counters with another prefix. */
export function counter(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export async function temporaryStore(): Promise<EmbeddedStore & AsyncDisposable> {
  const folder = await storeFolder();
  const store = await openEmbeddedStore(folder.path);
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await folder.remove();
    },
  };
}

/** Conversations that Teams closes to the bot, as a server keeps them. */
export const closedOn = (
  { outbox }: Store,
  conversations: Conversations,
  meetings: Meetings,
  log: Logger = pino({ level: 'silent' }),
) => new ClosedConversations({ outbox, conversations, meetings, closed: () => undefined, log });

export const CHAIR = {
  key: 'oid:chair',
  name: 'Birthe Solvang',
  authenticated: true,
  userId: '29:chair',
  tenantId: 't',
};

/** Meetings on a store with a clock in hand; `told` collects which meetings were published. */
export function meetingsOn(store: Store, prefix?: string) {
  const clock = handClock();
  const told: string[] = [];
  const newId = counter(prefix);
  const meetings = new Meetings({
    ...store,
    clock,
    newId,
    random: () => 0.5,
    committed: (meetingId) => told.push(meetingId),
  });
  return { meetings, clock, told, newId };
}

export const asChair = (commandId: string, ...commands: readonly Command[]): Request => ({
  commandId,
  asker: { kind: 'person', identity: CHAIR },
  prepare: () => commands,
});

/** An agenda of two items, read. */
export const propose = (proposalId = 'p1'): Command => ({
  type: 'ProposeAgenda',
  proposalId,
  source: { name: 'dagsorden.txt', sha256: '0', format: 'text' },
  agenda: {
    title: 'Møde',
    forum: null,
    documentDate: null,
    date: '2026-01-01',
    start: null,
    end: null,
    place: null,
    chairs: [],
    minuteTakers: [],
    participants: [],
    attachments: [],
    items: ['1', '2'].map((number) => ({
      id: `item${number}`,
      kind: 'item' as const,
      number,
      title: `Punkt nummer ${number}`,
      presenters: [],
      start: null,
      end: null,
      durationMinutes: null,
      closed: false,
      points: [{ id: `point${number}`, text: 'at gruppen godkender planen' }],
      description: 'En sag.',
      attachments: [],
      written: null,
    })),
    layout: { sections: [], points: 'bullets' },
  },
  warnings: [],
  withMinutes: false,
});

export const adopt: Command = { type: 'AdoptAgenda', proposalId: 'p1', entryIds: [] };
export const start: Command = { type: 'StartMeeting', itemId: 'item1' };
export const decision = (id: string, text = `Beslutning ${id}`): Command => ({
  type: 'RecordDecision',
  itemId: 'item1',
  decisionId: id,
  text,
  pointIds: [],
  responsible: [],
  due: null,
});

/** A meeting `m` that runs at its first item, led by the chair. */
export async function runningMeeting(meetings: Meetings): Promise<void> {
  for (const [id, command] of [
    ['c1', propose()],
    ['c2', adopt],
    ['c3', start],
  ] as const) {
    const handled = await meetings.handle('m', asChair(id, command));
    if (handled.kind !== 'accepted') throw new Error(`${id}: ${JSON.stringify(handled)}`);
  }
}
