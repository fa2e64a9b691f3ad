import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, readStoreSettings } from '../src/config.ts';

const appId = '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11';
const tenantId = '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22';
const other = '1e5a7c90-4b3d-4f21-8a6c-9d0e2b1f7c33';
const secret = 'abc~very-secret';
const bot = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
const singleTenant = { ...bot, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: secret };
const managedIdentity = { ...bot, MicrosoftAppType: 'UserAssignedMSI' };
const development = { PUNKT_MODE: 'development' };
const cosmos = {
  PUNKT_STORE: 'cosmos',
  COSMOS_ENDPOINT: 'https://punkt.documents.azure.com:443/',
  COSMOS_KEY: 'c2VjcmV0IG9mIHRoZSBhY2NvdW50Cg==',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings of the store', () => {
  it('give the store to the command line without a bot', () => {
    expect(readStoreSettings({})).toEqual({ kind: 'embedded', folder: resolve('data') });
    expect(readStoreSettings({ PUNKT_DATA: '/srv/punkt' })).toEqual({
      kind: 'embedded',
      folder: '/srv/punkt',
    });
    expect(readStoreSettings(cosmos)).toMatchObject({ kind: 'cosmos', endpoint: cosmos.COSMOS_ENDPOINT });
    expect(() => readStoreSettings({ PUNKT_DATA: '' })).toThrow(ConfigError);
    expect(() => readStoreSettings({ PUNKT_STORE: 'sql' })).toThrow(
      'PUNKT_STORE must be embedded or cosmos.',
    );
    expect(() => readStoreSettings({ PUNKT_STORE: 'cosmos' })).toThrow('COSMOS_ENDPOINT is missing');
  });

  it('give one store where both are named, to copy from the one to the other', () => {
    const both = { ...cosmos, PUNKT_DATA: '/srv/punkt' };
    expect(readStoreSettings(both, 'embedded')).toEqual({ kind: 'embedded', folder: '/srv/punkt' });
    const { PUNKT_STORE: _, ...unnamed } = both;
    expect(readStoreSettings(unnamed, 'cosmos')).toMatchObject({ kind: 'cosmos', key: cosmos.COSMOS_KEY });
  });

  it('take the account with its key, or the identity that speaks for Punkt', () => {
    const key = {
      kind: 'cosmos',
      endpoint: cosmos.COSMOS_ENDPOINT,
      key: cosmos.COSMOS_KEY,
      database: 'punkt',
    };
    expect(readConfig({ ...singleTenant, ...cosmos }).store).toEqual({ ...key, identityClientId: null });
    const { COSMOS_KEY: _, ...keyless } = { ...cosmos, COSMOS_DATABASE: 'punkt-test' };
    const identity = (env: Record<string, string>) => readConfig({ ...env, ...keyless }).store;
    expect(identity(singleTenant)).toMatchObject({
      key: null,
      database: 'punkt-test',
      identityClientId: null,
    });
    expect(identity(managedIdentity)).toMatchObject({ identityClientId: appId });
    expect(identity({ ...managedIdentity, AZURE_CLIENT_ID: other })).toMatchObject({
      identityClientId: other,
    });
  });

  it('take plain HTTP on this machine in development', () => {
    const env = { ...development, ...cosmos, COSMOS_ENDPOINT: 'http://127.0.0.1:8081' };
    expect(readConfig(env).store).toMatchObject({ endpoint: 'http://127.0.0.1:8081' });
  });
});

describe('a wrong setting of the store is named with what it should be', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['another store', { ...singleTenant, PUNKT_STORE: 'sql' }, /^PUNKT_STORE must be embedded or cosmos/],
    [
      'Cosmos DB without an account',
      { ...singleTenant, PUNKT_STORE: 'cosmos' },
      /^COSMOS_ENDPOINT is missing/,
    ],
    [
      'an account without Cosmos DB',
      { ...singleTenant, COSMOS_ENDPOINT: cosmos.COSMOS_ENDPOINT },
      /^COSMOS_ENDPOINT is set, but PUNKT_STORE is not cosmos/,
    ],
    [
      'a key with the embedded store',
      { ...singleTenant, PUNKT_STORE: 'embedded', COSMOS_KEY: cosmos.COSMOS_KEY },
      /^COSMOS_KEY is set, but PUNKT_STORE is not cosmos/,
    ],
    ['an empty key', { ...singleTenant, ...cosmos, COSMOS_KEY: '' }, /^COSMOS_KEY is empty/],
    [
      'a key of another kind',
      { ...singleTenant, ...cosmos, COSMOS_KEY: secret },
      /^COSMOS_KEY must be the key/,
    ],
    [
      'a connection string',
      { ...singleTenant, ...cosmos, COSMOS_ENDPOINT: 'AccountEndpoint=https://x.documents.azure.com' },
      /^COSMOS_ENDPOINT must be the URL of an account/,
    ],
    [
      'an account over plain HTTP in production',
      { ...singleTenant, ...cosmos, COSMOS_ENDPOINT: 'http://127.0.0.1:8081' },
      /^COSMOS_ENDPOINT must begin with https/,
    ],
    [
      'an account elsewhere over plain HTTP',
      { ...development, ...cosmos, COSMOS_ENDPOINT: 'http://example.org' },
      /^COSMOS_ENDPOINT may be http on this machine only/,
    ],
    [
      'a database with a slash',
      { ...singleTenant, ...cosmos, COSMOS_DATABASE: 'a/b' },
      /^COSMOS_DATABASE must be a name/,
    ],
    [
      'a mistyped name of the account',
      { ...singleTenant, ...cosmos, COSMOS_KYE: 'x' },
      /^COSMOS_KYE is not a setting/,
    ],
  ])('%s', (_case, env, said) => {
    const problems = problemsOf(env);
    expect(problems).toContainEqual(expect.stringMatching(said));
    expect(problems.join()).not.toContain(secret);
    expect(problems.join()).not.toContain(cosmos.COSMOS_KEY);
  });
});
