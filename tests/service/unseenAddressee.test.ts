import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { cardKey, personalPlace } from '../../src/service/cardKey.ts';
import { Conversations } from '../../src/service/conversations.ts';
import { systemTimer } from '../../src/teams/answerInTime.ts';
import { CommandTrace } from '../../src/teams/commandTrace.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { OpenForms } from '../../src/teams/openForms.ts';
import { Postman } from '../../src/teams/postman.ts';
import { Roster } from '../../src/teams/roster.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { reachOf } from '../support/reachOf.ts';
import {
  asChair,
  closedOn,
  decision,
  handClock,
  meetingsOn,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

it('somebody whom no roster knows is asked for once, and then ever more seldom', async () => {
  await using store = await temporaryStore();
  await using teams = await startFakeTeams();
  const chat = teams.groupChat([teams.person('Birthe Solvang')]);
  const { meetings } = meetingsOn(store);
  await runningMeeting(meetings);
  const unseen = { id: 'u', name: 'Ukendt Navn', title: null, organisation: null, role: null };
  const people = { u: { ...unseen, identities: [], teams: null } };
  await meetings.handle('m', {
    ...asChair('c4', decision('d')),
    people: (known) => ({ ...known, ...people }),
  });
  const conversations = new Conversations(store.documents);
  await conversations.pointAt(chat.id, 'm');
  await conversations.reached(reachOf(teams, chat));
  const clock = handClock();
  const connector = createConnector(readConfig({ PUNKT_MODE: 'development' }));
  const postman = new Postman({
    outbox: store.outbox,
    conversations,
    meetings,
    connector,
    roster: new Roster(connector, clock, 'unknown'),
    closed: closedOn(store, conversations, meetings),
    openForms: new OpenForms({ clock, timer: systemTimer, released: () => undefined }),
    forms: 'card',
    clock,
    random: () => 0,
    language: null,
    owner: 'one',
    trace: new CommandTrace(pino({ level: 'silent' })),
    log: pino({ level: 'silent' }),
  });
  const card = { kind: 'unanswered' } as const;
  const conversationId = personalPlace('m', 'u');
  await store.outbox.want([{ conversationId, key: cardKey('m', card), meetingId: 'm', version: 1, card }]);
  for (let look = 0; look < 10; look += 1) await postman.round();
  expect(teams.requests).toHaveLength(1);
  expect((await store.outbox.find(conversationId, cardKey('m', card)))?.attempts).toBe(1);
});
