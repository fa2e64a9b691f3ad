import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

export type Weight = 'regular' | 'semibold';

/** A font under the name by which a document knows it. */
export interface Typeface {
  readonly name: string;
  /** Of the size asked for: letters of the wide font are larger than those of the text font. */
  readonly scale: number;
  readonly file: Uint8Array;
  /** Read for what it covers only: a document parses its own, since what fontkit remembers of one colours the next. */
  readonly coverage: Font;
}
/** By weight, in the order in which they are asked for a character. */
export type Typefaces = Readonly<Record<Weight, readonly Typeface[]>>;

const sourceSans = '@expo-google-fonts/source-sans-3';
const dejaVu = 'dejavu-fonts-ttf/ttf';

async function load(): Promise<Typefaces> {
  const { create } = await import('fontkit');
  const { resolve } = createRequire(import.meta.url);
  const typeface = async (name: string, path: string, scale: number): Promise<Typeface> => {
    const file = await readFile(resolve(path));
    return { name, scale, file, coverage: create(file) };
  };
  const [text, wide, boldText, boldWide] = await Promise.all([
    typeface('text', `${sourceSans}/400Regular/SourceSans3_400Regular.ttf`, 1),
    typeface('wide', `${dejaVu}/DejaVuSans.ttf`, 0.88),
    typeface('text-semibold', `${sourceSans}/600SemiBold/SourceSans3_600SemiBold.ttf`, 1),
    typeface('wide-semibold', `${dejaVu}/DejaVuSans-Bold.ttf`, 0.88),
  ]);
  // some signs the wide font has in its regular weight only
  return { regular: [text, wide], semibold: [boldText, boldWide, wide] };
}

let loaded: Promise<Typefaces> | undefined;

/** Source Sans 3 (OFL) for text, DejaVu Sans (Bitstream Vera licence) for what it lacks; read once. */
export function typefaces(): Promise<Typefaces> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
