import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Config } from '../config.ts';
import type { TeamsActivity } from './activity.ts';
import { refusedToken } from './channelToken.ts';
import { connectorHttp } from './connectorHttp.ts';

type Settings = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0]>;
type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type BotActivity = Parameters<CloudAdapter['processActivityDirect']>[1];

/** Azure Bot Service's issuer of channel tokens. */
const channelIssuer = 'https://api.botframework.com';

/** The sender is not proven; `reason` is for the log. `unavailable`: the keys to prove it can't be fetched. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  constructor(
    readonly reason: string,
    readonly unavailable = false,
  ) {
    super(reason);
  }
}

/** botbuilder's adapter, narrowed to what Punkt needs of it: is this activity Teams', and a client to write with. */
export class TeamsAdapter extends CloudAdapter {
  readonly #config: Config;

  constructor(config: Config) {
    const http: unknown = connectorHttp;
    const options = { httpClient: http } as ConnectorOptions;
    const none = undefined;
    super(
      new ConfigurationBotFrameworkAuthentication(
        settingsOf(config),
        credentialsOf(config),
        none,
        none,
        options,
      ),
    );
    this.#config = config;
  }

  /**
   * Runs `turn` once the Authorization header is proven to be Teams' for this activity.
   * @throws Unauthenticated, or what `turn` throws.
   */
  async run(authorization: string, activity: TeamsActivity, turn: () => Promise<void>): Promise<void> {
    const { bot, tenants, testAuthority } = this.#config;
    if (bot) {
      const issuer = testAuthority ?? channelIssuer;
      const expected = { issuer, appId: bot.appId, tenants, now: Date.now() };
      const refused = refusedToken(authorization, { ...expected, serviceUrl: activity.serviceUrl });
      if (refused !== null) throw new Unauthenticated(refused);
    }
    try {
      // Only what the check looks at: nothing else of the request can steer botbuilder. Its own turn is not begun: it
      // would make two clients and a context for every tap, which nothing here asks (most of botbuilder's time).
      const { type, id, channelId, serviceUrl } = activity;
      const checked = { type, id, channelId, serviceUrl } as BotActivity;
      await this.botFrameworkAuthentication.authenticateRequest(checked, authorization);
    } catch (error) {
      const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
      const name = error instanceof Error ? error.name : '';
      throw new Unauthenticated('signature', status === 500 || name === 'FetchError');
    }
    await turn();
  }

  /** botbuilder's client for one service URL, which must have been checked (`isAllowedServiceUrl`). */
  connectorClient(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.#config.bot?.appId ?? '');
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
  }
}

function settingsOf({ bot, testAuthority }: Config): Settings {
  if (!bot) return {};
  const settings: Settings = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.type === 'SingleTenant' ? { MicrosoftAppPassword: bot.password } : {}),
  };
  if (testAuthority === null) return settings;
  const metadata = `${testAuthority}/.well-known/openidconfiguration`;
  return {
    ...settings,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: testAuthority,
    ToChannelFromBotLoginUrl: testAuthority,
    ToChannelFromBotOAuthScope: testAuthority,
    OAuthUrl: testAuthority,
    CallerId: 'test',
    ValidateAuthority: false,
  };
}

/**
 * Undefined: botbuilder's own, which asks Microsoft for tokens. Without a bot or with a test authority nothing may
 * go there, and requests to the connector bear a token that is worth nothing.
 */
function credentialsOf({ bot, testAuthority }: Config): CredentialsFactory | undefined {
  if (bot && testAuthority === null) return undefined;
  const credentials: Awaited<ReturnType<CredentialsFactory['createCredentials']>> = {
    async signRequest(request) {
      if (bot) request.headers.set('authorization', 'Bearer test');
      return request;
    },
  };
  return {
    isValidAppId: async (appId) => bot !== null && appId.toLowerCase() === bot.appId,
    isAuthenticationDisabled: async () => bot === null,
    createCredentials: async () => credentials,
  };
}
