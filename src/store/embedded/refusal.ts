/** Why a folder cannot serve as a store: written by a newer Punkt, not writable, disk full, or not usable at all. */
export type StoreRefusalCode = 'newer' | 'readOnly' | 'full' | 'unusable';

/** The store was not opened; nothing was written. `message` is English, the line for people is made elsewhere. */
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
