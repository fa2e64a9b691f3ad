import { request } from 'node:http';
import type { InsideRoom } from './insideRoom.ts';
import type { SeenCard } from './meetingRoom.ts';
import type { TestAuthority } from './testAuthority.ts';

/** A running meeting to attack: with a card in the chat, and a good link to a file. */
export interface Target {
  readonly room: InsideRoom;
  readonly authority: TestAuthority;
  readonly card: SeenCard;
  readonly link: string;
  readonly meetingId: string;
  readonly tenantId: string;
  /** The chair's account, and their person in the meeting. */
  readonly oid: string;
  readonly personId: string;
  /** Of somebody who is in the chat and leads nothing. */
  readonly participantOid: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** One way to try to get in, and how it is refused. */
export interface Attack {
  readonly by: string;
  readonly status: number;
  /** Every answer that it got. */
  readonly answers: (target: Target) => Promise<readonly Answered[]>;
}

/** A request of any form; `host` for what fetch does not let one say. */
export const asking = (by: string, status: number, how: (at: Target) => Ask): Attack => ({
  by,
  status,
  answers: async (at) => [await asked({ url: at.room.punkt.url, ...how(at) })],
});
export interface Ask {
  readonly url?: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
export function asked({ url = '', path = '', method = 'GET', headers = {}, body }: Ask): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode ?? 0, body: text });
    });
    sent.on('error', reject).end(body);
  });
}

export const otherMethods = (path: string, methods: readonly string[]): Attack[] =>
  methods.map((method) => asking(`${method} ${path}`, 405, () => ({ path, method })));
