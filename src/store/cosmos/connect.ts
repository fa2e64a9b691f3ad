import type { CosmosClient, CosmosClientOptions } from '@azure/cosmos';
import { directHttpClient } from './httpClient.ts';

/** The account and who speaks to it. */
export interface CosmosSettings {
  /** URL of the account. */
  readonly endpoint: string;
  /** Null: an identity of Entra is used. */
  readonly key: string | null;
  readonly database: string;
  /** Client id of the user-assigned managed identity; null: that of the system. */
  readonly identityClientId: string | null;
  /** Every time limit is taken so many times; default 1, made for taps. */
  readonly patience?: number;
}

/** One client a process: it holds connections, tokens, and what this session has seen. */
export async function connect(settings: CosmosSettings): Promise<CosmosClient> {
  const { endpoint, key, identityClientId } = settings;
  const cosmos = await import('@azure/cosmos');
  const options: CosmosClientOptions = {
    endpoint,
    ...(key === null ? { aadCredentials: await credential(identityClientId) } : { key }),
    httpClient: directHttpClient(),
    userAgentSuffix: 'punkt',
    connectionPolicy: {
      // A server on this machine advertises addresses that are not its own; over plain HTTP there is nothing to discover.
      enableEndpointDiscovery: !endpoint.startsWith('http:'),
      enablePartitionLevelFailover: false,
      // `Requests` ends every try and tries again itself: the client's own retries (30 s) outlast a tap.
      requestTimeout: 60_000,
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 0,
        maxWaitTimeInSeconds: 0,
      },
    },
  };
  return new cosmos.CosmosClient(options);
}

/** The managed identity in Azure; on a developer's machine who is signed in to Azure's command line. */
async function credential(clientId: string | null) {
  const identity = await import('@azure/identity');
  return new identity.ChainedTokenCredential(
    clientId === null
      ? new identity.ManagedIdentityCredential()
      : new identity.ManagedIdentityCredential({ clientId }),
    new identity.EnvironmentCredential(),
    new identity.AzureCliCredential(),
    new identity.AzureDeveloperCliCredential(),
  );
}
