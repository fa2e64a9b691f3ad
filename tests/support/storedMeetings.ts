import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { composeCore, type Store } from '../../src/compose.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import type { Command } from '../../src/meeting/commands.ts';
import { type Identity, newPerson, withName } from '../../src/meeting/people.ts';
import { cardKey, personalPlace } from '../../src/service/cardKey.ts';
import { Drops } from '../../src/service/drops.ts';
import { propose } from './serviceParts.ts';

/** Somebody of a stored meeting; `identity` is how they act in Teams. */
export interface Somebody {
  readonly name: string;
  readonly identity: Identity;
}

/** A person whose every trace bears their own word, so that a search of the bytes finds each of them. */
export const somebody = (name: string): Somebody => {
  const word = name.toLowerCase().replaceAll(/[^a-z]/gu, '');
  const identity = { key: `oid:${word}`, name, authenticated: true, userId: `29:${word}`, tenantId: 't' };
  return { name, identity };
};

export interface StoredMeeting {
  readonly meetingId: string;
  readonly conversationId: string;
  /** SHA-256 of the file that was imported. */
  readonly source: string;
  handle(who: Somebody, command: Command): Promise<void>;
  /** Id of the person with that name. */
  personId(name: string): Promise<string>;
  publish(): Promise<void>;
}

export interface Held {
  /** A word that only texts of this meeting bear. */
  readonly word: string;
  readonly chair: Somebody;
  readonly guest: Somebody;
  /** How far it went. */
  readonly until?: 'running' | 'adjourned' | 'approved';
  readonly conversationId?: string;
}

/** A meeting in a store with everything that Punkt keeps of one: log, draft, people, file, postings, pointers, drops. */
export async function storedMeeting(store: Store, held: Held): Promise<StoredMeeting> {
  const { word, chair, guest, until = 'adjourned', conversationId = `19:${word}@thread.v2` } = held;
  const core = composeCore(store, pino({ level: 'silent' }));
  const bytes = Buffer.from(`${word}: dagsorden med ${guest.name}`);
  const source = createHash('sha256').update(bytes).digest('hex');
  const reach = {
    conversationId,
    conversationType: 'groupChat' as const,
    serviceUrl: 'http://127.0.0.1:1',
    tenantId: 't',
    botId: 'bot',
    botName: 'Punkt',
  };
  await core.conversations.reached(reach);
  await core.conversations.list(conversationId, { conversationId, name: null, seenOn: '2026-01-01' });
  const imported = await core.importing.import(
    conversationId,
    {
      source: { name: `${word}.txt`, sha256: source, format: 'text' },
      bytes,
      warnings: [],
      withIds: (people, newId) => {
        const persons = [chair, guest].map(
          ({ name }) =>
            withName(people, name)[0] ?? newPerson(newId(), name, { organisation: `${word} Kommune` }),
        );
        const all = Object.fromEntries(persons.map((person) => [person.id, person]));
        return {
          agenda: agendaOf(
            word,
            persons.map(({ id }) => id),
          ),
          people: { ...people, ...all },
        };
      },
    },
    { withMinutes: false, chair: chair.name, minuteTakers: [], language: null },
    { kind: 'operator' },
  );
  const { meetingId } = imported;
  let count = 0;
  const handle = async (who: Somebody, command: Command): Promise<void> => {
    const handled = await core.meetings.handle(meetingId, {
      commandId: `${word}:${++count}`,
      asker: { kind: 'person', identity: who.identity },
      prepare: () => [command],
    });
    if (handled.kind !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(handled)}`);
    await core.conversations.know(who.identity.key, { meetingId, conversationId: `a:${who.identity.key}` });
  };
  const { state } = await core.meetings.look(meetingId);
  if (state.status === 'none' || !state.proposal) throw new Error('nothing was imported');
  await handle(chair, { type: 'AdoptAgenda', proposalId: state.proposal.id, entryIds: [] });
  const [first = ''] = state.proposal.agenda.items.map(({ id }) => id);
  const steps: Command[] = [
    { type: 'StartMeeting', itemId: first },
    {
      type: 'RecordNote',
      itemId: first,
      noteId: `${word}-note`,
      text: `${word}: ${guest.name} sagde noget.`,
    },
  ];
  for (const step of steps) await handle(chair, step);
  await handle(guest, {
    type: 'RecordDecision',
    itemId: first,
    decisionId: `${word}-decision`,
    text: `${word}: der følges op.`,
    pointIds: [],
    responsible: [{ kind: 'person', personId: await personId(guest.name) }],
    due: null,
  });
  if (until !== 'running') await handle(chair, { type: 'AdjournMeeting', fromItemId: first });
  if (until === 'approved') {
    const { state: ended } = await core.meetings.look(meetingId);
    await handle(chair, { type: 'ApproveMinutes', seenVersion: ended.version });
  }
  const drop = {
    source: { name: `${word}.txt`, sha256: source, format: 'text' },
    base64: bytes.toString('base64'),
  };
  await new Drops(store.documents).keep(guest.identity.key, { ...drop, agenda: { title: word } });
  const card = { kind: 'unanswered' } as const;
  const place = personalPlace(meetingId, await personId(chair.name));
  const version = 1;
  await store.outbox.want([
    { conversationId: place, key: cardKey(meetingId, card), meetingId, version, card },
  ]);
  await core.nudges.leave(meetingId);
  await publish();

  async function publish(): Promise<void> {
    await core.meetings.look(meetingId, true);
    await core.publisher.publish(meetingId);
  }
  async function personId(name: string): Promise<string> {
    const { people } = await core.meetings.look(meetingId, true);
    const [found] = withName(people, name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found.id;
  }
  return { meetingId, conversationId, source, handle, personId, publish };
}

/** The two items of `propose`, with texts that bear the word. */
function agendaOf(word: string, personIds: readonly string[]): Agenda {
  const { agenda } = propose() as Extract<Command, { type: 'ProposeAgenda' }>;
  return {
    ...agenda,
    title: `Møde ${word}`,
    forum: `Udvalget ${word}`,
    participants: personIds.map((personId) => ({ personId, apologies: false, guest: false })),
    items: agenda.items.map((item, index) => ({
      ...item,
      id: `${word}-${index}`,
      title: `${word} nummer ${index + 1}`,
      description: `Sagen om ${word}.`,
      points: item.points.map((point) => ({ ...point, id: `${word}-point-${index}` })),
    })),
  };
}

/** Every value of every kind in a store, as text to search in. */
export async function everything({ log, documents, outbox }: Store): Promise<string> {
  const { collections } = await import('../../src/service/documents.ts');
  const found: unknown[] = [];
  for (const { meetingId } of await log.heads())
    for await (const commit of log.readStored(meetingId)) found.push(commit);
  for (const collection of collections)
    for await (const address of documents.addresses(collection)) {
      const stored = await documents.read(address);
      found.push(stored);
      // A file is stored as base64; its words are searched too.
      const base64: unknown = typeof stored?.value === 'object' && Reflect.get(stored.value ?? {}, 'base64');
      if (typeof base64 === 'string') found.push(Buffer.from(base64, 'base64').toString());
    }
  for await (const posting of outbox.postings()) found.push(posting);
  return JSON.stringify(found);
}
