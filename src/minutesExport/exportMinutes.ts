import type { Minutes } from '../views/draft.ts';
import { meetingPack } from '../views/meetingPack.ts';
import type { MinutesDocument } from '../views/minutesDocument.ts';
import { minutesDocument } from '../views/minutesDocumentOf.ts';
import { publicMinutes } from '../views/publicMinutes.ts';
import type { Language } from '../wording/outcome.ts';
import { missingCharacters } from '../wording/pdfTexts.ts';
import { type DocxSource, writeDocx } from './docx/writeDocx.ts';
import { exportName } from './exportName.ts';
import { markdown } from './markdown.ts';
import { writePdf } from './pdf/writePdf.ts';

export const FORMATS = ['docx', 'pdf', 'md', 'json'] as const;
export type MinutesFormat = (typeof FORMATS)[number];
export type MinutesEdition = MinutesDocument['edition'];

/** What is fetched: the minutes, or before the meeting the pack to fill in by hand. */
export interface ExportWish {
  readonly kind: 'minutes' | 'package';
  readonly format: MinutesFormat;
  readonly edition: MinutesEdition;
  /** That of the meeting, if nothing else is asked for. */
  readonly language?: Language;
  /** The Word document that the agenda came as; left out where it came as anything else. */
  readonly source?: DocxSource | undefined;
  /** A version that was asked for by its number, and so stands in the file's name. */
  readonly version?: number | undefined;
}

export interface MinutesExport {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly contentType: string;
  /** What whoever fetches it has to know: another layout than the agenda's, signs that the typeface lacks. */
  readonly notes: readonly string[];
}

const contentTypes: Readonly<Record<MinutesFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The minutes as a file: the one way to every format, for the command line, HTTP and Teams. */
export async function exportMinutes(minutes: Minutes, wish: ExportWish): Promise<MinutesExport> {
  const { bytes, notes } = await written(minutes, wish);
  const fileName = exportName(minutes.head, wish);
  return { bytes, fileName, contentType: contentTypes[wish.format], notes };
}

type Written = Pick<MinutesExport, 'bytes' | 'notes'>;

async function written(minutes: Minutes, wish: ExportWish): Promise<Written> {
  const { kind, edition, language = minutes.head.language } = wish;
  const document = () => (kind === 'package' ? meetingPack : minutesDocument)(minutes, { edition, language });
  switch (wish.format) {
    case 'docx': {
      const { source } = wish;
      const { bytes, reason } = await writeDocx(document(), source ? { source } : {});
      return { bytes, notes: said(reason) };
    }
    case 'pdf': {
      const { bytes, missing } = await writePdf(document());
      return { bytes, notes: said(missingCharacters(missing, language)) };
    }
    case 'md':
      return { bytes: Buffer.from(markdown(document())), notes: [] };
    case 'json': {
      const told = edition === 'public' ? publicMinutes(minutes, language) : minutes;
      return { bytes: Buffer.from(`${JSON.stringify(told, null, 2)}\n`), notes: [] };
    }
    default:
      return wish.format satisfies never;
  }
}

const said = (note: string | null): string[] => (note === null ? [] : [note]);
