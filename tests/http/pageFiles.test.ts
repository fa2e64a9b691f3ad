import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PageImported, PageSource } from '../../src/views/page/pageAnswers.ts';
import { type DemoMeeting, demoMeeting, done } from '../support/demoMeeting.ts';
import { demoChat } from '../support/demoServer.ts';
import { agendaFile } from '../support/insideRoom.ts';
import { newId } from '../support/pageClient.ts';

let room: DemoMeeting;
beforeEach(async () => {
  room = await demoMeeting('planned');
}, 30_000);
afterEach(async () => room?.[Symbol.asyncDispose]());

const at = (path: string) => `/api/meetings/${room.meetingId}${path}`;
const binary = { 'content-type': 'application/octet-stream' };

describe('an agenda that is dropped on the page', () => {
  it('is read and laid before the meeting, as a new edition that waits to be used', async () => {
    const text = agendaFile('klynge-nordby.txt').toString('utf8');
    const bytes = Buffer.from(text.replace('Velkomst', 'Velkomst ved formanden'));
    const { status, body } = await room.writer.send(
      'PUT',
      at('/agenda?name=ny%20dagsorden.txt'),
      bytes,
      binary,
    );
    expect([status, body]).toEqual([200, { meetingId: room.meetingId, proposalId: expect.any(String) }]);
    const { imported } = (await room.writer.view(room.meetingId)).head;
    const { proposalId } = body as PageImported;
    expect(imported).toMatchObject({ proposalId, sourceName: 'ny dagsorden.txt', by: 'Asger Thorup' });
    const source = await room.writer.send('GET', at(`/source?proposal=${proposalId}`));
    expect((source.body as PageSource).name).toBe('ny dagsorden.txt');
    await done(room.writer.ask(room.meetingId, { ask: 'adoptAgenda', proposalId }));
  });

  it('waits its turn where many are on their way: no more than eight lie in memory', async () => {
    const { url, authorization } = room.writer;
    // Begun, and not gone on with.
    const begun = Array.from({ length: 8 }, () => {
      const upload = request(`${url}${at('/agenda?name=x.txt')}`, {
        method: 'PUT',
        headers: { ...binary, origin: url, authorization: authorization ?? '', 'content-length': '1000' },
      });
      upload.on('error', () => undefined);
      upload.write('Dagsorden');
      return upload;
    });
    const upload = () => room.writer.send('PUT', at('/agenda?name=y.txt'), Buffer.from('intet'), binary);
    // What was begun arrives, and goes, a little later.
    const answered = async (wanted: number) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const answer = await upload();
        if (answer.status === wanted) return answer;
      }
      throw new Error(`never answered with ${wanted}`);
    };
    const refused = await answered(429);
    expect(refused.body).toMatchObject({ code: 'tooFast' });
    for (const one of begun) one.destroy();
    await answered(422);
  });

  it('is refused in words where it is none, is there already, or is brought by who may not', async () => {
    const upload = (bytes: Uint8Array, by = room.writer, name = 'x.txt') =>
      by.send('PUT', at(`/agenda?name=${name}`), bytes, binary);
    const none = await upload(Buffer.from('intet'));
    expect([none.status, none.body]).toEqual([422, { code: 'noAgendaFound', sentence: expect.any(String) }]);
    expect((await upload(new Uint8Array())).status).toBe(422);
    const again = await upload(agendaFile('klynge-nordby.txt'));
    expect([again.status, again.body]).toMatchObject([409, { code: 'alreadyThere' }]);
    const guest = await upload(agendaFile('klynge-hovedaa.txt'), room.guest);
    expect([guest.status, guest.body]).toMatchObject([403, { code: 'onlyLeaders' }]);
    const large = await upload(new Uint8Array(21 * 1024 * 1024));
    expect(large.status).toBe(413);
    expect((await room.writer.view(room.meetingId)).head.imported).toBeNull();
  });

  it('gives a chat its first meeting, of which who brought it takes the minutes', async () => {
    const chat = encodeURIComponent('19:new@thread.v2');
    const bytes = agendaFile('byraad-lindholm.txt');
    const sent = await room.guest.send('PUT', `/api/meetings?chat=${chat}&name=x.txt`, bytes, binary);
    expect(sent.status).toBe(200);
    const { meetingId } = sent.body as PageImported;
    const { body } = await room.guest.send('GET', `/api/meetings?chat=${chat}`);
    expect(body).toMatchObject({ meetings: [{ meetingId, status: 'planned', present: true }] });
    const old = await room.guest.send('GET', `/api/meetings?chat=${encodeURIComponent(demoChat)}`);
    expect(old.body).toMatchObject({ meetings: [{ meetingId: room.meetingId }] });
  });
});

describe('the document that the agenda came as', () => {
  it('is given line by line, each with the item and the part to which it belongs', async () => {
    const { body, headers } = await room.writer.send('GET', at('/source'));
    const source = body as PageSource;
    const view = await room.writer.view(room.meetingId);
    expect(source).toMatchObject({ name: 'klynge-nordby.txt', format: 'text', proposalId: null });
    expect(source.items.map(({ itemId }) => itemId)).toEqual(view.items.map(({ itemId }) => itemId));
    const heading = source.lines.find(({ part }) => part === 'heading');
    expect(heading?.itemId).toBe(view.items[0]?.itemId);
    expect(source.lines.some(({ part }) => part === 'recommendation')).toBe(true);
    expect(source.lines.filter(({ itemId }) => itemId === null).length).toBeGreaterThan(10);
    const tag = headers.get('etag') ?? '';
    expect((await room.writer.send('GET', at('/source'), undefined, { 'if-none-match': tag })).status).toBe(
      304,
    );
  });
});

describe('the minutes', () => {
  const end = async () => {
    const { chair, writer, meetingId } = room;
    await done(chair.ask(meetingId, { ask: 'start', itemId: null }));
    const [item] = (await writer.view(meetingId)).items;
    const itemId = item?.itemId ?? '';
    await done(
      writer.ask(meetingId, { ask: 'decide', itemId, decisionId: newId(), text: 'Vedtaget.', pointIds: [] }),
    );
    await done(chair.ask(meetingId, { ask: 'adjourn', fromItemId: itemId }));
    return itemId;
  };

  it('are fetched as files; only what is fetched whole counts as exported', async () => {
    await end();
    const exported = async () =>
      (await room.punkt.store.documents.list('settings', room.meetingId)).filter(({ id }) =>
        id.startsWith('export:'),
      ).length;
    const open = await room.writer.send('GET', at('/minutes?format=md&edition=public'));
    expect([open.status, await exported()]).toEqual([200, 0]);
    for (const format of ['docx', 'pdf', 'md', 'json']) {
      const { status, headers, body } = await room.writer.send('GET', at(`/minutes?format=${format}`));
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringContaining(`.${format}`),
      ]);
      if (format === 'md') expect(body).toContain('Vedtaget.');
    }
    expect(await exported()).toBe(4);
    expect((await room.writer.send('GET', at('/minutes?format=exe'))).status).toBe(400);
    expect((await room.guest.send('GET', at('/minutes?format=md'))).status).toBe(403);
  });

  it('are read as they were at each version, and the log in words', async () => {
    const itemId = await end();
    const { version } = (await room.writer.view(room.meetingId)).head;
    await done(
      room.writer.ask(room.meetingId, {
        ask: 'writeDiscussion',
        itemId,
        basedOn: '',
        text: 'Sagt bagefter.',
      }),
    );
    const versions = await room.writer.send('GET', at('/versions'));
    expect(versions.body).toMatchObject([
      { version, what: 'adjourned' },
      { version: version + 1, what: 'edited' },
    ]);
    const document = async (query: string) =>
      JSON.stringify((await room.writer.send('GET', at(`/document${query}`))).body);
    expect(await document(`?version=${version}`)).not.toContain('Sagt bagefter.');
    expect(await document('')).toContain('Sagt bagefter.');
    expect((await room.writer.send('GET', at('/document?version=999'))).status).toBe(404);
    const log = await room.writer.send('GET', at('/log'));
    expect(log.body).toHaveLength(version + 1);
    expect((await room.guest.send('GET', at('/log'))).status).toBe(403);
  });
});

describe('a rehearsal', () => {
  it('steps through a copy of which nothing is kept or sent, and which nobody else sees', async () => {
    const { writer, chair, meetingId } = room;
    const before = JSON.stringify(await room.punkt.store.log.read(meetingId));
    const began = await chair.send('POST', at('/rehearsal'), {});
    const { meetingId: copy } = began.body as { meetingId: string };
    expect([began.status, copy]).toEqual([200, expect.stringMatching(/^rehearsal-/u)]);
    const stream = await chair.events(copy);
    expect((await stream.snapshot()).head).toMatchObject({
      rehearsal: true,
      status: 'planned',
      meetingId: copy,
    });
    await done(chair.ask(copy, { ask: 'start', itemId: null }));
    expect((await stream.change()).head).toMatchObject({ status: 'running', rehearsal: true });
    expect((await chair.view(meetingId)).head).toMatchObject({ rehearsal: false, status: 'planned' });
    expect((await writer.send('GET', `/api/meetings/${copy}`)).status).toBe(404);
    const link = await chair.send('POST', `/api/meetings/${copy}/links`, { personId: null });
    expect([link.status, link.body]).toMatchObject([403, { code: 'notInRehearsal' }]);
    expect((await chair.send('GET', `/api/meetings/${copy}/source`)).status).toBe(200);
    expect(JSON.stringify(await room.punkt.store.log.read(meetingId))).toBe(before);
    const sent: unknown[] = [];
    for await (const posting of room.punkt.store.outbox.postings(copy)) sent.push(posting);
    expect(sent).toEqual([]);
    const heads = await room.punkt.store.log.heads();
    expect(heads.map((head) => head.meetingId)).toEqual([meetingId]);
    // Begun anew, the first one is over.
    const again = await chair.send('POST', at('/rehearsal'), {});
    expect(again.status).toBe(200);
    expect((await stream.next('gone')).data).toEqual({ reason: 'erased' });
  });

  it('is for who leads or is named for it', async () => {
    expect((await room.guest.send('POST', at('/rehearsal'), {})).status).toBe(403);
  });
});
