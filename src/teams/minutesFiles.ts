import type { Logger } from 'pino';
import type { Person } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
import type { MinutesExport } from '../minutesExport/exportMinutes.ts';
import type { Clock, NewId } from '../service/clock.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Documents } from '../service/documents.ts';
import { recordFile } from '../service/exports.ts';
import type { Meetings } from '../service/meetings.ts';
import { linkCard } from '../views/afterCards.ts';
import { type CardView, cut } from '../views/cardView.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import type { FileConsentActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import { DownloadLinks, FileWish } from './downloadLinks.ts';
import { isAllowedFileUrl } from './fileDownload.ts';
import { upload } from './fileUpload.ts';
import { errorTrace } from './logTrace.ts';
import { minutesFile } from './minutesFile.ts';
import type { Roster } from './roster.ts';
import type { Connector, FileCard, OutgoingMessage } from './turn.ts';

/** Pauses between the tries to put a file where Teams takes it (ms). */
const UPLOAD_AGAIN_AFTER_MS = [1_000, 4_000] as const;
/** Answered offers that are remembered, so that a repeated answer does nothing. */
const ANSWERED = 500;

/** What somebody may fetch just now; `refused`: why not. */
type Allowed =
  | { readonly person: Person; readonly meeting: Meeting; make(): Promise<MinutesExport> }
  | { readonly refused: string };

/**
 * The minutes as files in the private chat of who leads or writes: offered by Teams' file consent card, or in
 * development by a link. A file is made when it is taken, of what the minutes say then: an old offer never hands out
 * an outdated draft.
 */
export class MinutesFiles {
  readonly links: DownloadLinks;
  readonly #running = new Set<Promise<void>>();
  readonly #answered = new Set<string>();
  readonly #stop = new AbortController();

  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly conversations: Conversations;
      readonly documents: Documents;
      readonly roster: Roster;
      readonly connector: Connector;
      readonly mode: 'production' | 'development';
      /** The client takes no files of Teams (the Playground): a link is the way to them. Development only. */
      readonly byLink: boolean;
      readonly clock: Clock;
      readonly newId: NewId;
      readonly log: Logger;
    },
  ) {
    this.links = new DownloadLinks(deps);
  }

  /** Offers a file to who tapped for it; gives the card that answers in the place of the tapped one, or why not. */
  async offer(
    wish: FileWish,
    caller: Caller,
    from: string | undefined,
  ): Promise<{ readonly card: CardView } | { readonly notice: string }> {
    const { language } = caller;
    const t = afterTexts[language];
    const allowed = await this.#allowed(wish, caller);
    if ('refused' in allowed) return { notice: allowed.refused };
    if (!this.deps.byLink) {
      const notMade = () => this.#say(caller, { text: t.notMade });
      this.#inBackground(() => this.#offerFile(wish, allowed, caller), notMade);
      return { notice: t.consentComes };
    }
    const { meeting, person } = allowed;
    const url = await this.links.link(wish, person.id);
    const made = await allowed.make();
    if (!url) return { notice: t.notMade };
    const sight = { meeting, people: {}, language, audience: 'leading', notice: null } as const;
    return { card: linkCard(sight, made.fileName, url, made.notes, from) };
  }

  /** The answer to an offer. The same answer again, or Teams' repetition of it, does nothing more. */
  async consent(activity: FileConsentActivity, caller: Caller): Promise<void> {
    const { value, replyToId } = activity;
    const wish = FileWish.safeParse(value.context).data;
    const t = afterTexts[caller.language];
    if (!caller.personal) return;
    const offer = `${caller.reach.conversationId} ${replyToId ?? activity.id}`;
    if (this.#answered.has(offer)) return;
    if (!wish) return this.#say(caller, { text: t.notMade });
    this.#answered.add(offer);
    const [oldest] = this.#answered;
    if (oldest !== undefined && this.#answered.size > ANSWERED) this.#answered.delete(oldest);
    const card = { replyToId: replyToId ?? null, name: cut(value.uploadInfo?.name ?? '', 200) };
    const answer = () =>
      value.action === 'decline'
        ? this.#replace(card, caller, () => t.declined)
        : this.#put(wish, value.uploadInfo ?? null, card, caller);
    this.#inBackground(answer, async () => {
      // The offer still stands: another yes is another try.
      this.#answered.delete(offer);
      await this.#say(caller, { text: t.notMade });
    });
  }

  /** The file behind a link; null where it has expired, or who got it leads and writes no more. */
  async download(token: string): Promise<MinutesExport | null> {
    const claim = this.deps.byLink ? await this.links.read(token) : null;
    if (!claim) return null;
    const { state, people } = await this.deps.meetings.look(claim.wish.m, true);
    if (state.status === 'none' || !leads(state, claim.personId)) return null;
    return minutesFile(this.deps.documents, state, people, claim.wish);
  }

  /** Gives up what is being sent, and resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  /** Who leads or writes, and is still in the meeting's chat. */
  async #allowed(wish: FileWish, { identity, language }: Caller): Promise<Allowed> {
    const { meetings, conversations, roster, documents } = this.deps;
    const { state, people } = await meetings.look(wish.m, true);
    const person = Object.values(people).find((known) => known.identities.includes(identity.key));
    const refused = { refused: afterTexts[language].notYours };
    if (state.status === 'none' || !person || !leads(state, person.id)) return refused;
    const place = await conversations.ofMeeting(wish.m);
    const reach = place ? (await conversations.read(place)).reach : null;
    if (reach && (await roster.membership(reach, identity)) === 'absent') return refused;
    return { person, meeting: state, make: () => minutesFile(documents, state, people, wish) };
  }

  async #offerFile(
    wish: FileWish,
    allowed: Exclude<Allowed, { refused: string }>,
    caller: Caller,
  ): Promise<void> {
    const { fileName, bytes } = await allowed.make();
    const file: FileCard = {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: fileName,
      content: {
        description: afterTexts[caller.language].consentText,
        sizeInBytes: bytes.length,
        acceptContext: wish,
        declineContext: wish,
      },
    };
    await this.#say(caller, { file, summary: fileName });
  }

  async #put(
    wish: FileWish,
    info: FileConsentActivity['value']['uploadInfo'] | null,
    card: Offer,
    caller: Caller,
  ): Promise<void> {
    const t = afterTexts[caller.language];
    const allowed = await this.#allowed(wish, caller);
    if ('refused' in allowed) return this.#replace(card, caller, () => allowed.refused);
    const made = await allowed.make();
    const offer = { ...card, name: made.fileName };
    const uploaded = info ? await this.#upload(made.bytes, info.uploadUrl) : 'expired';
    this.deps.log.info({ uploaded, format: wish.format }, 'a file was accepted');
    if (uploaded === 'foreignHost') return this.#replace(offer, caller, () => t.foreignHost);
    if (uploaded !== 'placed') {
      await this.#replace(offer, caller, t.expired);
      return this.#offerFile(wish, allowed, caller);
    }
    const { bytes } = made;
    await recordFile(this.deps.documents, allowed.meeting, { ...wish, bytes }, this.deps.clock.now());
    await this.#replace(offer, caller, (name) => [t.placed(name), ...made.notes].join(' '));
    const url = info?.contentUrl;
    if (!info || !url || !isAllowedFileUrl(url, this.deps.mode)) return;
    const { name, uniqueId, fileType } = info;
    await this.#say(caller, {
      file: {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        name: name ?? made.fileName,
        contentUrl: url,
        content: { uniqueId: uniqueId ?? '', fileType: fileType ?? wish.format },
      },
    });
  }

  async #upload(bytes: Uint8Array, url: string) {
    for (const pause of [...UPLOAD_AGAIN_AFTER_MS, null]) {
      const uploaded = await upload(bytes, url, this.deps.mode, this.#stop.signal);
      if (uploaded !== 'failed' || pause === null || this.#stop.signal.aborted) return uploaded;
      await this.deps.clock.wait(pause);
    }
    return 'failed' as const;
  }

  /** In the place of the offer, which Teams leaves standing with its buttons; as a message where it cannot be edited. */
  async #replace(card: Offer, caller: Caller, text: (name: string) => string): Promise<void> {
    const message = { text: text(card.name) };
    const { connector } = this.deps;
    const edited = card.replyToId ? await connector.edit(caller.reach, card.replyToId, message) : null;
    if (edited?.kind !== 'sent') await this.#say(caller, message);
  }

  async #say(caller: Caller, message: OutgoingMessage): Promise<void> {
    const sent = await this.deps.connector.say(caller.reach, message);
    if (sent.kind !== 'sent') this.deps.log.warn({ outcome: sent.kind }, 'a file could not be spoken of');
  }

  /** `failed`: what is said where the work could not be done; without it, it would wait for an answer in vain. */
  #inBackground(work: () => Promise<void>, failed: () => Promise<void>): void {
    const log = (error: unknown) => this.deps.log.error(errorTrace(error), 'a file could not be handed over');
    const running = work()
      .catch((error: unknown) => {
        log(error);
        return failed();
      })
      .catch(log);
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }
}

/** The message that offered a file, and the file's name. */
interface Offer {
  readonly replyToId: string | null;
  readonly name: string;
}
