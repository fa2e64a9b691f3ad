import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationReference } from '../../src/teams/turn.ts';
import { connector, connectorRoom, impatient } from '../support/connectorRoom.ts';
import { type Failure, type FakePerson, type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { lenient } from '../support/fakeTeamsRules.ts';

let teams: FakeTeams;
let astrid: FakePerson;
let guest: FakePerson;
let there: ConversationReference;

beforeEach(async () => {
  ({ teams, astrid, guest, there } = await connectorRoom());
});
afterEach(() => teams.close());

describe('a member of the roster', () => {
  it('is given with identity and role', async () => {
    expect(await connector.member(there, astrid.id)).toEqual({
      id: astrid.id,
      name: 'Astrid Lund',
      aadObjectId: astrid.aadObjectId,
      tenantId: teams.tenantId,
      userRole: 'user',
    });
    expect(await connector.member(there, guest.id)).toMatchObject({
      aadObjectId: null,
      userRole: 'anonymous',
    });
  });

  it('is absent only on Teams’ own word', async () => {
    expect(await connector.member(there, teams.person('En anden').id)).toBe('absent');
  });

  it.each<[string, Failure]>([
    ['a 404 without a code', { with: 404 }],
    ['a 404 of the conversation', { with: 404, code: 'ConversationNotFound' }],
    ['a 403', { with: 403, code: 'BotNotInConversationRoster' }],
    ['a 429', { with: 429, retryAfter: 60 }],
    ['a 500', { with: 500 }],
    ['a broken connection', { with: 'drop' }],
  ])('is unknown after %s', async (_case, failure) => {
    teams.failNext(failure);
    expect(await connector.member(there, astrid.id)).toBe('unknown');
    expect(teams.requests).toHaveLength(1);
  });

  it('is unknown when Teams does not answer in time', async () => {
    teams.failNext({ with: 'hang' });
    expect(await impatient.member(there, astrid.id)).toBe('unknown');
  });
});

describe('everybody in a conversation', () => {
  it('is read page by page to the end, and never the old way', async () => {
    await using paging = await startFakeTeams(undefined, { ...lenient, page: 3 });
    const people = Array.from({ length: 11 }, (_, index) => paging.person(`Medlem ${index}`));
    const large = paging.groupChat(people);
    const of = { ...there, conversationId: large.id, serviceUrl: paging.url };
    const members = await connector.members(of);
    expect(members === 'unknown' ? members : members.map(({ name }) => name)).toEqual(
      people.map(({ name }) => name),
    );
    expect(paging.requests.map(({ path }) => path.split('/').at(-1))).toEqual(Array(4).fill('pagedmembers'));
  });

  it('of a thread is that of its channel, else that of its team', async () => {
    const thread = teams.channel([astrid]);
    const channelId = thread.id.split(';')[0] ?? '';
    const reach = { ...there, conversationId: thread.id, conversationType: 'channel' as const };
    const ofTeam = { ...reach, teamId: thread.teamId ?? '' };
    const asked = () => teams.requests.splice(0).map(({ path }) => path.split('/')[3]);
    expect(await connector.member(reach, astrid.id)).toMatchObject({ id: astrid.id });
    expect(await connector.members(reach)).toMatchObject([{ id: astrid.id }]);
    expect(asked()).toEqual([channelId, channelId]);
    const refused = { with: 404, code: 'ThreadNotFound', method: 'GET' } as const;
    teams.failNext(refused, refused);
    expect(await connector.members(reach)).toBe('unknown');
    expect(await connector.member(reach, astrid.id)).toBe('unknown');
    asked();
    teams.failNext(refused);
    expect(await connector.member(ofTeam, astrid.id)).toMatchObject({ id: astrid.id });
    teams.failNext(refused);
    expect(await connector.members(ofTeam)).toMatchObject([{ id: astrid.id }]);
    expect(asked()).toEqual([channelId, ofTeam.teamId, channelId, ofTeam.teamId]);
    // Who is not in the channel is asked for there alone.
    expect(await connector.member(ofTeam, guest.id)).toBe('absent');
    expect(asked()).toEqual([channelId]);
  });

  it('is unknown where one page fails', async () => {
    await using paging = await startFakeTeams(undefined, { ...lenient, page: 3 });
    const large = paging.groupChat(Array.from({ length: 7 }, (_, index) => paging.person(`Medlem ${index}`)));
    const of = { ...there, conversationId: large.id, serviceUrl: paging.url };
    paging.failNext({ with: 429, method: 'GET' });
    expect(await connector.members(of)).toBe('unknown');
  });
});
