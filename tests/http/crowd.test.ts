import { expect, it } from '@jest/globals';
import { inputs } from '../support/fakeTeams.ts';
import { button, openRoom, wordsOf } from '../support/meetingRoom.ts';

const CROWD = 300;

it('300 persons register a decision at the same moment: each is accepted, and none twice', async () => {
  // A process of its own: the hands that tap must not take the time of the server that they measure.
  await using room = await openRoom(['Birthe Solvang', 'Asger Thorup']);
  const chair = room.person('Birthe Solvang');
  const file = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;
  await room.cli('import', file, '--conversation', room.chat.id);
  await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  const card = await room.sees(/^PUNKT 1 AF 8/u);
  const form = await room.taps(chair, card, 'Beslutning');
  const save = button(form.card, 'Gem beslutning');
  // Spread over the open items, as the cards of earlier items stay in the chat and go on working.
  const go = inputs((await room.taps(chair, await more(), 'Gå til …')).card);
  const others = (go[0]?.choices ?? []).filter(({ title }) => !title.includes('Lukket'));
  const items = [String(save.data.i), ...others.map(({ value }) => value)];
  const people = Array.from({ length: CROWD }, (_, index) => room.teams.person(`Deltager ${index + 1}`));
  const taps = people.map((person, index) => () => {
    const action = { ...save, data: { ...save.data, i: items[index % items.length] } };
    return room.sends(person, form, action, { text: `Forslag ${index + 1}`, points: '' });
  });
  const answers = await Promise.all(taps.map((tap) => tap()));
  // Where the machine is slow, »Ikke gemt« is the answer, and the person taps again; speed is for the bench.
  for (const [index, tap] of taps.entries())
    for (let again = 0; again < 5 && /Ikke gemt/u.test(wordsOf(answers[index]?.body)); again += 1)
      answers[index] = await tap();
  expect(answers.filter(({ body }) => !/PUNKT \d AF 8/u.test(wordsOf(body)))).toEqual([]);
  const { stdout } = await room.cli('minutes', await room.meetingId(), '--format', 'json');
  const written = [...stdout.matchAll(/"number": "(\d+)\.(\d+)",\s+"text": "Forslag (\d+)"/gu)];
  expect(new Set(written.map(([, , , proposal]) => proposal)).size).toBe(CROWD);
  expect(written).toHaveLength(CROWD);
  expect(items).toHaveLength(7);
  for (const number of [1, 2, 3, 4, 6, 7, 8]) {
    const given = written
      .filter(([, item]) => Number(item) === number)
      .map(([, , sequence]) => Number(sequence));
    expect(given).toEqual(given.map((_, index) => index + 1));
  }

  function more() {
    return room.taps(chair, card, 'Mere …');
  }
}, 120_000);
