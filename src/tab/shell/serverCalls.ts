import type { Language } from '../../meeting/agenda.ts';
import type { Credentials } from './credentials.ts';

/** Nothing kept by the browser, no cookies, no way elsewhere. */
export const bare: object = { cache: 'no-store', credentials: 'omit', redirect: 'error' };

/** `fetch` of Punkt's server under the reader's sign-in, in the reader's language. */
export type ServerCall = (path: string, init?: RequestInit) => Promise<Response>;

/** @param language in which the server words what depends on state */
export const serverCalls =
  (credentials: Credentials, language: Language): ServerCall =>
  async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', await credentials.authorization());
    headers.set('Accept-Language', language);
    return fetch(path, { ...init, ...bare, headers });
  };

/** Sends JSON. */
export const asJson = (method: 'POST' | 'PUT' | 'DELETE', body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
