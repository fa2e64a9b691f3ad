import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaOfView } from '../support/agendaOfView.ts';
import { type DemoMeeting, demoMeeting, done } from '../support/demoMeeting.ts';
import { startInside } from '../support/insideServer.ts';
import { newId, PageClient } from '../support/pageClient.ts';

let room: DemoMeeting;
beforeEach(async () => {
  room = await demoMeeting();
}, 30_000);
afterEach(async () => room?.[Symbol.asyncDispose]());

const itemsOf = async () => (await room.writer.view(room.meetingId)).items;
const decide = async (text: string) => {
  const [item] = await itemsOf();
  return { ask: 'decide', itemId: item?.itemId ?? '', decisionId: newId(), text, pointIds: [] } as {
    ask: 'decide';
    itemId: string;
    decisionId: string;
    text: string;
    pointIds: string[];
  };
};

describe('an open page', () => {
  it('gets the whole once, and of what is committed only what changed', async () => {
    const stream = await room.guest.events(room.meetingId);
    const snapshot = await stream.snapshot();
    const ask = await decide('Planen godkendes.');
    await done(room.writer.ask(room.meetingId, ask));
    const { data, id } = await stream.next('change');
    expect(Number(id)).toBe(snapshot.head.version + 1);
    expect(data).toMatchObject({ head: { version: Number(id) }, order: null });
    const { items } = data as { items: { itemId: string; decisions: { text: string }[] }[] };
    expect(items.map(({ itemId }) => itemId)).toEqual([ask.itemId]);
    expect(items[0]?.decisions).toMatchObject([{ text: 'Planen godkendes.' }]);
    stream.close();
  });

  it('goes on from the version that it has, and gets the whole where it is behind', async () => {
    const { version } = (await room.guest.view(room.meetingId)).head;
    const same = await room.guest.events(room.meetingId, version);
    await same.next('clock');
    await done(room.writer.ask(room.meetingId, await decide('Det besluttes.')));
    await same.next('change');
    expect(same.seen.filter(({ event }) => event === 'snapshot')).toEqual([]);
    const behind = await room.guest.events(room.meetingId, version);
    expect((await behind.snapshot()).head.version).toBe(version + 1);
    same.close();
    behind.close();
  });

  it('is let go by a server that stops, and goes on at the next one', async () => {
    const stream = await room.guest.events(room.meetingId);
    const { head } = await stream.snapshot();
    await room.restart();
    await stream.end();
    const next = await room.guest.events(room.meetingId, head.version);
    await next.next('clock');
    await done(room.writer.ask(room.meetingId, await decide('Efter genstart.')));
    expect((await next.change()).head).toMatchObject({ version: head.version + 1 });
    next.close();
  });

  it('sees what another server on the same store commits', async () => {
    const other = await startInside(room.folder);
    const there = new PageClient(other.url, room.writer.authorization);
    await there.view(room.meetingId);
    const stream = await room.guest.events(room.meetingId);
    const { head } = await stream.snapshot();
    await done(there.ask(room.meetingId, await decide('På den anden server.')));
    // A folder is one server's: what others write is looked for where several are meant to run.
    await done(room.writer.ask(room.meetingId, await decide('På den første.')));
    const seen: string[] = [];
    for (let version = head.version; version < head.version + 2; ) {
      const change = await stream.change();
      seen.push(JSON.stringify(change.items));
      version = change.head?.version ?? version;
    }
    expect(seen.join()).toContain('På den anden server.');
    expect(seen.join()).toContain('På den første.');
    stream.close();
    await other.stop();
  });

  it('gives way to a newer one where somebody opens many', async () => {
    const streams = [];
    for (let count = 0; count < 7; count += 1) streams.push(await room.guest.events(room.meetingId));
    await streams[0]?.end();
    expect(streams.slice(1).map(({ ended }) => ended)).toEqual(Array(6).fill(false));
    for (const stream of streams) stream.close();
  });
});

describe('presence', () => {
  it('tells the others where somebody writes, and of closed items only chair and minute takers', async () => {
    const [item] = await itemsOf();
    const itemId = item?.itemId ?? '';
    const chair = await room.chair.events(room.meetingId);
    const guest = await room.guest.events(room.meetingId);
    await guest.snapshot();
    const here = (at: string | null, writing: boolean) =>
      room.writer.send('POST', `/api/meetings/${room.meetingId}/presence`, { itemId: at, writing });
    expect((await here(itemId, true)).status).toBe(204);
    const seen = { personId: room.personId('Asger Thorup'), name: 'Asger Thorup', itemId, writing: true };
    expect((await chair.next('presence')).data).toEqual([seen]);
    expect((await guest.next('presence')).data).toEqual([seen]);
    const view = await room.writer.view(room.meetingId);
    const agenda = agendaOfView(view);
    const corrected = { ...agenda, items: agenda.items.map((one) => ({ ...one, closed: true })) };
    const ask = { ask: 'correctAgenda', edition: view.head.edition, agenda: corrected } as const;
    await done(room.writer.ask(room.meetingId, ask));
    await here(itemId, false);
    expect((await guest.next('presence')).data).toEqual([{ ...seen, itemId: null, writing: false }]);
    expect((await chair.next('presence')).data).toEqual([{ ...seen, writing: false }]);
    chair.close();
    guest.close();
  });
});
