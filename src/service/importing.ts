import type { Agenda, ImportWarning, Language } from '../meeting/agenda.ts';
import type { Command } from '../meeting/commands.ts';
import { newPerson, type People, withName } from '../meeting/people.ts';
import { rolesOf } from '../meeting/roles.ts';
import { hasEnded, languageOf } from '../meeting/state.ts';
import type { Asker } from './asker.ts';
import { AT_ONCE } from './cardsFrom.ts';
import type { NewId } from './clock.ts';
import type { Conversations } from './conversations.ts';
import type { Documents } from './documents.ts';
import type { Handled, Meetings, Situation } from './meetings.ts';
import { isAnotherOccurrence } from './occurrence.ts';

/** An agenda that was read, and how to give its names ids among the people of the meeting. */
export interface ReadAgenda {
  readonly source: { readonly name: string; readonly sha256: string; readonly format: string };
  readonly bytes: Uint8Array;
  readonly warnings: readonly ImportWarning[];
  withIds(
    people: People,
    newId: NewId,
    language: Language,
  ): { readonly agenda: Agenda; readonly people: People };
}

export interface ImportOptions {
  readonly withMinutes: boolean;
  /** Names to hold the roles, set by the operator. */
  readonly chair: string | null;
  readonly minuteTakers: readonly string[];
  /** Of the meeting; null: as the meeting has it already, else Danish. */
  readonly language: Language | null;
  /** Its card is shown at once, however long it is until the meeting. */
  readonly atOnce?: boolean;
  /** Before this meeting of the conversation, whatever day the agenda names. Missing, or it has ended: that of the day. */
  readonly before?: string;
}

export interface Imported {
  readonly meetingId: string;
  /** False: Punkt has not been written to from that conversation yet, and waits for it. */
  readonly reached: boolean;
  /** True: laid before a meeting that was there already, as a new edition. */
  readonly newEdition: boolean;
  readonly handled: Handled;
}

/** The commands of an import with the roles that who imports needs before, or gets by it. */
export type WithRoles = (
  commands: readonly Command[],
  situation: Situation,
  agenda: Agenda,
) => readonly Command[];

/** Lays an imported agenda before a conversation: in its present meeting, or in a new one after an ended. */
export class Importing {
  /** By conversation: two imports at once would both find no meeting, and make two. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly deps: {
      readonly documents: Documents;
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly newId: NewId;
    },
  ) {}

  /** `withRoles` is needed by who is no operator; the same source is then not laid before a meeting twice. */
  import(
    conversationId: string,
    read: ReadAgenda,
    options: ImportOptions,
    asker: Asker,
    withRoles?: WithRoles,
  ): Promise<Imported> {
    const work = () => this.#import(conversationId, read, options, asker, withRoles);
    const turn = (this.#queues.get(conversationId) ?? Promise.resolve()).then(work, work);
    this.#queues.set(conversationId, turn);
    const forget = () => {
      if (this.#queues.get(conversationId) === turn) this.#queues.delete(conversationId);
    };
    turn.then(forget, forget);
    return turn;
  }

  async #import(
    conversationId: string,
    read: ReadAgenda,
    options: ImportOptions,
    asker: Asker,
    withRoles: WithRoles | undefined,
  ): Promise<Imported> {
    const { conversations, documents, meetings, newId } = this.deps;
    const held = await conversations.read(conversationId);
    const { reach } = held;
    const before = (await this.#isEnded(options.before)) ? undefined : options.before;
    const present = before ?? held.meetingId;
    const known = present ? (await meetings.look(present, true)).state : null;
    const ended = known && known.status !== 'none' && hasEnded(known) ? present : null;
    const open = known && known.status !== 'none' && !ended ? known : null;
    const language = options.language ?? (open ? languageOf(open) : 'da');
    const another =
      before === undefined && open && isAnotherOccurrence(open, read.withIds({}, newId, language).agenda);
    const goesOn = another ? null : open;
    const same = another ? await this.#ofThatDay(conversationId, read, language) : null;
    const meetingId = before ?? same ?? (present && !ended && !another ? present : newId());
    const source = { ...read.source, base64: Buffer.from(read.bytes).toString('base64') };
    const id = `source:${read.source.sha256}`;
    await documents.write({ collection: 'sources', partition: meetingId, id }, source, 'any');
    if (another) await conversations.join(conversationId, meetingId);
    else if (meetingId !== held.meetingId && before === undefined)
      await conversations.pointAt(conversationId, meetingId, ended);
    let agenda: Agenda | null = null;
    const handled = await meetings.handle(meetingId, {
      commandId: `${options.atOnce ? AT_ONCE : 'import'}:${newId()}`,
      asker,
      people: (known) => {
        const made = read.withIds(known, newId, language);
        agenda = made.agenda;
        return withLeaders(made.people, options, newId);
      },
      prepare: (situation) => {
        const { state, people } = situation;
        if (!agenda) return { kind: 'refused', code: 'emptyAgenda' };
        const same = state.status !== 'none' && state.newestSource === read.source.sha256;
        if (same && withRoles) return { kind: 'refused', code: 'nothingNew' };
        const { source, warnings } = read;
        const { withMinutes } = options;
        const propose: Command = {
          type: 'ProposeAgenda',
          proposalId: newId(),
          source,
          agenda,
          warnings,
          withMinutes,
        };
        const held = (personId: string) => (state.status === 'none' ? [] : rolesOf(state, personId));
        const commands = [
          propose,
          ...appointments(people, options).filter(({ personId, role }) => !held(personId).includes(role)),
        ];
        return withRoles ? withRoles(commands, situation, agenda) : commands;
      },
    });
    return {
      meetingId,
      reached: reach !== null,
      newEdition: goesOn !== null || same !== null,
      handled,
    };
  }

  async #isEnded(meetingId: string | undefined): Promise<boolean> {
    if (meetingId === undefined) return false;
    const { state } = await this.deps.meetings.look(meetingId, true);
    return state.status !== 'none' && hasEnded(state);
  }

  /** The meeting of the series that is to be held on the day of this agenda already; null: there is none. */
  async #ofThatDay(conversationId: string, read: ReadAgenda, language: Language): Promise<string | null> {
    const { conversations, meetings, newId } = this.deps;
    const { agenda } = read.withIds({}, newId, language);
    for (const id of (await conversations.read(conversationId)).meetingIds.toReversed()) {
      const { state } = await meetings.look(id);
      if (state.status === 'none' || hasEnded(state)) continue;
      const known = state.edition === 0 && state.proposal ? state.proposal.agenda : state.agenda;
      if (known.date === agenda.date) return id;
    }
    return null;
  }
}

function withLeaders(people: People, options: ImportOptions, newId: NewId): People {
  let result = people;
  for (const name of [...(options.chair ? [options.chair] : []), ...options.minuteTakers]) {
    if (withName(result, name).length > 0) continue;
    const id = newId();
    result = { ...result, [id]: newPerson(id, name) };
  }
  return result;
}

function appointments(people: People, options: ImportOptions): Extract<Command, { type: 'AppointRole' }>[] {
  const of = (name: string, role: 'chair' | 'minuteTaker') =>
    withName(people, name)
      .slice(0, 1)
      .map(({ id }) => ({ type: 'AppointRole', personId: id, role }) as const);
  return [
    ...(options.chair ? of(options.chair, 'chair') : []),
    ...options.minuteTakers.flatMap((name) => of(name, 'minuteTaker')),
  ];
}
