import { describe, expect, it } from '@jest/globals';
import { Presses } from '../../src/tab/presses.ts';
import type { Ask, AskAnswer } from '../../src/views/page/ask.ts';

/** Presses with a clock by hand, and what is asked of the server. */
function pressing(answer: AskAnswer = { kind: 'accepted', version: 1 }) {
  let seen = 1;
  const asked: Ask[] = [];
  const due: (() => void)[] = [];
  const presses = new Presses(
    {
      after: (_ms, run) => {
        due.push(run);
        return () => undefined;
      },
    },
    () => seen,
  );
  const press = (ask: Ask) =>
    presses.once(ask, async (one) => {
      asked.push(one);
      return answer;
    });
  const others = () => {
    seen += 1;
  };
  return { asked, press, others, later: () => due.splice(0).forEach((run) => void run()) };
}
const next = { ask: 'next', fromItemId: 'i1' } as const;

describe('a button that is pressed twice', () => {
  it('asks once, and both presses have the answer', async () => {
    const { asked, press } = pressing();
    expect(await Promise.all([press(next), press(next)])).toEqual([
      { kind: 'accepted', version: 1 },
      { kind: 'accepted', version: 1 },
    ]);
    await press(next);
    expect(asked).toHaveLength(1);
  });

  it('asks once for something new, though each press makes an id for it', async () => {
    const { asked, press } = pressing();
    const decide = (decisionId: string, text: string) =>
      press({ ask: 'decide', itemId: 'i1', decisionId, text, pointIds: [] });
    await Promise.all([decide('a', 'Vi prøver.'), decide('b', 'Vi prøver.'), decide('c', 'Vi venter.')]);
    expect(asked).toHaveLength(2);
  });

  it('asks again later, and for something else at once', async () => {
    const { asked, press, later } = pressing();
    await press(next);
    await press({ ask: 'next', fromItemId: 'i2' });
    later();
    await press(next);
    expect(asked).toHaveLength(3);
  });

  it('asks again where somebody else did something meanwhile: the pen may have gone on', async () => {
    const { asked, press, others } = pressing();
    const takePen = { ask: 'takePen', proposalId: 'p1' } as const;
    await press(takePen);
    others();
    await press(takePen);
    expect(asked).toHaveLength(2);
  });

  it('asks again at once what was refused', async () => {
    const { asked, press } = pressing({ kind: 'refused', code: 'x', sentence: 'Nej.', version: 1 });
    await press(next);
    await press(next);
    expect(asked).toHaveLength(2);
  });
});
