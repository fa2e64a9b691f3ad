import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import { browserStorage } from './device.ts';
import type { Host, ThemeName } from './host.ts';
import { themes } from './themes.ts';

/** What somebody chose in a browser; in Teams, Teams has it. */
export type ChosenTheme = ThemeName | 'system';

interface Appearance {
  readonly language: Language;
  readonly theme: ThemeName;
  /** Null in Teams. */
  readonly chosen: ChosenTheme | null;
  choose(theme: ChosenTheme): void;
}

const AppearanceContext = createContext<Appearance | null>(null);
const KEY = 'punkt.theme';

/** Language and look of the page. */
export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('outside of the page');
  return appearance;
}

const known = (name: string | null | undefined): ChosenTheme =>
  name === 'light' || name === 'dark' || name === 'contrast' ? name : 'system';

/** Fluent UI as Teams or the system looks, or as somebody chose in this browser. */
export function AppearanceProvider(props: {
  readonly host: Host;
  readonly language: Language;
  readonly nonce: string;
  readonly children: ReactNode;
}) {
  const { host, language, nonce, children } = props;
  const [around, setAround] = useState(host.theme);
  const [chosen, setChosen] = useState(() =>
    known(new URLSearchParams(location.search).get('theme') ?? browserStorage()?.getItem(KEY)),
  );
  useEffect(() => host.onTheme(setAround), [host]);
  const theme = host.inTeams || chosen === 'system' ? around : chosen;
  const renderer = useMemo(() => createDOMRenderer(document, { styleElementAttributes: { nonce } }), [nonce]);
  const appearance = useMemo<Appearance>(
    () => ({
      language,
      theme,
      chosen: host.inTeams ? null : chosen,
      choose(next) {
        setChosen(next);
        try {
          browserStorage()?.setItem(KEY, next);
        } catch {
          // It holds until the page is closed.
        }
      },
    }),
    [language, theme, chosen, host],
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    // Seen where the page ends: beside an open dialog, and when it is pulled too far.
    document.documentElement.style.backgroundColor = themes[theme].colorNeutralBackground1;
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={themes[theme]} className="punkt">
        <AppearanceContext value={appearance}>{children}</AppearanceContext>
      </FluentProvider>
    </RendererProvider>
  );
}
