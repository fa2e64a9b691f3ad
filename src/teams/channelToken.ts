import { z } from 'zod';

/** Seconds of clock difference that botbuilder allows too. */
const tolerance = 5 * 60;
const audience = z.union([z.string(), z.array(z.string())]);
const claimsOfChannel = z.object({
  iss: z.string(),
  aud: audience,
  serviceurl: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  tid: z.unknown().optional(),
});

/** What a token must say; `issuer` is the channel's, `tenants` those that are served. */
export interface Expected {
  readonly issuer: string;
  readonly appId: string;
  readonly serviceUrl: string;
  readonly tenants: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Reads an Authorization header before botbuilder verifies its signature, and says what is wrong with it, or null.
 * botbuilder chooses between several ways of checking by what an unverified token says (skill, emulator, channel
 * by id), and remembers an issuer for every `tid` it sees. Only tokens of the one way that Teams uses get that far.
 */
export function refusedToken(header: string, expected: Expected): string | null {
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  if (!match) return header === '' ? 'missing' : 'malformed';
  const head = z.object({ alg: z.literal('RS256'), kid: z.string() }).safeParse(jsonPart(match[1]));
  if (!head.success) return 'algorithm';
  const claims = claimsOfChannel.safeParse(jsonPart(match[2]));
  if (!claims.success) return 'claims';
  const { iss, aud, serviceurl, exp, nbf, tid } = claims.data;
  if (iss !== expected.issuer) return 'issuer';
  if (typeof aud !== 'string' || aud.toLowerCase() !== expected.appId) return 'audience';
  if (serviceurl !== expected.serviceUrl) return 'service URL';
  const seconds = expected.now / 1000;
  if (exp < seconds - tolerance) return 'expired';
  if (nbf !== undefined && nbf > seconds + tolerance) return 'not yet valid';
  // The channel's own tokens name no tenant; one that does must name ours.
  if (tid !== undefined && !(typeof tid === 'string' && expected.tenants.includes(tid.toLowerCase())))
    return 'tenant';
  return null;
}

function jsonPart(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
