import type { Request, Response } from 'express';
import { entityTag } from './entityTag.ts';

/** JSON that a browser need not fetch again while it stays the same. */
export function answerTagged(request: Request, response: Response, value: unknown): void {
  const json = JSON.stringify(value);
  const tag = entityTag(json);
  response.set({ etag: tag, 'cache-control': 'private, no-cache' });
  if (request.get('if-none-match') === tag) response.status(304).end();
  else response.type('application/json').send(json);
}

/** A file to be kept under that name. */
export function answerFile(
  response: Response,
  file: { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array },
): void {
  response.attachment(file.fileName).set('content-type', file.contentType).send(Buffer.from(file.bytes));
}
