import { LEADING, rolesOf } from '../../meeting/roles.ts';
import type { Conversations } from '../../service/conversations.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Meetings } from '../../service/meetings.ts';

/** `GET /api/demo`: as whom and at which meeting one may try the page, the newest meeting first. */
export interface DemoChoices {
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly status: 'planned' | 'running' | 'paused' | 'adjourned' | 'approved';
    /** The chat in which it is held, for `?chat=`; null: none is known. */
    readonly chat: string | null;
    readonly people: readonly {
      readonly personId: string;
      readonly name: string;
      /** Held, or named by the agenda. */
      readonly roles: readonly ('chair' | 'coChair' | 'minuteTaker')[];
    }[];
  }[];
}

/** Every meeting of the store, for development only. */
export async function demoChoices(deps: {
  readonly log: MeetingLog;
  readonly meetings: Meetings;
  readonly conversations: Conversations;
}): Promise<DemoChoices> {
  const choices: DemoChoices['meetings'][number][] = [];
  for (const { meetingId } of await deps.log.heads()) {
    const { state, people } = await deps.meetings.look(meetingId, true);
    if (state.status === 'none') continue;
    const agenda = state.edition === 0 && state.proposal ? state.proposal.agenda : state.agenda;
    const named = (personId: string) => [
      ...(agenda.chairs.includes(personId) ? (['chair'] as const) : []),
      ...(agenda.minuteTakers.includes(personId) ? (['minuteTaker'] as const) : []),
    ];
    const rank = (roles: readonly (typeof LEADING)[number][]) =>
      roles[0] ? LEADING.indexOf(roles[0]) : LEADING.length;
    choices.push({
      meetingId,
      title: agenda.title ?? agenda.forum,
      date: agenda.date,
      status: state.status,
      chat: (await deps.conversations.ofMeeting(meetingId)) ?? null,
      people: Object.values(people)
        .filter(({ name }) => name !== '')
        .map(({ id, name }) => ({
          personId: id,
          name,
          roles: [...new Set([...rolesOf(state, id), ...named(id)])],
        }))
        .sort((a, b) => rank(a.roles) - rank(b.roles)),
    });
  }
  return { meetings: choices.reverse() };
}
