import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buttons, texts } from '../support/cardReading.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const BIRTHE = 'Birthe Solvang';
const ASGER = 'Asger Thorup';
const ASTA = 'Asta Lund';
let room: InsideRoom;
let birthe: FakePerson;
let asger: FakePerson;
let birthesChat: FakeConversation;
let asgersChat: FakeConversation;

beforeEach(async () => {
  room = await runningRoom([BIRTHE, ASGER, ASTA]);
  [birthe, asger] = [room.person(BIRTHE), room.person(ASGER)];
  [birthesChat, asgersChat] = [room.teams.personalChat(birthe), room.teams.personalChat(asger)];
  await room.types(room.person(ASTA), 'beslutning: Asta undersøger sagen');
  await room.types(birthe, 'afslut mødet');
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const closing = (chat: FakeConversation) => room.sees(/^Mangler svar: \d+/u, chat);
const titles = (card: unknown) => buttons(card).map(({ title }) => title);

describe('after the meeting', () => {
  it('the chair is offered the approval in the private chat, and the minute taker is not', async () => {
    expect(titles((await closing(birthesChat)).card)).toContain('Godkend referat');
    expect(titles((await closing(asgersChat)).card)).not.toContain('Godkend referat');
    expect(room.sentToChat()).not.toContain('Godkend referat');
  });

  it('approval shows what is unanswered and unconfirmed first, and then only additions change the minutes', async () => {
    const form = await room.taps(birthe, await closing(birthesChat), 'Godkend referat');
    const said = texts(form.card).join('\n');
    expect(said).toMatch(/\d+ indstillingspunkter er ikke besvaret/u);
    expect(said).toContain('Asta undersøger sagen');
    expect(said).toContain('kan ikke tages tilbage');
    const done = await room.taps(birthe, form, 'Godkend nu');
    expect(texts(done.card).join('\n')).toMatch(/Referatet er godkendt den .+ af Birthe Solvang/u);
    expect(titles(done.card)).not.toContain('Godkend referat');
    expect(await room.minutes()).toMatch(/\*Referat – godkendt den .+ af Birthe Solvang\*/u);
    expect(await room.minutes()).toMatch(/[Ii]kke bekræftet/u);
    expect(await room.asks(asger, 'notér 1: For sent')).toEqual([
      expect.stringMatching(/^Referatet er godkendt og ændres ikke mere\. .*»tilføj efter mødet: …«/u),
    ]);
    expect(await room.asks(asger, 'tilføj efter mødet 1: Fristen er siden flyttet')).toEqual([
      'Tilføjelsen efter mødet er gemt under punkt 1 med dato og dit navn.',
    ]);
    const item = await room.taps(asger, await room.item(1), 'Tilføj');
    expect(texts(item.card)).toContainEqual(
      expect.stringMatching(/^Referatet er godkendt og ændres ikke mere/u),
    );
    const minutes = await room.minutes();
    expect(minutes).toContain('### Tilføjet efter mødet');
    expect(minutes).not.toContain('For sent');
  });

  it('an approval of what has changed since is refused, and shown again as it is now', async () => {
    const form = await room.taps(birthe, await closing(birthesChat), 'Godkend referat');
    await room.types(asger, 'notér 1: Kommet til imens');
    const again = await room.taps(birthe, form, 'Godkend nu');
    expect(texts(again.card).join('\n')).toContain('Referatet er ændret, siden du så det');
    expect((await room.meeting()).meeting.status).toBe('adjourned');
  });

  it('an addition is made by a form, stands apart, and can be struck in the draft', async () => {
    const form = await room.taps(asger, await closing(asgersChat), 'Tilføj efter mødet');
    const kept = await room.taps(asger, form, 'Gem tilføjelse', { text: 'Referatet er sendt til alle' });
    expect(texts(kept.card).join('\n')).toContain('Tilføjelsen er gemt med dato og dit navn');
    expect(await room.minutes()).toContain('## Tilføjet efter mødet');
    let page = await room.taps(asger, kept, 'Se referatudkast');
    while (titles(page.card).includes('Næste side')) page = await room.taps(asger, page, 'Næste side');
    expect(texts(page.card).join('\n')).toContain('Referatet er sendt til alle');
    await room.taps(asger, page, 'Stryg tilføjelse');
    expect(await room.minutes()).not.toContain('Tilføjet efter mødet');
  });

  it('a text like a CPR number is warned about before it is added', async () => {
    const form = await room.taps(asger, await closing(asgersChat), 'Tilføj efter mødet');
    const warned = await room.taps(asger, form, 'Gem tilføjelse', { text: 'Om 010203-1234' });
    expect(texts(warned.card).join('\n')).toContain('ligner et CPR-nummer');
    expect(await room.minutes()).not.toContain('010203');
    await room.taps(asger, warned, 'Gem alligevel');
    expect(await room.minutes()).toContain('010203-1234');
  });

  it('only the chair approves by a typed line, and nobody in the shared chat sees the card', async () => {
    expect(await room.asks(asger, 'godkend referat')).toEqual([
      expect.stringMatching(/^Referatet godkendes af ordstyrer eller medformand/u),
    ]);
    expect(await room.asks(birthe, 'godkend referat')).toEqual(['Jeg svarer i vores egen chat.']);
    await room.taps(birthe, await room.sees('Godkend referatet?', birthesChat), 'Godkend nu');
    expect((await room.meeting()).meeting.status).toBe('approved');
  });

  it('every version since can be fetched again at the command line', async () => {
    const id = await room.meetingId();
    const versions = async () => (await room.cli('minutes', id, '--versions')).stdout.trim().split('\n');
    const ended = Number((await versions()).at(-1)?.split('\t')[0]);
    await room.types(asger, 'notér 1: Kom til bagefter');
    await room.types(asger, 'tilføj efter mødet: Referatet er sendt');
    expect((await versions()).map((line) => line.split('\t').slice(2))).toEqual([
      ['mødet afsluttet', BIRTHE],
      ['rettet', ASGER],
      ['tilføjet efter mødet', ASGER],
    ]);
    const then = await room.cli('minutes', id, '--version', String(ended));
    expect(then.stdout).not.toMatch(/Kom til bagefter|Referatet er sendt/u);
    expect((await room.cli('minutes', id)).stdout).toMatch(/Kom til bagefter.+Referatet er sendt/su);
  });
});
