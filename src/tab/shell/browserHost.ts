import type { Host, ThemeName } from './host.ts';

const queries = {
  contrast: '(forced-colors: active), (prefers-contrast: more)',
  dark: '(prefers-color-scheme: dark)',
};

/** The page by itself in a browser: it looks as the system does. */
export function browserHost(): Host {
  const theme = (): ThemeName => {
    if (matchMedia(queries.contrast).matches) return 'contrast';
    return matchMedia(queries.dark).matches ? 'dark' : 'light';
  };
  return {
    inTeams: false,
    locale: navigator.language,
    place: null,
    chat: null,
    reader: null,
    meetingId: null,
    configuring: false,
    theme: theme(),
    onTheme(change) {
      for (const query of Object.values(queries))
        matchMedia(query).addEventListener('change', () => change(theme()));
    },
    credentials: null,
    canShare: false,
    share: async () => false,
    configure() {},
  };
}

/** Whether something embeds the page that could be Teams; a page of its own need not wait for an answer. */
export const isEmbedded = (): boolean => window.parent !== window.self || 'nativeInterface' in window;
