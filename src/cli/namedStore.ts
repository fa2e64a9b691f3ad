import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Store } from '../compose.ts';
import { readDataFolder } from '../config.ts';
import { openEmbeddedStore } from '../store/embedded/store.ts';
import { storeTexts } from '../wording/storeTexts.ts';
import { CliRefusal, cliLanguage } from './output.ts';

/** A store as an option of the command line names it. */
export type NamedStore =
  | { readonly kind: 'embedded' /** Absolute. */; readonly folder: string }
  | { readonly kind: 'cosmos' };

/** `embedded` (the folder of PUNKT_DATA), `embedded:FOLDER` or `cosmos`. Throws `CliRefusal`. */
export function readStoreName(text: string, env: NodeJS.ProcessEnv): NamedStore {
  if (text === 'cosmos') return { kind: 'cosmos' };
  if (text === 'embedded') return { kind: 'embedded', folder: readDataFolder(env) };
  const [, folder] = /^embedded:(.+)$/su.exec(text) ?? [];
  if (!folder) throw new CliRefusal(storeTexts[cliLanguage(env)].unknownStore(text));
  return { kind: 'embedded', folder: resolve(folder) };
}

/** Opens it; the caller closes it. Where it must be there, none is made. Throws `StoreRefused` or `CliRefusal`. */
export async function openNamedStore(
  name: NamedStore,
  env: NodeJS.ProcessEnv,
  must: { readonly exist: boolean },
): Promise<Store & { close(): Promise<void> }> {
  switch (name.kind) {
    case 'embedded':
      if (must.exist && !existsSync(join(name.folder, 'punkt.mdb')))
        throw new CliRefusal(storeTexts[cliLanguage(env)].noStore(name.folder));
      return openEmbeddedStore(name.folder);
    case 'cosmos':
      throw new CliRefusal(storeTexts[cliLanguage(env)].notYet(name.kind));
    default:
      return name satisfies never;
  }
}
