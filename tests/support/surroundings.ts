import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CosmosClient } from '@azure/cosmos';
import { readStoreSettings } from '../../src/config.ts';
import { openStore } from '../../src/openStore.ts';
import type { Store } from '../../src/store/store.ts';
import { cosmosEnvironment, startCosmosServer } from './cosmosServer.ts';
import { startTestAuthority, type TestAuthority } from './testAuthority.ts';

/**
 * What the rooms of tests/http run with: `TEST_WITH=tokens,cosmos` (`npm run test:everywhere` goes through all).
 * Default: signed tokens, as in production, on the embedded store. `plain`: a development server that verifies nothing.
 */
const wanted = new Set((process.env.TEST_WITH ?? 'tokens').split(','));

/** What stands around one room: settings for its servers and for the command line, and who signs. */
export interface Surroundings extends AsyncDisposable {
  readonly env: Record<string, string>;
  readonly tenantId: string;
  readonly authority: TestAuthority | undefined;
  /** The room's store, opened beside the server that runs on it. */
  openStore(): Promise<Store>;
  /** All that is stored, as text, to see whether something was written, or stands there. */
  stored(): Promise<string>;
}

/** Making keys takes longer than a test: one authority for all rooms of a file, which does not hold up its end. */
let shared: Promise<TestAuthority> | undefined;

/** `env` wins: a room that names its own bot or store gets no other. */
export async function surround(
  folder: string,
  given: {
    readonly env?: Record<string, string>;
    readonly authority?: TestAuthority;
    readonly tenantId?: string;
  },
): Promise<Surroundings> {
  const tenantId = given.tenantId ?? randomUUID();
  const tokens = wanted.has('tokens') && !given.authority;
  if (tokens) shared ??= startTestAuthority({ lasting: true });
  const authority = tokens ? await shared : given.authority;
  const cosmos = wanted.has('cosmos') && !given.env?.PUNKT_STORE ? await startCosmosServer() : null;
  const env: Record<string, string> = {
    ...(tokens && authority ? identityOf(authority, tenantId) : {}),
    ...(cosmos ? cosmosEnvironment(cosmos.endpoint) : {}),
    ...given.env,
  };
  const settings = readStoreSettings({ PUNKT_DATA: folder, ...env });
  const patient = settings.kind === 'cosmos' ? { ...settings, patience: 20 } : settings;
  return {
    env,
    tenantId,
    authority,
    openStore: () => openStore(patient),
    stored: async () =>
      settings.kind === 'cosmos'
        ? everyItem(settings.endpoint, settings.key ?? '', settings.database)
        : readFileSync(`${folder}/punkt.mdb`).toString('latin1'),
    [Symbol.asyncDispose]: async () => {
      await cosmos?.close();
    },
  };
}

/** The settings of a bot whose tokens that authority signs. */
export const identityOf = (authority: TestAuthority, tenantId: string): Record<string, string> => ({
  PUNKT_TEST_AUTHORITY: authority.url,
  MicrosoftAppId: authority.appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: 'not a secret',
});

async function everyItem(endpoint: string, key: string, name: string): Promise<string> {
  const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  try {
    const database = client.database(name);
    const { resources: containers } = await database.containers.readAll().fetchAll();
    const items = containers.map(({ id }) => database.container(id).items.readAll().fetchAll());
    return JSON.stringify((await Promise.all(items)).map(({ resources }) => resources));
  } finally {
    client.dispose();
  }
}
