import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';

/**
 * How the client's requests go out. Different from its own way in three points, because a tap is answered within 3 s:
 * a broken connection comes back at once (the client itself would wait a second and read again, up to ten times);
 * an error without a JSON body keeps its status; and no query plan is fetched, which the client asks for beside every
 * query, and which none of ours needs: each asks one partition, or only filters.
 */
export function directHttpClient(): HttpClient {
  const client = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      if (request.headers.has('x-ms-cosmos-is-query-plan-request'))
        throw new Error('no query plan is needed');
      const response = await client.sendRequest(request).catch((error: unknown) => {
        throw RETRIED_BY_CLIENT.has(codeOf(error))
          ? new Error('The connection broke.', { cause: error })
          : error;
      });
      if (response.status < 400 || isJsonObject(response.bodyAsText)) return response;
      return { ...response, bodyAsText: JSON.stringify({ message: `HTTP status ${response.status}` }) };
    },
  };
}

/** Errors after which `@azure/cosmos` 4.9.3 reads again by itself (its defaultRetryPolicy.js). */
const RETRIED_BY_CLIENT: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'TimeoutError']);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;

function isJsonObject(text: string | null | undefined): boolean {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}
