import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { writePdf } from '../../../src/minutesExport/pdf/writePdf.ts';
import type { MinutesDocument } from '../../../src/views/minutesDocument.ts';

/** An element of the structure tree with the text below it. */
export interface Element {
  readonly tag: string;
  readonly text: string;
  readonly children: readonly Element[];
}
export interface ReadPdf {
  readonly bytes: Uint8Array;
  readonly missing: readonly string[];
  /** The elements of each page below Document, in reading order. */
  readonly pages: readonly (readonly Element[])[];
  /** What stands on each page and is no part of the document: running feet. */
  readonly artifacts: readonly string[];
  /** Of all pages, white space as a viewer makes it. */
  readonly text: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: string;
  readonly language: unknown;
  readonly outline: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Writes the minutes and reads the file with pdf.js. */
export async function readBack(minutes: MinutesDocument): Promise<ReadPdf> {
  const { bytes, missing } = await writePdf(minutes);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Element[][] = [];
  const artifacts: string[] = [];
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const texts = new Map<string, string>();
    const open: { id: string | undefined; artifact: boolean }[] = [];
    let foot = '';
    for (const item of items) {
      if ('str' in item) {
        const said = item.str + (item.hasEOL ? '\n' : '');
        const { id, artifact = false } = open.at(-1) ?? {};
        if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + said);
        if (artifact) foot += said;
        else text += said;
      } else if (item.type === 'endMarkedContent') open.pop();
      else {
        const { id, tag } = item as { id?: string; tag?: string };
        open.push({
          id: id ?? open.at(-1)?.id,
          artifact: tag === 'Artifact' || (open.at(-1)?.artifact ?? false),
        });
      }
    }
    const elementOf = (node: Node): Element[] => {
      if (node.role === undefined) return [];
      const children = (node.children ?? []).flatMap(elementOf);
      const own = (node.children ?? []).map((child) => texts.get(child.id ?? '') ?? '').join('');
      return [{ tag: node.role, text: own.trim(), children }];
    };
    const root = (await page.getStructTree()) as Node | null;
    const [document] = root ? (root.children ?? []).flatMap(elementOf) : [];
    pages.push([...(document?.children ?? [])]);
    artifacts.push(foot.trim());
  }
  const { info, metadata } = await pdf.getMetadata();
  const entries = ((await pdf.getOutline()) ?? []) as readonly { title: string }[];
  const read = {
    bytes,
    missing,
    pages,
    artifacts,
    text,
    info: info as Record<string, unknown>,
    xmp: (metadata as { getRaw?: () => string } | null)?.getRaw?.() ?? '',
    language: (info as { Language?: unknown }).Language,
    outline: entries.map(({ title }) => title),
  };
  await pdf.loadingTask.destroy();
  return read;
}

/** The file with its streams unpacked, each byte a letter. */
export function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  let all = '';
  for (let at = 0, from = 0; at < file.length; at = from) {
    const start = file.indexOf('stream\n', at);
    const end = start < 0 ? -1 : file.indexOf('\nendstream', start);
    from = end < 0 ? file.length : end + '\nendstream'.length;
    all += file.toString('latin1', at, start < 0 ? file.length : start);
    if (start < 0 || end < 0) continue;
    const body = file.subarray(start + 'stream\n'.length, end);
    all += (body[0] === 0x78 ? inflateSync(body) : body).toString('latin1');
  }
  return all;
}

/** "H2 Deltagere", "L", "  LI" …: the tree as lines, two blanks a level. */
export const asLines = (elements: readonly Element[], depth = 0): string[] =>
  elements.flatMap(({ tag, text, children }) => [
    `${'  '.repeat(depth)}${tag}${text === '' ? '' : ` ${text.replace(/\s+/gu, ' ')}`}`,
    ...asLines(children, depth + 1),
  ]);
