import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localClock, localDate, writeClock, writeDay } from '../../src/wording/dates.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Inge Vind';
const WRITER = 'Karl Toft';
const SECOND = 'Lis Holm';
const MEMBER = 'Signe Dal';

const now = Date.now();
const minutesFromNow = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
const clock = (minutes: number): string => localClock(minutesFromNow(minutes)).replace(':', '.');

/** Being held, and late with its first items: also where midnight lies among them. */
const agenda = () => `Dagsorden for møde i Havneudvalget
Tidspunkt: ${writeDay(localDate(minutesFromNow(-30)))} kl. ${clock(-30)}-${clock(90)}
Mødeleder: ${CHAIR}
Referent: ${WRITER}

Inviterede: Havby Kommune
${CHAIR}, formand
${WRITER}, konsulent
${SECOND}, konsulent

DAGSORDEN

1. Budget (kl. ${clock(-30)}-${clock(-20)})
Indstilling
At udvalget godkender budgettet

2. Broen (kl. ${clock(-20)}-${clock(-10)})

3. Havnen (kl. ${clock(-10)}-${clock(90)})
`;

let room: InsideRoom;
let writer: FakePerson;
let second: FakePerson;
let chair: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, SECOND, MEMBER]);
  [chair, writer, second] = [room.person(CHAIR), room.person(WRITER), room.person(SECOND)];
  await room.imports(Buffer.from(agenda()));
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  await room.types(chair, `referent: ${SECOND}`);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const own = (of = writer) => room.teams.personalChat(of);
/** The question as it stands now with somebody. */
const question = async (of: FakePerson, reading: string | RegExp) => {
  await room.punkt.settled();
  return room.sees(reading, own(of));
};
const read = ({ card }: { readonly card: unknown }) => texts(card).join('\n');
const records = async (index: number) => {
  const { meeting } = await room.meeting();
  const record = meeting.records[meeting.agenda.items[index]?.id ?? ''];
  return {
    notes: record?.notes.map(({ text }) => text) ?? [],
    decisions: record?.decisions.map(({ text }) => text) ?? [],
  };
};

describe('what is registered after the present item was to end', () => {
  const step = inOrder();
  step('makes Punkt ask who takes the minutes, alone and once', async () => {
    await room.types(room.person(MEMBER), 'notér: Broen er rusten.');
    await room.types(writer, 'beslutning: Broen males.');
    for (const person of [writer, second]) {
      const asked = await question(person, 'Er I gået videre til punkt 2?');
      expect(buttons(asked.card).map(({ title }) => title)).toEqual([
        `Ja, siden kl.\u00a0${writeClock(localClock(minutesFromNow(-20)))}`,
        'Nej',
      ]);
    }
    for (const name of [CHAIR, MEMBER])
      expect(room.teams.personalChat(room.person(name)).messages).toHaveLength(0);
    expect(JSON.stringify(room.chat.messages)).not.toContain('gået videre');
  });

  step('stands on the question as it comes, twelve lines of it, and the others are counted', async () => {
    for (let number = 1; number <= 13; number += 1) await room.types(writer, `notér: Rust nr. ${number}.`);
    const asked = await question(writer, 'og 3 mere, som flyttes med');
    expect(read(asked)).toMatch(/Broen er rusten.*1\.1 Broen males.*Rust nr. 10\.\n.*og 3 mere/su);
    expect(own().messages).toHaveLength(1);
    // What was struck out is not moved, and is not said to be.
    await room.types(writer, 'fortryd');
    expect(read(await question(second, 'og 2 mere'))).not.toContain('Rust nr. 11');
  });

  step('is moved by *Ja, siden* only as it was shown: more came, so it is asked anew', async () => {
    const stale = await question(writer, 'og 2 mere');
    await room.types(room.person(MEMBER), 'notér: I sidste øjeblik.');
    const before = (await room.log()).length;
    const answer = await room.taps(writer, stale, /^Ja, siden/u);
    expect(read(answer)).toMatch(/Der er ændret noget under punktet.*og 3 mere/su);
    expect(await room.log()).toHaveLength(before);
    const moved = await room.taps(writer, answer, /^Ja, siden/u);
    expect(read(moved)).toMatch(/15 registreringer er flyttet med.*Mødet er ved punkt 2/su);
    await room.item(2);
    expect(await records(0)).toEqual({ notes: [], decisions: [] });
    const { notes, decisions } = await records(1);
    expect([notes.length, notes[0], notes.at(-1)]).toEqual([14, 'Broen er rusten.', 'I sidste øjeblik.']);
    expect(decisions).toEqual(['Broen males.']);
  });

  step('is answered for all who were asked: each card says by whom, a late tap writes nothing', async () => {
    const theirs = await question(second, 'Mødet er ved punkt 2.');
    for (const person of [writer, second]) {
      const settled = await question(person, /Karl Toft svarede ja kl\./u);
      expect([read(settled), buttons(settled.card)]).toEqual([
        expect.stringContaining('Mødet er ved punkt 2.'),
        [],
      ]);
    }
    const before = (await room.log()).length;
    const [late] = buttons((await askedOf(0)).card).filter(({ title }) => title === 'Nej');
    if (!late) throw new Error('no button');
    const { body } = await room.sends(second, theirs, late);
    expect(JSON.stringify(body)).toMatch(/Det er der svaret på.*Karl Toft svarede ja/su);
    expect(await room.log()).toHaveLength(before);
  });

  step('*Nej* of one settles it for the other too, and moves nothing', async () => {
    await room.types(writer, 'notér: Stadig om broen.');
    const stale = await question(writer, 'Er I gået videre til punkt 3?');
    const asked = await question(second, 'Er I gået videre til punkt 3?');
    const answer = await room.taps(second, asked, 'Nej');
    expect(read(answer)).toMatch(/Mødet bliver ved punkt 2\..*Lis Holm svarede nej kl\./su);
    const settled = await question(writer, /Lis Holm svarede nej kl\./u);
    expect([read(settled), buttons(settled.card)]).toEqual([
      expect.stringContaining('Mødet bliver ved punkt 2.'),
      [],
    ]);
    const before = (await room.log()).length;
    expect(await room.hears(writer, stale, /^Ja, siden/u)).toMatch(
      /Det er der svaret på.*Lis Holm svarede nej/su,
    );
    expect(await room.log()).toHaveLength(before);
    // And is not asked again of the same item.
    await room.types(writer, 'notér: Mere om broen.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
  });

  step('is not asked of the last item', async () => {
    await room.types(writer, 'næste');
    await room.types(writer, 'notér: Den sidste.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
  });
});

/** A question as it was first posted to the second minute taker. */
async function askedOf(index: number) {
  const posts = room.teams.requests.filter(
    ({ method, path }) => method === 'POST' && path.includes(own(second).id) && path.endsWith('/activities'),
  );
  const attachments = posts[index]?.body.attachments;
  if (!Array.isArray(attachments)) throw new Error('not asked');
  return { card: attachments[0]?.content };
}

describe('the question', () => {
  it('is answered by nobody else', async () => {
    const before = (await room.log()).length;
    const data = { verb: 'movedOn.yes', m: (await room.meeting()).meeting.meetingId, t: '1', i: 'x', n: 'y' };
    const action = { type: 'Action.Execute', title: 'x', verb: 'movedOn.yes', data };
    await room.teams.send(room.teams.tap(room.chat, room.person(MEMBER), '1', action as never));
    expect(await room.log()).toHaveLength(before);
  });
});
