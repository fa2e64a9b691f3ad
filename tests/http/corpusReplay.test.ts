import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openRoom } from '../support/meetingRoom.ts';
import { hold, type SteppedTruth } from '../support/steppedMeeting.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const there = existsSync(corpus);

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const documents = [
  { name: '000', file: '000_ae86daf100bab4a1.txt' },
  { name: '003', file: '003_b0dcef17a14a86c7.txt' },
];

(there ? describe : describe.skip)('a real agenda, stepped through over the HTTP entrance', () => {
  if (!there) process.emitWarning('corpus not there: the replay of real meetings is skipped');
  it.each(documents)(
    'comes out of document $name as minutes with everything in order',
    async ({ name, file }) => {
      const truth = JSON.parse(readFileSync(new URL(`truth/${name}.json`, corpus), 'utf8')) as SteppedTruth;
      await using room = await openRoom([...truth.chairs, ...truth.minuteTakers]);
      const source = new URL(file, corpus).pathname;
      const imported = await room.cli('import', source, '--conversation', room.chat.id);
      expect(imported.stderr).toBe('');
      const taps = await hold(room, truth);
      expect(taps).toBeLessThanOrEqual(30);
      await room.sees('Mødet er afsluttet');
      const draft = squeezed(await room.draft());
      let at = 0;
      const find = (text: string) => {
        const found = draft.indexOf(squeezed(text), at);
        if (found < 0) throw new Error(`not in the draft after position ${at}: ${text}`);
        at = found;
      };
      for (const item of truth.items.filter((entry) => entry.kind === 'item')) {
        find(item.title);
        const start = at;
        for (const point of item.recommendations ?? []) {
          at = start;
          find(point.replace(/,?( og)?$/u, ''));
        }
        at = start;
        for (const decision of item.decisions ?? []) find(decision.text);
      }
      // At most 15 posts in the meeting's chat, and nothing that Teams would refuse.
      expect(room.chat.messages.length).toBeLessThanOrEqual(15);
      for (const message of room.chat.messages) {
        expect(JSON.stringify(message.activity).length).toBeLessThan(18_000);
      }
    },
    120_000,
  );
});
