import { importAgenda } from '../../src/agendaImport/importAgenda.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import { demoAgenda } from '../../src/demo/demoAgenda.ts';
import type { Command } from '../../src/meeting/commands.ts';
import { type People, withName } from '../../src/meeting/people.ts';
import type { Acting } from '../../src/meeting/roles.ts';
import { neighbour, stops } from '../../src/meeting/state.ts';
import { answerOpen, postpone, readFrom } from '../../src/teams/commandsOf.ts';
import { adopt, HeldMeeting, operator, propose } from '../support/meetingBuilder.ts';

/** The meeting of the demo at a fixed day, step by step, as its people would hold it. */
export class DemoMeeting {
  #decisions = 0;

  private constructor(
    readonly held: HeldMeeting,
    readonly people: People,
  ) {}

  /** Read and laid before the chat; not in use yet. */
  static async proposed(): Promise<DemoMeeting> {
    const read = await importAgenda(Buffer.from(demoAgenda('6. marts 2031')), 'demo-dagsorden.txt');
    if (!read.ok) throw new Error(read.message);
    let ids = 0;
    const { agenda, people } = toAgenda(read.agenda, {}, () => `id-${++ids}`);
    const { warnings } = read.agenda;
    return new DemoMeeting(new HeldMeeting().does(operator, { ...propose(agenda), warnings }), people);
  }

  acting(name: string): Acting {
    const [person] = withName(this.people, name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return { by: { kind: 'person', personId: person.id }, authenticated: true };
  }

  get chair(): Acting {
    return this.acting('Ellen Brandt');
  }

  itemId(number: string): string {
    const item = stops(this.held.meeting).find((one) => one.number === number);
    if (!item) throw new Error(`no item ${number}`);
    return item.id;
  }

  /** In use; Ellen Brandt leads, Jonas Kjeldgaard writes. */
  planned(): this {
    this.held.does(operator, adopt());
    this.held.does(this.chair, { type: 'ClaimRole', role: 'chair' });
    this.held.does(this.acting('Jonas Kjeldgaard'), { type: 'ClaimRole', role: 'minuteTaker' });
    return this;
  }

  /** What follows happens so many minutes after nine o'clock. */
  at(minutes: number): this {
    this.held.at(minutes);
    return this;
  }

  started(): this {
    return this.chairDoes({ type: 'StartMeeting', itemId: this.itemId('1') });
  }

  chairDoes(command: Command): this {
    this.held.does(this.chair, command);
    return this;
  }

  /** Answers the open points of an item, as they ask. */
  answers(number: string): this {
    const command = answerOpen(this.held.meeting, this.itemId(number), 'asAsked');
    if (!('type' in command)) throw new Error(command.code);
    return this.chairDoes(command);
  }

  postpones(number: string, until: string | null): this {
    return this.chairDoes(postpone(this.held.meeting, this.itemId(number), until));
  }

  /** Records a decision with who is responsible and until when read from its text. */
  decides(name: string, number: string, text: string, ...points: readonly number[]): this {
    const { responsible, due } = readFrom(this.held.meeting, this.people, text);
    const itemId = this.itemId(number);
    const item = stops(this.held.meeting).find(({ id }) => id === itemId);
    this.held.does(this.acting(name), {
      type: 'RecordDecision',
      itemId,
      decisionId: `decision-${++this.#decisions}`,
      text,
      pointIds: points.flatMap((point) => item?.points[point - 1]?.id ?? []),
      responsible,
      due,
    });
    return this;
  }

  notes(name: string, number: string, text: string): this {
    const itemId = this.itemId(number);
    const noteId = `note-${this.held.commits.length}`;
    this.held.does(this.acting(name), { type: 'RecordNote', itemId, noteId, text });
    return this;
  }

  next(): this {
    const { meeting } = this.held;
    const here = 'currentItemId' in meeting ? meeting.currentItemId : '';
    const to = neighbour(meeting, here, 1);
    if (!to) throw new Error('there is no next item');
    return this.chairDoes({ type: 'MoveToItem', fromItemId: here, itemId: to.id });
  }

  /** At item 2: one point answered, one discussed, a decision proposed and one registered. */
  inTheMiddle(): this {
    return this.planned()
      .started()
      .answers('1')
      .next()
      .answers('2')
      .decides('Ellen Brandt', '2', 'Line Skovbo samler budgettet inden den 1. april.', 3)
      .decides(
        'Rasmus Toftegaard',
        '2',
        'Almen praksis og Engholm Kommune afprøver en fælles nattevagt i uge 20.',
      )
      .notes('Peter Ladegaard', '2', 'Kommunen kan stille to sygeplejersker om natten fra maj.');
  }

  /** At the last item: one item left unanswered, one postponed, one closed. */
  nearTheEnd(): this {
    return this.inTheMiddle()
      .next()
      .next()
      .next()
      .decides('Jonas Kjeldgaard', '5', 'Lindeby Sygehus deler tallene med praksis inden uge 14.')
      .postpones('5', 'næste møde')
      .next();
  }

  over(): this {
    return this.chairDoes({ type: 'AdjournMeeting', fromItemId: this.itemId('6') });
  }
}
