import '../../../src/tab/shell/shell.css';
import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { Desk } from '../../../src/tab/desk/desk.tsx';
import { type Room, RoomContext } from '../../../src/tab/room.ts';
import { themes } from '../../../src/tab/shell/themes.ts';
import type { Ask } from '../../../src/views/page/ask.ts';
import type { PagePresence, PageView } from '../../../src/views/page/pageView.ts';

export interface DeskShown {
  readonly view: PageView;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language?: 'da' | 'en';
  readonly presence?: readonly PagePresence[];
  readonly connection?: Room['connection'];
}

const place = document.getElementById('punkt');
if (!place) throw new Error('no place for the desk');
const root = createRoot(place);
/** What the desk asked for since it was shown. */
const asks: Ask[] = [];
let ids = 0;

/** Draws the desk of a meeting that answers everything with yes and changes nothing. */
function show({ view, theme, language = 'da', presence = [], connection = 'live' }: DeskShown): void {
  const room: Room = {
    view,
    language,
    connection,
    unsent: 0,
    presence,
    now: () => Date.parse('2026-10-07T08:42:00Z'),
    ask: (ask) => {
      asks.push(ask);
      return connection === 'offline'
        ? new Promise(() => {})
        : Promise.resolve({ kind: 'accepted', version: view.head.version + 1 });
    },
    here: () => {},
    fetch: () => Promise.reject(new Error('nothing to get')),
    openMeeting: () => {},
    newId: () => `id-${++ids}`,
  };
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
  root.render(
    <FluentProvider theme={themes[theme]} className="punkt">
      <RoomContext value={room}>
        <Desk itemId={null} />
      </RoomContext>
    </FluentProvider>,
  );
}

Object.assign(globalThis, { punktDesk: { show, asks } });
