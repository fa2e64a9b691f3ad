import { describe, expect, it } from '@jest/globals';
import { button, texts } from '../support/fakeTeams.ts';
import { agendaFile, openInside } from '../support/insideRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Lone Bertram';

describe('somebody who holds a role by name and has done nothing yet', () => {
  it('is found by the only account of that name in the chat when the meeting ends, and gets the draft', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    const writer = room.person(WRITER);
    await room.imports('klynge-nordby.txt', { chair: CHAIR, minuteTakers: [WRITER] });
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.types(chair, 'afslut mødet');
    const alone = room.teams.personalChat(writer);
    await room.sees(/Mangler svar: \d+/u, alone);
    await room.types(writer, 'referat', alone);
    await room.sees(/Side 1 af/u, alone);
  });

  it('is not written to where two in the chat bear the name', async () => {
    await using room = await openInside([CHAIR, WRITER, WRITER]);
    const chair = room.person(CHAIR);
    await room.imports('klynge-nordby.txt', { chair: CHAIR, minuteTakers: [WRITER] });
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.types(chair, 'afslut mødet');
    await room.sees(/^(?:Referenterne|Ordstyreren) sender referatudkastet ud/u);
    await room.types(chair, 'status');
    for (const person of room.chat.members.filter(({ name }) => name === WRITER)) {
      expect(room.teams.personalChat(person).messages).toEqual([]);
    }
  });
});

describe('the chair whom the agenda names', () => {
  it('is nobody by a typed line where two in the chat bear the name', async () => {
    await using room = await openInside([WRITER, CHAIR, CHAIR]);
    const writer = room.person(WRITER);
    await room.imports('klynge-nordby.txt', { minuteTakers: [WRITER] });
    await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(writer, await room.sees('Start mødet'), 'Start mødet');
    expect(await room.asks(room.person(CHAIR), 'næste')).toEqual([
      expect.stringContaining('kan kun ordstyrer og referent'),
    ]);
    const { meeting } = await room.meeting();
    expect(meeting.roles.map(({ role }) => role)).toEqual(['minuteTaker']);
  });

  it('uses the agenda though the operator has set who writes', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    await room.imports('klynge-nordby.txt', { minuteTakers: [WRITER] });
    const used = await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    expect(texts(used.card)).toContain('Dagsordenen er i brug');
    await room.sees('Start mødet');
  });

  it('is told to use the agenda where they would start before that', async () => {
    await using room = await openInside([CHAIR]);
    const chair = room.person(CHAIR);
    await room.imports('klynge-nordby.txt', { chair: CHAIR });
    await room.sees('Brug dagsordenen');
    expect(await room.asks(chair, 'start mødet')).toEqual([expect.stringContaining('»Brug dagsordenen«')]);
  });
});

describe('an appointment while a closed item is open', () => {
  it('brings the item to the appointed alone', async () => {
    await using room = await openInside([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    const source = agendaFile('klynge-nordby.txt').toString();
    const closed = /^\s*(\d+)\..*(?:lukket|fortrolig)/imu.exec(source)?.[1];
    await room.imports('klynge-nordby.txt', { chair: CHAIR });
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    const { meeting } = await room.meeting();
    const item = meeting.agenda.items.find((one) => one.closed);
    expect(item?.number ?? closed).toBeTruthy();
    await room.types(chair, `gå til ${item?.number}`);
    await room.sees('Lukket punkt');
    await room.types(chair, `referent: ${WRITER}`);
    const card = await room.sees(item?.title ?? '', room.teams.personalChat(room.person(WRITER)));
    expect(button(card.card, 'Beslutning')).toBeTruthy();
    // Who has done nothing yet taps it there for the first time; a namesake to whom nothing was sent cannot.
    const writer = room.person(WRITER);
    const namesake = room.teams.person(WRITER);
    const elsewhere = { ...card, conversation: room.teams.personalChat(namesake) };
    expect(await room.hears(namesake, elsewhere, 'Beslutning')).toContain('hører til et andet møde');
    expect(texts((await room.taps(writer, card, 'Beslutning')).card).join()).not.toContain('andet møde');
  });
});

describe('the end of a meeting that was answered by button', () => {
  it('tells what was answered, and not that nothing was decided', async () => {
    await using room = await openInside([CHAIR]);
    const chair = room.person(CHAIR);
    await room.imports('klynge-nordby.txt', { chair: CHAIR });
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.taps(chair, await room.item(1), 'Godkend');
    await room.types(chair, 'afslut mødet');
    const end = await room.sees(/^(?:Referenterne|Ordstyreren) sender referatudkastet ud/u);
    expect(texts(end.card).join('\n')).toMatch(/1 {2}\S.* godkendte dagsordenen\./u);
    expect(texts(end.card)).not.toContain('Der blev ikke registreret beslutninger.');
  });
});
