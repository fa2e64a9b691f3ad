import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, settings } from '../src/config.ts';

const appId = '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11';
const tenantId = '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22';
const other = '1e5a7c90-4b3d-4f21-8a6c-9d0e2b1f7c33';
const secret = 'abc~very-secret';

const singleTenant = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: secret,
};
const managedIdentity = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: tenantId,
};
const development = { PUNKT_MODE: 'development' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('have their defaults in development without a bot', () => {
    expect(readConfig(development)).toEqual({
      mode: 'development',
      port: 3978,
      host: '127.0.0.1',
      store: { kind: 'embedded', folder: resolve('data') },
      logLevel: 'info',
      language: null,
      forms: 'dialog',
      retentionDays: null,
      bot: null,
      tenants: [],
      ssoAppId: null,
      publicHost: null,
      testAuthority: null,
    });
  });

  it('answer everybody in their own language, or all in one', () => {
    const languageOf = (PUNKT_LANGUAGE: string) => readConfig({ ...development, PUNKT_LANGUAGE }).language;
    expect(['person', 'da', 'en'].map(languageOf)).toEqual([null, 'da', 'en']);
    expect(problemsOf({ ...development, PUNKT_LANGUAGE: 'sv' })).toEqual([
      'PUNKT_LANGUAGE must be person, da or en.',
    ]);
  });

  it('keep meetings for ever, or for a number of days', () => {
    expect(readConfig({ ...development, PUNKT_RETENTION_DAYS: '365' }).retentionDays).toBe(365);
  });

  it('serve the tenant of the bot unless other tenants are listed', () => {
    expect(readConfig(singleTenant).tenants).toEqual([tenantId]);
    const several = { ...singleTenant, PUNKT_TENANTS: ` ${tenantId.toUpperCase()}, ${other}` };
    expect(readConfig(several).tenants).toEqual([tenantId, other]);
  });

  it('listen on every address in production only', () => {
    expect(readConfig(managedIdentity).host).toBe('0.0.0.0');
    expect(readConfig({ ...managedIdentity, ...development }).host).toBe('127.0.0.1');
  });

  it('give the registration of both types', () => {
    expect(readConfig(singleTenant).bot).toEqual({ type: 'SingleTenant', appId, tenantId, password: secret });
    expect(readConfig(managedIdentity).bot).toEqual({ type: 'UserAssignedMSI', appId, tenantId });
  });

  it('take a test authority on loopback in development', () => {
    const env = { ...managedIdentity, ...development, PUNKT_TEST_AUTHORITY: 'http://127.0.0.1:4000/x/' };
    expect(readConfig(env).testAuthority).toBe('http://127.0.0.1:4000/x');
  });

  it('ignore what belongs to others', () => {
    expect(problemsOf({ ...development, HOME: '', PATH: '/bin', PUNKT_TEST_CASES: '20' })).toEqual([]);
  });

  it('are all in the table that the README shows, once', () => {
    const names = settings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(problemsOf({ ...development, [name]: ' ' }).join()).toContain(name);
    expect(names).toHaveLength(19);
  });
});

describe('a wrong setting is named with what it should be', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['no app id in production', {}, /MicrosoftAppId is missing/],
    ['a port that is no number', { ...singleTenant, PORT: 'http' }, /^PORT must be a port number/],
    ['a port that is too high', { ...singleTenant, PORT: '65536' }, /^PORT must be a port number/],
    ['an empty port', { ...singleTenant, PORT: '' }, /^PORT is empty/],
    [
      'another mode',
      { ...singleTenant, PUNKT_MODE: 'test' },
      /^PUNKT_MODE must be production or development/,
    ],
    ['an empty folder', { ...singleTenant, PUNKT_DATA: '' }, /^PUNKT_DATA is empty/],
    [
      'another log level',
      { ...singleTenant, PUNKT_LOG_LEVEL: 'loud' },
      /^PUNKT_LOG_LEVEL must be one of trace/,
    ],
    [
      'another way to open forms',
      { ...singleTenant, PUNKT_FORMS: 'popup' },
      /^PUNKT_FORMS must be dialog or card/,
    ],
    [
      'a retention of no day',
      { ...singleTenant, PUNKT_RETENTION_DAYS: '0' },
      /^PUNKT_RETENTION_DAYS must be/,
    ],
    [
      'an app id that is no GUID',
      { ...singleTenant, MicrosoftAppId: 'punkt' },
      /^MicrosoftAppId must be a GUID/,
    ],
    ['an empty app id', { ...singleTenant, MicrosoftAppId: '' }, /^MicrosoftAppId is empty/],
    ['an empty app id in development', { ...development, MicrosoftAppId: '' }, /^MicrosoftAppId is empty/],
    [
      'the type MultiTenant',
      { ...singleTenant, MicrosoftAppType: 'MultiTenant' },
      /^MicrosoftAppType must be SingleTenant or UserAssignedMSI/,
    ],
    [
      'a mistyped type',
      { ...singleTenant, MicrosoftAppType: 'SingelTenant' },
      /^MicrosoftAppType must be SingleTenant or UserAssignedMSI/,
    ],
    [
      'an app id without a type',
      { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId },
      /^MicrosoftAppType is missing/,
    ],
    [
      'an app id without a tenant',
      { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI' },
      /^MicrosoftAppTenantId is missing/,
    ],
    [
      'a tenant that is no GUID',
      { ...singleTenant, MicrosoftAppTenantId: 'contoso.com' },
      /^MicrosoftAppTenantId must be a GUID/,
    ],
    [
      'SingleTenant without a secret',
      { ...managedIdentity, MicrosoftAppType: 'SingleTenant' },
      /^MicrosoftAppPassword is missing/,
    ],
    [
      'a managed identity with a secret',
      { ...managedIdentity, MicrosoftAppPassword: secret },
      /^MicrosoftAppPassword must not be set/,
    ],
    [
      'a secret without an app id',
      { ...development, MicrosoftAppPassword: secret },
      /^MicrosoftAppPassword is set, but MicrosoftAppId is missing/,
    ],
    [
      'a list of tenants with a word in it',
      { ...singleTenant, PUNKT_TENANTS: `${tenantId},alle` },
      /^PUNKT_TENANTS must be tenant GUIDs/,
    ],
    [
      'a list of tenants that ends in a comma',
      { ...singleTenant, PUNKT_TENANTS: `${tenantId},` },
      /^PUNKT_TENANTS must be tenant GUIDs/,
    ],
    [
      'a test authority in production',
      { ...managedIdentity, PUNKT_TEST_AUTHORITY: 'http://127.0.0.1:4000' },
      /^PUNKT_TEST_AUTHORITY is allowed only with PUNKT_MODE=development/,
    ],
    ...[
      'http://example.org',
      'http://127.0.0.1.example.org',
      'http://user@127.0.0.1:4000',
      'ftp://127.0.0.1',
      '127.0.0.1:4000',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `the test authority ${url}`,
      { ...managedIdentity, ...development, PUNKT_TEST_AUTHORITY: url },
      /^PUNKT_TEST_AUTHORITY must be a loopback URL/,
    ]),
    [
      'a test authority without an app id',
      { ...development, PUNKT_TEST_AUTHORITY: 'http://127.0.0.1:4000' },
      /^PUNKT_TEST_AUTHORITY verifies tokens for MicrosoftAppId, which is missing/,
    ],
    ['a mistyped name', { ...singleTenant, PUNKT_TENANT: tenantId }, /^PUNKT_TENANT is not a setting/],
    [
      'a name in other letters',
      { ...singleTenant, MicrosoftAppID: appId },
      /^MicrosoftAppID is not a setting/,
    ],
    ['a name in small letters', { ...development, punkt_mode: 'x' }, /^punkt_mode is not a setting/],
  ])('%s', (_case, env, said) => {
    const problems = problemsOf(env);
    expect(problems).toContainEqual(expect.stringMatching(said));
    for (const problem of problems) expect(problem).not.toContain('\n');
  });

  it('together with all others, each once, and never with its value', () => {
    const env = {
      ...singleTenant,
      PORT: 'abc',
      PUNKT_MODE: secret,
      MicrosoftAppType: secret,
      MicrosoftAppTenantId: secret,
      PUNKT_DTA: secret,
    };
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
      'PORT',
      'PUNKT_DTA',
      'PUNKT_MODE',
    ]);
    expect(problems.join('\n')).not.toContain(secret);
  });
});
