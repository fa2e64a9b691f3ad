import { readFileSync } from 'node:fs';
import { CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { minutesJsonSchema } from '../src/views/draftSchema.ts';
import { type CosmosServer, startCosmosServer, storesOn } from './support/cosmosServer.ts';
import { punkt, storeFolder } from './support/punkt.ts';
import { type StoredMeeting, somebody, storedMeeting } from './support/storedMeetings.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const queries = [...readme.matchAll(/```sql\n(.*?)```/gsu)].map(([, sql = '']) => sql);
const query = (question: string): string => {
  const [found] = queries.filter((sql) => sql.startsWith(`-- ${question}`));
  if (!found) throw new Error(`the README has no query for ${question}`);
  // The server in the process knows no comments.
  return found.replace(/^--.*\n/u, '');
};

describe('the queries of the README, asked of Cosmos DB', () => {
  let server: CosmosServer;
  let birk: StoredMeeting;
  let close = async () => {};
  const chair = somebody('Asta Bruun');
  const guest = somebody('Bodil Carlsen');
  const ask = async (question: string, parameters: Record<string, string> = {}): Promise<unknown[]> => {
    const { endpoint, key, database } = server.settings();
    const client = new CosmosClient({
      endpoint,
      key: key ?? '',
      connectionPolicy: { enableEndpointDiscovery: false },
    });
    const named = Object.entries(parameters).map(([name, value]) => ({ name, value }));
    const asked = { query: query(question), parameters: named };
    const { resources } = await client.database(database).container('drafts').items.query(asked).fetchAll();
    client.dispose();
    return resources;
  };

  beforeAll(async () => {
    server = await startCosmosServer();
    const stores = storesOn(server.settings());
    close = stores.close;
    const store = await stores.open();
    birk = await storedMeeting(store, { word: 'birk', chair, guest, until: 'running' });
    await birk.handle(chair, { type: 'ConfirmDecision', itemId: 'birk-0', decisionId: 'birk-decision' });
    const proposed = { type: 'RecordDecision', pointIds: [], due: null } as const;
    await birk.handle(guest, {
      ...proposed,
      itemId: 'birk-1',
      decisionId: 'struck',
      text: 'birk: strøget.',
      responsible: [{ kind: 'organisation', name: 'Regionen' }],
    });
    await birk.handle(chair, { type: 'StrikeDecision', itemId: 'birk-1', decisionId: 'struck' });
    await birk.handle(guest, {
      ...proposed,
      itemId: 'birk-1',
      decisionId: 'task',
      text: 'birk: regionen skriver.',
      responsible: [
        { kind: 'organisation', name: 'Regionen' },
        { kind: 'text', text: 'alle' },
      ],
    });
    await birk.handle(chair, {
      type: 'PostponeItem',
      itemId: 'birk-1',
      until: { text: 'næste møde', date: null },
    });
    await birk.publish();
    const eg = await storedMeeting(store, { word: 'eg', chair, guest });
    await eg.handle(chair, { type: 'ConfirmDecision', itemId: 'eg-0', decisionId: 'eg-decision' });
    await eg.publish();
  });
  afterAll(async () => {
    await close();
    await server.close();
  });

  it('all decisions of a forum in a year: those decided, of no other forum and no other year', async () => {
    const forum = { '@forum': 'Udvalget birk' };
    const year = { '@from': '2026-01-01', '@to': '2027-01-01' };
    const decisions = await ask('all decisions of this forum', { ...forum, ...year });
    expect(decisions).toEqual([
      { meetingId: birk.meetingId, date: '2026-01-01', number: '1.1', text: 'birk: der følges op.' },
    ]);
    const before = { '@from': '2025-01-01', '@to': '2026-01-01' };
    expect(await ask('all decisions of this forum', { ...forum, ...before })).toEqual([]);
  });

  it('all open tasks of an organisation: also where a person of it is responsible, never what was struck', async () => {
    const tasks = (organisation: string) =>
      ask('all open tasks of an organisation', { '@organisation': organisation });
    expect(await tasks('Regionen')).toMatchObject([
      { text: 'birk: regionen skriver.', forum: 'Udvalget birk' },
    ]);
    expect(await tasks('birk Kommune')).toMatchObject([{ text: 'birk: der følges op.' }]);
    expect(await tasks('Ukendt')).toEqual([]);
  });

  it('all postponed items, with until when', async () => {
    expect(await ask('all postponed items')).toMatchObject([
      { meetingId: birk.meetingId, number: '2', title: 'birk nummer 2', until: { text: 'næste møde' } },
    ]);
  });

  it('are all of those that the README shows', () => {
    expect(queries).toHaveLength(3);
  });

  it('are asked of documents that fit the schema that punkt schema minutes prints', async () => {
    const folder = await storeFolder();
    const { stdout, code } = await punkt(folder.path, 'schema', 'minutes');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(minutesJsonSchema())));
    const schema = z.fromJSONSchema(JSON.parse(stdout));
    const stores = storesOn(server.settings());
    const store = await stores.open();
    const drafts = await store.documents.list('drafts', birk.meetingId);
    expect(drafts.length).toBe(5);
    for (const { value } of drafts) expect(schema.safeParse(value).error).toBeUndefined();
    expect(schema.safeParse({ ...Object(drafts[0]?.value), version: 'ny' }).success).toBe(false);
    await stores.close();
    await folder.remove();
  });
});
