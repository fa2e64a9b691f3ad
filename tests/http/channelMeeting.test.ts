import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holders } from '../../src/meeting/roles.ts';
import { Conversation, Conversations } from '../../src/service/conversations.ts';
import { conversationFor } from '../../src/teams/page/meetingList.ts';
import { dialogIn } from '../support/dialogs.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside, runningRoom } from '../support/insideRoom.ts';
import { chooses, sendsIn } from '../support/messageAction.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;
/** The thread as Teams names it where it says only the channel. */
let channel: FakeConversation;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER], { channel: true, env: { PUNKT_FORMS: 'dialog' } });
  [chair, writer, member] = [room.person(CHAIR), room.person(WRITER), room.person(MEMBER)];
  channel = { ...room.chat, id: room.chat.id.split(';')[0] ?? '' };
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const notes = async () => {
  const { meeting } = await room.meeting();
  return meeting.records[meeting.agenda.items[0]?.id ?? '']?.notes.map(({ text }) => text) ?? [];
};
const event = (name: string) => {
  const { conversation, ...rest } = room.teams.activity(channel, member, 'event', {
    name: `application/vnd.microsoft.${name}`,
    value: {},
  });
  const { conversationType: _, ...unsaid } = conversation as { conversationType: string };
  return room.teams.send({ ...rest, conversation: unsaid });
};

describe('a meeting in a thread of a channel', () => {
  it('reads who is there in the channel, which has the roster that a thread has not', async () => {
    const { meeting, people } = await room.meeting();
    expect(holders(meeting, 'chair').map((id) => people[id]?.name)).toEqual([CHAIR]);
    const rosters = room.teams.requests.filter(({ path }) => /\/(?:paged)?members/u.test(path));
    expect(rosters.length).toBeGreaterThan(0);
    for (const { path, status } of rosters) expect([path.includes(';'), status]).toEqual([false, 200]);
  });

  it('is the one that is meant where Teams names only the channel', async () => {
    await event('meetingEnd');
    await room.sees('Mødet i Teams er slut', room.teams.personalChat(chair));
  });

  it('is still the one of its channel when Punkt is spoken to in another thread', async () => {
    const other = room.teams.channel(room.people, `${channel.id};messageid=1763700000001`);
    await room.types(member, 'hjælp', other);
    await room.punkt.settled();
    const conversations = new Conversations(room.punkt.store.documents);
    expect(await conversationFor(conversations, channel.id)).toBe(room.chat.id);
    expect(await conversationFor(conversations, other.id)).toBe(other.id);
    await event('meetingEnd');
    await room.sees('Mødet i Teams er slut', room.teams.personalChat(chair));
  });

  it('goes on in its thread after its channel was heard of alone', async () => {
    await event('meetingStart');
    await room.teams.send(
      room.teams.activity(channel, chair, 'conversationUpdate', { membersAdded: [{ id: '29:new' }] }),
    );
    await room.types(writer, 'notér: Molen er lang.');
    expect(await notes()).toEqual(['Molen er lang.']);
    await room.punkt.settled();
    const posts = room.teams.requests.filter(({ path }) => path.endsWith('/activities'));
    const shared = posts.filter(({ path }) => path.includes('19:'));
    for (const { path } of shared) expect(path).toContain(room.chat.id);
  });

  it('takes a message of its thread into the minutes, whether Teams names the thread or its root', async () => {
    const root = room.chat.id.split('messageid=')[1] ?? '';
    for (const [where, replyToId, content] of [
      [room.chat, null, 'Første'],
      [channel, root, 'Andet'],
    ] as const) {
      const dialog = dialogIn(await chooses(room, writer, { from: member, content, replyToId }, where));
      await sendsIn(room, writer, dialog, 'Gem i referatet');
      await room.teams.until(() =>
        room.chat.messages.some(({ activity }) => String(activity.text).startsWith(`${MEMBER}: ${WRITER}`)),
      );
    }
    expect(await notes()).toEqual(['Første', 'Andet']);
  });
});

describe('a channel', () => {
  it('is not called what another channel of its team was renamed to', async () => {
    const renamed = (id: string, name: string) =>
      room.teams.send(
        room.teams.activity(channel, chair, 'conversationUpdate', {
          channelData: {
            tenant: { id: room.chat.tenantId },
            team: { id: room.chat.teamId },
            channel: { id, name },
            eventType: 'channelRenamed',
          },
        }),
      );
    await renamed(channel.id, 'Kystklyngen');
    await renamed('19:other@thread.tacv2', 'Frokost');
    const listed = await room.punkt.store.documents.list('conversations', 'shared');
    expect(listed.map(({ value }) => value)).toMatchObject([{ name: 'Kystklyngen' }]);
  });
});

describe('a conversation that takes nothing', () => {
  it('is not open again because its team was archived, but once it is no more', async () => {
    const closed = async () => {
      const address = { collection: 'conversations', partition: room.chat.id, id: 'conversation' } as const;
      return Conversation.parse((await room.punkt.store.documents.read(address))?.value).closed;
    };
    const told = (eventType: string) =>
      room.teams.send(
        room.teams.activity(room.chat, chair, 'conversationUpdate', {
          channelData: { tenant: { id: room.chat.tenantId }, team: { id: room.chat.teamId }, eventType },
        }),
      );
    await room.teams.send(room.teams.removed(room.chat, chair));
    for (const eventType of ['teamArchived', 'teamDeleted', 'channelDeleted']) await told(eventType);
    expect(await closed()).toBe('the bot was removed');
    await told('teamUnarchived');
    expect(await closed()).toBeNull();
  });
});

describe('Til referatet in a chat where the bot is not', () => {
  it('says so, and remembers nothing of that chat', async () => {
    await using elsewhere = await openInside([WRITER, MEMBER]);
    const [asking, from] = [elsewhere.person(WRITER), elsewhere.person(MEMBER)];
    const between: FakeConversation = {
      ...elsewhere.teams.personalChat(asking),
      id: '19:a_b@unq.gbl.spaces',
    };
    const seen = await chooses(elsewhere, asking, { from, content: 'Hej' }, between);
    expect(JSON.stringify(seen)).toContain('ikke noget møde her');
    expect(await elsewhere.stored()).not.toContain('unq.gbl.spaces');
  });
});
