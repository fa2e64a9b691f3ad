import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, settings } from '../src/config.ts';

const GUID = '3f0c9a52-7b1e-4d8a-9c66-2f5d1e0b7a11';
const base: Readonly<Record<string, string>> = {
  MicrosoftAppId: GUID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: GUID,
  MicrosoftAppPassword: 'secret',
};
const cosmos = { PUNKT_STORE: 'cosmos', COSMOS_ENDPOINT: 'https://punkt.documents.azure.com/' };

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** For each setting: wrong values, what the start says it should be, and what stands around it. */
const wrong: Readonly<Record<string, readonly [values: readonly string[], says: RegExp, beside?: object]>> = {
  PORT: [['http', '-1', '65536', '80.5', '3978 '], /port number from 0 to 65535/u],
  PUNKT_MODE: [['prod', 'Production', 'test'], /production or development/u],
  PUNKT_STORE: [['lmdb', 'Cosmos', 'sql'], /embedded or cosmos/u],
  // Any path may be one; that it cannot be used is said when it is opened (tests/http/tokens.test.ts).
  PUNKT_DATA: [[], /./u],
  COSMOS_ENDPOINT: [
    ['punkt', 'https://x/y', 'ftp://x', 'https://u:p@x'],
    /URL of an account, such as https:/u,
    cosmos,
  ],
  COSMOS_KEY: [
    ['not a key!', 'AccountEndpoint=https://x;AccountKey=abc=='],
    /key of the account, as the portal/u,
    cosmos,
  ],
  COSMOS_DATABASE: [['a/b', '-x', 'æ'], /name of letters, digits, - and _/u, cosmos],
  PUNKT_LOG_LEVEL: [['verbose', 'INFO'], /one of trace, debug, info, warn, error, fatal, silent/u],
  PUNKT_LANGUAGE: [['dansk', 'DA', 'sv'], /person, da or en/u],
  PUNKT_FORMS: [['popup', 'Dialog'], /dialog or card/u],
  PUNKT_RETENTION_DAYS: [['0', '-5', '1.5', 'two'], /number of days, 1 or more/u],
  MicrosoftAppId: [['punkt', `{${GUID}}`, GUID.slice(1)], /GUID/u],
  // botbuilder takes any of these for MultiTenant, without a word (platform.md 6).
  MicrosoftAppType: [
    ['MultiTenant', 'singletenant', 'SingleTenant ', 'UserAssignedMsi', 'SystemAssignedMSI'],
    /SingleTenant or UserAssignedMSI/u,
  ],
  MicrosoftAppPassword: [
    ['secret'],
    /must not be set with UserAssignedMSI/u,
    { MicrosoftAppType: 'UserAssignedMSI' },
  ],
  MicrosoftAppTenantId: [['region.dk', 'common'], /GUID/u],
  PUNKT_TENANTS: [['region.dk', `${GUID};${GUID}`, `${GUID},`, '*'], /tenant GUIDs separated by commas/u],
  PUNKT_SSO_APP_ID: [['punkt', `api://${GUID}`, GUID.slice(1)], /GUID/u],
  PUNKT_HOST: [
    ['https://punkt.example.org', 'punkt', 'punkt.example.org/', 'punkt.example.org:443'],
    /host name such as punkt\.example\.org/u,
  ],
  PUNKT_TEST_AUTHORITY: [
    ['https://login.example.org', '127.0.0.1:4000'],
    /loopback URL such as http:\/\/127\.0\.0\.1/u,
    { PUNKT_MODE: 'development' },
  ],
};

describe.each(settings.map(({ name }) => name))('a start with %s', (name) => {
  const [values = [], says = /never/u, beside = {}] = wrong[name] ?? [];
  const around = { ...base, ...beside };

  it('wrong names it and says what it should be', () => {
    expect(Object.keys(wrong)).toContain(name);
    for (const value of values) {
      const problems = problemsOf({ ...around, [name]: value });
      const named = problems.filter((problem) => problem.startsWith(`${name} `));
      expect([value, named.join()]).toEqual([value, expect.stringMatching(says)]);
    }
  });

  it('empty names it and says what to do', () => {
    for (const value of ['', ' ', '\t'])
      expect(problemsOf({ ...around, [name]: value })).toContain(
        `${name} is empty: remove it or give it a value.`,
      );
  });

  it('missing names it where Punkt cannot do without, else holds its default', () => {
    const { [name]: _, ...without } = { ...around, ...(name.startsWith('COSMOS') ? cosmos : {}) } as Record<
      string,
      string
    >;
    const required = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'COSMOS_ENDPOINT'];
    const needed = required.includes(name);
    const problems = problemsOf(name === 'PUNKT_STORE' ? base : without);
    expect(problems.filter((problem) => problem.startsWith(`${name} is missing: `))).toHaveLength(
      needed ? 1 : 0,
    );
    if (!needed) expect(problems.filter((problem) => problem.startsWith(name))).toEqual([]);
  });
});

it('a start without the secret of a single tenant names it', () => {
  const { MicrosoftAppPassword: _, ...without } = base;
  expect(problemsOf(without)).toEqual([
    'MicrosoftAppPassword is missing: SingleTenant needs the client secret.',
  ]);
});
