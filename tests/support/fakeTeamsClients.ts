import { button, buttons, type CardAction, inputs } from './cardReading.ts';
import { dialogCall } from './dialogCall.ts';
import type { FakeTeams } from './fakeTeams.ts';
import type { FakeConversation, FakeMessage, FakePerson } from './fakeTeamsConnector.ts';

type Json = Record<string, unknown>;

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Whom a card is refreshed for by itself, at most. */
const REFRESHED_FOR = 60;

/** One person's Teams: what they see of the bot's cards in a conversation, and what they are typing there. */
export interface FakeClient {
  readonly person: FakePerson;
  /** The card as this person sees it now: their own view, else the one that all see. */
  sees(activityId: string): Json;
  /** Types into fields of a card, without sending. */
  types(activityId: string, fields: Json): void;
  /** What stands typed in a card's fields now. */
  typed(activityId: string): Json;
  /** Taps a button of the card with what is typed there; a card that answers takes its place for this person. */
  taps(activityId: string, title: string | RegExp): Promise<Json>;
  /** The dialog that is open: its card, and what is typed in it; null: none. */
  readonly dialog: { readonly card: Json; readonly typed: Json } | null;
  typesInDialog(fields: Json): void;
  /** Presses a button of the dialog. */
  presses(title: string | RegExp): Promise<Json>;
}

interface Seen {
  view: Json | null;
  typed: Json;
}

/** The clients of a fake Teams that have its conversations open. */
export class FakeClients {
  /** How many views were refreshed by themselves. */
  refreshed = 0;
  readonly #open: {
    readonly where: FakeConversation;
    readonly seen: Map<string, Seen>;
    readonly person: FakePerson;
  }[] = [];
  readonly #refreshing = new Set<Promise<unknown>>();

  constructor(private readonly teams: () => FakeTeams) {}

  /** The person opens the conversation, and keeps it open. */
  open(person: FakePerson, where: FakeConversation): FakeClient {
    const teams = this.teams();
    const messages = new Map<string, Seen>();
    this.#open.push({ where, seen: messages, person });
    const of = (activityId: string): Seen => {
      const known = messages.get(activityId) ?? { view: null, typed: {} };
      messages.set(activityId, known);
      return known;
    };
    const cardOf = (activityId: string): Json =>
      of(activityId).view ?? teams.card(messageOf(where, activityId));
    let dialog: { card: Json; typed: Json } | null = null;
    const follow = (body: Json) => {
      const task = body?.task as { type?: string; value?: { card?: { content?: Json } } } | undefined;
      const card = task?.type === 'continue' ? task.value?.card?.content : undefined;
      dialog = card ? { card, typed: filled(card) } : null;
    };
    return {
      person,
      sees: cardOf,
      types(activityId, fields) {
        mustHave(cardOf(activityId), fields);
        Object.assign(of(activityId).typed, fields);
      },
      typed: (activityId) => ({ ...filled(cardOf(activityId)), ...of(activityId).typed }),
      async taps(activityId, title) {
        const action = button(cardOf(activityId), title);
        const values = { ...filled(cardOf(activityId)), ...of(activityId).typed };
        const { body } = await teams.send(teams.tap(where, person, activityId, action, values));
        const answer = (body ?? {}) as Json;
        if (answer.type === CARD) messages.set(activityId, { view: answer.value as Json, typed: {} });
        if (answer.task) follow(answer);
        return answer;
      },
      get dialog() {
        return dialog;
      },
      typesInDialog(fields) {
        if (!dialog) throw new Error('no dialog is open');
        mustHave(dialog.card, fields);
        Object.assign(dialog.typed, fields);
      },
      async presses(title) {
        if (!dialog) throw new Error('no dialog is open');
        const data = { ...button(dialog.card, title).data, ...dialog.typed };
        const { body } = await teams.send(dialogCall('submit', teams.activity, where, person, data));
        follow((body ?? {}) as Json);
        return (body ?? {}) as Json;
      },
    };
  }

  /**
   * A message is drawn anew in every client that has it open: what was typed in it is gone, and who had a view of their
   * own sees the one of all; until their client refreshes it, where the card says so.
   */
  shown(where: FakeConversation, message: FakeMessage): void {
    const teams = this.teams();
    for (const client of this.#open) {
      if (client.where !== where) continue;
      client.seen.delete(message.activityId);
      const refresh = refreshOf(message, where, client.person);
      if (!refresh) continue;
      this.refreshed += 1;
      const asked = teams
        .send(teams.refresh(where, client.person, message.activityId, refresh))
        .then(({ body }) => {
          const answer = (body ?? {}) as Json;
          if (answer.type === CARD)
            client.seen.set(message.activityId, { view: answer.value as Json, typed: {} });
        })
        .finally(() => this.#refreshing.delete(asked));
      this.#refreshing.add(asked);
    }
  }

  /** Resolves when no client refreshes anything any more. */
  async settled(): Promise<void> {
    while (this.#refreshing.size > 0) await Promise.all(this.#refreshing);
  }
}

/** The action by which a card refreshes itself for this person; undefined: it does not. */
function refreshOf(
  message: FakeMessage,
  where: FakeConversation,
  person: FakePerson,
): CardAction | undefined {
  const attachments = message.activity.attachments as { content?: Json }[] | undefined;
  const refresh = attachments?.[0]?.content?.refresh as { action?: Json; userIds?: string[] } | undefined;
  if (!refresh?.action) return undefined;
  const { userIds } = refresh;
  const included = userIds
    ? userIds.slice(0, REFRESHED_FOR).includes(person.id)
    : where.members.length <= REFRESHED_FOR;
  return included ? buttons({ actions: [refresh.action] })[0] : undefined;
}

function messageOf(where: FakeConversation, activityId: string): FakeMessage {
  const found = where.messages.find((message) => message.activityId === activityId);
  if (!found) throw new Error(`no message ${activityId}`);
  return found;
}

const filled = (card: Json): Json =>
  Object.fromEntries(inputs(card).map(({ id, value }) => [id, value ?? '']));

function mustHave(card: Json, fields: Json): void {
  const there = inputs(card).map(({ id }) => id);
  for (const id of Object.keys(fields))
    if (!there.includes(id)) throw new Error(`no field ${id}; there are: ${there}`);
}
