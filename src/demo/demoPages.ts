import { z } from 'zod';
import type { Language } from '../wording/outcome.ts';
import { meetingChatId } from './playgroundConfig.ts';

/** What of `GET /api/demo` is read. */
const Choices = z.object({
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      chat: z.string().nullable(),
      people: z.array(z.object({ personId: z.string(), name: z.string() })),
    }),
  ),
});

/** Addresses of Punkt's page for the meeting of the demo. */
export interface DemoPages {
  /** Where any person, meeting and place is chosen. */
  readonly start: string;
  /** As whoever is in the chair. */
  readonly desk: string;
  readonly panel: string;
  readonly stage: string;
}

/**
 * @param punkt address of the server, which answers already
 * @param chair name of whoever sits at the screen
 */
export async function demoPages(punkt: string, chair: string, language: Language): Promise<DemoPages> {
  const response = await fetch(`${punkt}/api/demo`);
  const { meetings } = Choices.parse(await response.json());
  const meeting = meetings.find(({ chat }) => chat === meetingChatId) ?? meetings[0];
  const person = meeting?.people.find(({ name }) => name === chair) ?? meeting?.people[0];
  const page = (place: string): string => {
    // An agenda without a single name: the start page says so.
    if (!meeting || !person) return `${punkt}/`;
    const { meetingId } = meeting;
    return `${punkt}/tab?${new URLSearchParams({ place, demo: person.personId, meeting: meetingId, lang: language })}`;
  };
  return { start: `${punkt}/`, desk: page('desk'), panel: page('panel'), stage: page('stage') };
}
