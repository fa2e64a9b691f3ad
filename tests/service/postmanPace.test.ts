import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CardRef } from '../../src/service/cardKey.ts';
import type { Timer } from '../../src/teams/answerInTime.ts';
import { openPostOffice } from '../support/postOffice.ts';

const agenda: CardRef = { kind: 'agenda' };
const item1: CardRef = { kind: 'item', itemId: 'item1' };
const item2: CardRef = { kind: 'item', itemId: 'item2' };

let office: Awaited<ReturnType<typeof openPostOffice>>;
let alarms: { ms: number; ring: () => void }[];
const timer: Timer = (ms, ring) => {
  const alarm = { ms, ring };
  alarms.push(alarm);
  return () => {
    alarms = alarms.filter((one) => one !== alarm);
  };
};
beforeEach(async () => {
  alarms = [];
  office = await openPostOffice(timer);
  await office.want(agenda, item1);
  await office.postman.round();
});
afterEach(() => office[Symbol.asyncDispose]());

const edits = () => office.chat.messages.map((message) => message.edits);

describe('a card that changes all the time', () => {
  it('is edited once a second, to its newest state, and without waiting for the next round', async () => {
    for (let times = 0; times < 5; times += 1) {
      await office.changes(item1);
      await office.postman.round();
    }
    expect(edits()).toEqual([0, 1]);
    expect(alarms.map(({ ms }) => ms)).toEqual([1_000]);
    office.clock.pass(999);
    await office.postman.round();
    expect(edits()).toEqual([0, 1]);
    office.clock.pass(1);
    alarms[0]?.ring();
    await office.teams.until(() => office.chat.messages[1]?.edits === 2);
    expect(JSON.stringify(office.chat.messages[1]?.activity)).toContain('Beslutning d5');
  });

  it('is waited for by an alarm, though another is not due for weeks', async () => {
    const { state } = await office.meetings.look('m');
    const wish = { conversationId: office.chat.id, meetingId: 'm', version: state.version };
    const later = {
      ...wish,
      key: 'm:item:item2',
      card: item2,
      notBefore: office.clock.now() + 50 * 86_400_000,
    };
    await office.store.outbox.want([later]);
    await office.changes(item1);
    await office.postman.round();
    alarms.splice(0).at(0)?.ring();
    await office.changes(agenda);
    await office.postman.round();
    for (const { ms } of alarms) expect(ms).toBeLessThanOrEqual(3_600_000);
    expect(office.chat.messages).toHaveLength(2);
  });

  it('holds up no other card', async () => {
    await office.changes(item1);
    await office.postman.round();
    await office.changes(item1, agenda, item2);
    await office.postman.round();
    expect(edits()).toEqual([1, 1, 0]);
  });

  it('keeps its pace over a restart, and in every process on the store', async () => {
    await office.changes(item1);
    await office.postman.round();
    const { notBefore } = await office.posting(item1);
    expect(notBefore - office.clock.now()).toBe(1_000);
    await office.changes(item1);
    expect(await office.store.outbox.due(office.chat.id, office.clock.now())).toEqual([]);
  });
});

describe('a new card', () => {
  it('goes before edits', async () => {
    await office.changes(agenda, item1, item2);
    await office.postman.round();
    expect(office.sends().slice(2)).toEqual(['POST', 'PUT', 'PUT']);
  });

  it('shows what the meeting is when its turn has come, however long it had to wait for it', async () => {
    const cards: CardRef[] = Array.from({ length: 9 }, (_, index) => ({
      kind: 'role',
      personId: `p${index}`,
      role: 'chair',
    }));
    const { wait } = office.clock;
    let told = false;
    Object.assign(office.clock, {
      wait: async (ms: number) => {
        // While it waits, the meeting goes on.
        if (!told) await office.changes();
        told = true;
        return wait(ms);
      },
    });
    await office.want(...cards, item2, item1);
    await office.changes(item1);
    await office.postman.round();
    await office.postman.round();
    expect(told).toBe(true);
    expect(JSON.stringify(office.chat.messages)).toContain('Beslutning d2');
  });
});
