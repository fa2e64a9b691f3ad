import { afterEach, describe, expect, it } from '@jest/globals';
import { dialogCall } from '../support/dialogCall.ts';
import { type Delivery, texts } from '../support/fakeTeams.ts';
import { ratesTimes } from '../support/fakeTeamsRules.ts';
import { button } from '../support/meetingRoom.ts';
import { decisionsOf, openStrict, type StrictRoom } from '../support/strictRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const CROWD = 300;

let room: StrictRoom;
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

async function running(...given: Parameters<typeof openStrict>) {
  room = await openStrict(...given);
  await room.imports('klynge-nordby.txt');
  await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  await room.punkt.settled();
}

it('people who ask at the same moment are all answered, and Teams is never asked for more than it takes', async () => {
  // So few that the slowest machine would send more.
  const messages = [{ most: 3, ms: 1_000 }];
  const rates = { ...ratesTimes(1), messages, edits: messages };
  await running([CHAIR, WRITER], { rates }, { rates });
  const asked = Array.from({ length: 9 }, (_, index) => room.teams.person(`Deltager ${index}`));
  const before = room.chat.messages.length;
  await Promise.all(asked.map((person) => room.types(person, 'status')));
  await room.teams.until(() => room.chat.messages.length === before + 9);
  expect(room.teams.tooFast).toEqual([]);
});

it('a whole meeting in which all turn to Punkt at once on every item is held, and Teams is never asked for more than it takes', async () => {
  // So few that what one item brings at a moment is too much on any machine, were it sent as it comes.
  const messages = [{ most: 2, ms: 250 }];
  const rates = { ...ratesTimes(1 / 8), messages, edits: messages };
  await running([CHAIR, WRITER], { rates }, { rates });
  const [chair, writer] = [room.person(CHAIR), room.person(WRITER)];
  const others = Array.from({ length: 4 }, (_, index) => room.teams.person(`Deltager ${index}`));
  const decided: string[] = [];
  for (const item of [1, 2, 3]) {
    await room.item(item);
    const text = `Besluttet under punkt ${item}`;
    decided.push(text);
    await Promise.all([
      ...others.map((person) => room.types(person, 'status')),
      room.types(writer, `beslutning: ${text}`),
      room.types(others[0] ?? chair, `notér: Sagt under punkt ${item}`),
    ]);
    await room.types(chair, 'næste');
  }
  await room.types(chair, 'afslut mødet');
  await room.sees('Mødet er afsluttet');
  await room.punkt.settled();
  expect(room.teams.tooFast).toEqual([]);
  expect(await decisionsOf(room)).toEqual(decided);
  // Each question and each note of a participant has its line; what chair and minute taker write, its card.
  const said = room.chat.messages.filter(({ activity }) => typeof activity.text === 'string');
  expect(said).toHaveLength(3 * (others.length + 1));
  for (const { dead, shownVersion, wantedVersion } of await room.punkt.store.outbox.list(room.chat.id))
    expect([dead, Number(shownVersion) >= wantedVersion]).toEqual([null, true]);
}, 60_000);

it.each(['with Retry-After', 'without Retry-After'])(
  'where Teams is stricter than it says, %s, every answer and card comes all the same, once',
  async (says) => {
    await running([CHAIR, WRITER]);
    // By their number and not by the clock: the slowest machine is refused as often.
    const refused = { with: 429, code: 'TooManyRequests', method: 'POST', into: room.chat.id } as const;
    const failure = says.startsWith('without') ? refused : { ...refused, retryAfter: 1 };
    room.teams.failNext(failure, failure, failure);
    const before = room.chat.messages.length;
    const asked = Array.from({ length: 6 }, (_, index) => room.teams.person(`Deltager ${index}`));
    await Promise.all([
      ...asked.map((person) => room.types(person, 'status')),
      room.types(room.person(CHAIR), 'næste'),
    ]);
    await room.item(2);
    await room.punkt.settled();
    expect(room.teams.requests.filter(({ status }) => status === 429)).toHaveLength(3);
    const said = room.chat.messages.slice(before).filter(({ activity }) => typeof activity.text === 'string');
    expect(said.length).toBe(6);
    const cards = room.chat.messages.filter(({ activity }) =>
      texts(activity.attachments).some((text) => text.startsWith('PUNKT 2 AF')),
    );
    expect(cards).toHaveLength(1);
  },
);

describe(`${CROWD} persons who hand in a decision at the same moment`, () => {
  it('are all registered, once each; Teams is asked for no more than it takes, and the card shows the last of them', async () => {
    await running([CHAIR, WRITER], {}, { patience: Number.POSITIVE_INFINITY });
    const writer = room.client(WRITER);
    const activityId = await room.itemMessage(1);
    await writer.taps(activityId, 'Beslutning');
    const { data } = button(writer.dialog?.card, 'Gem beslutning');
    const crowd = Array.from({ length: CROWD }, (_, index) => ({
      person: room.teams.person(`Deltager ${index}`),
      text: `Forslag ${index}`,
    }));
    const submit = ({ person, text }: (typeof crowd)[number]) =>
      room.teams.send(
        dialogCall('submit', room.teams.activity, room.chat, person, { ...data, text, points: '' }),
      );
    const saved = (answer?: Delivery) => /er gemt under punkt 1/u.test(JSON.stringify(answer?.body));
    const answers = await Promise.all(crowd.map(submit));
    // Where the machine is slow, »Ikke gemt« is the answer, and the person presses again; speed is for the bench.
    for (const [index, one] of crowd.entries())
      for (let again = 0; again < 20 && !saved(answers[index]); again += 1)
        answers[index] = await submit(one);
    expect(answers.filter((answer) => !saved(answer))).toEqual([]);
    await room.punkt.settled();
    expect((await decisionsOf(room)).sort()).toEqual(crowd.map(({ text }) => text).sort());
    expect(room.teams.tooFast).toEqual([]);
    const { meeting } = await room.meeting();
    const itemId = String(data.i);
    const [posting] = (await room.punkt.store.outbox.list(room.chat.id)).filter(({ key }) =>
      key.endsWith(itemId),
    );
    expect(posting?.activityId).toBe(activityId);
    expect(posting?.shownVersion).toBe(meeting.version);
    const message = room.chat.messages.find((one) => one.activityId === activityId);
    expect(texts(message?.activity.attachments).join(' ')).toContain(`1.${CROWD}`);
    // Many taps became few edits.
    expect(message?.edits).toBeLessThan(CROWD / 3);
  }, 120_000);
});
