import type { Logger } from 'pino';
import { z } from 'zod';
import { ImportedAgenda } from '../agendaImport/contract.ts';
import { importAgenda, maxDocumentBytes } from '../agendaImport/importAgenda.ts';
import { toAgenda } from '../agendaImport/toAgenda.ts';
import { renderFitting } from '../render/renderCard.ts';
import type { Clock, NewId } from '../service/clock.ts';
import type { Drop, Drops } from '../service/drops.ts';
import type { CardView } from '../views/cardView.ts';
import { dropCard, type PlaceChoice } from '../views/dropCard.ts';
import { textCard } from '../views/textCard.ts';
import { localDate, writeInstant } from '../wording/dates.ts';
import { fileTexts } from '../wording/fileTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { documentTooLarge } from '../wording/sourceProblems.ts';
import type { DroppedFile } from './activity.ts';
import type { Caller } from './admission.ts';
import { type DownloadLimits, download, type NotFetched } from './fileDownload.ts';
import { errorTrace } from './logTrace.ts';
import type { Places } from './places.ts';
import type { Placing } from './placing.ts';
import type { Connector, OutgoingMessage } from './turn.ts';

export const downloadLimits: DownloadLimits = { bytes: maxDocumentBytes, milliseconds: 30_000 };
/** Files of one message that are read. */
const AT_ONCE = 10;
/** Teams sends an activity again after 10 to 15 s, sometimes under another id: the same file is then not read twice. */
const SAME_WITHIN_MS = 60_000;
/** For looking up chats: a message may take its time, a tap is answered within 3 s. */
const PATIENCE = { message: 10_000, tap: 1_200 } as const;
const SEND_AGAIN_AFTER_MS = [1_000, 4_000] as const;

const FileTap = z.object({
  n: z.string().regex(/^[0-9a-f]{64}$/u),
  place: z.string().max(64).nullish().catch(undefined),
});

/** What a tap on a dropped file's card came to: the card that answers. */
export type FileAnswer = readonly (CardView | (() => CardView))[];

export const isFileVerb = (verb: string): boolean => verb === 'file.place' || verb === 'file.look';

/** Agendas dropped in the private chat: fetched, read, shown, and placed in a chat by one tap. */
export class FileDrops {
  readonly #drops: Drops;
  readonly #running = new Set<Promise<void>>();
  /** Keys of what came lately, and when. */
  readonly #lately = new Map<string, number>();
  readonly #stop = new AbortController();

  constructor(
    private readonly deps: {
      readonly drops: Drops;
      readonly places: Places;
      readonly placing: Placing;
      readonly connector: Connector;
      readonly mode: 'production' | 'development';
      readonly limits: DownloadLimits;
      readonly clock: Clock;
      readonly newId: NewId;
      readonly log: Logger;
    },
  ) {
    this.#drops = deps.drops;
  }

  /** Begins to read; the turn need not wait. Every file is answered by a message of its own. */
  receive(files: readonly DroppedFile[], activityId: string, caller: Caller): void {
    const fresh = this.#isNew(`activity ${caller.reach.conversationId} ${activityId}`)
      ? files.filter(({ url }) => url === null || this.#isNew(`file ${caller.identity.key} ${url}`))
      : [];
    if (fresh.length === 0) return;
    const work = this.#readAll(fresh, caller).catch((error: unknown) =>
      this.deps.log.error(errorTrace(error), 'a dropped file could not be answered'),
    );
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** Gives up what is being fetched, which is said, and resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  /** A tap on the card of a dropped file, in the chat of who dropped it. */
  async tap(
    verb: string,
    data: unknown,
    caller: Caller,
  ): Promise<{ card: FileAnswer; meetingId: string | null }> {
    const { language, identity } = caller;
    const t = fileTexts[language];
    const tap = FileTap.safeParse(data).data;
    const drop = tap ? await this.#drops.read(identity.key, tap.n) : null;
    if (!drop)
      return {
        card: [textCard({ language, notice: null }, { heading: t.fileGone, buttons: [] })],
        meetingId: null,
      };
    const again = async (notice: string | null) => ({
      card: this.#card(drop, await this.#places(caller, PATIENCE.tap), language, notice),
      meetingId: null,
    });
    if (verb === 'file.look') return again(null);
    if (!tap?.place) return again(t.chooseFirst);
    const reach = await this.deps.places.reach(tap.place);
    if (!reach) return again(t.notMember);
    const file = {
      ...drop,
      bytes: Buffer.from(drop.base64, 'base64'),
      agenda: ImportedAgenda.parse(drop.agenda),
    };
    const placed = await this.deps.placing.place(file, reach, caller);
    if (placed.kind === 'refused') {
      // Of a chat that they are not in, not even the name.
      const name = async () => this.deps.places.name(reach, identity, language);
      switch (placed.why) {
        case 'alreadyThere':
          return { card: this.#card(drop, null, language, t.alreadyThere(await name())), meetingId: null };
        case 'onlyLeaders':
          return again(t.onlyLeaders(await name()));
        case 'notMember':
        case 'rosterUnknown':
        case 'notSaved':
          return again(t[placed.why]);
        default:
          return placed.why satisfies never;
      }
    }
    const chat = await this.deps.places.name(reach, identity, language);
    const { from } = placed;
    const waits = from !== null && from > this.deps.clock.now();
    const said = waits
      ? t.placedInTime(chat, writeInstant(new Date(from).toISOString(), language))
      : t.placed(chat);
    const notice = placed.writes ? `${said} ${t.youWrite}` : said;
    return { card: this.#card(drop, null, language, notice), meetingId: placed.meetingId };
  }

  async #readAll(files: readonly DroppedFile[], caller: Caller): Promise<void> {
    const t = fileTexts[caller.language];
    if (!caller.identity.authenticated) return this.#say(caller, { text: t.mustSignIn });
    for (const file of files.slice(0, AT_ONCE)) {
      const answer = await this.#read(file, caller).catch((error: unknown): OutgoingMessage => {
        this.deps.log.error(errorTrace(error), 'reading a dropped file failed');
        return { text: t.about(file.name ?? t.nameless, t.failed) };
      });
      await this.#say(caller, answer);
    }
    if (files.length > AT_ONCE) await this.#say(caller, { text: t.tooMany(AT_ONCE) });
  }

  async #read({ name, url }: DroppedFile, caller: Caller): Promise<OutgoingMessage> {
    const { mode, limits } = this.deps;
    const { language, identity } = caller;
    const t = fileTexts[language];
    const not = (sentence: string): OutgoingMessage => ({ text: t.about(name ?? t.nameless, sentence) });
    if (url === null) return not(t.unreachable);
    const fetched = await download(url, mode, limits, this.#stop.signal);
    if (fetched.kind === 'not') {
      this.deps.log.warn({ why: fetched.why }, 'a dropped file was not fetched');
      return not(whyNot(fetched.why, language));
    }
    const today = localDate(new Date(this.deps.clock.now()).toISOString());
    const read = await importAgenda(fetched.bytes, name ?? '', { today });
    if (!read.ok) return not(language === 'en' ? read.english : read.message);
    const { agenda, format, sha256 } = read;
    const drop: Drop = {
      source: { name: name ?? t.nameless, sha256, format },
      base64: Buffer.from(fetched.bytes).toString('base64'),
      agenda,
    };
    await this.#drops.keep(identity.key, drop);
    const places = await this.#places(caller, PATIENCE.message);
    return renderFitting(this.#card(drop, places, language, null));
  }

  #places({ identity, language }: Caller, patience: number): Promise<PlaceChoice[]> {
    return this.deps.places.of(identity, language, patience);
  }

  #card(
    { source, agenda: stored }: Drop,
    places: readonly PlaceChoice[] | null,
    language: Language,
    notice: string | null,
  ): FileAnswer {
    const imported = ImportedAgenda.parse(stored);
    const { agenda } = toAgenda(imported, {}, this.deps.newId);
    const file = { source, agenda, warnings: imported.warnings };
    return [40, 25, 15, 6].map((rows) => () => dropCard(file, places, language, notice, rows));
  }

  #isNew(key: string): boolean {
    const now = this.deps.clock.now();
    for (const [known, at] of this.#lately) if (now - at > SAME_WITHIN_MS) this.#lately.delete(known);
    if (this.#lately.has(key)) return false;
    this.#lately.set(key, now);
    return true;
  }

  /** Some tries: what was read must not be for nothing because Teams was busy once. */
  async #say({ reach }: Caller, message: OutgoingMessage): Promise<void> {
    for (const pause of [...SEND_AGAIN_AFTER_MS, null]) {
      const sent = await this.deps.connector.say(reach, message);
      if (sent.kind === 'sent') return;
      if (sent.kind !== 'later' || pause === null || this.#stop.signal.aborted) {
        this.deps.log.warn({ outcome: sent.kind }, 'the answer to a dropped file was not sent');
        return;
      }
      await this.deps.clock.wait(pause);
    }
  }
}

function whyNot(why: NotFetched, language: Language): string {
  return why === 'tooLarge' ? documentTooLarge[language] : fileTexts[language][why];
}
