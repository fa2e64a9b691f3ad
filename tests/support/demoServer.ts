import { readFileSync } from 'node:fs';
import { Nudges } from '../../src/service/nudges.ts';
import { publishedVersion } from '../../src/service/publisher.ts';
import { eraseMeeting } from '../../src/service/upkeep/eraseMeeting.ts';
import type { DemoChoices } from '../../src/teams/page/demo.ts';
import { type InsideServer, startInside } from './insideServer.ts';
import { PageClient } from './pageClient.ts';
import { storeFolder } from './punkt.ts';

const fixtures = new URL('../fixtures/agendas/', import.meta.url);
/** Chat of the demo's meeting. */
export const demoChat = '19:demo@thread.v2';

/** A development server without a bot and one meeting: the page with a chosen person. */
export interface DemoServer extends AsyncDisposable {
  readonly punkt: InsideServer;
  readonly folder: string;
  readonly meetingId: string;
  /** The page as that person of the agenda. */
  as(name: string, language?: string): PageClient;
  personId(name: string): string;
  /** Lays another agenda before another chat; gives the meeting. */
  imports(file: string, chat: string): Promise<string>;
  /** Resolves once cards and draft were brought up to the log; without a bot nothing is ever sent. */
  published(): Promise<void>;
  /** Erases the meeting as `punkt erase` does. */
  erase(): Promise<void>;
  /** Another server on the same store, in the place of the first. */
  restart(): Promise<void>;
}

export async function openDemo(
  agenda: string | { readonly name: string; readonly text: string } = 'klynge-nordby.txt',
  env: Record<string, string> = {},
): Promise<DemoServer> {
  const store = await storeFolder();
  let punkt = await startInside(store.path, env);
  const [bytes, name] =
    typeof agenda === 'string'
      ? [readFileSync(new URL(agenda, fixtures)), agenda]
      : [Buffer.from(agenda.text), agenda.name];
  const meetingId = await punkt.imports(bytes, name, demoChat);
  const choices = async () =>
    (await new PageClient(punkt.url, null).send('GET', '/api/demo')).body as DemoChoices;
  const people = (await choices()).meetings[0]?.people ?? [];
  const personId = (name: string) => {
    const found = people.find((person) => person.name === name);
    if (!found) throw new Error(`no ${name} among ${people.map((person) => person.name).join(', ')}`);
    return found.personId;
  };
  return {
    get punkt() {
      return punkt;
    },
    folder: store.path,
    meetingId,
    personId,
    as: (name, language) => new PageClient(punkt.url, `Demo ${personId(name)}`, language),
    imports: (name, chat) => punkt.imports(readFileSync(new URL(name, fixtures)), name, chat),
    async published() {
      const { documents, log } = punkt.store;
      const newest = (await log.read(meetingId)).length;
      const limit = Date.now() + 10_000;
      while ((await publishedVersion(documents, meetingId)) < newest) {
        if (Date.now() > limit) throw new Error('not published in 10 s');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async erase() {
      await eraseMeeting(punkt.store, meetingId, new Date().toISOString(), true);
      await new Nudges(punkt.store.documents).leave(meetingId, true);
    },
    async restart() {
      await punkt.stop();
      // At the same address, for the browsers that are looking.
      punkt = await startInside(store.path, { ...env, PORT: new URL(punkt.url).port });
    },
    async [Symbol.asyncDispose]() {
      await punkt.stop();
      await store.remove();
    },
  };
}
