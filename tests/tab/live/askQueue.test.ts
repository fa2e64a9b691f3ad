import { describe, expect, it } from '@jest/globals';
import { AskQueue } from '../../../src/tab/live/askQueue.ts';
import { keptAsks, type TextStorage } from '../../../src/tab/live/keptAsks.ts';
import type { Ask, AskAnswer, AskRequest } from '../../../src/views/page/ask.ts';
import { memoryStorage } from '../../support/memoryStorage.ts';
import { SteppedTimers, settled } from '../../support/steppedTimers.ts';

const note = (text: string): Ask => ({ ask: 'note', itemId: 'item-1', noteId: `note-${text}`, text });
const typing = (text: string, proposalId = 'p'): Ask => ({ ask: 'writeProposal', proposalId, text });
const textOf = ({ ask }: AskRequest): string => ('text' in ask && ask.text ? ask.text : ask.ask);
const accepted: AskAnswer = { kind: 'accepted', version: 1 };

/** A page with a queue, and a server that answers, or does not. */
function page(storage: TextStorage | null = memoryStorage(), windowId = 'a') {
  const timers = new SteppedTimers();
  const sent: AskRequest[] = [];
  const unclaimed: string[] = [];
  let ids = 0;
  const state: { answer: AskAnswer | 'later'; hold: Promise<void> | null } = { answer: accepted, hold: null };
  const queue = new AskQueue({
    send: async (request) => {
      sent.push(request);
      await state.hold;
      return state.answer;
    },
    kept: keptAsks(storage, 'meeting.person', windowId),
    timers,
    newId: () => `command-${windowId}-${++ids}`,
    changed: () => {},
    unclaimed: (request) => void unclaimed.push(textOf(request)),
  });
  return { queue, timers, sent, unclaimed, state };
}

describe('what is asked for', () => {
  it('is sent in order, each after the answer to the one before', async () => {
    const { queue, sent, state } = page();
    let free = () => {};
    state.hold = new Promise((resolve) => {
      free = resolve;
    });
    const answers = [queue.ask(note('1')), queue.ask(note('2')), queue.ask(note('3'))];
    await settled();
    expect(sent.map(textOf)).toEqual(['1']);
    free();
    expect(await Promise.all(answers)).toEqual([accepted, accepted, accepted]);
    expect(sent.map(textOf)).toEqual(['1', '2', '3']);
    expect(queue.unsent).toBe(0);
  });

  it('gives the answer to whoever asked, a refusal too, and goes on', async () => {
    const { queue, state } = page();
    const refused = { kind: 'refused', code: 'closed', sentence: 'Nej.', version: 1 } as const;
    state.answer = refused;
    expect(await queue.ask(note('1'))).toEqual(refused);
    state.answer = accepted;
    expect(await queue.ask(note('2'))).toEqual(accepted);
  });
});

describe('while the server is away', () => {
  it('nothing is sent any more once the meeting is closed to the reader', async () => {
    const { queue, timers, sent, state } = page();
    state.answer = 'later';
    void queue.ask(note('1'));
    await settled();
    queue.close();
    queue.wake();
    await timers.pass(60_000);
    expect(sent).toHaveLength(1);
  });

  it('what is asked for is sent again under the same command id, later and later', async () => {
    const { queue, timers, sent, state } = page();
    state.answer = 'later';
    const answer = queue.ask(note('1'));
    await timers.pass(10_000);
    const tries = sent.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(9);
    state.answer = accepted;
    await timers.pass(20_000);
    expect(await answer).toEqual(accepted);
    expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('it is sent at once when the connection is back', async () => {
    const { queue, timers, state } = page();
    state.answer = 'later';
    const answer = queue.ask(note('1'));
    await timers.pass(60_000);
    state.answer = accepted;
    queue.wake();
    expect(await answer).toEqual(accepted);
  });

  it('what somebody presses while a try fails has another try at once', async () => {
    const { queue, sent, state } = page();
    let fail = () => {};
    state.answer = 'later';
    state.hold = new Promise((resolve) => {
      fail = resolve;
    });
    const answers = [queue.ask(note('1'))];
    await settled();
    answers.push(queue.ask(note('2')));
    fail();
    // The held answer is given before the server is back.
    await Promise.resolve();
    state.answer = accepted;
    expect(await Promise.all(answers)).toEqual([accepted, accepted]);
    expect(sent.map(textOf)).toEqual(['1', '1', '2']);
  });

  it('nothing overtakes what waits', async () => {
    const { queue, sent, timers, state } = page();
    state.answer = 'later';
    void queue.ask(note('1'));
    void queue.ask(note('2'));
    await timers.pass(5_000);
    expect(new Set(sent.map(textOf))).toEqual(new Set(['1']));
  });

  it('of a proposal that is typed on only the newest text is sent, and everybody who asked is answered', async () => {
    const { queue, sent, state } = page();
    state.answer = 'later';
    void queue.ask(note('first'));
    const answers = [
      queue.ask(typing('Vi')),
      queue.ask(typing('Vi prøver')),
      queue.ask(typing('Andet', 'q')),
    ];
    await settled();
    state.answer = accepted;
    queue.wake();
    expect(await Promise.all(answers)).toEqual([accepted, accepted, accepted]);
    expect(sent.map(textOf).slice(-2)).toEqual(['Vi prøver', 'Andet']);
  });

  it('a text that was sent already is not replaced: it may have been carried out', async () => {
    const { queue, sent, state } = page();
    state.answer = 'later';
    void queue.ask(typing('Vi'));
    await settled();
    void queue.ask(typing('Vi prøver'));
    state.answer = accepted;
    queue.wake();
    await settled();
    expect(sent.map(textOf)).toEqual(['Vi', 'Vi', 'Vi prøver']);
  });
});

describe('over a reload of the page', () => {
  it('what was not answered is sent again under its command id, in order', async () => {
    const storage = memoryStorage();
    const before = page(storage);
    before.state.answer = 'later';
    void before.queue.ask(note('1'));
    void before.queue.ask(note('2'));
    await settled();
    const after = page(storage, 'b');
    expect(after.queue.unsent).toBe(2);
    after.queue.wake();
    await settled();
    expect(after.sent).toEqual([
      { commandId: 'command-a-1', ask: note('1') },
      { commandId: 'command-a-2', ask: note('2') },
    ]);
    expect(after.unclaimed).toEqual(['1', '2']);
    expect(storage.texts.size).toBe(0);
  });

  it('nobody sends what another person typed on the same machine', () => {
    const storage = memoryStorage();
    storage.setItem('punkt.ask.meeting.another.000.1.a', JSON.stringify({ commandId: 'x', ask: note('1') }));
    expect(page(storage).queue.unsent).toBe(0);
  });

  it('an entry that is no ask is passed over', () => {
    const storage = memoryStorage();
    storage.setItem('punkt.ask.meeting.person.000.1.a', '{');
    expect(page(storage).queue.unsent).toBe(0);
  });

  it('two windows keep their own, and neither takes away what the other waits for', async () => {
    const storage = memoryStorage();
    const [one, other] = [page(storage, 'a'), page(storage, 'b')];
    one.state.answer = 'later';
    void one.queue.ask(note('1'));
    await other.queue.ask(note('2'));
    expect([...storage.texts.values()].map((text) => textOf(JSON.parse(text) as AskRequest))).toEqual(['1']);
  });

  it('a browser that keeps nothing still sends', async () => {
    const forbidden = (): never => {
      throw new Error('SecurityError');
    };
    const storage = { ...memoryStorage(), setItem: forbidden, removeItem: forbidden, key: forbidden };
    for (const one of [storage, null]) {
      const { queue } = page(one);
      expect(await queue.ask(note('1'))).toEqual(accepted);
    }
  });
});
