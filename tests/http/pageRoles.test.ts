import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ask } from '../../src/views/page/ask.ts';
import type { PageLinkIssued } from '../../src/views/page/pageAnswers.ts';
import { agendaOfView } from '../support/agendaOfView.ts';
import { type DemoMeeting, demoMeeting, done, PARTICIPANT } from '../support/demoMeeting.ts';
import { newId, PageClient } from '../support/pageClient.ts';

let room: DemoMeeting;
beforeEach(async () => {
  room = await demoMeeting();
}, 30_000);
afterEach(async () => room?.[Symbol.asyncDispose]());

const device = 'd'.repeat(40);
/** A page by a link: of a person, or (null) of the big screen. */
async function byLink(personId: string | null): Promise<PageClient> {
  const { body } = await room.writer.send('POST', `/api/meetings/${room.meetingId}/links`, { personId });
  const { url, code } = body as PageLinkIssued;
  const secret = code ?? url.replace(/^.*#k=/u, '');
  const opening = code ? { code, device } : { secret, device };
  await new PageClient(room.punkt.url, null).send('POST', '/api/session', opening);
  return new PageClient(room.punkt.url, `Link ${secret}.${device}`);
}

describe('who only takes part', () => {
  it('records what a leader confirms, and leads nothing', async () => {
    const { guest, chair, meetingId } = room;
    const [item, next] = (await guest.view(meetingId)).items;
    const itemId = item?.itemId ?? '';
    const decisionId = newId();
    await done(guest.ask(meetingId, { ask: 'decide', itemId, decisionId, text: 'Foreslået.', pointIds: [] }));
    await done(guest.ask(meetingId, { ask: 'note', itemId, noteId: newId(), text: 'Husk kaffen.' }));
    const leading: Ask[] = [
      { ask: 'next', fromItemId: itemId },
      { ask: 'goTo', fromItemId: itemId, itemId: next?.itemId ?? '' },
      { ask: 'pause' },
      { ask: 'adjourn', fromItemId: itemId },
      { ask: 'answer', itemId },
      { ask: 'confirmDecision', itemId, decisionId },
      { ask: 'writeDiscussion', itemId, basedOn: '', text: 'Mit.' },
      { ask: 'openProposal', itemId, proposalId: newId(), text: '' },
      { ask: 'appoint', personId: room.personId(PARTICIPANT), role: 'chair' },
      { ask: 'approve', seenVersion: 4 },
      { ask: 'correctAgenda', edition: 1, agenda: agendaOfView(await chair.view(meetingId)) },
      { ask: 'registerAfterwards' },
    ];
    for (const ask of leading)
      expect([ask.ask, await guest.ask(meetingId, ask)]).toMatchObject([ask.ask, { kind: 'refused' }]);
    const [shown] = (await guest.view(meetingId)).items;
    expect(shown?.decisions).toMatchObject([{ text: 'Foreslået.', confirmed: false, mine: true }]);
    expect(shown?.discussion).toBeNull();
    await done(chair.ask(meetingId, { ask: 'confirmDecision', itemId, decisionId }));
  });

  it('leaves it to leaders to register something for somebody else, known or not', async () => {
    const { guest, writer, meetingId } = room;
    const itemId = (await writer.view(meetingId)).items[0]?.itemId ?? '';
    const decisionId = newId();
    const decide: Ask = {
      ask: 'decide',
      itemId,
      decisionId,
      text: 'Hegnet rettes.',
      pointIds: [],
      onBehalfOf: 'Palle Fjeld',
    };
    expect(await guest.ask(meetingId, decide)).toMatchObject({ kind: 'refused', code: 'onlyForYourself' });
    await done(writer.ask(meetingId, decide));
    const note: Ask = {
      ask: 'note',
      itemId,
      noteId: newId(),
      text: 'Det blæste.',
      onBehalfOf: 'palle fjeld',
    };
    await done(writer.ask(meetingId, note));
    const [shown] = (await writer.view(meetingId)).items;
    const decision = shown?.decisions.find((one) => one.decisionId === decisionId);
    expect(decision).toMatchObject({ confirmed: true, registered: expect.stringContaining('Palle Fjeld') });
    expect(shown?.notes.find(({ text }) => text === 'Det blæste.')?.by).toContain('Palle Fjeld');
  });

  it('is asked in words whom a name means, and assigns as a line does', async () => {
    const { writer, meetingId } = room;
    const [item] = (await writer.view(meetingId)).items;
    const itemId = item?.itemId ?? '';
    const decisionId = newId();
    await done(
      writer.ask(meetingId, { ask: 'decide', itemId, decisionId, text: 'Det undersøges.', pointIds: [] }),
    );
    const responsible = ['Nordby Sygehus', 'Ulrik Storm'];
    await done(writer.ask(meetingId, { ask: 'assign', itemId, decisionId, responsible, due: 'uge 40' }));
    const [decision] = (await writer.view(meetingId)).items[0]?.decisions ?? [];
    expect(decision?.responsible.map(({ kind }) => kind)).toEqual(['organisation', 'person']);
    expect(decision?.due?.text).toBe('uge 40');
  });

  it('has what looks like a personal number held back once', async () => {
    const { guest, meetingId } = room;
    const [item] = (await guest.view(meetingId)).items;
    const ask: Ask = { ask: 'note', itemId: item?.itemId ?? '', noteId: newId(), text: 'Sag 010203-1234.' };
    expect(await guest.ask(meetingId, ask)).toMatchObject({ kind: 'refused', code: 'cprLike' });
    expect(await guest.ask(meetingId, ask)).toMatchObject({ kind: 'accepted' });
  });
});

describe('a closed item', () => {
  it('is a number without words for everybody but chair and minute takers, on the page and in its events', async () => {
    const { writer, guest, meetingId } = room;
    const screen = await byLink(null);
    const linked = await byLink(room.personId('Hanne Vibe Dalby'));
    const streams = await Promise.all([guest, screen, linked].map((page) => page.events(meetingId)));
    for (const stream of streams) await stream.snapshot();
    const view = await writer.view(meetingId);
    const [, secret] = view.items;
    const itemId = secret?.itemId ?? '';
    const agenda = agendaOfView(view);
    const closed = agenda.items.map((item) =>
      item.id === itemId ? { ...item, closed: true, title: 'Zebrahegnet' } : item,
    );
    const edition = view.head.edition;
    await done(
      writer.ask(meetingId, { ask: 'correctAgenda', edition, agenda: { ...agenda, items: closed } }),
    );
    await done(
      writer.ask(meetingId, {
        ask: 'decide',
        itemId,
        decisionId: newId(),
        text: 'Zebrahegnet sælges.',
        pointIds: [],
      }),
    );
    await done(
      writer.ask(meetingId, { ask: 'openProposal', itemId, proposalId: newId(), text: 'Zebrahegnet…' }),
    );
    expect(JSON.stringify(await writer.view(meetingId))).toContain('Zebrahegnet sælges.');
    const { version } = (await writer.view(meetingId)).head;
    for (const stream of streams) {
      for (let seen = 0; seen < version; ) seen = Number((await stream.next('change')).id);
      expect(JSON.stringify(stream.seen)).not.toContain('Zebra');
      stream.close();
    }
    for (const page of [guest, screen, linked])
      expect(JSON.stringify(await page.view(meetingId))).not.toContain('Zebra');
    const asks: Ask[] = [
      { ask: 'decide', itemId, decisionId: newId(), text: 'Mit.', pointIds: [] },
      { ask: 'note', itemId, noteId: newId(), text: 'Mit.' },
    ];
    for (const ask of asks)
      expect(await guest.ask(meetingId, ask)).toMatchObject({ kind: 'refused', code: 'closedToYou' });
    for (const stream of streams) stream.close();
  });
});

describe('somebody who comes by a copied link', () => {
  it('takes part as who they are in the meeting', async () => {
    const page = await byLink(room.personId(PARTICIPANT));
    const [item] = (await page.view(room.meetingId)).items;
    const ask: Ask = { ask: 'note', itemId: item?.itemId ?? '', noteId: newId(), text: 'Fra telefonen.' };
    await done(page.ask(room.meetingId, ask));
    const notes = (await room.writer.view(room.meetingId)).items[0]?.notes;
    expect(notes).toMatchObject([{ text: 'Fra telefonen.', by: PARTICIPANT, confirmed: false }]);
  });
});
