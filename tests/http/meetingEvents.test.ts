import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { suggestedAttendance } from '../../src/meeting/attendance.ts';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import { localDate, writeDay } from '../../src/wording/dates.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { agendaFile, type InsideRoom, openInside, runningRoom } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

const nordby = () => agendaFile('klynge-nordby.txt').toString();
/** The same agenda, held some years from now. */
const coming = () => Buffer.from(nordby().replace('2024 kl. 09:00', '2061 kl. 09:00'));
/** The same, held today. */
const today = () =>
  Buffer.from(nordby().replace('12. september 2024', writeDay(localDate(new Date().toISOString()))));

const tells = (room: InsideRoom, who: FakePerson, name: string, value: object = {}) =>
  room.teams.send(
    room.teams.activity(room.chat, who, 'event', {
      name: `application/vnd.microsoft.${name}`,
      value,
      channelData: { tenant: { id: room.chat.tenantId }, meeting: { id: randomUUID() } },
    }),
  );
const spellings = [
  {
    MeetingType: 'Scheduled',
    Title: 'Møde',
    Id: 'x',
    JoinUrl: 'https://x',
    StartTime: '2031-03-06T08:00:00Z',
  },
  { meetingType: 'scheduled', id: 'x' },
  {},
];

describe("Teams' word that the meeting has begun", () => {
  it('offers who leads and writes to start, in their own chat and once; the room hears nothing', async () => {
    await using room = await openInside([CHAIR, WRITER, MEMBER]);
    await room.imports(today());
    const [chair, writer, member] = [CHAIR, WRITER, MEMBER].map((name) => room.person(name)) as [
      FakePerson,
      FakePerson,
      FakePerson,
    ];
    await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Jeg er ordstyrer');
    await room.punkt.settled();
    const before = { posts: room.chat.messages.length, commits: (await room.log()).length };
    for (const value of spellings)
      expect((await tells(room, member, 'meetingStart', value)).status).toBe(200);
    const own = room.teams.personalChat(writer);
    const offer = await room.sees('Mødet er begyndt i Teams', own);
    await room.sees('Mødet er begyndt i Teams', room.teams.personalChat(chair));
    await room.punkt.settled();
    expect({ posts: room.chat.messages.length, commits: (await room.log()).length }).toEqual(before);
    expect(own.messages).toHaveLength(1);
    expect(room.teams.personalChat(member).messages).toHaveLength(0);
    await room.taps(writer, offer, 'Start mødet');
    await room.item(1);
    // What was offered is no offer any more.
    expect(buttons((await room.sees(/Mødet begyndte kl\./u, own)).card)).toEqual([]);
  });
});

describe("Teams' word that the meeting has ended", () => {
  it('offers to end it, and ends nothing', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    const before = (await room.log()).length;
    await tells(room, chair, 'meetingEnd', { EndTime: '2031-03-06T10:00:00Z' });
    const offer = await room.sees('Mødet i Teams er slut', room.teams.personalChat(chair));
    expect(await room.log()).toHaveLength(before);
    const other = room.teams.personalChat(room.person(WRITER));
    await room.sees('Mødet i Teams er slut', other);
    const answer = await room.taps(chair, offer, 'Afslut mødet');
    expect(texts(answer.card)).toContain('Mødet er afsluttet.');
    // What was offered to the other is no offer any more.
    expect(buttons((await room.sees('Mødet er afsluttet.', other)).card)).toEqual([]);
    expect((await room.meeting()).meeting.status).toBe('adjourned');
  });

  it('and who leaves or shares writes nothing down', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const value = {
      members: [{ user: { name: 'Palle Fjeld' }, meeting: { inMeeting: true, role: 'Organizer' } }],
    };
    for (const name of ['meetingParticipantLeave', 'meetingStage'])
      expect((await tells(room, room.person(WRITER), name, value)).status).toBe(200);
    expect(await room.stored()).not.toContain('Palle Fjeld');
  });
});

describe("Teams' word that somebody has joined", () => {
  const joins = (room: InsideRoom, ...users: object[]) =>
    tells(room, room.person(WRITER), 'meetingParticipantJoin', {
      members: users.map((user) => ({ user, meeting: { inMeeting: true, role: 'Presenter' } })),
    });
  const suggested = async (room: InsideRoom) => {
    const { meeting, people } = await room.meeting();
    const named = (ids: readonly string[]) => ids.map((id) => people[id]?.name);
    const { invited, unknown } = suggestedAttendance(meeting);
    return { invited: named(invited), unknown: named(unknown) };
  };

  it('is kept as a suggestion: by account, by the one who has the name, or by the name that Teams gives', async () => {
    await using room = await runningRoom([CHAIR, WRITER, MEMBER]);
    const posts = room.chat.messages.length;
    const { id, aadObjectId } = room.person(CHAIR);
    const answer = await joins(
      room,
      { id, aadObjectId, name: 'B. S.' },
      { Id: '29:x', ObjectId: randomUUID(), Name: MEMBER.toUpperCase() },
      { id: '29:y', displayName: 'Palle Fjeld' },
      { name: '' },
    );
    expect(answer.status).toBe(200);
    expect(await suggested(room)).toEqual({ invited: [CHAIR, MEMBER], unknown: ['Palle Fjeld'] });
    const { meeting, people } = await room.meeting();
    expect(meeting.attendance).toEqual({});
    // To be seen joining makes nobody's account anybody's.
    const member = Object.values(people).find(({ name }) => name === MEMBER);
    expect(member?.identities).toEqual([]);
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(posts);
    expect(room.punkt.lines.join()).not.toContain('Palle Fjeld');
  });

  it('changes nothing when it comes again, under the same id or another', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const event = room.teams.activity(room.chat, room.person(WRITER), 'event', {
      name: 'application/vnd.microsoft.meetingParticipantJoin',
      value: { members: [{ user: { id: '29:y', name: 'Palle Fjeld' } }, { user: { name: 'Palle Fjeld' } }] },
    });
    await room.teams.send(event);
    const before = await room.log();
    await room.teams.send(event);
    await room.teams.send({ ...event, id: randomUUID() });
    expect(await room.log()).toEqual(before);
    expect((await suggested(room)).unknown).toEqual(['Palle Fjeld']);
  });

  it('is read whatever it looks like', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const before = await room.log();
    for (const value of [undefined, null, {}, { members: {} }, { Members: [null, 1, {}, { user: null }] }])
      expect((await tells(room, room.person(WRITER), 'meetingParticipantJoin', value as object)).status).toBe(
        200,
      );
    expect(await room.log()).toEqual(before);
  });

  it('counts for a meeting of that day only, and says nothing of one to come', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    await room.imports(coming());
    const before = await room.log();
    await joins(room, { name: 'Palle Fjeld' });
    expect(await room.log()).toEqual(before);
    await room.imports(today());
    await joins(room, { name: 'Palle Fjeld' });
    expect((await suggested(room)).unknown).toEqual(['Palle Fjeld']);
  });

  it('is asked for again where it was not stored', async () => {
    let broken = false;
    await using room = await runningRoom([CHAIR, WRITER], {
      change: (store) => ({
        ...store,
        log: {
          ...store.log,
          append: async (...commits) => {
            if (broken) throw new StoreUnavailable('broken for the test');
            return store.log.append(...commits);
          },
        },
      }),
    });
    broken = true;
    expect((await joins(room, { name: 'Palle Fjeld' })).status).toBe(503);
    broken = false;
    expect((await joins(room, { name: 'Palle Fjeld' })).status).toBe(200);
    expect((await suggested(room)).unknown).toEqual(['Palle Fjeld']);
  });
});

describe('before the meeting', () => {
  it('nothing of an import stands in the chat until somebody there turns to Punkt', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    await room.imports(coming(), { inTime: true });
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(0);
    await room.types(room.person(WRITER), 'status');
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.sees('Punkt er klar');
  });

  it('the command line says when its card comes, and how it comes at once', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    const file = join(room.folder, 'dagsorden.txt');
    await writeFile(file, coming());
    const held = await room.cli('import', file, '--conversation', room.chat.id);
    expect(held.stdout).toMatch(
      /Det sker først den 12\. september 2061 kl\. 8\.45 \(15 minutter før mødet\)/u,
    );
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(0);
    const now = await room.cli('import', file, '--conversation', room.chat.id, '--now');
    expect(now.stdout).not.toContain('Det sker først');
    await room.sees('Brug dagsordenen');
  });

  it('nor when Teams says that a meeting of the series begins: it is another one', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    await room.imports(coming(), { inTime: true });
    await tells(room, room.person(CHAIR), 'meetingStart');
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(0);
    // Who leads is not asked to start it either.
    await room.types(room.person(CHAIR), 'status');
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Jeg er ordstyrer');
    await tells(room, room.person(CHAIR), 'meetingStart');
    await room.punkt.settled();
    expect(room.teams.personalChat(room.person(CHAIR)).messages).toEqual([]);
  });

  it('the card of a meeting to come does not hold up those of one that runs', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    await room.types(room.person(CHAIR), 'gå til 2');
    await room.item(2);
  });
});
