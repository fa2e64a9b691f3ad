import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { SendingRate, teamsRates } from '../../src/teams/sendingRate.ts';
import type { ConversationReference } from '../../src/teams/turn.ts';
import { config, connector, connectorRoom, impatient } from '../support/connectorRoom.ts';
import {
  type Failure,
  type FakeConversation,
  type FakePerson,
  type FakeTeams,
  startFakeTeams,
} from '../support/fakeTeams.ts';
import { handClock } from '../support/serviceParts.ts';

let teams: FakeTeams;
let astrid: FakePerson;
let chat: FakeConversation;
let there: ConversationReference;
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Punkt 3 – Økonomi' }],
};

beforeEach(async () => {
  ({ teams, astrid, chat, there } = await connectorRoom());
});
afterEach(() => teams.close());

describe('posting', () => {
  it('puts a card into the conversation and gives the id that Teams gave it', async () => {
    const result = await connector.post(there, { card, summary: 'Punkt 3' });
    expect(result).toEqual({ kind: 'sent', activityId: chat.messages[0]?.activityId });
    expect(teams.card(chat)).toEqual(card);
    expect(chat.messages[0]?.activity).toMatchObject({
      type: 'message',
      summary: 'Punkt 3',
      from: { id: teams.bot.id },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
  });

  it('puts text into the conversation as it is', async () => {
    await connector.post(there, { text: 'Mødet er slut. <b>Tak</b> æøå 🎉' });
    expect(chat.messages[0]?.activity).toMatchObject({
      type: 'message',
      text: 'Mødet er slut. <b>Tak</b> æøå 🎉',
      // Without it Teams reads Markdown.
      textFormat: 'plain',
    });
    expect(chat.messages[0]?.activity).not.toHaveProperty('attachments');
  });

  it.each<[string, Failure, object]>([
    ['500', { with: 500 }, { kind: 'later', retryAfterMs: null }],
    ['502', { with: 502 }, { kind: 'later', retryAfterMs: null }],
    ['502 though it was carried out', { with: 502, carriedOut: true }, { kind: 'later', retryAfterMs: null }],
    ['503', { with: 503 }, { kind: 'later', retryAfterMs: null }],
    ['504', { with: 504 }, { kind: 'later', retryAfterMs: null }],
    ['412', { with: 412 }, { kind: 'later', retryAfterMs: null }],
    ['408', { with: 408 }, { kind: 'later', retryAfterMs: null }],
    ['401', { with: 401 }, { kind: 'later', retryAfterMs: null }],
    ['429 with a wait', { with: 429, retryAfter: 7 }, { kind: 'later', retryAfterMs: 7000 }],
    ['429 without', { with: 429 }, { kind: 'later', retryAfterMs: null }],
    ['a broken connection', { with: 'drop' }, { kind: 'later', retryAfterMs: null }],
    [
      '403 because the bot was removed',
      { with: 403, code: 'BotNotInConversationRoster' },
      { kind: 'closed', reason: '403 BotNotInConversationRoster' },
    ],
    ['413', { with: 413, code: 'MessageSizeTooBig' }, { kind: 'refused', reason: '413 MessageSizeTooBig' }],
    ['400', { with: 400, code: 'BadSyntax' }, { kind: 'refused', reason: '400 BadSyntax' }],
    [
      '404',
      { with: 404, code: 'ConversationNotFound' },
      { kind: 'closed', reason: '404 ConversationNotFound' },
    ],
    ['a redirection', { with: 307, location: '/emea/v3/elsewhere' }, { kind: 'refused', reason: '307' }],
  ])('that fails with %s makes exactly one request', async (_case, failure, expected) => {
    teams.failNext(failure);
    expect(await connector.post(there, { card })).toMatchObject(expected);
    expect(teams.requests).toHaveLength(1);
  });

  it('gives up when Teams does not answer in time', async () => {
    teams.failNext({ with: 'hang' });
    expect(await impatient.post(there, { card })).toMatchObject({ kind: 'later', reason: 'TimedOut' });
  });

  it('is refused by Teams when the card is too large', async () => {
    const large = { ...card, body: [{ type: 'TextBlock', text: 'x'.repeat(60_000) }] };
    expect(await connector.post(there, { card: large })).toEqual({
      kind: 'refused',
      reason: '413 MessageSizeTooBig',
    });
  });

  it('goes to no host but Teams’ own', async () => {
    const elsewhere = { ...there, serviceUrl: 'https://teams.example.org/' };
    expect(await connector.post(elsewhere, { card })).toMatchObject({ kind: 'refused' });
    const production = createConnector(
      readConfig({
        MicrosoftAppId: '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11',
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppTenantId: '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22',
      }),
    );
    expect(await production.post(there, { card })).toMatchObject({ kind: 'refused' });
    expect(teams.requests).toHaveLength(0);
  });
});

describe('editing', () => {
  it('changes the message in its place', async () => {
    const first = await connector.post(there, { card });
    const activityId = first.kind === 'sent' ? first.activityId : '';
    const next = { ...card, body: [{ type: 'TextBlock', text: 'Punkt 3 er behandlet' }] };
    expect(await connector.edit(there, activityId, { card: next })).toEqual({ kind: 'sent', activityId });
    expect(chat.messages).toHaveLength(1);
    expect(chat.messages[0]?.edits).toBe(1);
    expect(teams.card(chat)).toEqual(next);
  });

  it('finds out that the message is gone', async () => {
    expect(await connector.edit(there, '1763700009999', { card })).toEqual({ kind: 'gone' });
    expect(await connector.edit(there, '', { card })).toEqual({ kind: 'gone' });
  });

  it.each<[string, Failure, object]>([
    ['502', { with: 502 }, { kind: 'later' }],
    ['429', { with: 429, retryAfter: 2 }, { kind: 'later', retryAfterMs: 2000 }],
    ['403', { with: 403 }, { kind: 'refused', reason: '403' }],
  ])('that fails with %s is told, and left to the outbox', async (_case, failure, expected) => {
    const posted = await connector.post(there, { card });
    teams.failNext(failure);
    expect(
      await connector.edit(there, posted.kind === 'sent' ? posted.activityId : '', { card }),
    ).toMatchObject(expected);
    expect(teams.requests).toHaveLength(2);
  });
});

describe('the personal chat', () => {
  it('is opened with the person, by tenant', async () => {
    const opened = await connector.openPersonal(there, { id: astrid.id, tenantId: null });
    expect(opened).toEqual({ conversationId: teams.personalChat(astrid).id });
    expect(teams.requests[0]?.body).toMatchObject({
      isGroup: false,
      bot: { id: teams.bot.id },
      members: [{ id: astrid.id }],
      tenantId: teams.tenantId,
      channelData: { tenant: { id: teams.tenantId } },
    });
  });

  it('that Teams refuses is told with the code, and asked for once', async () => {
    expect(await connector.openPersonal(there, { id: '29:nobody', tenantId: null })).toEqual({
      failed: '403 BotNotInConversationRoster',
    });
    teams.failNext({ with: 502 });
    expect(await connector.openPersonal(there, { id: astrid.id, tenantId: null })).toEqual({ failed: '502' });
    expect(teams.requests).toHaveLength(2);
  });
});

describe('an answer', () => {
  const patient = () => {
    const time = handClock();
    return { time, ...createConnector(config, undefined, new SendingRate(teamsRates, time)) };
  };

  it.each<[string, Failure[]]>([
    ['429 with a wait', [{ with: 429, retryAfter: 7 }]],
    ['429 without', [{ with: 429 }, { with: 429 }]],
    ['412', [{ with: 412 }, { with: 412 }, { with: 412 }]],
  ])('that Teams refuses for now (%s) is said again, once it takes it', async (_case, failures) => {
    const { say, time } = patient();
    const from = time.now();
    teams.failNext(...failures);
    expect(await say(there, { text: 'Punkt 3' })).toMatchObject({ kind: 'sent' });
    expect(chat.messages).toHaveLength(1);
    expect(time.now() - from).toBeGreaterThanOrEqual(Number(failures[0]?.retryAfter ?? 1) * 1_000);
  });

  it.each<[string, Failure]>([
    ['502 though it was carried out', { with: 502, carriedOut: true }],
    ['a connection that broke', { with: 'drop', carriedOut: true }],
  ])('that may have been said (%s) is not said twice', async (_case, failure) => {
    teams.failNext(failure);
    expect(await patient().say(there, { text: 'Punkt 3' })).toMatchObject({ kind: 'later', uncertain: true });
    expect([chat.messages.length, teams.requests.length]).toEqual([1, 1]);
  });

  it('does not wait where Teams refuses to open a private chat for now', async () => {
    const { say, openPersonal, time } = patient();
    teams.failNext({ with: 429, retryAfter: 7 });
    expect(await openPersonal(there, { id: astrid.id, tenantId: null })).toEqual({ failed: '429' });
    const from = time.now();
    expect(await say(there, { text: 'Punkt 3' })).toMatchObject({ kind: 'sent' });
    expect(time.now()).toBe(from);
  });

  it('is given up after four refusals, or where Teams wants to be left alone for long', async () => {
    teams.failNext(...Array<Failure>(9).fill({ with: 429 }));
    expect(await patient().say(there, { text: 'Punkt 3' })).toMatchObject({ kind: 'later' });
    expect(teams.requests).toHaveLength(4);
    const other = await startFakeTeams();
    other.failNext({ with: 429, retryAfter: 600 });
    const elsewhere = { ...there, serviceUrl: other.url, conversationId: other.groupChat([]).id };
    expect(await patient().say(elsewhere, { text: 'Punkt 3' })).toMatchObject({ retryAfterMs: 600_000 });
    expect(other.requests).toHaveLength(1);
    await other.close();
  });
});
