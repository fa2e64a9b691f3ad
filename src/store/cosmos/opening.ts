import type { Container, CosmosClient } from '@azure/cosmos';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import { type StoreRefusalCode, StoreRefused } from '../refusal.ts';
import { type ContainerName, containersInWords, definitionOf, FORMAT, partitionKeys } from './containers.ts';
import { OPENING, type Requests, statusOf, substatusOf } from './requests.ts';

/** The format's item: in a partition that no meeting has, because `~` begins hashes only. */
const FORMAT_ITEM = { id: 'format', meetingId: '~punkt' } as const;

/** RU/s: the least that a database with shared throughput has. */
const SHARED_THROUGHPUT = 400;

/** Cosmos DB's substatus where an Entra identity asks for what only management may do, or lacks the data role. */
const NOT_IN_DATA_PLANE = 5300;
const NO_DATA_ROLE = 5301;

/** Checks account, database, containers and format, and creates what is missing. @throws StoreRefused */
export async function openContainers(
  client: CosmosClient,
  databaseId: string,
  place: string,
  requests: Requests,
): Promise<Record<ContainerName, Container>> {
  const refuse = (code: StoreRefusalCode, sentence: string, cause?: unknown) =>
    new StoreRefused(code, place, sentence, cause);
  try {
    await checkAccount(client, requests, refuse);
    const database = client.database(databaseId);
    const open = async (name: ContainerName) => {
      const container = database.container(name);
      const read = () =>
        requests.run(async (abortSignal) => {
          const { statusCode, resource } = await container.read({ abortSignal });
          return { statusCode, value: resource };
        }, OPENING);
      let { value: found } = await read();
      if (!found) {
        await create(client, databaseId, name, requests);
        ({ value: found } = await read());
      }
      const wanted = `/${partitionKeys[name]}`;
      if (found?.partitionKey?.paths.join() === wanted) return container;
      throw refuse('unusable', `Container ${name} is not partitioned by ${wanted}.`);
    };
    // The first creates the database where it is missing.
    const meetings = await open('meetings');
    const [drafts, conversations] = await Promise.all([open('drafts'), open('conversations')]);
    await checkFormat(meetings, requests, refuse);
    return { meetings, drafts, conversations };
  } catch (error) {
    throw error instanceof StoreRefused ? error : refused(error, databaseId, refuse);
  }
}

/** What `@azure/identity` throws. */
const NOT_SIGNED_IN: ReadonlySet<string> = new Set([
  'AggregateAuthenticationError',
  'AuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]);

type Refuse = (code: StoreRefusalCode, sentence: string, cause?: unknown) => StoreRefused;

/** What the log rests on: a create that exists once in the world, and reading what one has written. */
async function checkAccount(client: CosmosClient, requests: Requests, refuse: Refuse): Promise<void> {
  const { value: account } = await requests.run(async (abortSignal) => {
    const { resource } = await client.getDatabaseAccount({ abortSignal });
    return { value: resource };
  }, OPENING);
  if (account?.enableMultipleWritableLocations) {
    throw refuse('unusable', 'The account writes in several regions: turn multi-region writes off.');
  }
  const level: string = account?.consistencyPolicy ?? 'Session';
  if (level === 'Eventual' || level === 'ConsistentPrefix') {
    throw refuse('unusable', `The account's consistency is ${level}: at least Session is needed.`);
  }
}

/** Creates a container, and the database where that is missing too. */
async function create(
  client: CosmosClient,
  databaseId: string,
  name: ContainerName,
  requests: Requests,
): Promise<void> {
  const database = client.database(databaseId);
  const { status } = await requests.run(async (abortSignal) => {
    const { statusCode } = await database.read({ abortSignal });
    return { statusCode, value: true };
  }, OPENING);
  if (status === 404) await createDatabase(client, databaseId, requests);
  // Several processes may start at once: "there already" is as good as created.
  await requests.run(async (abortSignal) => {
    const { statusCode } = await database.containers.create(definitionOf(name), { abortSignal });
    return { statusCode, value: true };
  }, OPENING);
}

/** With the least throughput that its containers can share; a serverless account refuses any. */
async function createDatabase(client: CosmosClient, id: string, requests: Requests): Promise<void> {
  const createWith = (throughput: { throughput?: number }) =>
    requests.run(async (abortSignal) => {
      const { statusCode } = await client.databases.create({ id, ...throughput }, { abortSignal });
      return { statusCode, value: true };
    }, OPENING);
  try {
    await createWith({ throughput: SHARED_THROUGHPUT });
  } catch (error) {
    if (!(error instanceof StoreUnavailable && statusOf(error.cause) === 400)) throw error;
    await createWith({});
  }
}

/** Written at the first start, and again at every other: that shows whether this process may write. */
async function checkFormat(meetings: Container, requests: Requests, refuse: Refuse): Promise<void> {
  const { id, meetingId } = FORMAT_ITEM;
  const { value: found } = await requests.run(async (abortSignal) => {
    const { statusCode, resource } = await meetings.item(id, meetingId).read({ abortSignal });
    return { statusCode, value: resource as { format?: unknown } | undefined };
  }, OPENING);
  const format = found ? found.format : FORMAT;
  if (typeof format !== 'number') throw refuse('unusable', 'Its format cannot be read.');
  if (format > FORMAT) {
    throw refuse('newer', `It was written by a newer Punkt (format ${format}, known ${FORMAT}).`);
  }
  await requests.run(async (abortSignal) => {
    const { statusCode } = await meetings.items.upsert({ ...FORMAT_ITEM, format: FORMAT }, { abortSignal });
    return { statusCode, value: true };
  }, OPENING);
}

/** What the operator can do about it. */
function refused(error: unknown, databaseId: string, refuse: Refuse): StoreRefused {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  if (cause instanceof Error && NOT_SIGNED_IN.has(cause.name)) {
    return refuse(
      'forbidden',
      'No Entra identity could sign in: give the machine a managed identity (AZURE_CLIENT_ID names one of several), sign in with "az login", or set COSMOS_KEY.',
      cause,
    );
  }
  switch (statusOf(cause)) {
    case 401:
      return refuse(
        'forbidden',
        'The account does not accept COSMOS_KEY, or not the clock of this machine.',
        cause,
      );
    case 403:
      switch (substatusOf(cause)) {
        case NOT_IN_DATA_PLANE:
          return refuse(
            'forbidden',
            `Its containers are missing, and an Entra identity may not create any: create database ${databaseId} with ${containersInWords}, or start once with COSMOS_KEY.`,
            cause,
          );
        case NO_DATA_ROLE:
          return refuse(
            'forbidden',
            'The identity lacks the role "Cosmos DB Built-in Data Contributor" on the account (az cosmosdb sql role assignment create, role 00000000-0000-0000-0000-000000000002).',
            cause,
          );
        default:
          return refuse(
            'forbidden',
            `The account forbids it (a read-only key, or its firewall): ${firstLine(cause)}`,
            cause,
          );
      }
    default:
      return refuse('unusable', `The account cannot be used: ${firstLine(cause)}`, cause);
  }
}

function firstLine(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : error;
  return (String(message ?? 'no answer').split('\n')[0] ?? '').slice(0, 200);
}
