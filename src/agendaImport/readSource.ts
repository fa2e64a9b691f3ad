import { createHash } from 'node:crypto';
import { noAgendaFound } from '../wording/importProblems.ts';
import { documentTooLarge, emptySource, notText, textTooLarge } from '../wording/sourceProblems.ts';
import type { ImportedAgenda } from './contract.ts';
import type { OnPages } from './pdf/pdfReader.ts';
import type { Line, Refusal, SourceFormat } from './source.ts';
import { sourceFormatOf } from './sourceFormat.ts';
import { Unreadable } from './unreadable.ts';

export type ImportResult =
  | {
      readonly ok: true;
      readonly agenda: ImportedAgenda;
      readonly format: SourceFormat;
      readonly sha256: string;
    }
  | Refusal;

/** Largest text (also web page, JSON) and largest document (Word, PDF) that is read, in bytes. */
export const maxSourceBytes = 2 * 1024 * 1024;
export const maxDocumentBytes = 20 * 1024 * 1024;

/** What a file is, once it is known that it may be read; throws `Unreadable`. */
export function admitted(bytes: Uint8Array, fileName: string): SourceFormat {
  if (bytes.length === 0) throw new Unreadable('empty', emptySource);
  if (bytes.length > maxDocumentBytes) throw new Unreadable('tooLarge', documentTooLarge);
  const format = sourceFormatOf(bytes, fileName);
  const isDocument = format === 'pdf' || format === 'docx';
  if (!isDocument && bytes.length > maxSourceBytes) throw new Unreadable('tooLarge', textTooLarge);
  return format;
}

async function linesOfText(bytes: Uint8Array): Promise<Line[]> {
  const { decodeText, linesOf, looksBinary } = await import('./textReader.ts');
  const text = decodeText(bytes);
  if (text.trim() === '') throw new Unreadable('empty', emptySource);
  if (looksBinary(text)) throw new Unreadable('notText', notText);
  return linesOf(text);
}

/** A file's lines in reading order; JSON has none. Throws `Unreadable`. */
export async function readLines(
  bytes: Uint8Array,
  format: Exclude<SourceFormat, 'json'>,
  onPages?: OnPages,
): Promise<Line[]> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/pdfReader.ts')).readPdf(bytes, onPages);
    case 'docx':
      return (await import('./docx/docxReader.ts')).readDocx(bytes);
    case 'html':
      return (await import('./html/htmlReader.ts')).readHtml(bytes);
    case 'text':
      return linesOfText(bytes);
  }
}

async function readJson(bytes: Uint8Array): Promise<ImportedAgenda | Refusal> {
  const [{ decodeText }, { readAgendaJson }, { cprWarnings }] = await Promise.all([
    import('./textReader.ts'),
    import('./jsonReader.ts'),
    import('./warnings.ts'),
  ]);
  const text = decodeText(bytes);
  const reading = readAgendaJson(text);
  if (!reading.ok) return reading;
  const { agenda } = reading;
  const told = agenda.warnings.some((warning) => warning.code === 'cprLike');
  return told ? agenda : { ...agenda, warnings: [...cprWarnings(agenda, text), ...agenda.warnings] };
}

/** How a source is read: the day it is (YYYY-MM-DD), and who hears of pages read. */
export interface Reading {
  readonly today: string | undefined;
  readonly onPages?: OnPages;
}

/** Punkt's own draft comes back as it was. */
async function readOwn(lines: readonly string[]): Promise<ImportedAgenda | null> {
  const [{ readOwnMarkdown }, { cprWarnings }] = await Promise.all([
    import('./ownMarkdown/ownMarkdown.ts'),
    import('./warnings.ts'),
  ]);
  const agenda = readOwnMarkdown(lines);
  return agenda && { ...agenda, warnings: cprWarnings(agenda, lines.join('\n')) };
}

async function parsed(
  bytes: Uint8Array,
  format: Exclude<SourceFormat, 'json'>,
  source: string,
  { today, onPages }: Reading,
) {
  const [lines, { parseAgenda }] = await Promise.all([
    readLines(bytes, format, onPages),
    import('./parseAgenda.ts'),
  ]);
  if (lines.length === 0) throw new Unreadable('empty', emptySource);
  if (format === 'text') {
    const own = await readOwn(lines.map(({ text }) => text));
    if (own) return own;
  }
  const agenda = parseAgenda(lines, today ?? null);
  if (!agenda) throw new Unreadable('noAgendaFound', noAgendaFound);
  const items = agenda.items.map((item) =>
    item.anchors ? { ...item, anchors: { ...item.anchors, source } } : item,
  );
  return { ...agenda, items };
}

/** Reads an agenda out of a file, in this thread and without limit of time. Refusals come back as values. */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  reading: Reading = { today: undefined },
): Promise<ImportResult> {
  try {
    const format = admitted(bytes, fileName);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const agenda = format === 'json' ? await readJson(bytes) : await parsed(bytes, format, sha256, reading);
    return 'ok' in agenda ? agenda : { ok: true, agenda, format, sha256 };
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}
