import type { CorrectedAgenda } from '../../src/views/page/ask.ts';
import type { PageView } from '../../src/views/page/pageView.ts';

/** The agenda of a view, as a correction sends it back. */
export function agendaOfView({ head, items }: PageView): CorrectedAgenda {
  const { title, forum, date, start, end, place, people } = head;
  const named = (role: 'chair' | 'minuteTaker') =>
    people.filter((person) => person.named.includes(role)).map(({ personId }) => personId);
  return {
    title,
    forum,
    date,
    start,
    end,
    place,
    chairs: named('chair'),
    minuteTakers: named('minuteTaker'),
    participants: people
      .filter(({ invited }) => invited)
      .map(({ personId, apologies, guest }) => ({ personId, apologies, guest })),
    people: [],
    items: items.map((item) => ({
      id: item.itemId,
      kind: item.kind,
      number: item.printed,
      title: item.title,
      presenters: item.presenters.map(({ personId }) => personId),
      start: item.start,
      end: item.end,
      durationMinutes: item.durationMinutes,
      closed: item.closed,
      points: item.points.map(({ pointId: id, text }) => ({ id, text })),
      description: item.description,
      attachments: [...item.attachments],
    })),
  };
}
