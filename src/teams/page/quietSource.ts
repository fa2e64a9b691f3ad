import type { PageSource } from '../../views/page/pageAnswers.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import type { Language } from '../../wording/outcome.ts';

/**
 * The document for somebody who may use the agenda and is not named to lead by it: of a closed item number and
 * neutral title only. What belongs to no item, such as a table of contents, may name it, and is left out as well.
 */
export function withoutClosed(source: PageSource, language: Language): PageSource {
  const closed = new Map(source.items.filter((item) => item.closed).map((item) => [item.itemId, item]));
  if (closed.size === 0) return source;
  const { closedTitle: title } = minutesTexts[language];
  const told = new Set<string>();
  return {
    ...source,
    lines: source.lines.flatMap((line) => {
      if (line.itemId === null) return [];
      const item = closed.get(line.itemId);
      if (!item) return [line];
      if (told.has(line.itemId)) return [];
      told.add(line.itemId);
      const text = item.number === null ? title : `${item.number}. ${title}`;
      return [{ ...line, text, part: 'heading' as const, bullet: null, cell: null }];
    }),
    items: source.items.map((item) =>
      item.closed
        ? { ...item, title, start: null, end: null, durationMinutes: null, presenters: [], points: 0 }
        : item,
    ),
  };
}
