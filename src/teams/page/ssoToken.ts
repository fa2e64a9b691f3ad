import { z } from 'zod';
import type { Config } from '../../config.ts';
import { PageProblem } from './problem.ts';
import type { Account } from './visits.ts';

/** Seconds of clock difference that are allowed. */
const TOLERANCE_S = 60;
const KEYS_WITHIN_MS = 2_000;
const KEYS_HOLD_MS = 24 * 3_600_000;
const SCOPE = 'access_as_user';

const Claims = z.object({
  iss: z.string(),
  tid: z.string(),
  oid: z.string().regex(/^[0-9a-f-]{36}$/iu),
  scp: z.string(),
  exp: z.number(),
});

/**
 * Verifies tokens of Teams' single sign-on for this app: form and issuer first, then the signature with the keys that
 * Microsoft publishes for all tenants, then audience, times and scope. Keys are kept for a day.
 */
export function createTokenCheck(
  { bot, ssoAppId, publicHost, tenants, testAuthority }: Config,
  now: () => number,
): (token: string) => Promise<Account> {
  const authority = testAuthority ?? 'https://login.microsoftonline.com';
  const audiences = audiencesOf(ssoAppId, bot?.appId ?? null, publicHost);
  const loaded = async () => {
    const jose = await import('jose');
    const keys = jose.createRemoteJWKSet(new URL(`${authority}/common/discovery/v2.0/keys`), {
      cacheMaxAge: KEYS_HOLD_MS,
      timeoutDuration: KEYS_WITHIN_MS,
    });
    return { jose, keys };
  };
  let parts: ReturnType<typeof loaded> | undefined;

  return async (token) => {
    if (!bot || audiences.length === 0) throw new PageProblem('signInAgain', 'no app');
    parts ??= loaded();
    const { jose, keys } = await parts;
    let said: unknown;
    try {
      said = jose.decodeJwt(token);
    } catch {
      throw new PageProblem('signInAgain', 'malformed');
    }
    const claims = Claims.safeParse(said).data;
    if (!claims) throw new PageProblem('signInAgain', 'claims');
    const tenantId = claims.tid.toLowerCase();
    if (!tenants.includes(tenantId)) throw new PageProblem('signInAgain', 'tenant');
    if (claims.iss.toLowerCase() !== `${authority}/${tenantId}/v2.0`.toLowerCase())
      throw new PageProblem('signInAgain', 'issuer');
    try {
      await jose.jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: audiences,
        clockTolerance: TOLERANCE_S,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'nbf'],
      });
    } catch (error) {
      throw new PageProblem(...reasonOf(error, jose.errors));
    }
    if (!claims.scp.split(' ').includes(SCOPE)) throw new PageProblem('signInAgain', 'scope');
    return { oid: claims.oid.toLowerCase(), tenantId, until: (claims.exp + TOLERANCE_S) * 1000 };
  };
}

/** The app's id, and its names as an Entra registration gives them (a token of version 2 has the id). */
function audiencesOf(appId: string | null, botId: string | null, host: string | null): string[] {
  if (appId === null) return [];
  const named = host === null ? [] : [`api://${host}/${appId}`, `api://${host}/botid-${botId ?? appId}`];
  return [appId, `api://${appId}`, ...named];
}

type JoseErrors = typeof import('jose').errors;

function reasonOf(error: unknown, errors: JoseErrors): ['signInAgain' | 'keysUnavailable', string] {
  if (error instanceof errors.JWTExpired) return ['signInAgain', 'expired'];
  if (error instanceof errors.JWTClaimValidationFailed) {
    const names: Readonly<Record<string, string>> = { aud: 'audience', nbf: 'not yet valid' };
    return ['signInAgain', names[error.claim] ?? 'claims'];
  }
  const forged = [
    errors.JWSSignatureVerificationFailed,
    errors.JWKSNoMatchingKey,
    errors.JOSEAlgNotAllowed,
    errors.JWSInvalid,
    errors.JWTInvalid,
  ];
  if (forged.some((kind) => error instanceof kind)) return ['signInAgain', 'signature'];
  return ['keysUnavailable', 'keys'];
}
