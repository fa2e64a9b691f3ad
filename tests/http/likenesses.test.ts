import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { areAlike } from '../../src/wording/likeNames.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
/** In the agenda: Mads Ottosen, sundhedschef of Havby Kommune; Gitte Rosenlund; Lone Bertram, who is to write. */
const GUEST = 'Mads Ottosen (gæst)';
const OTHER = 'Gitte Rosenlund | HK';

let room: InsideRoom;
let writer: FakePerson;
beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, GUEST, OTHER, 'Viggo Rask']);
  writer = room.person(WRITER);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const own = () => room.teams.personalChat(writer);
const personIs = async (name: string) => {
  const { people } = await room.meeting();
  return Object.values(people).find((one) => one.name === name);
};

describe('somebody who acts under a name that is like one of the agenda', () => {
  const step = inOrder();
  step('is asked about: who takes the minutes, alone and once', async () => {
    await room.types(room.person(GUEST), 'notér: Et ord.');
    const asked = await room.sees(
      'Er »Mads Ottosen (gæst)« den samme som Mads Ottosen, Havby Kommune?',
      own(),
    );
    expect(buttons(asked.card).map(({ title }) => title)).toEqual(['Ja', 'Nej']);
    await room.types(room.person(GUEST), 'notér: Endnu et ord.');
    await room.types(room.person(GUEST), 'beslutning: Broen bygges.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(1);
    expect(JSON.stringify(room.chat.messages)).not.toContain('den samme som');
    expect((await personIs('Mads Ottosen'))?.identities).toEqual([]);
  });

  step('is that person from *Ja* on, in the people alone: the log has ids only', async () => {
    const answer = await room.taps(writer, await room.sees('Er »Mads', own()), 'Ja');
    expect(texts(answer.card).join()).toContain('er nu den samme som Mads Ottosen');
    const [event] = (await room.log()).at(-1)?.events ?? [];
    expect(event).toMatchObject({ type: 'IdentitySettled', same: true });
    expect(JSON.stringify(event)).not.toMatch(/Mads/u);
    await room.types(room.person(GUEST), 'beslutning: Broen males.');
    const { meeting } = await room.meeting();
    const decision = Object.values(meeting.records)
      .flatMap(({ decisions }) => decisions)
      .at(-1);
    expect(decision?.by).toEqual({ kind: 'person', personId: (await personIs('Mads Ottosen'))?.id });
    await room.punkt.settled();
    // What stood under the account until then stands under its person: on the card, in the draft, in the log in words.
    const shown = texts((await room.item(1)).card).join('\n');
    expect(shown).toContain('Mads Ottosen');
    const draft = await room.punkt.store.documents.list('drafts', meeting.meetingId);
    for (const place of [shown, JSON.stringify(draft), await room.minutes()])
      expect(place).not.toContain('Mads Ottosen (gæst)');
    // The question is answered where it stands, too.
    expect(JSON.stringify(own().messages[0])).not.toContain('person.same');
  });

  step('stays somebody else after *Nej*, and is not asked about again', async () => {
    await room.types(room.person(OTHER), 'notér: Et andet ord.');
    await room.taps(writer, await room.sees('Er »Gitte', own()), 'Nej');
    expect((await personIs('Gitte Rosenlund'))?.identities).toEqual([]);
    await room.restart();
    await room.types(room.person(OTHER), 'notér: Og et til.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
  });

  step('is not asked about where no name of the agenda is like it', async () => {
    await room.types(room.person('Viggo Rask'), 'notér: Hej.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
  });

  step('is never, without an account, one to whom the agenda gives a role', async () => {
    const nobody = room.teams.person('Lone Bertram (gæst)', { anonymous: true });
    room.chat.members.push(nobody);
    const card = await room.item(1);
    const form = await room.taps(nobody, card, 'Notér');
    await room.taps(nobody, form, 'Gem note', { text: 'Jeg er Lone.' });
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
    const [lone, guest] = [await personIs('Lone Bertram'), await personIs('Lone Bertram (gæst)')];
    const { meetingId } = (await room.meeting()).meeting;
    const data = { verb: 'person.same', m: meetingId, t: '1', who: guest?.id, n: lone?.id };
    const before = (await room.log()).length;
    const action = { type: 'Action.Execute', title: 'Ja', verb: 'person.same', data };
    await room.teams.send(room.teams.tap(own(), writer, '1', action as never));
    expect(await room.log()).toHaveLength(before);
    expect((await personIs('Lone Bertram'))?.identities).toEqual([]);
  });
});

describe('names that are alike', () => {
  it('share two parts, or are a letter or two amiss', () => {
    for (const [one, other] of [
      ['Anna Holm (gæst)', 'Anna Holm'],
      ['Anna Marie Holm', 'Anna Holm'],
      ['Anna Holm | Viborg Kommune', 'Anna Holm'],
      ['Birtha Holm', 'Birthe Holm'],
    ] as const)
      expect([one, areAlike(one, other)]).toEqual([one, true]);
  });

  it('are not alike by one part, or of other people', () => {
    for (const [one, other] of [
      ['Anna', 'Anna Holm'],
      ['Anna Krogh', 'Anna Holm'],
      ['Holm', 'Anna Holm'],
      ['Bent Lind', 'Anna Holm'],
    ] as const)
      expect([one, areAlike(one, other)]).toEqual([one, false]);
  });
});
