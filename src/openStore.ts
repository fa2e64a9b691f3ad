import type { Store } from './store/store.ts';
import type { StoreSettings } from './storeSettings.ts';

/** Opens the chosen store; the other's packages are not loaded. @throws StoreRefused */
export async function openStore(settings: StoreSettings): Promise<Store> {
  switch (settings.kind) {
    case 'embedded': {
      const { openEmbeddedStore } = await import('./store/embedded/store.ts');
      return openEmbeddedStore(settings.folder);
    }
    case 'cosmos': {
      const { openCosmosStore } = await import('./store/cosmos/store.ts');
      return openCosmosStore(settings);
    }
    default:
      return settings satisfies never;
  }
}
