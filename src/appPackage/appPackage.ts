import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { fillManifest, Texts } from './fillManifest.ts';
import type { PackageSettings } from './packageSettings.ts';

/** The same for the same content: a package can be compared with the one that was approved. */
const WRITTEN_AT = new Date(2000, 0, 1);

/** The app package for Teams (a zip): manifest in Danish, English beside it, both icons. `folder`: `manifest/`. */
export async function buildAppPackage(
  folder: string,
  settings: PackageSettings,
  version: string,
): Promise<Uint8Array> {
  const file = (name: string) => readFile(join(folder, name));
  const json = async (name: string): Promise<unknown> => JSON.parse((await file(name)).toString('utf8'));
  const danish = Texts.parse(await json('da.json'));
  const manifest = fillManifest(await json('manifest.json'), settings, version, danish);
  return zipSync(
    {
      'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
      'en.json': await file('en.json'),
      'color.png': await file('color.png'),
      'outline.png': await file('outline.png'),
    },
    { mtime: WRITTEN_AT },
  );
}
