import type { Agenda } from '../../meeting/agenda.ts';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { sourceUnused } from '../../wording/docxTexts.ts';

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

/** The minutes as a Word document. Whatever a source holds: where it can't be written into, the minutes are set by us. */
export async function writeDocx(document: MinutesDocument, { source }: DocxWish = {}): Promise<WrittenDocx> {
  const [{ builtInDocx }, { intoSource }] = await Promise.all([
    import('./builtIn/builtIn.ts'),
    import('./source/intoSource.ts'),
  ]);
  const written = source ? intoSource(document, source) : null;
  if (written instanceof Uint8Array) return { bytes: written, layout: 'source', reason: null };
  const reason = written && sourceUnused[document.language][written];
  return { bytes: builtInDocx(document), layout: 'builtIn', reason };
}
