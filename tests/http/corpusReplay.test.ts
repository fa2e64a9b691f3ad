import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buttons, inputs } from '../support/fakeTeams.ts';
import { type MeetingRoom, openRoom, type SeenCard } from '../support/meetingRoom.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const there = existsSync(corpus);

interface TruthDecision {
  readonly text: string;
  readonly responsible?: readonly string[];
}
interface TruthItem {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly recommendations?: readonly string[];
  readonly decisions?: readonly TruthDecision[];
}
interface Truth {
  readonly chairs: readonly string[];
  readonly minuteTakers: readonly string[];
  readonly items: readonly TruthItem[];
}

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Steps through a whole meeting as chair and minute taker do it: by the titles on the buttons. */
async function hold(room: MeetingRoom, truth: Truth): Promise<number> {
  const chair = room.person(truth.chairs[0] as string);
  const writer = room.person(truth.minuteTakers[0] as string);
  let taps = 0;
  const tap = (on: SeenCard, title: string) => {
    taps += 1;
    return room.taps(chair, on, title);
  };
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await tap(await room.sees('Start mødet'), 'Start mødet');
  const items = truth.items.filter((item) => item.kind === 'item');
  for (const [index, item] of items.entries()) {
    let card = await room.sees(`PUNKT ${item.number} AF ${items.length}`);
    for (const decision of item.decisions ?? []) {
      const form = await room.taps(writer, card, 'Beslutning');
      expect(inputs(form.card).map((input) => input.value)).toContain('');
      card = await room.taps(writer, form, 'Gem beslutning', { text: decision.text, points: '' });
    }
    const main = buttons(card.card).find((action) =>
      ['Godkend', 'Til efterretning', 'Drøftet', 'Som indstillet'].includes(action.title),
    );
    if (main) card = await tap(card, main.title);
    if (index < items.length - 1) await tap(card, 'Næste punkt');
    else await tap(card, 'Afslut mødet');
  }
  return taps;
}

const documents = [
  { name: '000', file: '000_ae86daf100bab4a1.txt' },
  { name: '003', file: '003_b0dcef17a14a86c7.txt' },
];

(there ? describe : describe.skip)('a real agenda, stepped through over the HTTP entrance', () => {
  if (!there) process.emitWarning('corpus not there: the replay of real meetings is skipped');
  it.each(documents)(
    'comes out of document $name as minutes with everything in order',
    async ({ name, file }) => {
      const truth = JSON.parse(readFileSync(new URL(`truth/${name}.json`, corpus), 'utf8')) as Truth;
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
      expect(room.chat.messages.length).toBeLessThanOrEqual(18);
      for (const message of room.chat.messages) {
        expect(JSON.stringify(message.activity).length).toBeLessThan(18_000);
      }
    },
  );
});
