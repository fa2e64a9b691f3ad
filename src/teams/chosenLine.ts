import { type Card, renderFitting } from '../render/renderCard.ts';
import { textCard } from '../views/textCard.ts';
import { replies } from '../wording/replies.ts';
import type { Caller } from './admission.ts';
import type { Lines } from './lines.ts';
import type { Tap } from './tap.ts';
import type { OutgoingMessage } from './turn.ts';

/**
 * A typed line at the meeting that was chosen for it. What is said to it stands on the card that answers; `changed` is
 * the meeting, if it did something.
 */
export async function chosenLine(
  lines: Lines,
  tap: Tap,
  caller: Caller,
): Promise<{ readonly card: Card; readonly changed: string | null }> {
  const { m, n = tap.data.t, text, said = null } = tap.data;
  const { language } = caller;
  let answer: OutgoingMessage = { text: replies[language].carriedOut };
  const say = async (message: OutgoingMessage) => {
    answer = message;
  };
  const changed = await lines.line({ activityId: n, text, saidAt: said }, caller, say, m);
  const told = () => textCard({ language, notice: null }, { heading: answer.text ?? '', buttons: [] });
  return { card: answer.card ?? renderFitting([told()]).card, changed };
}
