import type { Agenda, AgendaItem } from '../../src/meeting/agenda.ts';
import type { Command, CommandOf } from '../../src/meeting/commands.ts';
import type { Actor, Commit } from '../../src/meeting/commit.ts';
import { decide } from '../../src/meeting/decide.ts';
import type { Decided } from '../../src/meeting/decided.ts';
import { evolve } from '../../src/meeting/evolve.ts';
import type { People, Person } from '../../src/meeting/people.ts';
import type { Acting } from '../../src/meeting/roles.ts';
import { type Meeting, type MeetingState, noMeeting } from '../../src/meeting/state.ts';

/** Fictitious meetings, small and by name: what a test does not say is as usual. */

const somebody = (id: string): Acting => ({ by: { kind: 'person', personId: id }, authenticated: true });
export const chair = somebody('ida');
export const minuteTaker = somebody('ole');
export const participant = somebody('asta');
export const other = somebody('bo');
export const stranger: Acting = { by: { kind: 'person', personId: 'gaest' }, authenticated: false };
export const operator: Acting = { by: { kind: 'operator' }, authenticated: true };

const person = (id: string, name: string, organisation: string | null): Person => ({
  id,
  name,
  title: null,
  organisation,
  role: null,
  identities: [],
  teams: null,
});
export const people: People = Object.fromEntries(
  [
    person('ida', 'Ida Brandt', 'Fjordby Kommune'),
    person('ole', 'Ole Krogh', 'Region Nordlyng'),
    person('asta', 'Asta Lund', 'Fjordby Kommune'),
    person('bo', 'Bo Winther', null),
    person('gaest', 'Anonym', null),
  ].map((one) => [one.id, one]),
);

/** An item "n" with the points given; ids are "item-n" and "point-n-1" … */
export function item(n: number, fields: Partial<AgendaItem> & { asks?: readonly string[] } = {}): AgendaItem {
  const { asks = [], ...own } = fields;
  return {
    id: `item-${n}`,
    kind: 'item',
    number: String(n),
    title: `Sag ${n}`,
    presenters: [],
    start: null,
    end: null,
    durationMinutes: null,
    closed: false,
    points: asks.map((text, index) => ({ id: `point-${n}-${index + 1}`, text })),
    description: null,
    attachments: [],
    written: null,
    ...own,
  };
}

export const agenda = (fields: Partial<Agenda> = {}): Agenda => ({
  title: 'Møde i Styregruppe Fjord',
  forum: null,
  documentDate: null,
  date: '2031-03-06',
  start: '09:00',
  end: '11:00',
  place: null,
  chairs: ['ida'],
  minuteTakers: ['ole'],
  participants: ['ida', 'ole', 'asta', 'bo'].map((personId) => ({
    personId,
    apologies: false,
    guest: false,
  })),
  attachments: [],
  items: [
    item(1, { title: 'Godkendelse af dagsorden', asks: ['At Styregruppen godkender dagsordenen'] }),
    item(2, {
      title: 'Status for havneprojektet',
      asks: ['At Styregruppen tager status til efterretning', 'At Styregruppen drøfter tidsplanen'],
    }),
    item(3, { title: 'Pause', kind: 'break', number: null, durationMinutes: 10 }),
    item(4, { title: 'Valg af leverandør', asks: ['At Styregruppen beslutter valg af leverandør'] }),
    item(5, { title: 'Eventuelt' }),
  ],
  layout: {
    sections: [
      { kind: 'recommendation', label: 'Indstilling' },
      { kind: 'description', label: 'Beskrivelse af sagen' },
    ],
    points: 'bullets',
  },
  ...fields,
});

export const propose = (
  of: Agenda,
  proposalId = 'import-1',
  withMinutes = false,
): CommandOf<'ProposeAgenda'> => ({
  type: 'ProposeAgenda',
  proposalId,
  source: { name: 'dagsorden.txt', sha256: 'ab12', format: 'text' },
  agenda: of,
  warnings: [],
  withMinutes,
});

export const adopt = (proposalId = 'import-1'): CommandOf<'AdoptAgenda'> => ({
  type: 'AdoptAgenda',
  proposalId,
  entryIds: Array.from({ length: 50 }, (_, index) => `${proposalId}-entry-${index}`),
});

export const record = (
  itemId: string,
  decisionId: string,
  fields: Partial<CommandOf<'RecordDecision'>> = {},
): CommandOf<'RecordDecision'> => ({
  type: 'RecordDecision',
  itemId,
  decisionId,
  text: `Tekst af ${decisionId}`,
  pointIds: [],
  responsible: [],
  due: null,
  ...fields,
});

export const note = (itemId: string, noteId: string, text = `Notat ${noteId}`): CommandOf<'RecordNote'> => ({
  type: 'RecordNote',
  itemId,
  noteId,
  text,
});

export const answer = (
  itemId: string,
  pointId: string,
  outcome: CommandOf<'AnswerRecommendations'>['answers'][number]['outcome'] = 'approved',
): CommandOf<'AnswerRecommendations'> => ({
  type: 'AnswerRecommendations',
  itemId,
  answers: [{ pointId, outcome, text: `Sætning om ${pointId}.` }],
});

/** The discussion of an item anew; `basedOn`: as it was seen. */
export const edit = (itemId: string, basedOn: string, text: string): CommandOf<'EditSection'> => ({
  type: 'EditSection',
  itemId,
  section: 'discussion',
  basedOn,
  text,
});

export const addendum = (addendumId: string, itemId: string | null = 'item-2'): CommandOf<'AddAddendum'> => ({
  type: 'AddAddendum',
  addendumId,
  itemId,
  text: `Tilføjelse ${addendumId}`,
});

export const undo = (
  version: number | null = null,
  itemId: string | null = null,
): CommandOf<'UndoCommand'> => ({
  type: 'UndoCommand',
  version,
  itemId,
});

/** A meeting being held: commands go through `decide`, what they do through `evolve`. */
export class HeldMeeting {
  readonly commits: Commit[] = [];
  state: MeetingState = noMeeting;
  #minutes = 0;

  /** What follows is registered so many minutes after nine o'clock, when the meeting begins. */
  at(minutes: number): this {
    this.#minutes = minutes;
    return this;
  }

  get meeting(): Meeting {
    if (this.state.status === 'none') throw new Error('there is no meeting yet');
    return this.state;
  }

  /** What a command would do. */
  asks(acting: Acting, command: Command): Decided {
    return decide(this.state, command, acting);
  }

  /** Carries out commands that must be accepted. */
  does(acting: Acting, ...commands: readonly Command[]): this {
    for (const command of commands) {
      const decided = this.asks(acting, command);
      if (decided.kind === 'refused') throw new Error(`${command.type} was refused: ${decided.code}`);
      this.happens(acting.by, decided.events);
    }
    return this;
  }

  /** Appends a commit of these events. */
  happens(by: Actor, events: readonly Commit['events'][number][]): this {
    const version = this.commits.length + 1;
    const at = new Date(Date.UTC(2031, 2, 6, 8, this.#minutes, version)).toISOString();
    const commit = {
      meetingId: 'meeting-1',
      version,
      commandId: `command-${version}`,
      at,
      by,
      events: [...events],
    };
    this.commits.push(commit);
    this.state = evolve(this.state, commit);
    return this;
  }

  /** The code of a refusal; throws if the command is accepted. */
  refusal(acting: Acting, command: Command): string {
    const decided = this.asks(acting, command);
    if (decided.kind === 'accepted') throw new Error(`${command.type} was accepted`);
    return decided.code;
  }
}

/** Imported and in use; Ida leads, Ole writes. */
export function planned(of: Agenda = agenda()): HeldMeeting {
  return new HeldMeeting()
    .does(operator, propose(of))
    .does(operator, adopt())
    .does(chair, { type: 'ClaimRole', role: 'chair' })
    .does(minuteTaker, { type: 'ClaimRole', role: 'minuteTaker' });
}

export const running = (of: Agenda = agenda(), itemId?: string): HeldMeeting =>
  planned(of).does(chair, { type: 'StartMeeting', itemId: itemId ?? of.items[0]?.id ?? '' });

export const paused = (): HeldMeeting => running().does(chair, { type: 'PauseMeeting' });

export function adjourned(of: Agenda = agenda()): HeldMeeting {
  const held = running(of);
  return held.does(chair, { type: 'AdjournMeeting', fromItemId: of.items[0]?.id ?? '' });
}

export const approved = (): HeldMeeting =>
  adjourned().does(chair, { type: 'ApproveMinutes', seenVersion: 1000 });

/** Held without Punkt. */
export const afterwards = (of: Agenda = agenda()): HeldMeeting =>
  planned(of).does(chair, { type: 'RegisterAfterwards' });
