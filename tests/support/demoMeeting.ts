import { type DemoServer, openDemo } from './demoServer.ts';
import type { PageClient } from './pageClient.ts';

/** A demo server whose meeting has its agenda in use; with `running`, the chair has started it. */
export interface DemoMeeting extends DemoServer {
  readonly chair: PageClient;
  readonly writer: PageClient;
  readonly guest: PageClient;
}

export const CHAIR = 'Birthe Solvang';
export const WRITER = 'Asger Thorup';
export const PARTICIPANT = 'Ulrik Storm';

export async function demoMeeting(
  stage: 'planned' | 'running' = 'running',
  env: Record<string, string> = {},
): Promise<DemoMeeting> {
  const demo = await openDemo('klynge-nordby.txt', env);
  const who = (name: string) => ({ get: () => demo.as(name), enumerable: true });
  // Getters of the server stay getters: after a restart it is another one.
  const meeting: DemoMeeting = Object.create(demo, {
    chair: who(CHAIR),
    writer: who(WRITER),
    guest: who(PARTICIPANT),
  });
  const { writer, chair, meetingId } = meeting;
  const proposalId = (await writer.view(meetingId)).head.imported?.proposalId ?? '';
  await done(writer.ask(meetingId, { ask: 'adoptAgenda', proposalId }));
  if (stage === 'running') await done(chair.ask(meetingId, { ask: 'start', itemId: null }));
  return meeting;
}

/** @throws where the ask was not carried out */
export async function done(asked: ReturnType<PageClient['ask']>): Promise<void> {
  const answer = await asked;
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
}
