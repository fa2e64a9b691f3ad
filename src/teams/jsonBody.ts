import type { IncomingMessage } from 'node:http';

/** A body that is not read: 400 no JSON, or cut off; 413 too large; 415 compressed, or in other signs than UTF-8. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  constructor(readonly status: 400 | 413 | 415) {
    super(`body refused: ${status}`);
  }
}

/** The body of a request, an object or a list in JSON of at most `limit` bytes. Rejects with `BodyRefused`. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  const refused = refusedHead(request, limit);
  if (refused) {
    // What is not read is thrown away: who sends it would not hear the answer before the end.
    request.resume();
    throw refused;
  }
  const bytes = await readBytes(request, limit);
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
  } catch {
    throw new BodyRefused(400);
  }
  if (typeof body !== 'object' || body === null) throw new BodyRefused(400);
  return body;
}

/** What its head alone says against a body. */
function refusedHead({ headers }: IncomingMessage, limit: number): BodyRefused | null {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return new BodyRefused(415);
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/iu.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') return new BodyRefused(415);
  return Number(headers['content-length'] ?? 0) > limit ? new BodyRefused(413) : null;
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      request.off('data', take).resume();
      reject(new BodyRefused(413));
    };
    request.on('data', take);
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => reject(new BodyRefused(400)));
  });
}
