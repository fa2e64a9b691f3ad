import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readStoreSettings } from '../../src/config.ts';
import { openStore } from '../../src/openStore.ts';
import { cardKey } from '../../src/service/cardKey.ts';
import { Conversations } from '../../src/service/conversations.ts';
import { type CosmosServer, cosmosEnvironment, startCosmosServer } from '../support/cosmosServer.ts';
import { type FakeConversation, type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { punktWith, startPunkt, storeFolder } from '../support/punkt.ts';
import { reachOf } from '../support/reachOf.ts';
import { meetingsOn, runningMeeting } from '../support/serviceParts.ts';

describe.each(['embedded', 'cosmos'] as const)('punkt outbox, on the %s store', (kind) => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let cosmos: CosmosServer | null;
  let teams: FakeTeams;
  let chat: FakeConversation;
  let env: Record<string, string>;
  const run = (...args: readonly string[]) => punktWith(env, 'outbox', ...args);

  beforeEach(async () => {
    folder = await storeFolder();
    cosmos = kind === 'cosmos' ? await startCosmosServer() : null;
    env = { PUNKT_DATA: folder.path, ...(cosmos ? cosmosEnvironment(cosmos.endpoint) : {}) };
    teams = await startFakeTeams();
    chat = teams.groupChat([teams.person('Birthe Solvang')]);
    const store = await openStore(readStoreSettings(env));
    const { meetings } = meetingsOn(store);
    await runningMeeting(meetings);
    const conversations = new Conversations(store.documents);
    await conversations.pointAt(chat.id, 'm');
    await conversations.reached(reachOf(teams, chat));
    const { documents, outbox } = store;
    await documents.write(
      { collection: 'settings', partition: 'm', id: 'published' },
      { version: 99 },
      'any',
    );
    const cards = [
      { kind: 'agenda' },
      { kind: 'item', itemId: 'item1' },
      { kind: 'item', itemId: 'item2' },
    ] as const;
    const wish = { conversationId: chat.id, meetingId: 'm', version: 3 };
    await outbox.want(cards.map((card) => ({ ...wish, key: cardKey('m', card), card })));
    await outbox.failed(chat.id, 'm:agenda', 0, 'closed: 403 BotNotInConversationRoster');
    // So often that it no longer holds up the others.
    for (let times = 0; times < 6; times += 1)
      await outbox.failed(chat.id, 'm:item:item1', Date.UTC(2199, 0, 1));
    await outbox.failed(chat.id, 'm:item:item2', 0, '413 MessageSizeTooBig');
    await conversations.close(chat.id, '403 BotNotInConversationRoster');
    await store.close();
  });
  afterEach(async () => {
    await teams.close();
    await cosmos?.close();
    await folder.remove();
  });

  it('lists what could not be sent, with the reason and without ids, names and texts', async () => {
    const { stdout, stderr, code } = await run();
    expect([stderr, code]).toEqual(['', 0]);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['møde', 'kort', 'forsøg', 'tilstand', 'grund'],
      ['m', 'dagsorden', '1', 'opgivet', 'closed: 403 BotNotInConversationRoster'],
      ['m', 'punkt 1', '6', 'prøves igen 2199-01-01T00:00:00.000Z', '–'],
      ['m', 'punkt 2', '1', 'opgivet', '413 MessageSizeTooBig'],
      [],
    ]);
    expect(
      rows
        .slice(1, 4)
        .every(([id, conversation]) => /^[0-9a-f]{8}$/u.test(`${id}`) && conversation?.length === 8),
    ).toBe(true);
    expect(stdout).not.toMatch(/19:|28:|29:|Solvang|Punkt nummer|thread/u);
    const letters = JSON.parse((await run('--json')).stdout) as {
      card: string;
      state: string;
      item: string | null;
    }[];
    expect(letters.map(({ card, state, item }) => [card, state, item])).toEqual([
      ['agenda', 'dead', null],
      ['item', 'waiting', '1'],
      ['item', 'dead', '2'],
    ]);
  });

  it('has the running server send again one of them, or all, though Teams had closed the conversation', async () => {
    const letters = JSON.parse((await run('--json')).stdout) as { id: string }[];
    const server = await startPunkt(folder.path, env);
    try {
      expect(await run('--retry', 'nothing')).toMatchObject({ code: 1, stdout: '' });
      const retried = await run('--retry', letters[2]?.id ?? '', '--json');
      expect(JSON.parse(retried.stdout)).toEqual({ retried: [letters[2]?.id] });
      await teams.until(() => chat.messages.length === 1);
      expect(JSON.stringify(chat.messages[0]?.activity)).toContain('PUNKT 2');
      expect((await run('--retry')).stdout).toContain('1 kort');
      await teams.until(() => chat.messages.length === 2);
    } finally {
      await server.stop();
    }
    expect(JSON.parse((await run('--json')).stdout)).toHaveLength(1);
  });
});
