import type { Command, Refusal } from '../meeting/commands.ts';
import type { Commit } from '../meeting/commit.ts';
import { decide } from '../meeting/decide.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import { evolve } from '../meeting/evolve.ts';
import { identify, type People, recognise } from '../meeting/people.ts';
import type { Acting } from '../meeting/roles.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Clock, NewId } from './clock.ts';
import type { Handled, Request, Situation } from './request.ts';

/** A request that is decided and not yet stored. `after`: the meeting with its commit. */
export interface Decided {
  readonly situation: Situation;
  readonly commit: Commit;
  readonly after: MeetingState;
}

/** The meeting as who asks finds it; `stored` are the people without those whom the request adds. */
export function situationOf(
  state: MeetingState,
  stored: People,
  { asker, people: change }: Request,
  newId: NewId,
): Situation {
  const known = change?.(stored) ?? stored;
  if (asker.kind === 'operator') {
    const acting = { by: { kind: 'operator' }, authenticated: true } as const;
    return { state, people: known, acting, person: null };
  }
  if (asker.kind === 'member') {
    const { personId, authenticated } = asker;
    const acting = { by: { kind: 'person', personId }, authenticated } as const;
    return { state, people: known, acting, person: known[personId] ?? null };
  }
  const whois = asker.kind === 'joiner' ? recognise : identify;
  const { person, people } = whois(known, asker.identity, newId);
  const by = { kind: 'person', personId: person.id } as const;
  return { state, people, acting: { by, authenticated: asker.identity.authenticated }, person };
}

/** Several commands as one commit: each is decided on what the ones before it did. */
export function decideAll(
  start: MeetingState,
  commands: readonly Command[],
  acting: Acting,
): readonly MeetingEvent[] | Refusal {
  let state = start;
  const events: MeetingEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const decided = decide(state, command, acting);
    if (decided.kind === 'refused') return decided;
    events.push(...decided.events);
    if (index === commands.length - 1) break;
    state = evolve(state, {
      meetingId: 'trial',
      version: state.version + 1,
      commandId: 'trial',
      at: new Date(0).toISOString(),
      by: acting.by,
      events: [...decided.events],
    });
  }
  return events;
}

/** The commit of these events, at `now` (ms), and the meeting with it. */
export function decided(
  meetingId: string,
  commandId: string,
  situation: Situation,
  events: readonly MeetingEvent[],
  now: number,
): Decided {
  const { state, acting } = situation;
  const commit: Commit = {
    meetingId,
    version: state.version + 1,
    commandId,
    at: new Date(now).toISOString(),
    by: acting.by,
    events: [...events],
  };
  return { situation, commit, after: evolve(state, commit) };
}

/** What a request comes to that changes nobody and is accepted; undefined for every other. */
export function simplyAccepted(
  meetingId: string,
  state: MeetingState,
  people: People,
  request: Request,
  deps: { readonly clock: Clock; readonly newId: NewId },
): Decided | undefined {
  try {
    const situation = situationOf(state, people, request, deps.newId);
    if (situation.people !== people) return undefined;
    const commands = request.prepare(situation);
    const events = 'code' in commands ? commands : decideAll(state, commands, situation.acting);
    if ('code' in events) return undefined;
    return decided(meetingId, request.commandId, situation, events, deps.clock.now());
  } catch {
    return undefined; // A bug, which is thrown again in the request's own turn.
  }
}

export const accepted = ({ situation, commit, after }: Decided): Handled => ({
  kind: 'accepted',
  commit,
  before: situation.state,
  ...situation,
  state: after,
});
