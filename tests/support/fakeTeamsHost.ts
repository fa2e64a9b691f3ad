import type { Page } from 'playwright-core';

/** Who and where Teams says the reader is. */
export interface TeamsAround {
  readonly frame: 'sidePanel' | 'meetingStage' | 'content' | 'settings';
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly locale: string;
  readonly chat: string;
  /** Null: Teams gives no token, as for a guest whose organisation does not know the app. */
  readonly token: string | null;
}

const address = 'https://teams.microsoft.com/fake';

/**
 * A page at Teams' own address that embeds `url` and answers teams-js as Teams does (measured on teams-js 2.58.0).
 * What it was asked for stands in `window.asked`.
 */
export async function openInTeams(page: Page, url: string, around: TeamsAround): Promise<void> {
  const context = {
    locale: around.locale,
    theme: around.theme,
    frameContext: around.frame,
    chatId: around.chat,
    userObjectId: '00000000-0000-0000-0000-0000000000aa',
    tid: '00000000-0000-0000-0000-000000000001',
    hostClientType: 'web',
    hostName: 'Teams',
    sessionId: 's',
    appSessionId: 'a',
  };
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe id="app" style="border:0;width:320px;height:760px" src="${url}"></iframe>`,
    }),
  );
  await page.addInitScript(
    `if (location.href === ${JSON.stringify(address)}) (${fakeHost.toString()})(${JSON.stringify(around)}, ${JSON.stringify(context)})`,
  );
  await page.goto(address);
}

/** Runs in the browser, at the parent. */
function fakeHost(around: TeamsAround, context: object): void {
  const here = globalThis as unknown as {
    asked: string[];
    say: (func: string, ...args: unknown[]) => void;
    addEventListener(
      type: string,
      call: (event: { data: Asked; source: { postMessage(data: unknown, origin: string): void } }) => void,
    ): void;
  };
  interface Asked {
    readonly id: number;
    readonly uuid?: unknown;
    readonly uuidAsString?: string;
    readonly func?: string;
    readonly args?: unknown[];
  }
  here.asked = [];
  const runtime = JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { pages: { config: {} }, meeting: {}, theme: {} },
  });
  const answers: Record<string, unknown[]> = {
    initialize: [around.frame, 'web', runtime, '2.0.1'],
    getContext: [context],
    'authentication.getAuthToken': around.token === null ? [false, 'resourceDisabled'] : [true, around.token],
    'meeting.getAppContentStageSharingCapabilities': [null, { doesAppHaveSharePermission: true }],
    'meeting.shareAppContentToStage': [null, true],
  };
  here.addEventListener('message', ({ data, source }) => {
    if (!data.func) return;
    here.asked.push(`${data.func} ${JSON.stringify(data.args ?? [])}`);
    here.say = (func, ...args) => source.postMessage({ func, args }, '*');
    const args = answers[data.func];
    if (!args) return;
    source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args }, '*');
  });
}
