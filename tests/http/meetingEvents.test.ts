import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { agendaFile, type InsideRoom, openInside, runningRoom } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

/** The same agenda, held some years from now. */
const coming = () =>
  Buffer.from(agendaFile('klynge-nordby.txt').toString().replace('2024 kl. 09:00', '2061 kl. 09:00'));

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
    await room.imports('klynge-nordby.txt');
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

  it('and who joins and leaves writes nothing down', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const before = await room.stored();
    const value = {
      members: [{ user: { name: 'Palle Fjeld' }, meeting: { inMeeting: true, role: 'Organizer' } }],
    };
    for (const name of ['meetingParticipantJoin', 'meetingParticipantLeave', 'meetingStage'])
      expect((await tells(room, room.person(WRITER), name, value)).status).toBe(200);
    expect(await room.stored()).not.toContain('Palle Fjeld');
    expect(before).not.toContain('Palle Fjeld');
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
    expect(held.stdout).toMatch(/Det sker først 12\. september 2061 8\.45 \(15 minutter før mødet\)/u);
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(0);
    const now = await room.cli('import', file, '--conversation', room.chat.id, '--now');
    expect(now.stdout).not.toContain('Det sker først');
    await room.sees('Brug dagsordenen');
  });

  it('nor until Teams says that it begins', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    await room.imports(coming(), { inTime: true });
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(0);
    await tells(room, room.person(CHAIR), 'meetingStart');
    await room.sees('Brug dagsordenen');
  });

  it('the card of a meeting to come does not hold up those of one that runs', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    await room.types(room.person(CHAIR), 'gå til 2');
    await room.item(2);
  });
});
