import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inputs } from '../support/cardReading.ts';
import { opens, saidIn, submits } from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
let writer: FakePerson;
let member: FakePerson;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER], { env: { PUNKT_FORMS: 'dialog' } });
  [writer, member] = [room.person(WRITER), room.person(MEMBER)];
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const newest = async () => {
  const { meeting, people } = await room.meeting();
  const record = meeting.records[meeting.agenda.items[0]?.id ?? ''];
  const nameOf = (of: unknown) => {
    const { personId } = (of ?? {}) as { personId?: string };
    return personId === undefined ? of : people[personId]?.name;
  };
  const [decision, note] = [record?.decisions.at(-1), record?.notes.at(-1)];
  return {
    decision: decision && { text: decision.text, by: nameOf(decision.by), for: nameOf(decision.onBehalfOf) },
    note: note && { text: note.text, by: nameOf(note.by), for: nameOf(note.onBehalfOf) },
    people: Object.values(people).map(({ name }) => name),
  };
};

/** Two of one first name, known in whatever order the tests run. */
async function bothBirgits() {
  for (const name of ['Birgit Holm', 'Birgit Lund'])
    await room.asks(room.person(CHAIR), `på vegne af ${name}: notér: Jeg er her.`);
}

describe('a minute taker who writes for somebody in the room or on the phone', () => {
  it('does so by a line, and the card tells whose word it is and who registered it', async () => {
    expect(await room.asks(writer, 'på vegne af Mads Ottosen: beslutning: Broen males.')).toEqual([]);
    expect((await newest()).decision).toEqual({ text: 'Broen males.', by: WRITER, for: 'Mads Ottosen' });
    await room.sees(/Foreslået af Mads Ottosen kl\.\s\d+\.\d+ \(registreret af Asger Thorup\)/u);
  });

  it('may name them behind the word of command, in English, and by a first name that only one bears', async () => {
    await room.asks(writer, 'note on behalf of Mads: The bridge was praised.');
    expect((await newest()).note).toEqual({
      text: 'The bridge was praised.',
      by: WRITER,
      for: 'Mads Ottosen',
    });
  });

  it('may name somebody whom nobody knows, who is one of the people from then on', async () => {
    await room.asks(writer, 'på vegne af Palle Fjeld: notér: Det regnede.');
    await room.asks(writer, 'notér på vegne af palle fjeld: Det blæste.');
    const { note, people } = await newest();
    expect(note).toEqual({ text: 'Det blæste.', by: WRITER, for: 'Palle Fjeld' });
    expect(people.filter((name) => name === 'Palle Fjeld')).toHaveLength(1);
  });

  it('is asked which of several is meant, and nothing is written', async () => {
    await bothBirgits();
    const before = (await room.log()).length;
    const [asked] = await room.asks(writer, 'på vegne af Birgit: beslutning: Hvem?');
    expect(asked).toContain('Birgit Holm, Birgit Lund');
    expect(await room.log()).toHaveLength(before);
  });

  it('does so by the form too, and gets what was typed back where the name could mean several', async () => {
    await bothBirgits();
    const form = await opens(room, writer, await room.item(1), 'Beslutning');
    const again = await submits(room, writer, form, 'Gem beslutning', {
      text: 'Gærdet males.',
      behalfName: 'Birgit',
    });
    expect(saidIn(again)).toContain('Birgit Holm, Birgit Lund');
    if (again.kind !== 'dialog') throw new Error('no form');
    expect(inputs(again.card).find(({ id }) => id === 'text')?.value).toBe('Gærdet males.');
    await submits(room, writer, again, 'Gem beslutning', { behalfName: 'Birgit Lund' });
    expect((await newest()).decision).toEqual({ text: 'Gærdet males.', by: WRITER, for: 'Birgit Lund' });
  });

  it('chooses among the people in the form', async () => {
    const form = await opens(room, writer, await room.item(1), 'Notér');
    const { choices } = inputs(form.card).find(({ id }) => id === 'behalf') as {
      choices?: readonly { title: string; value: string }[];
    };
    const chosen = choices?.find(({ title }) => title === 'Mads Ottosen')?.value;
    expect(choices?.map(({ title }) => title)).not.toContain(WRITER);
    await submits(room, writer, form, 'Gem note', { text: 'Valgt.', behalf: chosen });
    expect((await newest()).note).toEqual({ text: 'Valgt.', by: WRITER, for: 'Mads Ottosen' });
  });

  it('has it in the minutes and the log', async () => {
    await room.asks(writer, 'på vegne af Mads Ottosen: beslutning: Broen males.');
    await room.asks(writer, 'på vegne af Palle Fjeld: notér: Det regnede.');
    const minutes = await room.minutes();
    expect(minutes).toContain('Foreslået af Mads Ottosen (registreret af Asger Thorup)');
    expect(minutes).toContain('Fra Palle Fjeld (registreret af Asger Thorup)');
    const { stdout } = await room.cli('log', await room.meetingId());
    expect(stdout).toContain('på vegne af Mads Ottosen: beslutning under punkt 1: Broen males.');
  });
});

describe('a participant', () => {
  it('may write for nobody else, and has no field for it', async () => {
    const before = (await room.log()).length;
    const [said] = await room.asks(member, 'på vegne af Mads Ottosen: beslutning: Nej.');
    expect(said).toContain('På vegne af andre registrerer kun ordstyrer og referenter');
    expect(await room.log()).toHaveLength(before);
    const form = await opens(room, member, await room.item(1), 'Beslutning');
    expect(inputs(form.card).map(({ id }) => id)).not.toContain('behalf');
    expect(texts(form.card).join()).not.toContain('På vegne af');
    const refused = await submits(room, member, form, 'Gem beslutning', {
      text: 'Alligevel.',
      behalfName: 'Mads Ottosen',
    });
    expect(saidIn(refused)).toContain('På vegne af andre');
    expect(await room.log()).toHaveLength(before);
  });
});
