/** Who says to ask, by the Authorization header alone; nothing of it is proven yet. */
export type Credentials =
  /** A token of Teams' single sign-on. */
  | { readonly kind: 'token'; readonly token: string }
  /** What a link holds, and what the device that took it made for itself. */
  | { readonly kind: 'link'; readonly secret: string; readonly device: string }
  /** A chosen person, in development without a bot. */
  | { readonly kind: 'demo'; readonly personId: string };

const MAX_HEADER = 8_000;

/** Null for a header that is none of the three. */
export function readAuthorization(header: string): Credentials | null {
  if (header.length > MAX_HEADER) return null;
  const [, scheme = '', value = ''] = /^(Bearer|Link|Demo) (\S+)$/u.exec(header) ?? [];
  switch (scheme) {
    case 'Bearer':
      return /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(value) ? { kind: 'token', token: value } : null;
    case 'Link': {
      const [, secret = '', device = ''] = /^([\w-]{8,64})\.([\w-]{16,64})$/u.exec(value) ?? [];
      return secret ? { kind: 'link', secret, device } : null;
    }
    case 'Demo':
      return /^[\w-]{1,64}$/u.test(value) ? { kind: 'demo', personId: value } : null;
    default:
      return null;
  }
}
