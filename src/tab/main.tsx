import './shell/shell.css';
import { createRoot } from 'react-dom/client';
import { shellTexts } from '../wording/page/shellTexts.ts';
import { AppearanceProvider } from './shell/appearance.tsx';
import { browserHost, isEmbedded } from './shell/browserHost.ts';
import { browserStorage, device } from './shell/device.ts';
import type { Host } from './shell/host.ts';
import { Page } from './shell/page.tsx';
import { pageLanguage } from './shell/pageLanguage.ts';

/** Teams answers in well under a second; what else embeds the page never does. */
const TEAMS_LIMIT_MS = 5_000;

async function hostOfPage(): Promise<Host> {
  if (!isEmbedded()) return browserHost();
  const tooLong = new Promise<never>((_, reject) => setTimeout(reject, TEAMS_LIMIT_MS));
  const { teamsHost } = await import('./shell/teamsHost.ts');
  return Promise.race([teamsHost(), tooLong]).catch(browserHost);
}

const root = document.getElementById('punkt');
if (!root) throw new Error('index.html has no place for the page');
const host = await hostOfPage();
const { documentElement } = document;
const asked = new URLSearchParams(location.search).get('lang');
const language = pageLanguage(documentElement.dataset.language, asked, host.locale);
documentElement.lang = language;
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
if (host.configuring) {
  const address = new URL('/tab', location.origin).href;
  host.configure({
    entityId: 'desk',
    contentUrl: address,
    websiteUrl: address,
    suggestedDisplayName: shellTexts[language].deskTab,
  });
}
createRoot(root).render(
  <AppearanceProvider host={host} language={language} nonce={nonce}>
    <Page host={host} device={device(browserStorage())} language={language} />
  </AppearanceProvider>,
);
