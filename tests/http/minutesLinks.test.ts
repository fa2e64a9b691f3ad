import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { texts } from '../support/cardReading.ts';
import { contests } from '../support/contesting.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const BIRTHE = 'Birthe Solvang';
const ASGER = 'Asger Thorup';
let room: InsideRoom;
let asger: FakePerson;
let chat: FakeConversation;

beforeEach(async () => {
  room = await runningRoom([BIRTHE, ASGER]);
  asger = room.person(ASGER);
  chat = room.teams.personalChat(asger);
  await room.types(asger, 'notér 1: Alt gik godt');
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

/** The link in the card that answers a tap on that format. */
async function link(format = 'Word', line = 'hent referat'): Promise<string> {
  await room.types(asger, line, chat);
  const menu = await room.sees(/^Hent (?:referat|mødepakke)$/u, chat);
  const { card } = await room.taps(asger, menu, format);
  expect(texts(card)).toContain('Filen er klar');
  return /"url":"([^"]+)"/u.exec(JSON.stringify(card))?.[1] ?? '';
}

describe('in development, where the client takes no files', () => {
  it('a link on loopback leads to the file, by its name and never kept', async () => {
    const url = await link();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/download\//u);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="2024-09-12 Referatudkast .+\.docx"/u,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('the file holds what the minutes say when it is fetched', async () => {
    const url = await link('Tekst');
    await room.types(asger, 'notér 1: Kom til siden');
    expect(await (await fetch(url)).text()).toContain('Kom til siden');
    expect(await (await fetch(await link('Tekst', 'hent mødepakke'))).text()).toContain('Beslutning: …');
  });

  it('a link is no use to whoever changes it, or lost the role', async () => {
    const url = await link('Tekst');
    for (const changed of [
      `${url}x`,
      url.replace(/\.[^.]+$/u, '.AAAA'),
      url.replace(/download\/.*/u, 'download/x'),
    ]) {
      const response = await fetch(changed);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(
        'Linket er udløbet. Skriv »hent referat« til Punkt for at få et nyt.',
      );
    }
    await contests(room, room.person(BIRTHE), await room.sees(`${ASGER} er nu referent.`), ASGER);
    expect((await fetch(url)).status).toBe(404);
  });

  it('no personal data stands in a link', async () => {
    const [, payload = ''] = (await link()).split('/download/')[1]?.split('.') ?? [];
    const told = Buffer.from(payload, 'base64url').toString();
    expect(told).not.toContain(asger.aadObjectId ?? '?');
    expect(told).not.toContain('Asger');
  });
});

describe('where Teams takes files', () => {
  it('there are no links at all', async () => {
    await room[Symbol.asyncDispose]();
    room = await runningRoom([BIRTHE, ASGER], { env: { PUNKT_FORMS: 'dialog' } });
    expect((await fetch(`${room.punkt.url}/download/x.y.z`)).status).toBe(404);
  });
});
