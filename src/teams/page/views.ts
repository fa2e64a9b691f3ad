import type { CommandType } from '../../meeting/commands.ts';
import type { People } from '../../meeting/people.ts';
import type { Permission } from '../../meeting/roles.ts';
import { leads, PERMISSIONS, roleOf, rolesOf } from '../../meeting/roles.ts';
import { hasBegun, hasEnded, itemNumber, languageOf, type Meeting, recordOf } from '../../meeting/state.ts';
import type { PageAudience, PageChange, PageHead, PageItem, PageView } from '../../views/page/pageView.ts';
import { cardTexts } from '../../wording/cardTexts.ts';
import type { Language } from '../../wording/outcome.ts';
import type { Standing } from './visit.ts';

/** Temporary: until `pageView` of the views is there. */
export function viewFor(
  meeting: Meeting,
  stored: People,
  standing: Exclude<Standing, { kind: 'gone' }>,
  language: Language,
  rehearsal: boolean,
): PageView {
  const people = standing.kind === 'person' ? standing.people : stored;
  const leading = standing.kind === 'person' && leads(meeting, standing.person.id);
  const audience: PageAudience = standing.kind === 'stage' ? 'stage' : leading ? 'leading' : 'room';
  const agenda = meeting.edition === 0 && meeting.proposal ? meeting.proposal.agenda : meeting.agenda;
  const role = standing.kind === 'person' ? roleOf(meeting, standing.acting) : 'guest';
  const head: PageHead = {
    meetingId: meeting.meetingId,
    version: meeting.version,
    edition: meeting.edition,
    status: meeting.status,
    language: languageOf(meeting),
    audience,
    me:
      standing.kind === 'person'
        ? {
            personId: standing.person.id,
            name: standing.person.name,
            role,
            may: Object.fromEntries(
              Object.entries(PERMISSIONS).map(([type, row]) => [type, row[role]]),
            ) as Record<CommandType, Permission>,
            unclaimed: [],
          }
        : null,
    title: agenda.title,
    forum: agenda.forum,
    date: agenda.date,
    start: agenda.start,
    end: agenda.end,
    place: agenda.place,
    startedAt: hasBegun(meeting) ? meeting.startedAt : null,
    adjournedAt: hasEnded(meeting) ? meeting.adjournedAt : null,
    approvedAt: meeting.status === 'approved' ? meeting.approvedAt : null,
    registeredAfterwards: false,
    rehearsal,
    position: hasBegun(meeting) ? { itemId: meeting.currentItemId, since: meeting.startedAt ?? "" } : null,
    people: Object.values(people).map((person) => ({
      personId: person.id,
      name: person.name,
      title: person.title,
      organisation: person.organisation,
      roles: rolesOf(meeting, person.id),
      named: [],
      invited: true,
      apologies: false,
      guest: false,
    })),
    proposal: null,
    imported: null,
    addenda: [],
    undo: [],
    links: [],
    pending: { points: 0, decisions: 0, notes: 0 },
  };
  const items = meeting.agenda.items.map((item): PageItem => {
    const hidden = item.closed && !leading;
    const record = recordOf(meeting, item.id);
    return {
      itemId: item.id,
      kind: item.kind,
      number: item.kind === 'break' ? null : itemNumber(agenda, item.id),
      printed: item.number,
      title: hidden ? cardTexts[language].closedItem : item.title,
      closed: item.closed,
      hidden,
      start: item.start,
      end: item.end,
      durationMinutes: item.durationMinutes,
      presenters: [],
      progress: hasBegun(meeting) && meeting.currentItemId === item.id ? 'now' : 'ahead',
      sections: [],
      description: null,
      attachments: [],
      points: [],
      mainAnswer: null,
      decisions: hidden
        ? []
        : record.decisions.map((decision) => ({
            decisionId: decision.id,
            number: `${itemNumber(agenda, item.id)}.${decision.sequence}`,
            text: decision.text,
            pointIds: decision.pointIds,
            responsible: [],
            due: decision.due,
            assignment: '',
            registered: '',
            confirmed: decision.confirmed,
            assignmentConfirmed: decision.assignmentConfirmed,
            struck: decision.struck,
            mine: false,
            may: { confirm: leading, correct: leading, strike: leading, move: leading, assign: leading },
            earlier: [],
          })),
      notes: [],
      discussion: leading ? { text: record.discussion?.text ?? '', by: null, at: null } : null,
      postponed: null,
      addenda: [],
      alike: [],
      awaiting: false as never,
    };
  });
  return { head, items };
}

/** What is different, whole; null: nothing is. */
export function changeBetween(before: PageView, after: PageView): PageChange | null {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const known = new Map(before.items.map((item) => [item.itemId, item]));
  const items = after.items.filter((item) => !same(known.get(item.itemId), item));
  const order = after.items.map(({ itemId }) => itemId);
  const moved = !same(
    order,
    before.items.map(({ itemId }) => itemId),
  );
  const head = same(before.head, after.head) ? null : after.head;
  return head || moved || items.length > 0 ? { head, items, order: moved ? order : null } : null;
}
