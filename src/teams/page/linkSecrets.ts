import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody takes for one another, read out or on a wall. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

/** 192 random bits. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** Eight letters for the screen of a room; guessing is made slow besides. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** True of a secret for the screen. */
export const isCode = (secret: string): boolean => secret.length === CODE_LENGTH;

/** As it was given out, however it was typed. */
const asGiven = (secret: string): string =>
  secret.replaceAll('-', '').length === CODE_LENGTH ? secret.replaceAll('-', '').toUpperCase() : secret;

/** SHA-256, hex: all that is stored of a link's secret. */
export const secretHash = (secret: string): string =>
  createHash('sha256').update(asGiven(secret)).digest('hex');

/** The same of what a device made for itself. */
export const deviceHash = (device: string): string => createHash('sha256').update(device).digest('hex');

/** Whether two hashes are the same, in a time that tells nothing of where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
