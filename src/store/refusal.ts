/**
 * Why a store cannot serve: written by a newer Punkt, may only be read, disk full, a right is missing, or not usable at
 * all.
 */
export type StoreRefusalCode = 'newer' | 'readOnly' | 'full' | 'forbidden' | 'unusable';

/**
 * The store was not opened; nothing was written. `message` is English, the line for people is made elsewhere. `path`
 * is the folder, or the account and database.
 */
export class StoreRefused extends Error {
  override name = 'StoreRefused';
  readonly code: StoreRefusalCode;
  readonly path: string;

  constructor(code: StoreRefusalCode, path: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
  }
}

/** An operation came after `close`. */
export class StoreClosed extends Error {
  override name = 'StoreClosed';

  constructor(path: string) {
    super(`The store in ${path} is closed.`);
  }
}
