import { resolve } from 'node:path';
import { z } from 'zod';
import type { CosmosSettings } from './store/cosmos/store.ts';

/** Which store, and how it is reached. */
export type StoreSettings =
  /** `folder`: absolute. */
  { readonly kind: 'embedded'; readonly folder: string } | ({ readonly kind: 'cosmos' } & CosmosSettings);

export type StoreKind = StoreSettings['kind'];

/** The rows of the README's table that are about the store. */
export const storeRows = [
  {
    name: 'PUNKT_STORE',
    default: 'embedded',
    meaning: '`embedded`, or `cosmos`: Azure Cosmos DB for NoSQL.',
  },
  { name: 'PUNKT_DATA', default: './data', meaning: 'Folder of the embedded store.' },
  {
    name: 'COSMOS_ENDPOINT',
    default: '',
    meaning: 'URL of the Cosmos DB account. Required with `PUNKT_STORE=cosmos`, refused without.',
  },
  {
    name: 'COSMOS_KEY',
    default: '',
    meaning:
      'Key of the account. Without it an Entra identity: the managed one (`AZURE_CLIENT_ID`, else that of the bot), or who is signed in to `az`.',
  },
  { name: 'COSMOS_DATABASE', default: 'punkt', meaning: 'Database in the account.' },
] as const;

/** The store's variables in the environment. */
export const storeVariables = {
  PUNKT_STORE: z.enum(['embedded', 'cosmos'], 'must be embedded or cosmos').default('embedded'),
  PUNKT_DATA: z
    .string()
    .transform((folder) => resolve(folder))
    .default(resolve('./data')),
  COSMOS_ENDPOINT: z
    .string()
    .refine(isAccountUrl, 'must be the URL of an account, such as https://NAME.documents.azure.com')
    .optional(),
  COSMOS_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]+=*$/, 'must be the key of the account, as the portal shows it')
    .optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'must be a name of letters, digits, - and _')
    .default('punkt'),
};
const schema = z.object(storeVariables);

type Variables = Readonly<Record<string, string | undefined>>;

/** Rules between the store's variables, for a server that uses the store of PUNKT_STORE. */
export function storeConflicts(set: Variables): string[] {
  if (set.PUNKT_STORE === 'cosmos') return cosmosConflicts(set);
  return ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE']
    .filter((name) => set[name] !== undefined)
    .map((name) => `${name} is set, but PUNKT_STORE is not cosmos.`);
}

function cosmosConflicts(set: Variables): string[] {
  const { COSMOS_ENDPOINT: endpoint } = set;
  if (endpoint === undefined) return ['COSMOS_ENDPOINT is missing: the URL of the Cosmos DB account.'];
  if (!endpoint.startsWith('http:')) return [];
  if (set.PUNKT_MODE !== 'development')
    return ['COSMOS_ENDPOINT must begin with https (http only with PUNKT_MODE=development).'];
  return isLoopbackUrl(endpoint) ? [] : ['COSMOS_ENDPOINT may be http on this machine only.'];
}

/**
 * One store's settings, whatever PUNKT_STORE says.
 * @returns the settings, or one line for each problem.
 */
export function storeSettingsOf(
  kind: StoreKind,
  env: Variables,
): StoreSettings | { readonly problems: readonly string[] } {
  const names = kind === 'cosmos' ? ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE'] : ['PUNKT_DATA'];
  const set = Object.fromEntries(names.map((name) => [name, env[name]]));
  const problems = names
    .filter((name) => set[name]?.trim() === '')
    .map((name) => `${name} is empty: remove it or give it a value.`);
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) problems.push(`${String(path[0])} ${message}.`);
  }
  if (kind === 'cosmos') problems.push(...cosmosConflicts(env));
  if (!parsed.success || problems.length > 0) return { problems: [...new Set(problems)] };
  return chosen(kind, parsed.data, env);
}

/** From what was parsed; `env` for what Azure itself sets. */
export function chosen(kind: StoreKind, values: z.infer<typeof schema>, env: Variables): StoreSettings {
  if (kind === 'embedded') return { kind, folder: values.PUNKT_DATA };
  return {
    kind,
    endpoint: values.COSMOS_ENDPOINT ?? '',
    key: values.COSMOS_KEY ?? null,
    database: values.COSMOS_DATABASE,
    identityClientId: identityOf(env),
  };
}

/** Client id of the user-assigned managed identity: the one that Azure's libraries are told, else that of the bot. */
function identityOf(env: Variables): string | null {
  const bot = env.MicrosoftAppType === 'UserAssignedMSI' ? env.MicrosoftAppId : undefined;
  return env.AZURE_CLIENT_ID || bot || null;
}

function isAccountUrl(text: string): boolean {
  return isPlainUrl(text) && ['', '/'].includes(new URL(text).pathname);
}

/** Only http(s) to this machine, with nothing but host and path. */
export function isLoopbackUrl(text: string): boolean {
  return isPlainUrl(text) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname);
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && /^https?:$/.test(url.protocol);
}
