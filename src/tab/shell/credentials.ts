/** How the page says who reads it. */
export interface Credentials {
  readonly kind: 'teams' | 'link' | 'demo';
  /** Value of the Authorization header; asked anew for each request. Rejects where Teams gives no token. */
  authorization(): Promise<string>;
}

/** A link's secret, bound to this device. */
export const linkCredentials = (secret: string, device: string): Credentials => ({
  kind: 'link',
  authorization: async () => `Link ${secret}.${device}`,
});

/** A person of the demo; the server takes it in development mode only. */
export const demoCredentials = (personId: string): Credentials => ({
  kind: 'demo',
  authorization: async () => `Demo ${personId}`,
});
