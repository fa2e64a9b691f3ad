import { readConfig } from '../../src/config.ts';
import { createConnector } from '../../src/teams/connector.ts';
import type { ConversationReference } from '../../src/teams/turn.ts';
import { type FakeConversation, type FakePerson, type FakeTeams, startFakeTeams } from './fakeTeams.ts';
import { reachOf } from './reachOf.ts';

export const config = readConfig({ PUNKT_MODE: 'development' });
export const connector = createConnector(config);
/** Gives up at once; for requests that are never answered. */
export const impatient = createConnector(config, { requestMs: 30, memberMs: 30 });

/** A fake Teams with a group chat of two, one of them anonymous, and how the connector reaches it. */
export async function connectorRoom(): Promise<{
  readonly teams: FakeTeams;
  readonly astrid: FakePerson;
  readonly guest: FakePerson;
  readonly chat: FakeConversation;
  readonly there: ConversationReference;
}> {
  const teams = await startFakeTeams();
  const astrid = teams.person('Astrid Lund');
  const guest = teams.person('Gæst', { anonymous: true });
  const chat = teams.groupChat([astrid, guest]);
  const there = reachOf(teams, chat);
  return { teams, astrid, guest, chat, there };
}
