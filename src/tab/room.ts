import { createContext, useContext } from 'react';
import type { Language } from '../meeting/agenda.ts';
import type { Ask, AskAnswer } from '../views/page/ask.ts';
import type { PagePresence, PageView } from '../views/page/pageView.ts';

/** `live`: what is shown is the newest; `connecting`: it may be older; `offline`: nothing arrives or leaves. */
export type Connection = 'live' | 'connecting' | 'offline';

/** The meeting as this browser sees it, and the way to change it. */
export interface Room {
  readonly view: PageView;
  /** Of the reader. */
  readonly language: Language;
  readonly connection: Connection;
  /** Asks that the server has not answered yet; they survive a reload of the page. */
  readonly unsent: number;
  readonly presence: readonly PagePresence[];
  /** The server's clock now, as milliseconds since the epoch. */
  now(): number;
  /**
   * Sends in order, again after interruptions under the same command id, and resolves with the server's answer.
   * Never rejects; while offline it resolves when it was sent later.
   */
  ask(ask: Ask): Promise<AskAnswer>;
  /** Tells the others where this reader is. */
  here(itemId: string | null, writing: boolean): void;
  /** `fetch` under the reader's sign-in, for files and lists; the path begins behind `/api/meetings/<id>`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Shows another meeting in this page (a rehearsal); null: the one that the page was opened for. */
  openMeeting(meetingId: string | null): void;
  /** A fresh opaque id (24 hex characters) for something new. */
  newId(): string;
}

export const RoomContext = createContext<Room | null>(null);

/** The room of the page; only below `RoomContext`. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom outside of a room');
  return room;
}
