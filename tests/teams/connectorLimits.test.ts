import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { reachOf } from '../support/reachOf.ts';

const connector = createConnector(readConfig({ PUNKT_MODE: 'development' }));
const chatOf = (teams: FakeTeams) => reachOf(teams, teams.groupChat([]));

describe('what Teams is told and says', () => {
  it.each([
    ['a date, by Teams’ own clock', 'Wed, 01 Jan 2031 10:00:09 GMT', 9_000],
    ['a date that is over', 'Wed, 01 Jan 2031 09:00:00 GMT', 0],
    ['a date of next year', 'Thu, 01 Jan 2032 10:00:00 GMT', 3_600_000],
    ['parts of a second', '2.5', 2_500],
    ['more than anybody waits', '999999999', 3_600_000],
    ['less than nothing', '-5', null],
    ['nonsense', 'soon', null],
    ['nothing', '', null],
  ])('Retry-After is %s: so long is waited, at most an hour', async (_what, retryAfter, retryAfterMs) => {
    await using teams = await startFakeTeams();
    teams.failNext({ with: 503, retryAfter, date: 'Wed, 01 Jan 2031 10:00:00 GMT' });
    expect(await connector.post(chatOf(teams), { text: 'Punkt 3' })).toMatchObject({
      kind: 'later',
      retryAfterMs,
    });
  });

  it('a text that is as long as a book is cut, never inside a character', async () => {
    await using teams = await startFakeTeams();
    const text = '👩‍⚕️ Æblegrød. '.repeat(5_000);
    expect(await connector.post(chatOf(teams), { text })).toMatchObject({ kind: 'sent' });
    const sent = String(teams.requests[0]?.body.text);
    expect(sent.length).toBeLessThanOrEqual(4_002);
    expect(() => encodeURIComponent(sent)).not.toThrow();
    expect(sent.endsWith(' …')).toBe(true);
  });
});
