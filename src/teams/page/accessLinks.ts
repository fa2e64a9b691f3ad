import type { RefusalCode } from '../../meeting/commands.ts';
import { leads } from '../../meeting/roles.ts';
import { type AccessLink, hasEnded, type Meeting } from '../../meeting/state.ts';
import type { NewId } from '../../service/clock.ts';
import type { Documents } from '../../service/documents.ts';
import { findLink, placeLink, removeLink } from '../../service/linkPlaces.ts';
import type { Asker, Meetings, Request } from '../../service/meetings.ts';
import type { PageLinkIssued } from '../../views/page/pageAnswers.ts';
import type { OuterRefusal } from '../../wording/refusals.ts';
import type { TokenBuckets } from '../tokenBucket.ts';
import { deviceHash, isCode, newCode, newSecret, sameHash, secretHash } from './linkSecrets.ts';
import { PageProblem } from './problem.ts';
import type { Gone } from './visit.ts';

/** How long the screen of a room may show a meeting that has ended (ms). */
const STAGE_STAYS_MS = 24 * 3_600_000;

/** What a device gets for a link. `place`: where it shows first. */
export interface LinkSession {
  readonly meetingId: string;
  readonly place: 'desk' | 'panel' | 'stage';
  /** Of whom it is; null: of the screen. */
  readonly name: string | null;
}

/** Links to the page for who has no sign-in of Teams there: given, taken by one device, found again. */
export class AccessLinks {
  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly documents: Documents;
      readonly newId: NewId;
      readonly now: () => number;
      /** Secrets that turned out to be none, by who sent them and of all. */
      readonly failures: { readonly each: TokenBuckets; readonly all: TokenBuckets };
    },
  ) {}

  /**
   * Gives a link; `personId` null: for the screen. `grounds`: copied by who leads or writes, or in answer to a tap of
   * that person. `base`: our own address, without a slash at its end.
   */
  async issue(
    meetingId: string,
    personId: string | null,
    grounds: 'tap' | 'copied',
    asker: Asker,
    base: string,
  ): Promise<PageLinkIssued | { readonly refused: RefusalCode | OuterRefusal }> {
    return this.#give(
      meetingId,
      personId === null ? newCode() : newSecret(),
      asker,
      base,
      (secretHash, linkId) => ({
        prepare: ({ people }) =>
          personId !== null && !people[personId]
            ? { kind: 'refused', code: 'notAllowed' }
            : [{ type: 'IssueAccessLink', linkId, personId, secretHash, grounds }],
      }),
    );
  }

  /** In answer to a tap: for who asks, also where the meeting learns only now of them. `request`: as what. */
  async issueToSelf(
    meetingId: string,
    asker: Asker,
    request: Pick<Request, 'people'>,
    base: string,
  ): Promise<PageLinkIssued | { readonly refused: RefusalCode | OuterRefusal }> {
    return this.#give(meetingId, newSecret(), asker, base, (secretHash, linkId) => ({
      ...request,
      prepare: ({ person }) =>
        person
          ? [{ type: 'IssueAccessLink', linkId, personId: person.id, secretHash, grounds: 'tap' }]
          : { kind: 'refused', code: 'notAllowed' },
    }));
  }

  /** A secret of eight letters is for the screen. */
  async #give(
    meetingId: string,
    secret: string,
    asker: Asker,
    base: string,
    request: (secretHash: string, linkId: string) => Pick<Request, 'people' | 'prepare'>,
  ): Promise<PageLinkIssued | { readonly refused: RefusalCode | OuterRefusal }> {
    const { meetings, documents, newId } = this.deps;
    const linkId = newId();
    const hash = secretHash(secret);
    await placeLink(documents, hash, { meetingId, linkId });
    const asked = { commandId: `link:${linkId}`, asker, ...request(hash, linkId) };
    const handled = await meetings.handle(meetingId, asked);
    if (handled.kind === 'refused') {
      // What was not saved may yet be: then the link is known, and nobody has it.
      if (handled.code !== 'notSaved') await removeLink(documents, hash);
      return { refused: handled.code };
    }
    return isCode(secret)
      ? { linkId, url: `${base}/s/${secret}`, code: secret }
      : { linkId, url: `${base}/tab#k=${secret}`, code: null };
  }

  /** The first device that brings the secret takes the link; it may come again. @throws PageProblem */
  async open(secret: string, device: string, from: string): Promise<LinkSession> {
    const { meetings, documents, failures } = this.deps;
    // Only codes are short enough to be guessed by many at once; whoever tries must not keep a person's link from opening.
    const guessable = isCode(secret);
    if (!failures.each.has(from) || (guessable && !failures.all.has(''))) throw new PageProblem('tooFast');
    const hash = secretHash(secret);
    const found = await findLink(documents, hash);
    const look = found && (await meetings.look(found.meetingId, true));
    const meeting = look?.state.status === 'none' ? null : look?.state;
    const link = meeting && linkWith(meeting, hash);
    if (!found || !look || !meeting || !link) {
      failures.each.take(from);
      if (guessable) failures.all.take('');
      throw new PageProblem('linkUnknown');
    }
    const over = linkOver(meeting, link, this.deps.now());
    if (over) throw new PageProblem(over === 'expired' ? 'linkExpired' : 'linkRevoked');
    const taken = deviceHash(device);
    if (link.deviceHash === null) await this.#take(found.meetingId, link, taken);
    else if (!sameHash(link.deviceHash, taken)) throw new PageProblem('linkElsewhere');
    const { personId } = link;
    const leading = personId !== null && leads(meeting, personId);
    return {
      meetingId: found.meetingId,
      place: personId === null ? 'stage' : leading ? 'desk' : 'panel',
      name: personId === null ? null : (look.people[personId]?.name ?? null),
    };
  }

  async #take(meetingId: string, link: AccessLink, taken: string): Promise<void> {
    const { personId, authenticated, id: linkId, by } = link;
    // The screen is nobody: it stands in the log under who gave it the link.
    const as = personId ?? (by.kind === 'person' ? by.personId : null);
    const asker: Asker = as === null ? { kind: 'operator' } : { kind: 'member', personId: as, authenticated };
    const handled = await this.deps.meetings.handle(meetingId, {
      commandId: `take:${linkId}:${taken}`,
      asker,
      prepare: () => [{ type: 'TakeAccessLink', linkId, deviceHash: taken }],
    });
    if (handled.kind !== 'refused') return;
    if (handled.code === 'notSaved') throw new PageProblem('failed');
    throw new PageProblem(handled.code === 'linkTaken' ? 'linkElsewhere' : 'linkRevoked');
  }
}

/** The link with that secret's hash, also a revoked one. */
export const linkWith = (meeting: Meeting, hash: string): AccessLink | undefined =>
  meeting.links.find((link) => sameHash(link.secretHash, hash));

/** Why a link is good no more; null: it is. */
export function linkOver(
  meeting: Meeting,
  link: AccessLink,
  now: number,
): Extract<Gone, 'revoked' | 'expired'> | null {
  if (link.revoked) return 'revoked';
  if (link.personId !== null || !hasEnded(meeting)) return null;
  return now > Date.parse(meeting.closedAt) + STAGE_STAYS_MS ? 'expired' : null;
}
