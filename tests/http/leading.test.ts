import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contests } from '../support/contesting.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import type { ImportFlags } from '../support/insideServer.ts';
import { buttons, type SeenCard, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const OTHER = 'Gitte Rosenlund';

let room: InsideRoom;
beforeAll(async () => {
  room = await openInside(['Vært']);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

interface Meeting {
  readonly chat: FakeConversation;
  readonly people: readonly FakePerson[];
  readonly id: string;
  sees(reading: string | RegExp): Promise<SeenCard>;
  /** Who holds a role now. */
  leads(): Promise<string[]>;
}

/** A meeting of its own in a chat of its own, with its agenda read. */
async function meeting(names: readonly string[], flags: ImportFlags = {}): Promise<Meeting> {
  const people = names.map((name) => room.teams.person(name));
  const chat = room.teams.groupChat(people);
  await room.teams.send(room.teams.installed(chat, people[0] as FakePerson));
  const id = await room.imports('klynge-nordby.txt', flags, chat.id);
  return {
    chat,
    people,
    id,
    sees: (reading) => room.sees(reading, chat),
    async leads() {
      const { meeting: now, people: known } = await room.meeting(id);
      return now.roles.map(({ personId, role }) => `${known[personId]?.name} ${role}`);
    },
  };
}

/** The same with the agenda in use, taken by the last one of the room, who is no leader of the agenda. */
async function adopted(names: readonly string[], flags: ImportFlags = {}) {
  const made = await meeting(names, flags);
  const last = made.people.at(-1) as FakePerson;
  await room.taps(last, await made.sees('Brug dagsordenen'), 'Brug dagsordenen');
  return { ...made, ready: await made.sees('Punkt er klar') };
}

describe('where nobody leads yet', () => {
  it('a participant who presses *Brug dagsordenen* becomes minute taker', async () => {
    const { leads, sees } = await adopted([CHAIR, OTHER]);
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
    await sees(`${OTHER} er nu referent.`);
  });

  it('the chair of the agenda who presses it becomes chair', async () => {
    const { leads } = await adopted([OTHER, CHAIR]);
    expect(await leads()).toEqual([`${CHAIR} chair`]);
  });

  it('the first card says who the agenda names, and what is kept', async () => {
    const { ready } = await adopted([CHAIR, OTHER]);
    const said = texts(ready.card).join(' ');
    expect(said).toContain('Punkt er klar: 8 punkter.');
    expect(said).toContain('Birthe Solvang leder');
    expect(said).toContain('kan indgå i aktindsigt. Punkt optager hverken lyd eller billede.');
  });
});

describe('the chair whom the agenda names', () => {
  it('gets the role on the first tap, and it is announced with *Det er ikke rigtigt*', async () => {
    const { leads, sees, ready, people } = await adopted([CHAIR, OTHER]);
    await room.taps(people[0] as FakePerson, ready, 'Start mødet');
    expect(await leads()).toEqual([`${OTHER} minuteTaker`, `${CHAIR} chair`]);
    const said = await sees(`${CHAIR} er nu ordstyrer.`);
    expect(buttons(said.card).map(({ title }) => title)).toContain('Det er ikke rigtigt');
  });

  it('gets it on the first typed line, too', async () => {
    const { leads, sees, people, chat } = await adopted([CHAIR, OTHER]);
    await room.types(people[0] as FakePerson, 'start mødet', chat);
    await sees('PUNKT 1 AF 8');
    expect(await leads()).toContain(`${CHAIR} chair`);
  });

  it('is found though the name is written with other capitals and spaces', async () => {
    const { leads, ready, people } = await adopted(['birthe  SOLVANG', OTHER]);
    await room.taps(people[0] as FakePerson, ready, 'Start mødet');
    expect(await leads()).toContain(`${CHAIR} chair`);
  });

  it('is not found by a name that is only alike', async () => {
    const { leads, ready, people } = await adopted(['Birthe Solvang (HK)', OTHER]);
    await room.hears(people[0] as FakePerson, ready, 'Start mødet');
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
  });

  it('is not found where two in the chat bear the name', async () => {
    const { leads, ready, people } = await adopted([CHAIR, CHAIR, OTHER]);
    for (const one of people.slice(0, 2)) {
      expect(await room.hears(one, ready, 'Start mødet')).toContain('Det kan kun ordstyrer og referent');
    }
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
  });

  it('is not made of an account whose name two in the chat bear, by a decision either', async () => {
    const { id, ready, people, sees } = await adopted([CHAIR, CHAIR, OTHER]);
    await room.taps(people[2] as FakePerson, ready, 'Start mødet');
    const form = await room.taps(people[0] as FakePerson, await sees('PUNKT 1 AF 8'), 'Beslutning');
    await room.taps(people[0] as FakePerson, form, 'Gem beslutning', { text: 'Fra en af to.', points: '' });
    const now = await room.meeting(id);
    const [, named] = Object.values(now.people).filter(({ name }) => name === CHAIR);
    expect(now.people[now.meeting.agenda.chairs[0] ?? '']?.identities).toEqual([]);
    expect(named?.identities).toHaveLength(1);
  });

  it('is never somebody anonymous', async () => {
    const { leads, ready } = await adopted([CHAIR, OTHER]);
    const nobody = room.teams.person(CHAIR, { anonymous: true });
    for (const title of ['Start mødet', 'Jeg er ordstyrer', 'Jeg er referent'])
      expect(await room.hears(nobody, ready, title)).toContain('logget ind i Teams');
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
  });

  it('is nobody whom the roster does not have', async () => {
    const { id, leads, ready } = await adopted([OTHER]);
    const stranger = room.teams.person(CHAIR);
    const before = (await room.log(id)).length;
    for (const title of ['Jeg er ordstyrer', 'Start mødet'])
      expect(await room.hears(stranger, ready, title)).toContain('blandt mødets deltagere');
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
    expect(await room.log(id)).toHaveLength(before);
  });

  it('has the role that was taken back no more by the word of the agenda', async () => {
    const { leads, sees, ready, people } = await adopted([CHAIR, OTHER]);
    const chair = people[0] as FakePerson;
    await room.taps(chair, ready, 'Jeg er ordstyrer');
    const said = await sees(`${CHAIR} er nu ordstyrer.`);
    await contests(room, people[1] as FakePerson, said, CHAIR);
    await sees(`${CHAIR} er ikke længere ordstyrer.`);
    await room.hears(chair, await sees('Punkt er klar'), 'Start mødet');
    expect(await leads()).toEqual([`${OTHER} minuteTaker`]);
  });
});

describe('*Jeg er ordstyrer*', () => {
  it('gives a free role to another member', async () => {
    const { leads, sees, ready, people } = await adopted([OTHER, 'Mads Ottosen', WRITER]);
    await room.taps(people[1] as FakePerson, ready, 'Jeg er ordstyrer');
    await sees('Mads Ottosen er nu ordstyrer.');
    expect(await leads()).toContain('Mads Ottosen chair');
  });

  it('is refused while another holds it, and says how to get it', async () => {
    const { leads, ready, people } = await adopted([CHAIR, OTHER, WRITER]);
    await room.taps(people[0] as FakePerson, ready, 'Jeg er ordstyrer');
    const heard = await room.hears(people[1] as FakePerson, ready, 'Jeg er ordstyrer');
    expect(heard).toContain('Rollen er taget');
    expect(await leads()).not.toContain(`${OTHER} chair`);
  });

  it('is refused to nobody whom the agenda names though another took it first', async () => {
    const { leads, ready, people } = await adopted([OTHER, CHAIR, WRITER]);
    await room.taps(people[0] as FakePerson, ready, 'Jeg er ordstyrer');
    await room.taps(people[1] as FakePerson, ready, 'Jeg er ordstyrer');
    expect(await leads()).toEqual(expect.arrayContaining([`${OTHER} chair`, `${CHAIR} chair`]));
  });
});

describe('*Det er ikke rigtigt*', () => {
  it('by anybody takes back a role that somebody just took', async () => {
    const { leads, sees, ready, people } = await adopted([OTHER, 'Mads Ottosen', WRITER]);
    await room.taps(people[0] as FakePerson, ready, 'Jeg er ordstyrer');
    await contests(room, people[1] as FakePerson, await sees(`${OTHER} er nu ordstyrer.`), OTHER);
    await sees(`${OTHER} er ikke længere ordstyrer.`);
    expect(await leads()).not.toContain(`${OTHER} chair`);
  });

  it('by a participant does not take back what the agenda says', async () => {
    const { leads, sees, ready, people } = await adopted([CHAIR, 'Mads Ottosen', OTHER]);
    await room.taps(people[0] as FakePerson, ready, 'Jeg er ordstyrer');
    const said = await sees(`${CHAIR} er nu ordstyrer.`);
    const heard = await contests(room, people[1] as FakePerson, said, CHAIR);
    expect(heard).toContain('Bed ordstyrer eller referent');
    expect(await leads()).toContain(`${CHAIR} chair`);
  });

  it('by somebody anonymous takes back nothing', async () => {
    const { leads, sees, ready, people } = await adopted([OTHER, WRITER]);
    await room.taps(people[0] as FakePerson, ready, 'Jeg er ordstyrer');
    const nobody = room.teams.person('Gæst', { anonymous: true });
    await room.hears(nobody, await sees(`${OTHER} er nu ordstyrer.`), 'Det er ikke rigtigt');
    expect(await leads()).toContain(`${OTHER} chair`);
  });
});

describe('--chair and --minute-taker', () => {
  it('set the roles before the meeting, and only they lead', async () => {
    const flags = { chair: 'Mads Ottosen', minuteTakers: [WRITER, 'Karla Ny'] };
    const { leads, sees, chat, people, id } = await meeting(['Mads Ottosen', WRITER, OTHER], flags);
    expect(await leads()).toEqual(['Mads Ottosen chair', `${WRITER} minuteTaker`, 'Karla Ny minuteTaker']);
    const heard = await room.hears(
      people[2] as FakePerson,
      await sees('Brug dagsordenen'),
      'Brug dagsordenen',
    );
    expect(heard).toContain('Det kan kun ordstyrer og referent');
    await room.taps(people[0] as FakePerson, await sees('Brug dagsordenen'), 'Brug dagsordenen');
    const ready = await sees('Mads Ottosen leder mødet, Asger Thorup og Karla Ny skriver referat.');
    await room.taps(people[0] as FakePerson, ready, 'Start mødet');
    await sees('PUNKT 1 AF 8');
    expect((await room.meeting(id)).meeting.status).toBe('running');
    // What the operator set is no news to the chat.
    expect(JSON.stringify(chat.messages)).not.toContain('er nu ordstyrer');
  });

  it('are not taken by an account of that name that the roster does not have', async () => {
    const { id, sees } = await meeting([OTHER], { chair: CHAIR });
    const stranger = room.teams.person(CHAIR);
    const heard = await room.hears(stranger, await sees('Brug dagsordenen'), 'Brug dagsordenen');
    expect(heard).toContain('blandt mødets deltagere');
    expect((await room.meeting(id)).meeting.edition).toBe(0);
  });
});
