import type { Agenda } from '../../meeting/agenda.ts';
import type { MinutesDocument } from '../../views/minutesDocument.ts';

/** The file that the agenda came as, and the agenda with the places that the import found in it. */
export interface DocxSource {
  readonly bytes: Uint8Array;
  readonly agenda: Agenda;
}

export interface DocxWish {
  /** The Word document that the agenda came as; left out where it came as anything else. */
  readonly source?: DocxSource;
}

export interface WrittenDocx {
  readonly bytes: Uint8Array;
  /** `source`: written into the agenda's own document; `builtIn`: set by us. */
  readonly layout: 'source' | 'builtIn';
  /** Why the agenda's own document could not be used, in the language of the minutes; null where none was given or it was used. */
  readonly reason: string | null;
}

/** The minutes as a Word document. Never throws over what a source holds: it is then set by us, and says why. */
export async function writeDocx(document: MinutesDocument, _wish: DocxWish = {}): Promise<WrittenDocx> {
  const { builtInDocx } = await import('./builtIn/builtIn.ts');
  return { bytes: builtInDocx(document), layout: 'builtIn', reason: null };
}
