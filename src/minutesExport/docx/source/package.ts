import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { type Places, placesOf } from './places.ts';

/** Unpacked, in all and of the document alone: beyond that nobody's agenda. */
const mostBytes = 200 * 1024 * 1024;
const mostDocumentBytes = 12 * 1024 * 1024;
/** Packed already: packing them again costs time and gains nothing. */
const packed = /\.(?:png|jpe?g|gif|tiff?|webp|zip|docx|xlsx|pptx|pdf|mp4|odttf)$/iu;
const noTime = new Date(1980, 0, 1);

/** A Word package that is written into: everything but one part stays as it is. */
export interface SourcePackage {
  readonly places: Places;
  /** Text of another part; null where it does not exist. */
  read(name: string): string | null;
  /** The package with that part replaced. */
  withDocument(xml: string): Uint8Array;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Opens a Word package to write into its `part`; null where it is too large, or not in the usual names and signs. */
export function openSource(bytes: Uint8Array, part: string): SourcePackage | null {
  try {
    return opened(bytes, part);
  } catch {
    // a damaged archive, or letters in another code than UTF-8
    return null;
  }
}

function opened(bytes: Uint8Array, part: string): SourcePackage | null {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return total <= mostBytes;
    },
  });
  const document = parts[part];
  // what is signed would not be any more
  if (Object.keys(parts).some((name) => name.startsWith('_xmlsignatures/'))) return null;
  if (total > mostBytes || !document || document.length > mostDocumentBytes) return null;
  const decode = (data: Uint8Array): string =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
  const xml = decode(document);
  const places = placesOf(xml);
  const usual = /<w:document\s[^>]*xmlns:w="[^"]*wordprocessingml\/(?:2006\/)?main"/u;
  if (!places || !usual.test(xml.slice(0, 20_000))) return null;
  return {
    places,
    read: (name) => {
      const data = parts[name];
      return data && data.length <= mostDocumentBytes ? decode(data) : null;
    },
    withDocument: (written) =>
      zipSync(
        Object.fromEntries(
          Object.entries({ ...parts, [part]: strToU8(written) }).map(([name, data]) => [
            name,
            [data, { level: packed.test(name) ? 0 : 6 }] as const,
          ]),
        ) as Parameters<typeof zipSync>[0],
        { mtime: noTime },
      ),
  };
}
