import type { Language } from './outcome.ts';

/** What the operator reads of cards that were not sent, at the command line. */
interface OutboxTexts {
  readonly columns: readonly string[];
  readonly nothing: string;
  readonly card: {
    readonly preview: string;
    readonly ready: string;
    readonly agenda: string;
    readonly item: (number: string) => string;
    readonly role: string;
    readonly summary: string;
    readonly unanswered: string;
    readonly unknown: string;
  };
  readonly dead: string;
  readonly triedAgainAt: (time: string) => string;
  /** The cards are sent by the server that runs, or at its next start. */
  readonly retried: (count: number) => string;
  readonly hint: string;
  readonly unknownId: (id: string) => string;
}

const da: OutboxTexts = {
  columns: ['id', 'samtale', 'møde', 'kort', 'forsøg', 'tilstand', 'grund'],
  nothing: 'Alle kort er sendt.',
  card: {
    preview: 'læst dagsorden',
    ready: 'klar til start',
    agenda: 'dagsorden',
    item: (number) => `punkt ${number}`,
    role: 'rolle',
    summary: 'opsummering',
    unanswered: 'efter mødet',
    unknown: 'ukendt',
  },
  dead: 'opgivet',
  triedAgainAt: (time) => `prøves igen ${time}`,
  retried: (count) =>
    `${count} kort lagt til afsendelse. Den kørende server sender dem (eller når den næste gang starter).`,
  hint: 'Send igen: punkt outbox --retry (alle opgivne) eller --retry ID.',
  unknownId: (id: string) => `Intet opgivet kort har id ${id}. Se »punkt outbox«.`,
};

const en: OutboxTexts = {
  columns: ['id', 'conversation', 'meeting', 'card', 'attempts', 'state', 'reason'],
  nothing: 'All cards are sent.',
  card: {
    preview: 'agenda as read',
    ready: 'ready to start',
    agenda: 'agenda',
    item: (number) => `item ${number}`,
    role: 'role',
    summary: 'summary',
    unanswered: 'after the meeting',
    unknown: 'unknown',
  },
  dead: 'given up',
  triedAgainAt: (time) => `tried again ${time}`,
  retried: (count) =>
    `${count} ${count === 1 ? 'card' : 'cards'} to be sent. The running server sends them (or when it next starts).`,
  hint: 'Send again: punkt outbox --retry (all that were given up) or --retry ID.',
  unknownId: (id: string) => `No card that was given up has the id ${id}. See “punkt outbox”.`,
};

export const outboxTexts: Readonly<Record<Language, OutboxTexts>> = { da, en };
