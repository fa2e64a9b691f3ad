import type { Sentence } from '../wording/importProblems.ts';
import type { Refusal, RefusalCode } from './source.ts';

/** Stops a reader in the depth of a file; becomes a refusal where the reader is called. */
export class Unreadable extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly sentence: Sentence,
  ) {
    super(code);
  }

  get refusal(): Refusal {
    return { ok: false, code: this.code, message: this.sentence.da, english: this.sentence.en };
  }
}
