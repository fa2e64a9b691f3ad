import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readStoreSettings } from '../config.ts';
import { openStore } from '../openStore.ts';
import type { Store } from '../store/store.ts';
import type { StoreSettings } from '../storeSettings.ts';
import { storeTexts } from '../wording/storeTexts.ts';
import { CliRefusal, cliLanguage } from './output.ts';

/**
 * A store as an option of the command line names it: `embedded` (the folder of PUNKT_DATA), `embedded:FOLDER`, or
 * `cosmos` (COSMOS_ENDPOINT …). Throws `CliRefusal` or `ConfigError`.
 */
export function readStoreName(text: string, env: NodeJS.ProcessEnv): StoreSettings {
  if (text === 'cosmos' || text === 'embedded') return readStoreSettings(env, text);
  const [, folder] = /^embedded:(.+)$/su.exec(text) ?? [];
  if (!folder) throw new CliRefusal(storeTexts[cliLanguage(env)].unknownStore(text));
  return { kind: 'embedded', folder: resolve(folder) };
}

/** Opens a store that must be there: for a mistyped folder none is made. The caller closes it. */
export async function openExistingStore(settings: StoreSettings, env: NodeJS.ProcessEnv): Promise<Store> {
  if (settings.kind === 'embedded' && !existsSync(join(settings.folder, 'punkt.mdb')))
    throw new CliRefusal(storeTexts[cliLanguage(env)].noStore(settings.folder));
  return openStore(settings);
}
