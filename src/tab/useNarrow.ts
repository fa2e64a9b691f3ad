import { useSyncExternalStore } from 'react';

/** One column has to do. In characters' widths, so that it follows the reader's own size of letters, too. */
const narrow = '(max-width: 56rem)';

const subscribe = (tell: () => void): (() => void) => {
  const query = matchMedia(narrow);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
};

/** True where two columns do not fit: a phone, a side panel, 200 % zoom. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
