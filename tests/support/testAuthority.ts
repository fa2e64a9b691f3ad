import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a token is made of; every part can be made wrong. Times in seconds from now. */
export interface TokenParts {
  readonly audience?: string | string[];
  readonly issuer?: string;
  readonly serviceUrl?: string;
  readonly expiresIn?: number;
  readonly notBefore?: number;
  /** Further claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `ours`: the published key. `stranger`: another key under the published id. `unknown`: a key id nobody published. */
  readonly key?: 'ours' | 'stranger' | 'unknown';
}

export interface TestAuthority {
  /** Issuer, and the value of PUNKT_TEST_AUTHORITY. */
  readonly url: string;
  /** The GUID that is the audience of good tokens. */
  readonly appId: string;
  /** A good channel token for that service URL, unless a part says otherwise. */
  token(serviceUrl: string, parts?: TokenParts): Promise<string>;
  /** The same claims as a good token, with `alg: none` and no signature. */
  unsigned(serviceUrl: string): string;
  /** A good token of Teams' single sign-on for that account, unless a part says otherwise. */
  ssoToken(oid: string, tenantId: string, parts?: TokenParts): Promise<string>;
  /** The same claims, with `alg: none` and no signature. */
  unsignedSso(oid: string, tenantId: string): string;
  /** How often the keys were fetched. */
  readonly keyRequests: () => number;
  close(): Promise<void>;
}

/** Stands in for Azure Bot Service's token issuer: OpenID metadata and keys on loopback. */
export async function startTestAuthority(
  options: {
    readonly appId?: string;
    /** For all tests of a file: it need not be closed. */
    readonly lasting?: boolean;
  } = {},
): Promise<TestAuthority> {
  const appId = options.appId ?? randomUUID();
  const ours = await generateKeyPair('RS256');
  let stranger: ReturnType<typeof generateKeyPair> | undefined;
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(ours.publicKey)), kid, use: 'sig', endorsements: ['msteams'] };
  let keyRequests = 0;
  // botbuilder keeps the keys by address for a day: a path of its own for each authority of the process.
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    const answer = (body: unknown) =>
      response
        .setHeader('content-type', 'application/json')
        .setHeader('connection', 'close')
        .end(JSON.stringify(body));
    if (request.url === `${path}/.well-known/openidconfiguration`) {
      answer({ issuer: url, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    } else if (request.url === `${path}/keys` || request.url === `${path}/common/discovery/v2.0/keys`) {
      keyRequests += 1;
      answer({ keys: [jwk] });
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  if (options.lasting) server.unref().on('connection', (socket) => socket.unref());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  const now = () => Math.floor(Date.now() / 1000);
  async function signed(serviceUrl: string, parts: TokenParts): Promise<string> {
    const key = parts.key ?? 'ours';
    if (key !== 'ours') stranger ??= generateKeyPair('RS256');
    const pair = key === 'ours' ? ours : await stranger;
    if (!pair) throw new Error('no key');
    return new SignJWT({ serviceurl: parts.serviceUrl ?? serviceUrl, ...parts.claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key === 'unknown' ? randomUUID() : kid })
      .setIssuer(parts.issuer ?? url)
      .setAudience(parts.audience ?? appId)
      .setNotBefore(now() + (parts.notBefore ?? -60))
      .setExpirationTime(now() + (parts.expiresIn ?? 3600))
      .sign(pair.privateKey);
  }
  const ssoClaims = (oid: string, tid: string) => ({
    oid,
    tid,
    scp: 'access_as_user',
    ver: '2.0',
    name: 'x',
  });
  const ssoIssuer = (tid: string) => `${url}/${tid}/v2.0`;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  // Signing takes a millisecond of the machine that the tests share, and Azure Bot Service uses a token again, too.
  const good = new Map<string, Promise<string>>();
  return {
    url,
    appId,
    keyRequests: () => keyRequests,
    async token(serviceUrl, parts) {
      if (parts) return signed(serviceUrl, parts);
      const token = good.get(serviceUrl) ?? signed(serviceUrl, {});
      good.set(serviceUrl, token);
      return token;
    },
    async ssoToken(oid, tenantId, parts = {}) {
      const claims = { ...ssoClaims(oid, tenantId), ...parts.claims };
      return signed('', {
        issuer: ssoIssuer(tenantId),
        ...parts,
        claims: { serviceurl: undefined, ...claims },
      });
    },
    unsignedSso(oid, tenantId) {
      const times = { nbf: now() - 60, exp: now() + 3600 };
      const claims = { ...ssoClaims(oid, tenantId), ...times, iss: ssoIssuer(tenantId), aud: appId };
      return `${part({ alg: 'none', typ: 'JWT', kid })}.${part(claims)}.`;
    },
    unsigned(serviceUrl) {
      const claims = { iss: url, aud: appId, serviceurl: serviceUrl, nbf: now() - 60, exp: now() + 3600 };
      return `${part({ alg: 'none', typ: 'JWT', kid })}.${part(claims)}.`;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
