import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ask } from '../../src/views/page/ask.ts';
import { type DemoMeeting, demoMeeting, done } from '../support/demoMeeting.ts';

let room: DemoMeeting;
beforeEach(async () => {
  room = await demoMeeting();
}, 30_000);
afterEach(async () => room?.[Symbol.asyncDispose]());

const first = async () => (await room.writer.view(room.meetingId)).items[0];
const correction = async (more: object): Promise<Ask> => ({
  ask: 'correctDecision',
  itemId: (await first())?.itemId ?? '',
  decisionId: 'bro',
  text: 'Broen males.',
  pointIds: [],
  ...more,
});

describe('a decision that stands', () => {
  it('is corrected as said by somebody else, also by nobody whom the meeting knows, and back', async () => {
    const itemId = (await first())?.itemId ?? '';
    const { meetingId, writer } = room;
    await done(
      writer.ask(meetingId, { ask: 'decide', itemId, decisionId: 'bro', text: 'Broen males.', pointIds: [] }),
    );
    await done(writer.ask(meetingId, await correction({ onBehalfOf: 'Palle Fjeld' })));
    expect((await first())?.decisions).toMatchObject([
      { onBehalfOf: 'Palle Fjeld', earlier: [], registered: expect.stringContaining('Palle Fjeld') },
    ]);
    // It stays so where only the words are corrected.
    await done(writer.ask(meetingId, await correction({ text: 'Broen males i maj.' })));
    expect((await first())?.decisions).toMatchObject([{ onBehalfOf: 'Palle Fjeld' }]);
    const log = (await writer.send('GET', `/api/meetings/${meetingId}/log`)).body;
    expect(JSON.stringify(log)).toContain('på vegne af Palle Fjeld');
    await done(writer.ask(meetingId, await correction({ text: 'Broen males i maj.', onBehalfOf: '' })));
    expect((await first())?.decisions).toMatchObject([
      { onBehalfOf: null, registered: expect.not.stringContaining('Palle') },
    ]);
  });

  it("is nobody else's word by a participant, who speaks for themselves", async () => {
    const itemId = (await first())?.itemId ?? '';
    const { meetingId, guest } = room;
    await done(
      guest.ask(meetingId, { ask: 'decide', itemId, decisionId: 'bro', text: 'Broen males.', pointIds: [] }),
    );
    expect(await guest.ask(meetingId, await correction({ onBehalfOf: 'Palle Fjeld' }))).toMatchObject({
      kind: 'refused',
      code: 'onlyForYourself',
    });
    await done(guest.ask(meetingId, await correction({ text: 'Broen males snart.' })));
  });

  it('may be the word of a note as well', async () => {
    const itemId = (await first())?.itemId ?? '';
    const { meetingId, writer } = room;
    await done(writer.ask(meetingId, { ask: 'note', itemId, noteId: 'n', text: 'Det regnede.' }));
    const onBehalfOf = 'Palle Fjeld';
    await done(
      writer.ask(meetingId, { ask: 'correctNote', itemId, noteId: 'n', text: 'Det regnede.', onBehalfOf }),
    );
    expect((await first())?.notes).toMatchObject([
      { onBehalfOf: 'Palle Fjeld', by: expect.stringContaining('Palle Fjeld') },
    ]);
  });
});
