import type { FakeConversation, FakeTeams } from './fakeTeams.ts';

/** How Punkt reaches a conversation of the fake Teams. */
export const reachOf = (teams: FakeTeams, conversation: FakeConversation) => ({
  conversationId: conversation.id,
  conversationType: conversation.conversationType,
  serviceUrl: teams.url,
  tenantId: teams.tenantId,
  botId: teams.bot.id,
  botName: teams.bot.name,
});
