import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { button, type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeamsConnector.ts';
import { punkt, startPunkt, storeFolder } from '../support/punkt.ts';
import { type Load, load } from './load.ts';

const fixture = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;
const CONNECTIONS = 20;
const ROUNDS = 4;
const TAPS = 600;

type Json = Record<string, unknown>;

interface Room {
  readonly chat: FakeConversation;
  readonly chair: FakePerson;
  readonly card: Json;
  readonly activityId: string;
}

/** A running meeting at its first item, made by the buttons. */
async function beginMeeting(teams: FakeTeams, folder: string): Promise<Room> {
  const chair = teams.person('Birthe Solvang');
  const chat = teams.groupChat([chair]);
  await teams.send(teams.installed(chat, chair));
  await punkt(folder, 'import', fixture, '--conversation', chat.id, '--chair', 'Birthe Solvang');
  const shown = async (title: string) => {
    const message = await teams.until(() =>
      chat.messages.find((one) => JSON.stringify(one.activity).includes(`"title":"${title}"`)),
    );
    return { card: teams.card(message), activityId: message.activityId };
  };
  for (const title of ['Brug dagsordenen', 'Start mødet']) {
    const { card, activityId } = await shown(title);
    await teams.send(teams.tap(chat, chair, activityId, button(card, title)));
  }
  return { chat, chair, ...(await shown('Mere …')) };
}

let serial = 0;
/** A new decision by that room's chair: a full turn. */
function decisionTap(teams: FakeTeams, room: Room): string {
  const action = button(room.card, 'Beslutning');
  const data = {
    ...action.data,
    verb: 'decision.record',
    text: `Sekretariatet indhenter bidrag nr. ${serial++}`,
    points: '',
  };
  const record = { ...action, verb: 'decision.record', data };
  return JSON.stringify(teams.tap(room.chat, room.chair, room.activityId, record));
}

const mean = (loads: readonly Load[], what: (one: Load) => number): number =>
  loads.reduce((sum, one) => sum + what(one), 0) / loads.length;

async function startBare(card: Json): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'punkt-bench-'));
  await writeFile(join(folder, 'card.json'), JSON.stringify(card));
  const child = spawn(
    process.execPath,
    [new URL('bareBot.js', import.meta.url).pathname, join(folder, 'card.json')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${line.toString().trim()}`,
    stop: async () => {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true });
    },
  };
}

it('a full turn against botbuilder alone', async () => {
  const store = await storeFolder();
  const server = await startPunkt(store.path);
  const teams = await startFakeTeams();
  teams.connect(server.url);
  try {
    const rooms: Room[] = [];
    for (let index = 0; index < 20; index += 1) {
      rooms.push(await beginMeeting(teams, store.path));
    }
    const [first] = rooms;
    if (!first) throw new Error('no room');
    const bare = await startBare(first.card);
    const results: Record<'bare' | 'many' | 'one', Load[]> = { bare: [], many: [], one: [] };
    const taps = (of: (index: number) => Room) =>
      Array.from({ length: TAPS }, (_, index) => decisionTap(teams, of(index)));
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bareLoad = await load(
        bare.url,
        taps(() => first),
        CONNECTIONS,
      );
      const many = await load(
        server.url,
        taps((index) => rooms[index % rooms.length] ?? first),
        CONNECTIONS,
      );
      const one = await load(
        server.url,
        taps(() => first),
        CONNECTIONS,
      );
      if (round === 0) continue; // Warming up.
      results.bare.push(bareLoad);
      results.many.push(many);
      results.one.push(one);
    }
    const base = mean(results.bare, (one) => one.perSecond);
    const table = (['bare', 'many', 'one'] as const).map((name) => ({
      name,
      perSecond: Math.round(mean(results[name], (one) => one.perSecond)),
      ratio: Number((mean(results[name], (one) => one.perSecond) / base).toFixed(2)),
      p50: Number(mean(results[name], (one) => one.p50).toFixed(1)),
      p99: Number(mean(results[name], (one) => one.p99).toFixed(1)),
    }));
    process.stdout.write(`${JSON.stringify({ bench: 'turn', table })}\n`);
    await bare.stop();
    expect(table).toHaveLength(3);
  } finally {
    await server.kill();
    await teams.close();
    await store.remove();
  }
}, 300_000);
