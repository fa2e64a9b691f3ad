import { createHash } from 'node:crypto';

/** The same for the same content, whoever serves it. */
export const entityTag = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
