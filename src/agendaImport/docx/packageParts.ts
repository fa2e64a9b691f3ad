import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { damagedWord, protectedWord, swollenFile } from '../../wording/sourceProblems.ts';
import { decodeText } from '../textReader.ts';
import { Unreadable } from '../unreadable.ts';

/** Bounds of a Word package: entries in all, and bytes of one part that is read, unpacked. */
const maxEntries = 5_000;
const maxPartBytes = 16 * 1024 * 1024;
/** XML of text packs 10 to 30 times; a hundredfold is no document. Small parts may pack better. */
const maxRatio = 120;
const smallPart = 512 * 1024;

/** The named parts of a zip package; nothing is unpacked before it is asked for. */
export interface PackageParts {
  readonly names: ReadonlySet<string>;
  /** Text of a part; null where it does not exist. */
  read(name: string): Promise<string | null>;
}

const damaged = (): Unreadable => new Unreadable('damaged', damagedWord);

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= maxEntries) {
        reject(new Unreadable('swollen', swollenFile));
        return;
      }
      entries.set(entry.fileName.replaceAll('\\', '/'), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged()));
    zip.readEntry();
  });
}

/** The size that the directory declares is checked before, the real one while unpacking (yauzl stops at the declared). */
async function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.isEncrypted()) throw new Unreadable('protected', protectedWord);
  const { compressedSize, uncompressedSize } = entry;
  const swollen = uncompressedSize > smallPart && uncompressedSize > compressedSize * maxRatio;
  if (swollen || uncompressedSize > maxPartBytes) throw new Unreadable('swollen', swollenFile);
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    return decodeText(await buffer(stream));
  } catch (error) {
    throw error instanceof Error && /too many bytes/u.test(error.message)
      ? new Unreadable('swollen', swollenFile)
      : damaged();
  }
}

/** Opens a zip package in memory. */
export async function openPackage(bytes: Uint8Array): Promise<PackageParts> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      { lazyEntries: true },
      (error, opened) => (error ? reject(damaged()) : resolve(opened)),
    ),
  );
  const entries = await entriesOf(zip);
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name);
      return entry ? unpack(zip, entry) : null;
    },
  };
}
