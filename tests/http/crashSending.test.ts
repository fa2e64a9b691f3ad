import { expect, it } from '@jest/globals';
import { texts } from '../support/fakeTeams.ts';
import { type MeetingRoom, openRoom } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;

/** A running meeting at item 1. */
async function running(room: MeetingRoom) {
  const chair = room.person(CHAIR);
  await room.cli('import', AGENDA, '--conversation', room.chat.id);
  await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.sees(/^PUNKT 1 AF 8/u);
}

/** Messages that show an item's card. */
const cardsOf = (room: MeetingRoom, item: number) =>
  room.chat.messages.filter((message) =>
    texts(room.teams.card(message)).some((text) => text.startsWith(`PUNKT ${item} AF`)),
  );

/** Moves to the next item, and kills Punkt while its new card is on the way to Teams. */
async function crashesWhilePosting(room: MeetingRoom, carriedOut: boolean) {
  const posts = () => room.teams.requests.filter(({ method }) => method === 'POST').length;
  const before = posts();
  room.teams.failNext({ with: 'hang', carriedOut, method: 'POST' });
  await room.types(room.person(CHAIR), 'næste');
  await room.teams.until(() => posts() > before);
  await room.restart();
}

/** Resolves when nothing waits to be sent any more. */
async function sent(room: MeetingRoom): Promise<void> {
  const store = await room.openStore();
  try {
    while ((await store.outbox.waiting(Number.MAX_SAFE_INTEGER)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    await store.close();
  }
}

it('a crash before a POST or after it leaves every card in the chat, and one twin at most, which says where the card is', async () => {
  await using room = await openRoom([CHAIR, WRITER]);
  const chair = room.person(CHAIR);
  await running(room);

  await crashesWhilePosting(room, false);
  await room.sees(/^PUNKT 2 AF 8/u);
  expect(cardsOf(room, 2)).toHaveLength(1);

  await crashesWhilePosting(room, true);
  await room.teams.until(() => cardsOf(room, 3).length === 2);
  const [twin, card] = cardsOf(room, 3);
  if (!twin || !card) throw new Error('no twin');
  const onTwin = { conversation: room.chat, activityId: twin.activityId, card: room.teams.card(twin) };
  // Until its id is stored nobody knows which of the two is the card: both work.
  await sent(room);
  const answer = await room.taps(chair, onTwin, 'Mere …');
  expect(texts(answer.card)).toContain('Flyttet til kortet nedenfor');
  await room.teams.until(() => texts(room.teams.card(twin)).includes('Flyttet til kortet nedenfor'));

  await room.types(chair, 'næste');
  await room.sees(/^PUNKT 4 AF 8/u);
  for (const item of [1, 2, 3, 4]) expect(cardsOf(room, item)).toHaveLength(1);
}, 60_000);

it('a crash after a POST to a private chat leaves one twin there, which says where the card is', async () => {
  await using room = await openRoom([CHAIR, WRITER]);
  const chair = room.person(CHAIR);
  await running(room);
  const alone = room.teams.personalChat(chair);
  room.teams.failNext({ with: 'hang', carriedOut: true, method: 'POST', into: alone.id });
  await room.types(chair, 'afslut mødet');
  await room.teams.until(() => alone.messages.length === 1);
  await room.restart();
  await room.teams.until(() => alone.messages.length === 2);
  await sent(room);
  const [twin, card] = alone.messages;
  if (!twin || !card) throw new Error('no twin');
  const seen = (of: typeof twin) => ({
    conversation: alone,
    activityId: of.activityId,
    card: room.teams.card(of),
  });
  const answer = await room.taps(chair, seen(twin), 'Hent referat');
  expect(texts(answer.card)).toContain('Flyttet til kortet nedenfor');
  await room.teams.until(() => texts(room.teams.card(twin)).includes('Flyttet til kortet nedenfor'));
  expect(texts((await room.taps(chair, seen(card), 'Hent referat')).card)).not.toContain(
    'Flyttet til kortet nedenfor',
  );
  expect(alone.messages).toHaveLength(2);
}, 60_000);
