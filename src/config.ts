import { z } from 'zod';
import type { Language } from './meeting/agenda.ts';
import {
  chosen,
  isLoopbackUrl,
  type StoreKind,
  type StoreSettings,
  storeConflicts,
  storeRows,
  storeSettingsOf,
  storeVariables,
} from './storeSettings.ts';

/** One environment variable, as the README's table shows it. */
export interface Setting {
  readonly name: string;
  /** What holds when the variable is not set; empty: nothing. */
  readonly default: string;
  readonly meaning: string;
}

/** Every variable that Punkt reads. */
export const settings: readonly Setting[] = [
  { name: 'PORT', default: '3978', meaning: 'Port of the HTTP server; 0 takes a free one.' },
  {
    name: 'PUNKT_MODE',
    default: 'production',
    meaning: '`production`, or `development`: loopback only, loopback service URLs allowed.',
  },
  ...storeRows,
  {
    name: 'PUNKT_LOG_LEVEL',
    default: 'info',
    meaning: '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.',
  },
  {
    name: 'PUNKT_LANGUAGE',
    default: 'person',
    meaning: "`person`: answers by each person's Teams locale; `da` or `en`: always Danish, always English.",
  },
  {
    name: 'PUNKT_FORMS',
    default: 'dialog',
    meaning: '`dialog`: forms are dialogs; `card`: forms replace the card, for clients without dialogs.',
  },
  {
    name: 'PUNKT_RETENTION_DAYS',
    default: '',
    meaning:
      'Days after its end that a meeting whose minutes were exported is erased, looked at daily; without it meetings are kept.',
  },
  {
    name: 'MicrosoftAppId',
    default: '',
    meaning: 'App id (GUID) of the bot registration. Required in production; without it nothing is verified.',
  },
  {
    name: 'MicrosoftAppType',
    default: '',
    meaning: '`SingleTenant` or `UserAssignedMSI`. Required with an app id.',
  },
  {
    name: 'MicrosoftAppPassword',
    default: '',
    meaning: 'Client secret. Required with `SingleTenant`, refused with `UserAssignedMSI`.',
  },
  {
    name: 'MicrosoftAppTenantId',
    default: '',
    meaning: 'Tenant (GUID) of the bot registration. Required with an app id.',
  },
  {
    name: 'PUNKT_TENANTS',
    default: 'the value of MicrosoftAppTenantId',
    meaning: 'Tenants (GUIDs, comma-separated) whose conversations are served.',
  },
  {
    name: 'PUNKT_SSO_APP_ID',
    default: 'the value of MicrosoftAppId',
    meaning: 'App registration (GUID) of sign-in to the page; TEAMS_SSO_APP_ID of the app package.',
  },
  {
    name: 'PUNKT_HOST',
    default: '',
    meaning: 'Host name of Punkt, for links to the page; TEAMS_HOST of the app package.',
  },
  {
    name: 'PUNKT_TEST_AUTHORITY',
    default: '',
    meaning: 'Development only: loopback URL of a test token authority that stands in for Microsoft.',
  },
];

/** How Punkt is known to Azure Bot Service. */
export type BotRegistration =
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string };

export interface Config {
  readonly mode: 'production' | 'development';
  readonly port: number;
  /** Development listens on loopback only, whatever else is set. */
  readonly host: '0.0.0.0' | '127.0.0.1';
  readonly store: StoreSettings;
  /** How a button opens a form: as a dialog of Teams, or as a card that only who tapped sees. */
  readonly forms: 'dialog' | 'card';
  /** Days that an ended meeting is kept; null: for ever. */
  readonly retentionDays: number | null;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** The language of every answer; null: that of each person's locale. */
  readonly language: Language | null;
  /** Null: development without identity; requests are not verified. */
  readonly bot: BotRegistration | null;
  /** Tenants (lower case) that are served; empty only in development without a bot: then any is. */
  readonly tenants: readonly string[];
  /** App registration of sign-in to the page (GUID, lower case); null without a bot. */
  readonly ssoAppId: string | null;
  /** Host name at which people reach Punkt; null: not told. */
  readonly publicHost: string | null;
  /** Issuer and base URL of the test authority, without a slash at the end. */
  readonly testAuthority: string | null;
}

/** The environment is wrong; one line for each problem, naming the variable, never showing its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const needingApp = ['MicrosoftAppType', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'PUNKT_SSO_APP_ID'];
const hostName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/i;
const modes = ['production', 'development'] as const;
const forms = ['dialog', 'card'] as const;
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const lower = (value: string) => value.toLowerCase();

const portRule = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65535);

const environment = z.object({
  PORT: z
    .string()
    .refine((value) => portRule.safeParse(value).success, 'must be a port number from 0 to 65535')
    .transform(Number)
    .default(3978),
  PUNKT_MODE: z.enum(modes, 'must be production or development').default('production'),
  ...storeVariables,
  PUNKT_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  PUNKT_LANGUAGE: z.enum(['person', 'da', 'en'], 'must be person, da or en').default('person'),
  PUNKT_FORMS: z.enum(forms, 'must be dialog or card').default('dialog'),
  PUNKT_RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a number of days, 1 or more')
    .transform(Number)
    .optional(),
  MicrosoftAppId: z.string().regex(guid, 'must be a GUID').transform(lower).optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().regex(guid, 'must be a GUID').transform(lower).optional(),
  PUNKT_TENANTS: z
    .string()
    .transform((list) => list.split(',').map((tenant) => tenant.trim().toLowerCase()))
    .refine((list) => list.every((tenant) => guid.test(tenant)), 'must be tenant GUIDs separated by commas')
    .optional(),
  PUNKT_SSO_APP_ID: z.string().regex(guid, 'must be a GUID').transform(lower).optional(),
  PUNKT_HOST: z
    .string()
    .regex(hostName, 'must be a host name such as punkt.example.org')
    .transform(lower)
    .optional(),
  PUNKT_TEST_AUTHORITY: z
    .string()
    .refine(isLoopbackUrl, 'must be a loopback URL such as http://127.0.0.1:4000')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
});

/**
 * Reads the settings of the server.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = ourVariables(env);
  const problems = [...unknownNames(set), ...emptyValues(set)];
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${String(issue.path[0])} ${issue.message}.`);
  }
  problems.push(...conflicts(set), ...storeConflicts(set));
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);

  const values = parsed.data;
  const bot = registration(values);
  return {
    mode: values.PUNKT_MODE,
    port: values.PORT,
    host: values.PUNKT_MODE === 'production' ? '0.0.0.0' : '127.0.0.1',
    store: chosen(values.PUNKT_STORE, values, env),
    logLevel: values.PUNKT_LOG_LEVEL,
    language: values.PUNKT_LANGUAGE === 'person' ? null : values.PUNKT_LANGUAGE,
    forms: values.PUNKT_FORMS,
    retentionDays: values.PUNKT_RETENTION_DAYS ?? null,
    bot,
    tenants: values.PUNKT_TENANTS ?? (bot ? [bot.tenantId] : []),
    ssoAppId: values.PUNKT_SSO_APP_ID ?? bot?.appId ?? null,
    publicHost: values.PUNKT_HOST ?? null,
    testAuthority: values.PUNKT_TEST_AUTHORITY ?? null,
  };
}

/**
 * The settings of one store alone, for the command line, which needs no bot registration; by default of the one that
 * PUNKT_STORE names.
 * @throws ConfigError
 */
export function readStoreSettings(
  env: Readonly<Record<string, string | undefined>>,
  kind?: StoreKind,
): StoreSettings {
  const named = environment.shape.PUNKT_STORE.safeParse(env.PUNKT_STORE);
  if (!kind && !named.success) throw new ConfigError(['PUNKT_STORE must be embedded or cosmos.']);
  const settings = storeSettingsOf(kind ?? named.data ?? 'embedded', env);
  if ('problems' in settings) throw new ConfigError(settings.problems);
  return settings;
}

type Values = z.infer<typeof environment>;
type Variables = Readonly<Record<string, string>>;

/** Ours are PORT and the three families; the rest of the environment is none of our business. */
function ourVariables(env: Readonly<Record<string, string | undefined>>): Variables {
  const ours: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    // PUNKT_TEST_CASES belongs to the test run (`npm run test:long`), and is inherited by servers started in it.
    if (value === undefined || name === 'PUNKT_TEST_CASES') continue;
    if (name === 'PORT' || /^(PUNKT_|COSMOS_|MicrosoftApp)/i.test(name)) ours[name] = value;
  }
  return ours;
}

/** A mistyped name would otherwise silently leave its default, which may be the less safe one. */
function unknownNames(set: Variables): string[] {
  const known = new Set(settings.map((setting) => setting.name));
  return Object.keys(set)
    .filter((name) => !known.has(name))
    .map((name) => `${name} is not a setting of Punkt; known are ${[...known].join(', ')}.`);
}

function emptyValues(set: Variables): string[] {
  return Object.keys(set)
    .filter((name) => set[name]?.trim() === '')
    .map((name) => `${name} is empty: remove it or give it a value.`);
}

/** Rules between variables; they look at what is set, so that they are told together with wrong values. */
function conflicts(set: Variables): string[] {
  const development = set.PUNKT_MODE === 'development';
  const problems: string[] = [];
  if (set.MicrosoftAppId === undefined) {
    if (!development)
      problems.push('MicrosoftAppId is missing: give the GUID of the app, or PUNKT_MODE=development.');
    for (const name of needingApp) {
      if (set[name] !== undefined) problems.push(`${name} is set, but MicrosoftAppId is missing.`);
    }
    if (set.PUNKT_TEST_AUTHORITY !== undefined)
      problems.push('PUNKT_TEST_AUTHORITY verifies tokens for MicrosoftAppId, which is missing.');
  } else {
    if (set.MicrosoftAppType === undefined)
      problems.push('MicrosoftAppType is missing: SingleTenant or UserAssignedMSI.');
    if (set.MicrosoftAppTenantId === undefined)
      problems.push('MicrosoftAppTenantId is missing: the GUID of the tenant.');
    if (set.MicrosoftAppType === 'SingleTenant' && set.MicrosoftAppPassword === undefined)
      problems.push('MicrosoftAppPassword is missing: SingleTenant needs the client secret.');
    if (set.MicrosoftAppType === 'UserAssignedMSI' && set.MicrosoftAppPassword !== undefined)
      problems.push('MicrosoftAppPassword must not be set with UserAssignedMSI.');
  }
  if (set.PUNKT_TEST_AUTHORITY !== undefined && !development)
    problems.push('PUNKT_TEST_AUTHORITY is allowed only with PUNKT_MODE=development.');
  return problems;
}

function registration(values: Values): BotRegistration | null {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: type } = values;
  if (appId === undefined || tenantId === undefined || type === undefined) return null;
  if (type === 'UserAssignedMSI') return { type, appId, tenantId };
  return { type, appId, tenantId, password: values.MicrosoftAppPassword ?? '' };
}
