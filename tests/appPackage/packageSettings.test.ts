import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PackageRefusal, readPackageSettings } from '../../src/appPackage/packageSettings.ts';

const example = readFileSync(new URL('../../manifest/example.env', import.meta.url), 'utf8');
/** The example with one variable changed, or taken out. */
const withLine = (name: string, value: string | null) =>
  example.replace(new RegExp(`^${name}=.*$`, 'mu'), value === null ? '' : `${name}=${value}`);

function problemsOf(file: string): readonly string[] {
  try {
    readPackageSettings(file);
  } catch (error) {
    if (error instanceof PackageRefusal) return error.problems;
    throw error;
  }
  return [];
}
const names = [...example.matchAll(/^(\w+)=/gmu)].map(([, name = '']) => name);

describe('the variables of the app package', () => {
  it('take the identity of the bot for the sign-in of the tab, unless another is named', () => {
    const { MicrosoftAppId, TEAMS_SSO_APP_ID } = readPackageSettings(example);
    expect(TEAMS_SSO_APP_ID).toBe(MicrosoftAppId);
    const own = '8D2B6C40-1A9F-4E57-B3D0-6C7E5F4A3B22';
    const other = readPackageSettings(`${example}\nTEAMS_SSO_APP_ID=${own}`);
    expect(other.TEAMS_SSO_APP_ID).toBe(own.toLowerCase());
  });

  it.each(names)('name %s where it is missing or empty, once', (name) => {
    expect(problemsOf(withLine(name, null))).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing: `)),
    ]);
    expect(problemsOf(withLine(name, ''))).toEqual([`${name} is empty: give it a value, or remove it.`]);
  });

  it.each([
    ['TEAMS_APP_ID', 'punkt', /must be a GUID/],
    ['MicrosoftAppId', '3f0c9a52', /must be a GUID/],
    ['TEAMS_HOST', 'https://punkt.example.org', /must be a host name/],
    ['TEAMS_HOST', 'punkt.example.org/tab', /must be a host name/],
    ['TEAMS_HOST', 'localhost', /must be a host name/],
    ['TEAMS_DEVELOPER_NAME', 'x'.repeat(33), /at most 32 characters/],
    ['TEAMS_DEVELOPER_URL', 'www.example.org', /must be a URL that begins with https/],
    ['TEAMS_PRIVACY_URL', 'http://example.org', /must be a URL that begins with https/],
    ['TEAMS_TERMS_URL', `https://example.org/${'x'.repeat(2050)}`, /must be a URL/],
  ])('name %s where it is wrong (%s)', (name, value, said) => {
    const [problem, ...more] = problemsOf(withLine(name, value));
    expect(problem).toMatch(said);
    expect(problem?.startsWith(name)).toBe(true);
    expect(more).toEqual([]);
  });

  it('name one that is mistyped, and all problems at once', () => {
    expect(problemsOf(`${example}\nTEAMS_HOSTS=x`)).toEqual([
      expect.stringMatching(/^TEAMS_HOSTS is not known/),
    ]);
    expect(problemsOf('')).toHaveLength(names.length);
  });

  it('leave what is not theirs alone', () => {
    expect(problemsOf(`${example}\nAZURE_SUBSCRIPTION=x\nPUNKT_MODE=production`)).toEqual([]);
  });
});
