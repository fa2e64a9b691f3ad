import { app, authentication, meeting, pages } from '@microsoft/teams-js';
import type { Credentials } from './credentials.ts';
import type { Host, PlaceName, ThemeName } from './host.ts';

const themes: Readonly<Record<string, ThemeName>> = { dark: 'dark', glass: 'dark', contrast: 'contrast' };
const places: Readonly<Record<string, PlaceName>> = { sidePanel: 'panel', meetingStage: 'stage' };

/** The page within Teams. Rejects where no Teams answers. */
export async function teamsHost(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  app.notifySuccess();
  const frame = context.page.frameContext;
  const onStage = frame === 'sidePanel' || frame === 'meetingStage';
  return {
    inTeams: true,
    locale: context.app.locale,
    place: places[frame] ?? null,
    chat: context.chat?.id ?? context.channel?.id ?? null,
    reader: context.user?.id ?? null,
    meetingId: context.page.subPageId?.trim() || null,
    configuring: frame === 'settings',
    theme: themes[context.app.theme] ?? 'light',
    onTheme: (change) => app.registerOnThemeChangeHandler((name) => change(themes[name] ?? 'light')),
    credentials,
    canShare: onStage && (await mayShare()),
    share: (url) =>
      new Promise((resolve) => {
        // Teams throws at once where the frame is not one that may share.
        try {
          meeting.shareAppContentToStage((error, shared) => resolve(!error && shared === true), url);
        } catch {
          resolve(false);
        }
      }),
    configure(page) {
      pages.config.registerOnSaveHandler((event) => {
        pages.config.setConfig(page).then(
          () => event.notifySuccess(),
          (error: unknown) => event.notifyFailure(String(error)),
        );
      });
      pages.config.setValidityState(true);
    },
  };
}

/** Teams keeps the token and renews it; kept by us it would only grow old. */
const credentials: Credentials = {
  kind: 'teams',
  authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
};

function mayShare(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      meeting.getAppContentStageSharingCapabilities((error, can) =>
        resolve(!error && can?.doesAppHaveSharePermission === true),
      );
    } catch {
      resolve(false);
    }
  });
}
