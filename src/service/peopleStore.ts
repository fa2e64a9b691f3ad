import { People } from '../meeting/people.ts';
import type { Documents, Expected } from './documents.ts';

/** The people of a meeting as stored; `expected` is what the next write must name. */
export interface StoredPeople {
  readonly people: People;
  readonly expected: Expected;
}

const address = (meetingId: string) =>
  ({ collection: 'people', partition: meetingId, id: 'people' }) as const;

export async function readPeople(documents: Documents, meetingId: string): Promise<StoredPeople> {
  const stored = await documents.read(address(meetingId));
  if (!stored) return { people: {}, expected: 'absent' };
  return { people: People.parse(stored.value), expected: { etag: stored.etag } };
}

/** `conflict`: somebody else changed the people meanwhile; read again. */
export async function writePeople(
  documents: Documents,
  meetingId: string,
  people: People,
  expected: Expected,
): Promise<StoredPeople | 'conflict'> {
  const written = await documents.write(address(meetingId), people, expected);
  return written === 'conflict' ? 'conflict' : { people, expected: { etag: written.etag } };
}
