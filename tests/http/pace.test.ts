import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { paceLimits } from '../../src/teams/pace.ts';
import { opens, saidIn, submits } from '../support/dialogs.ts';
import { type FakePerson, inputs } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button, type SeenCard, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';
const TOO_FAST =
  'Det gik for stærkt for Punkt, så der er ikke gemt noget. Vent et par sekunder, og prøv igen.';
/** Nothing is filled again while the test runs. */
const person = { burst: 12, perSecond: 0 };
const plenty = { burst: 10_000, perSecond: 0 };
const room: { now: InsideRoom } = { now: undefined as unknown as InsideRoom };

/** Uses up what a person has left. */
async function exhaust(who: FakePerson, card: SeenCard): Promise<void> {
  for (let taps = 0; taps <= person.burst; taps += 1) {
    const words = await room.now.hears(who, card, 'Mere …');
    if (words.includes('for stærkt')) return;
  }
  throw new Error('never too fast');
}
const decisions = async () =>
  (await room.now.log()).flatMap(({ events }) => events.filter(({ type }) => type === 'DecisionRecorded'));
const warned = () => room.now.punkt.lines.filter((line) => line.includes('"too fast"'));

afterEach(async () => {
  await room.now?.[Symbol.asyncDispose]();
});

describe('somebody who taps faster than hands can', () => {
  let member: FakePerson;
  let card: SeenCard;
  beforeEach(async () => {
    room.now = await runningRoom([CHAIR, WRITER, MEMBER], { pace: { person, conversation: plenty } });
    member = room.now.person(MEMBER);
    card = await room.now.item(1);
  });

  it('gets a sentence that says what to do, while others are served, and stands in the log once', async () => {
    await exhaust(member, card);
    expect(await room.now.hears(member, card, 'Mere …')).toBe(TOO_FAST);
    member.speaks = { locale: 'en-GB' };
    expect(await room.now.hears(member, card, 'Mere …')).toMatch(/^That was too fast for Punkt/u);
    expect(await room.now.hears(room.now.person(CHAIR), card, 'Mere …')).not.toContain('for stærkt');
    expect(warned()).toHaveLength(1);
    expect(warned().join()).not.toMatch(/Gitte|29:1/u);
  });

  it('keeps what was typed: the form comes back with it', async () => {
    const form = await room.now.taps(member, card, 'Beslutning');
    await exhaust(member, card);
    const text = 'Havnen får en ny kran.';
    const again = await room.now.taps(member, form, 'Gem beslutning', { text, points: '' });
    expect(wordsOf({ value: again.card })).toContain(TOO_FAST);
    expect(inputs(again.card).find(({ id }) => id === 'text')).toMatchObject({ value: text });
    expect(button(again.card, 'Gem beslutning').data.t).toBe(button(form.card, 'Gem beslutning').data.t);
    expect(await decisions()).toEqual([]);
  });

  it('is told once that lines were not saved, and is not answered line by line', async () => {
    await exhaust(member, card);
    const said = await room.now.asks(member, 'beslutning: Havnen får en ny kran.');
    // The tap before it was told already; after some seconds it is said again.
    expect(said).toEqual([]);
    const writer = room.now.person(WRITER);
    const answers: string[] = [];
    for (let line = 0; line < person.burst + 4; line += 1)
      answers.push(...(await room.now.asks(writer, 'status')));
    expect(answers.filter((answer) => answer.startsWith('Det går for stærkt for Punkt'))).toHaveLength(1);
    expect(await decisions()).toEqual([]);
  });
});

it('a dialog stays with what was typed in it, and none opens meanwhile', async () => {
  room.now = await runningRoom([CHAIR, WRITER, MEMBER], {
    env: { PUNKT_FORMS: 'dialog' },
    pace: { person, conversation: plenty },
  });
  const member = room.now.person(MEMBER);
  const card = await room.now.item(1);
  const form = await opens(room.now, member, card, 'Beslutning');
  await exhaust(member, card);
  const text = 'Havnen får en ny kran.';
  const stays = await submits(room.now, member, form, 'Gem beslutning', { text, points: '' });
  expect(stays.kind).toBe('dialog');
  expect(saidIn(stays)).toContain(TOO_FAST);
  expect(JSON.stringify(stays)).toContain(text);
  expect(saidIn(await opens(room.now, member, card, 'Beslutning'))).toContain(TOO_FAST);
  expect(await decisions()).toEqual([]);
});

it('a conversation has a limit of its own, which one person alone cannot use up for the others', async () => {
  room.now = await runningRoom([CHAIR, WRITER, MEMBER], {
    pace: { person: plenty, conversation: { burst: 20, perSecond: 0 } },
  });
  const card = await room.now.item(1);
  const answers = [];
  for (let taps = 0; taps < 25; taps += 1)
    answers.push(await room.now.hears(room.now.person(MEMBER), card, 'Mere …'));
  expect(answers.at(-1)).toMatch(/^Der trykkes for meget i mødet på én gang/u);
  expect(paceLimits.conversation.burst).toBeGreaterThan(300);
});
