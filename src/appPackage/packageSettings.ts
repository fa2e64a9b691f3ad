import { parseEnv } from 'node:util';
import { z } from 'zod';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const lower = (value: string) => value.toLowerCase();
const guidRule = z.string({ error: 'is missing: a GUID' }).regex(guid, 'must be a GUID').transform(lower);
const urlRule = z
  .string({ error: 'is missing: a URL that begins with https://' })
  .refine((text) => text.length <= 2048 && isHttpsUrl(text), 'must be a URL that begins with https://');

/** Shape and limits as the manifest's schema has them. */
const variables = z.object({
  TEAMS_APP_ID: guidRule,
  MicrosoftAppId: guidRule,
  TEAMS_HOST: z
    .string({ error: 'is missing: a host name such as punkt.example.org' })
    .max(253, 'must be a host name')
    .regex(
      /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i,
      'must be a host name such as punkt.example.org, without https:// and path',
    )
    .transform(lower),
  TEAMS_SSO_APP_ID: guidRule.optional(),
  TEAMS_DEVELOPER_NAME: z
    .string({ error: 'is missing: who offers the app, such as the name of your region' })
    .max(32, 'must have at most 32 characters'),
  TEAMS_DEVELOPER_URL: urlRule,
  TEAMS_PRIVACY_URL: urlRule,
  TEAMS_TERMS_URL: urlRule,
});

/** What the app package is filled with. */
export type PackageSettings = Readonly<Record<keyof typeof variables.shape, string>>;

/** The file's variables are wrong; one line for each problem, naming the variable. */
export class PackageRefusal extends Error {
  override readonly name = 'PackageRefusal';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/**
 * Reads the file of `--env` (see manifest/example.env).
 * @throws PackageRefusal with all problems at once.
 */
export function readPackageSettings(file: string): PackageSettings {
  const set = Object.fromEntries(Object.entries(parseEnv(file)).map(([name, value]) => [name, value ?? '']));
  const known = Object.keys(variables.shape);
  const problems = Object.keys(set)
    .filter((name) => /^TEAMS_/i.test(name) && !known.includes(name))
    .map((name) => `${name} is not known here; known are ${known.join(', ')}.`);
  const empty = known.filter((name) => set[name]?.trim() === '');
  problems.push(...empty.map((name) => `${name} is empty: give it a value, or remove it.`));
  const parsed = variables.safeParse(set);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    if (!empty.includes(name)) problems.push(`${name} ${message}.`);
  }
  if (!parsed.success || problems.length > 0) throw new PackageRefusal([...new Set(problems)]);
  return { ...parsed.data, TEAMS_SSO_APP_ID: parsed.data.TEAMS_SSO_APP_ID ?? parsed.data.MicrosoftAppId };
}

function isHttpsUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
