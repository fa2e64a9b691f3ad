import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buttons, type FakeConversation, type FakePerson, texts } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

describe('in a thread of a channel', () => {
  it('a whole small meeting is held by lines', async () => {
    await using there = await runningRoom([CHAIR, WRITER, MEMBER], { channel: true });
    const leader = there.person(CHAIR);
    await there.asks(leader, 'beslutning: Vi holder os til tiden');
    await there.asks(leader, 'godkendt');
    await there.asks(leader, 'næste');
    await there.item(2);
    await there.asks(leader, 'gå til 8');
    await there.asks(leader, 'afslut mødet');
    await there.sees('Mødet er afsluttet');
    expect(await there.minutes()).toContain('Vi holder os til tiden');
  });
});

describe('in the private chat, without a mention', () => {
  const step = inOrder();
  let own: InsideRoom;
  let alone: FakeConversation;
  let leader: FakePerson;
  beforeAll(async () => {
    own = await runningRoom([CHAIR, WRITER, MEMBER]);
    leader = own.person(CHAIR);
    alone = own.teams.personalChat(leader);
  });
  afterAll(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  step('a leader moves the room and gets the card there', async () => {
    await own.types(leader, 'næste', alone);
    const card = await own.item(2, alone);
    await own.item(2);
    await own.taps(leader, card, 'Som indstillet');
  });

  step('a leader registers, and is told where it went', async () => {
    expect(await own.asks(leader, 'beslutning: Ole Kristian Bæk samler svarene', alone)).toEqual([
      expect.stringContaining('2.1 er gemt under punkt 2.'),
    ]);
    await own.sees('Ole Kristian Bæk samler svarene');
    expect(await own.asks(leader, 'notér: Kort drøftelse', alone)).toEqual(['Noten er gemt under punkt 2.']);
  });

  step('referat comes at once', async () => {
    await own.types(leader, 'referat', alone);
    await own.sees(/Udkast/iu, alone);
  });

  step('somebody who took part in nothing is told what to do', async () => {
    const stranger = own.teams.person('Helt Ukendt');
    const chat = own.teams.personalChat(stranger);
    expect(await own.asks(stranger, 'næste', chat)).toEqual([expect.stringContaining('ingen møder')]);
  });

  step('a participant may propose, and gets no draft', async () => {
    const guest = own.person(MEMBER);
    await own.asks(guest, 'beslutning: Fra chatten');
    const chat = own.teams.personalChat(guest);
    expect(await own.asks(guest, 'beslutning: Fra egen chat', chat)).toEqual([
      expect.stringContaining('som forslag'),
    ]);
    expect(await own.asks(guest, 'referat', chat)).toEqual([
      expect.stringContaining('til alle, når det er klar'),
    ]);
  });

  step(
    'a note of a participant is marked in the draft until it is confirmed there with one tap',
    async () => {
      const guest = own.person(MEMBER);
      await own.asks(guest, 'notér: En bemærkning fra salen');
      await own.types(leader, 'referat', alone);
      let page = await own.sees(/Udkast/iu, alone);
      page = await own.taps(leader, page, 'Næste side');
      expect(texts(page.card).join(' ')).toContain('Ikke bekræftet');
      page = await own.taps(leader, page, 'Bekræft noten');
      expect(texts(page.card)).toContain('En bemærkning fra salen');
      expect(buttons(page.card).map(({ title }) => title)).not.toContain('Bekræft noten');
      expect(await own.minutes()).not.toMatch(/En bemærkning fra salen\s+\*Ikke bekræftet/u);
    },
  );

  step('with two meetings running it asks which, and writes nothing', async () => {
    const second = own.teams.groupChat([leader]);
    await own.teams.send(own.teams.installed(second, leader));
    const id = await own.imports('klynge-sydkyst.txt', { chair: CHAIR }, second.id);
    await own.taps(leader, await own.sees('Brug dagsordenen', second), 'Brug dagsordenen');
    await own.taps(leader, await own.sees('Start mødet', second), 'Start mødet');
    const before = [(await own.log()).length, (await own.log(id)).length];
    const [said] = await own.asks(leader, 'beslutning: Hvor hører jeg til?', alone);
    expect(said).toContain('flere møder');
    expect([(await own.log()).length, (await own.log(id)).length]).toEqual(before);
  });
});
