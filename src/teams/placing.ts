import type { ImportedAgenda } from '../agendaImport/contract.ts';
import { toAgenda } from '../agendaImport/toAgenda.ts';
import type { Command } from '../meeting/commands.ts';
import { denial } from '../meeting/decide.ts';
import { rolesOf } from '../meeting/roles.ts';
import { hasEnded } from '../meeting/state.ts';
import { cardsFrom } from '../service/cardsFrom.ts';
import type { NewId } from '../service/clock.ts';
import { type Conversations, type Reach, withoutThread } from '../service/conversations.ts';
import type { Importing, WithRoles } from '../service/importing.ts';
import type { Meetings } from '../service/meetings.ts';
import { meetingOf } from '../views/dropCard.ts';
import { type Admission, admit, type Caller, firstTurn, turnOf, withStanding } from './admission.ts';
import type { Roster } from './roster.ts';

/** What was read of a file, and its bytes. */
export interface ReadFile {
  readonly source: { readonly name: string; readonly sha256: string; readonly format: string };
  readonly bytes: Uint8Array;
  readonly agenda: ImportedAgenda;
}

export type Placed =
  | {
      readonly kind: 'placed';
      readonly meetingId: string;
      readonly writes: boolean;
      /** When its card comes to the conversation (ms since the epoch); null: at once. */
      readonly from: number | null;
    }
  | {
      readonly kind: 'refused';
      readonly why: 'alreadyThere' | 'onlyLeaders' | 'notMember' | 'rosterUnknown' | 'notSaved';
    };

/**
 * Lays a file that somebody dropped before a conversation that they are in, by the rules that hold for whoever
 * imports: where nobody leads, they take the minutes; else only who leads or writes may.
 */
export class Placing {
  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly importing: Importing;
      readonly roster: Roster;
      readonly newId: NewId;
    },
  ) {}

  /** `alone`: who asks, from their private chat; `reach`: the conversation; `before`: that meeting of it. */
  async place(file: ReadFile, reach: Reach, alone: Caller, before?: string): Promise<Placed> {
    const { conversations, meetings, importing, roster, newId } = this.deps;
    const caller: Caller = { ...alone, reach, personal: false };
    // A meeting that was laid before the whole channel is held in its thread.
    const channel = withoutThread(reach.conversationId);
    const ofChannel = (await conversations.read(channel)).meetingId !== null;
    const conversationId = ofChannel ? channel : reach.conversationId;
    const present = before ?? (await conversations.read(conversationId)).meetingId;
    const look = present ? await meetings.look(present, true) : null;
    const goesOn = look && look.state.status !== 'none' && !hasEnded(look.state) ? look.state : null;
    const made = toAgenda(file.agenda, goesOn && look ? look.people : {}, newId);
    const { warnings } = file.agenda;
    const meeting = goesOn ?? meetingOf({ source: file.source, agenda: made.agenda, warnings });
    const turn = firstTurn(meeting, made.people, caller, newId);
    const admission = await admit(roster, turn, made.people, caller, true);
    if (admission.kind === 'refused')
      return { kind: 'refused', why: admission.code === 'notMember' ? 'notMember' : 'rosterUnknown' };
    const denied = goesOn && denial(goesOn, 'ProposeAgenda', turn.acting) !== null;
    // Said before the file is stored with the meeting.
    if (denied && admission.claims.length === 0) return { kind: 'refused', why: 'onlyLeaders' };
    const { request } = admission;
    const imported = await importing.import(
      conversationId,
      {
        source: file.source,
        bytes: file.bytes,
        warnings,
        withIds: (people, ids, language) => {
          const known = toAgenda(file.agenda, people, ids, language);
          return { ...known, people: request.people?.(known.people) ?? known.people };
        },
      },
      {
        withMinutes: false,
        chair: null,
        minuteTakers: [],
        language: file.agenda.language ?? null,
        ...(before === undefined ? {} : { before }),
      },
      { kind: 'person', identity: caller.identity },
      rolesFor(caller, admission, newId),
    );
    const { handled, meetingId } = imported;
    if (handled.kind === 'refused')
      return {
        kind: 'refused',
        why:
          handled.code === 'nothingNew'
            ? 'alreadyThere'
            : handled.code === 'notAllowed'
              ? 'onlyLeaders'
              : 'notSaved',
      };
    const { state, person } = handled;
    const writes =
      state.status !== 'none' && person !== null && rolesOf(state, person.id).includes('minuteTaker');
    const from = state.status === 'none' ? null : cardsFrom(state);
    return { kind: 'placed', meetingId, writes, from };
  }
}

const rolesFor =
  (caller: Caller, { claims }: Extract<Admission, { kind: 'admitted' }>, newId: NewId): WithRoles =>
  (commands, situation, agenda) => {
    const { state, person } = situation;
    if (!person) return commands;
    if (state.status !== 'none' && state.roles.length > 0)
      return withStanding(commands, claims, turnOf(situation, state, caller, newId));
    const named = claims.filter((role) =>
      (role === 'chair' ? agenda.chairs : agenda.minuteTakers).includes(person.id),
    );
    const roles = named.length > 0 ? named : (['minuteTaker'] as const);
    return [...commands, ...roles.map((role): Command => ({ type: 'ClaimRole', role }))];
  };
