import { expect } from '@jest/globals';
import { buttons, inputs } from './fakeTeams.ts';
import type { MeetingRoom, SeenCard } from './meetingRoom.ts';

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
/** A meeting of the corpus as it truly went. */
export interface SteppedTruth {
  readonly chairs: readonly string[];
  readonly minuteTakers: readonly string[];
  readonly items: readonly TruthItem[];
}

/** Steps through a whole meeting as chair and minute taker do it: by the titles on the buttons. */
export async function hold(room: MeetingRoom, truth: SteppedTruth): Promise<number> {
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
    // Written information and *Eventuelt* have no card: the one before bears their buttons.
    const quiet = !item.recommendations?.length && /^(?:eventuelt|evt\.?$|skriftlig)/iu.test(item.title);
    let card = await room.sees(
      quiet ? `Mødet er ved punkt ${item.number}:` : `PUNKT ${item.number} AF ${items.length}`,
    );
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
