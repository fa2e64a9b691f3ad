import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';

const APP = '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11';
const TENANT = '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22';
const HEADER = 'of this container';
let identity: Server;
let teams: FakeTeams;
let asked: { readonly url: string; readonly header: unknown }[];

/** What Azure sets in a container (learn.microsoft.com, "Managed identities in Azure Container Apps"). */
beforeEach(async () => {
  asked = [];
  identity = createServer((request, response) => {
    asked.push({ url: request.url ?? '', header: request.headers['x-identity-header'] });
    const expires_on = Math.floor(Date.now() / 1000) + 3600;
    response
      .setHeader('content-type', 'application/json')
      .end(
        JSON.stringify({ access_token: 'of the identity', expires_on, token_type: 'Bearer', resource: 'x' }),
      );
  }).listen(0, '127.0.0.1');
  await once(identity, 'listening');
  const { port } = identity.address() as AddressInfo;
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${port}/msi/token`;
  process.env.IDENTITY_HEADER = HEADER;
  teams = await startFakeTeams(TENANT);
});
afterEach(async () => {
  delete process.env.IDENTITY_ENDPOINT;
  delete process.env.IDENTITY_HEADER;
  identity.closeAllConnections();
  identity.close();
  await teams.close();
});

it('with UserAssignedMSI Punkt writes to Teams by a token of the managed identity, and holds no secret', async () => {
  const config = readConfig({
    PUNKT_MODE: 'development',
    MicrosoftAppId: APP,
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppTenantId: TENANT,
  });
  const chat = teams.groupChat([teams.person('Astrid Lund')]);
  const to = {
    conversationId: chat.id,
    conversationType: 'groupChat',
    serviceUrl: teams.url,
    tenantId: TENANT,
    botId: teams.bot.id,
    botName: null,
  } as const;
  expect(await createConnector(config).post(to, { text: 'Hej' })).toMatchObject({ kind: 'sent' });
  expect(teams.requests.at(-1)?.authorization).toBe('Bearer of the identity');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.header).toBe(HEADER);
  const query = new URL(asked[0]?.url ?? '', 'http://127.0.0.1').searchParams;
  expect(query.get('client_id')).toBe(APP);
  expect(query.get('resource')).toMatch(/^https:\/\/api\.botframework\.com/u);
});
