import { renderFitting } from '../render/renderCard.ts';
import { type TextLine, textCard } from '../views/textCard.ts';
import { EXAMPLE_GROUPS, PARTICIPANT_GROUPS } from '../wording/lineExamples.ts';
import type { Language } from '../wording/outcome.ts';
import { replies } from '../wording/replies.ts';
import type { OutgoingMessage } from './turn.ts';

/** What can be typed, a line for each group: by a participant, or by those who lead and write. */
export function helpMessage(language: Language, whose: 'participant' | 'all'): OutgoingMessage {
  const reply = replies[language];
  const all = whose === 'all';
  const headings = all ? reply.helpGroups : reply.helpParticipantGroups;
  const groups = (all ? EXAMPLE_GROUPS : PARTICIPANT_GROUPS)[language];
  const lines = groups.flatMap((group, index): TextLine[] => [
    { text: headings[index] ?? '', style: 'heading' },
    { text: group.join(' · ') },
  ]);
  const footer = all ? reply.helpHint : reply.helpParticipantHint;
  const sight = { language, notice: null };
  return renderFitting([textCard(sight, { heading: reply.help, lines, footer, buttons: [] })]);
}
