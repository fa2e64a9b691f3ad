import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inputs } from '../support/cardReading.ts';
import * as closedMeeting from '../support/closedAgenda.ts';
import { dialogIn, type OpenDialog, saidIn } from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside, runningRoom } from '../support/insideRoom.ts';
import { type ChatMessage, chooses, choosing, sendsIn } from '../support/messageAction.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';
const VISITOR = 'Palle Fjeld';

let room: InsideRoom;
let writer: FakePerson;
let member: FakePerson;
let visitor: FakePerson;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER, VISITOR], { env: { PUNKT_FORMS: 'dialog' } });
  [writer, member, visitor] = [room.person(WRITER), room.person(MEMBER), room.person(VISITOR)];
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const AT = '2031-03-06T09:15:00.000Z';
const said = (from: ChatMessage['from'], content: string): ChatMessage => ({ from, content, at: AT });
const field = ({ card }: OpenDialog, id: string) => inputs(card).find((input) => input.id === id);
const opened = async (who: FakePerson, message: ChatMessage) => dialogIn(await chooses(room, who, message));
const lines = () =>
  room.chat.messages.flatMap(({ activity }) => (typeof activity.text === 'string' ? [activity.text] : []));
const record = async (index = 0) => {
  const { meeting, people } = await room.meeting();
  const known = meeting.records[meeting.agenda.items[index]?.id ?? ''];
  const of = (one: { onBehalfOf: unknown } | undefined) =>
    people[(one?.onBehalfOf as { personId?: string } | undefined)?.personId ?? '']?.name;
  return { known, of };
};

describe('*Til referatet* on a message', () => {
  it('opens with its text, the present item, and its author, and writes nothing', async () => {
    const before = (await room.log()).length;
    const dialog = await opened(writer, said(member, '<p>Vi venter&nbsp;<b>et år</b> &amp; ser.</p>'));
    expect(dialog.title).toBe('Til referatet');
    expect(field(dialog, 'text')?.value).toBe('Vi venter et år & ser.');
    expect(field(dialog, 'entry')?.value).toBe('note');
    const { meeting, people } = await room.meeting();
    expect(field(dialog, 'item')?.value).toBe(meeting.agenda.items[0]?.id);
    expect(people[String(field(dialog, 'behalf')?.value)]?.name).toBe(MEMBER);
    expect(await room.log()).toHaveLength(before);
  });

  it('is stored with its author, its time and who took it, and one line tells its author', async () => {
    const dialog = await opened(writer, said(member, '<p>Vi venter.</p>'));
    expect(await sendsIn(room, writer, dialog, 'Gem i referatet')).toEqual({
      kind: 'message',
      text: 'Beskeden er gemt i referatet under punkt 1.',
    });
    const { known, of } = await record();
    expect(known?.notes.at(-1)).toMatchObject({ text: 'Vi venter.', saidAt: AT, confirmed: true });
    expect(of(known?.notes.at(-1))).toBe(MEMBER);
    await room.teams.until(() =>
      lines().includes(`${MEMBER}: ${WRITER} har taget din besked med i referatet under punkt 1.`),
    );
  });

  it('can become a decision of another item, of somebody whom nobody knew', async () => {
    const dialog = await opened(writer, said(visitor, 'Bænken males.'));
    expect(field(dialog, 'behalfName')?.value).toBe(VISITOR);
    const item = field(dialog, 'item')?.choices?.find(({ title }) => title.startsWith('2 '))?.value;
    await sendsIn(room, writer, dialog, 'Gem i referatet', { item, entry: 'decision' });
    const { known, of } = await record(1);
    expect(known?.decisions.at(-1)).toMatchObject({ text: 'Bænken males.', saidAt: AT });
    expect(of(known?.decisions.at(-1))).toBe(VISITOR);
  });

  it('can become a remark, which bears the name', async () => {
    const dialog = await opened(writer, said(member, 'Jeg er imod.'));
    await sendsIn(room, writer, dialog, 'Gem i referatet', { entry: 'remark' });
    expect((await record()).known?.notes.at(-1)?.text).toBe(`${MEMBER} bemærkede: Jeg er imod.`);
  });

  it('is one entry when Teams sends it twice, and one line', async () => {
    const dialog = await opened(writer, said(member, 'Kun én gang.'));
    const before = lines().length;
    for (const _ of [1, 2]) await sendsIn(room, writer, dialog, 'Gem i referatet');
    const { known } = await record();
    expect(known?.notes.filter(({ text }) => text === 'Kun én gang.')).toHaveLength(1);
    await room.punkt.settled();
    expect(lines().length).toBeLessThanOrEqual(before + 1);
  });

  it('of their own tells nobody, and names nobody', async () => {
    const before = lines().length;
    const dialog = await opened(writer, said(writer, 'Min egen.'));
    expect([field(dialog, 'behalf')?.value, field(dialog, 'behalfName')?.value]).toEqual(['', '']);
    await sendsIn(room, writer, dialog, 'Gem i referatet');
    expect((await record()).known?.notes.at(-1)?.onBehalfOf).toBeNull();
    expect(lines()).toHaveLength(before);
  });

  it('keeps what was typed where it is warned about', async () => {
    const dialog = await opened(writer, said(member, 'Ring til 010203-1234.'));
    const warned = dialogIn(await sendsIn(room, writer, dialog, 'Gem i referatet'));
    expect(saidIn(warned)).toContain('CPR');
    expect(field(warned, 'text')?.value).toBe('Ring til 010203-1234.');
    await sendsIn(room, writer, warned, 'Gem alligevel');
    expect((await record()).known?.notes.at(-1)?.text).toBe('Ring til 010203-1234.');
  });

  it('reads lists, lines, emoji and mentions as text, and nothing that is hidden', async () => {
    const html =
      '<div>Kære <at id="0">Anna</at></div><ul><li>et</li><li>to</li></ul><p>Fint <emoji alt="🙂"></emoji></p>' +
      '<attachment id="1"></attachment><script>alert(1)</script><!-- nej -->';
    const dialog = await opened(writer, said(member, html));
    expect(field(dialog, 'text')?.value).toBe('Kære Anna\n• et\n• to\nFint 🙂');
  });

  it('is cut with a word about it where it is too long for a dialog', async () => {
    const dialog = await opened(writer, said(member, 'meget langt '.repeat(2_000)));
    expect(saidIn(dialog)).toContain('forkortet');
    expect(JSON.stringify(dialog.card).length).toBeLessThan(18_000);
  });

  it('says that the minutes are approved before anything is filled in', async () => {
    const chair = room.person(CHAIR);
    await room.types(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    const own = room.teams.personalChat(chair);
    const asked = await room.taps(chair, await room.sees(/^Mangler svar/u, own), 'Godkend referat');
    await room.taps(chair, asked, 'Godkend nu');
    expect((await room.meeting()).meeting.status).toBe('approved');
    expect(saidIn(await chooses(room, writer, said(member, 'For sent.')))).toContain('Referatet er godkendt');
  });

  it('of an app, or without text, has nothing to take', async () => {
    expect(saidIn(await chooses(room, writer, said('app', '<p></p>')))).toContain('ingen tekst');
    expect(saidIn(await chooses(room, writer, said(member, '<img src="x">')))).toContain('ingen tekst');
  });
});

describe('who may not take the words of others', () => {
  it('is told so in the dialog', async () => {
    expect(saidIn(await chooses(room, member, said(writer, 'Nej.')))).toContain(
      'Det kan kun ordstyrer og referent',
    );
  });

  it('cannot send the form of somebody else either', async () => {
    const dialog = await opened(writer, said(member, 'Alligevel.'));
    const before = (await room.log()).length;
    expect(saidIn(await sendsIn(room, member, dialog, 'Gem i referatet'))).toMatch(/ordstyrer og referent/u);
    expect(await room.log()).toHaveLength(before);
  });
});

describe('a message action that makes no sense', () => {
  it('is answered by a sentence', async () => {
    const { value, ...asked } = choosing(room, writer, said(member, 'Hej'));
    for (const odd of [
      {},
      { ...(value as object), messagePayload: null },
      { ...(value as object), commandId: 'x' },
    ]) {
      const { status, body } = await room.teams.send({ ...asked, value: odd });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('"type":"continue"');
    }
  });

  it('in a chat without a meeting says so', async () => {
    const other = room.teams.groupChat([writer]);
    const seen = await chooses(room, writer, said(member, 'Hej'), other);
    expect(saidIn(seen)).toContain('ikke noget møde her');
  });
});

describe('a closed item', () => {
  it('cannot be chosen in the shared chat, nor be written under by a changed form', async () => {
    await using secret = await openInside([closedMeeting.CHAIR, closedMeeting.WRITER, closedMeeting.MEMBER], {
      env: { PUNKT_FORMS: 'dialog' },
    });
    await secret.imports(Buffer.from(closedMeeting.AGENDA));
    const taker = secret.person(closedMeeting.WRITER);
    await secret.taps(taker, await secret.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await secret.taps(secret.person(closedMeeting.CHAIR), await secret.sees('Start mødet'), 'Start mødet');
    const { meeting } = await secret.meeting();
    const closed = meeting.agenda.items.find((item) => item.closed)?.id ?? '';
    const dialog = dialogIn(
      await chooses(secret, taker, said(secret.person(closedMeeting.MEMBER), 'Hemmeligt.')),
    );
    expect(field(dialog, 'item')?.choices?.map(({ value }) => value)).not.toContain(closed);
    const before = (await secret.log()).length;
    await sendsIn(secret, taker, dialog, 'Gem i referatet', { item: closed });
    expect(await secret.log()).toHaveLength(before);
  });
});
