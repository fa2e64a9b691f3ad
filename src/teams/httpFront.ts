import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  ServerResponse,
} from 'node:http';

const headersOfAll = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
});

/** An answer that has its headers from the start: also where Node gives it by itself (no host, an expectation). */
class GuardedResponse extends ServerResponse<IncomingMessage> {
  constructor(...given: ConstructorParameters<typeof ServerResponse<IncomingMessage>>) {
    super(...given);
    for (const [name, value] of headersOfAll) this.setHeader(name, value);
  }
}

/** How long a sender may take (ms): for the head of a request, for all of it, and how often that is looked at. */
const times = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 };

/** What is no HTTP at all never comes to the app. */
const unreadable: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Node's HTTP server with limits of time and size, and the same headers on every answer, whoever gives it. */
export function createFront(app: RequestListener, limits = times): Server {
  const http = createServer(
    { ...limits, ServerResponse: GuardedResponse, maxHeaderSize: 16 * 1024, insecureHTTPParser: false },
    app,
  );
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = unreadable[error.code ?? ''] ?? '400 Bad Request';
    const head = [...headersOfAll, ['Connection', 'close'], ['Content-Length', '0']];
    socket.end(`HTTP/1.1 ${status}\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  });
  return http;
}
