import { createHash } from 'node:crypto';
import {
  emptySource,
  formatNotYetRead,
  noAgendaFound,
  notText,
  sourceTooLarge,
} from '../wording/importProblems.ts';
import type { ImportedAgenda } from './contract.ts';
import type { Refusal, SourceFormat } from './source.ts';
import { sourceFormatOf } from './sourceFormat.ts';

export type ImportResult =
  | {
      readonly ok: true;
      readonly agenda: ImportedAgenda;
      readonly format: SourceFormat;
      readonly sha256: string;
    }
  | Refusal;

/** Largest source that is read, in bytes. */
export const maxSourceBytes = 2 * 1024 * 1024;

const formatNames: Record<'pdf' | 'docx' | 'html', string> = {
  pdf: 'PDF-filer',
  docx: 'Word-dokumenter',
  html: 'websider (HTML)',
};

/** Reads an agenda out of a file. Never throws: what cannot be read is a refusal with a sentence for the user. */
export async function importAgenda(
  bytes: Uint8Array,
  fileName: string,
  today: string | null = null,
): Promise<ImportResult> {
  if (bytes.length === 0) return { ok: false, code: 'empty', message: emptySource.da };
  if (bytes.length > maxSourceBytes) return { ok: false, code: 'tooLarge', message: sourceTooLarge.da };
  const format = sourceFormatOf(bytes, fileName);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  switch (format) {
    case 'pdf':
    case 'docx':
    case 'html':
      return { ok: false, code: 'formatNotYetRead', message: formatNotYetRead(formatNames[format]).da };
    case 'json': {
      const [{ decodeText }, { readAgendaJson }, { cprWarnings }] = await Promise.all([
        import('./textReader.ts'),
        import('./jsonReader.ts'),
        import('./warnings.ts'),
      ]);
      const text = decodeText(bytes);
      const reading = readAgendaJson(text);
      if (!reading.ok) return reading;
      const told = reading.agenda.warnings.some((warning) => warning.code === 'cprLike');
      const warnings = told
        ? reading.agenda.warnings
        : [...cprWarnings(reading.agenda, text), ...reading.agenda.warnings];
      return { ok: true, agenda: { ...reading.agenda, warnings }, format, sha256 };
    }
    case 'text': {
      const [{ decodeText, linesOf, looksBinary }, { parseAgenda }] = await Promise.all([
        import('./textReader.ts'),
        import('./parseAgenda.ts'),
      ]);
      const text = decodeText(bytes);
      if (text.trim() === '') return { ok: false, code: 'empty', message: emptySource.da };
      if (looksBinary(text)) return { ok: false, code: 'notText', message: notText.da };
      const agenda = parseAgenda(linesOf(text), today);
      return agenda
        ? { ok: true, agenda, format, sha256 }
        : { ok: false, code: 'noAgendaFound', message: noAgendaFound.da };
    }
  }
}
