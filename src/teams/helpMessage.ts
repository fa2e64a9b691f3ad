import { renderFitting } from '../render/renderCard.ts';
import { textCard } from '../views/textCard.ts';
import { EXAMPLE_GROUPS } from '../wording/lineExamples.ts';
import type { Language } from '../wording/outcome.ts';
import { replies } from '../wording/replies.ts';
import type { OutgoingMessage } from './turn.ts';

/** All that can be typed. */
export function helpMessage(language: Language): OutgoingMessage {
  const reply = replies[language];
  const lines = EXAMPLE_GROUPS[language].flatMap((group, index) => [
    { text: reply.helpGroups[index] ?? '', style: 'heading' } as const,
    ...group.map((text) => ({ text })),
  ]);
  const sight = { language, notice: null };
  return renderFitting([
    textCard(sight, { heading: reply.help, lines, footer: reply.helpHint, buttons: [] }),
  ]);
}
