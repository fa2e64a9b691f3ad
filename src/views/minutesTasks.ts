import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Minutes } from './draft.ts';
import type { MinutesPart } from './minutesDocument.ts';

/** Tasks at the end, by organisation. */
export function minutesTasks(minutes: Minutes, language: Language): MinutesPart[] {
  const t = minutesTexts[language];
  const groups = new Map<string, string[]>();
  for (const decision of minutes.items.flatMap((item) => item.decisions)) {
    if (decision.struck) continue;
    for (const one of decision.responsible) {
      const organisation = one.organisation ?? t.withoutOrganisation;
      const who = one.kind === 'organisation' ? '' : `${one.name}: `;
      const due = decision.due ? ` (${t.due.toLocaleLowerCase(language)}: ${decision.due.text})` : '';
      const task = `${decision.number} ${who}${decision.text}${due}`;
      groups.set(organisation, [...(groups.get(organisation) ?? []), task]);
    }
  }
  if (groups.size === 0) return [];
  return [
    {
      id: 'tasks',
      heading: t.tasks,
      groups: [...groups].map(([heading, tasks]) => ({
        heading,
        blocks: tasks.map((text) => ({ style: 'bullet' as const, text, remark: '' })),
      })),
    },
  ];
}
