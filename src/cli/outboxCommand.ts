import { pino } from 'pino';
import type { MeetingState } from '../meeting/state.ts';
import { findItem, itemNumber } from '../meeting/state.ts';
import { CardRef } from '../service/cardKey.ts';
import type { Posting } from '../service/outbox.ts';
import { ClosedConversations } from '../teams/closedConversations.ts';
import { shortHash } from '../teams/logTrace.ts';
import { outboxTexts } from '../wording/outboxTexts.ts';
import { CliRefusal, cliLanguage, print, printJson } from './output.ts';
import type { Core } from './readCommands.ts';

/** A card that was not sent, without the ids of Teams. */
interface Letter {
  /** Names it on the command line. */
  readonly id: string;
  /** As in the log. */
  readonly conversation: string;
  readonly meeting: string;
  readonly card: string;
  /** Of an item's card. */
  readonly item: string | null;
  readonly attempts: number;
  readonly state: 'dead' | 'waiting';
  readonly reason: string | null;
  /** ISO 8601; null: not by itself. */
  readonly triedAgainAt: string | null;
}

/** `punkt outbox`: what could not be sent, and why; `--retry [ID]` sends what was given up again. */
export async function outboxCommand(
  core: Core,
  flags: { readonly json?: true; readonly retry?: true | string },
): Promise<void> {
  const t = outboxTexts[cliLanguage(process.env)];
  const failed: Posting[] = [];
  for await (const posting of core.store.outbox.postings())
    if (posting.dead !== null || (posting.attempts > 0 && isWaiting(posting))) failed.push(posting);
  failed.sort((a, b) => a.conversationId.localeCompare(b.conversationId) || a.order - b.order);
  if (flags.retry !== undefined) {
    const dead = failed.filter((posting) => posting.dead !== null);
    const chosen = flags.retry === true ? dead : dead.filter((posting) => idOf(posting) === flags.retry);
    if (chosen.length === 0 && flags.retry !== true) throw new CliRefusal(t.unknownId(String(flags.retry)));
    await retry(core, chosen);
    if (flags.json) printJson({ retried: chosen.map(idOf) });
    else print(t.retried(chosen.length));
    return;
  }
  const letters = await Promise.all(failed.map((posting) => letterOf(core, posting)));
  if (flags.json) return printJson(letters);
  if (letters.length === 0) return print(t.nothing);
  print(t.columns.join('\t'));
  for (const letter of letters) {
    const kind = letter.card as keyof typeof t.card;
    const label = kind === 'item' ? t.card.item(letter.item ?? '?') : t.card[kind];
    const state = letter.state === 'dead' ? t.dead : t.triedAgainAt(letter.triedAgainAt ?? '');
    const { id, conversation, meeting, attempts, reason } = letter;
    print([id, conversation, meeting, label, attempts, state, reason ?? '–'].join('\t'));
  }
  if (letters.some(({ state }) => state === 'dead')) print(t.hint);
}

async function retry(core: Core, chosen: readonly Posting[]): Promise<void> {
  const { outbox } = core.store;
  const closed = new ClosedConversations({
    ...core,
    outbox,
    closed: () => undefined,
    log: pino({ level: 'silent' }),
  });
  for (const posting of chosen) await closed.retry(posting);
}

const isWaiting = ({ shownVersion, wantedVersion }: Posting): boolean =>
  shownVersion === null || shownVersion < wantedVersion;

const idOf = ({ conversationId, key }: Posting): string => shortHash(JSON.stringify([conversationId, key]));

async function letterOf(core: Core, posting: Posting): Promise<Letter> {
  const { conversationId, meetingId, attempts, dead, notBefore } = posting;
  const card = CardRef.safeParse(posting.card).data;
  const { state } = await core.meetings.look(meetingId);
  return {
    id: idOf(posting),
    conversation: shortHash(conversationId),
    meeting: meetingId,
    card: card?.kind ?? 'unknown',
    item: card?.kind === 'item' ? numberOf(state, card.itemId) : null,
    attempts,
    state: dead === null ? 'waiting' : 'dead',
    reason: dead,
    triedAgainAt: dead === null ? new Date(notBefore).toISOString() : null,
  };
}

const numberOf = (state: MeetingState, itemId: string): string | null =>
  state.status !== 'none' && findItem(state, itemId) ? itemNumber(state.agenda, itemId) : null;
