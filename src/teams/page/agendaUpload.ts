import { importAgenda } from '../../agendaImport/importAgenda.ts';
import { toAgenda } from '../../agendaImport/toAgenda.ts';
import { denial } from '../../meeting/decide.ts';
import type { Clock, NewId } from '../../service/clock.ts';
import type { Conversations } from '../../service/conversations.ts';
import type { Importing, WithRoles } from '../../service/importing.ts';
import type { Asker, Meetings } from '../../service/meetings.ts';
import type { PageImported, PageRefusal } from '../../views/page/pageAnswers.ts';
import { localDate } from '../../wording/dates.ts';
import type { Language } from '../../wording/outcome.ts';
import { type UploadRefusal, uploadTexts } from '../../wording/page/uploadTexts.ts';
import type { Caller } from '../admission.ts';
import { unclaimedRoles } from '../commandsOf.ts';
import { meetingConversation } from '../meetingPlace.ts';
import type { Placing, ReadFile } from '../placing.ts';

/** Documents that are read at the same time. */
const AT_ONCE = 4;

/** What became of a document: `status` is that of the HTTP answer. */
export type Uploaded =
  | { readonly kind: 'imported'; readonly answer: PageImported }
  | { readonly kind: 'refused'; readonly status: number; readonly answer: PageRefusal };

const statuses: Readonly<Record<UploadRefusal, number>> = {
  alreadyThere: 409,
  onlyLeaders: 403,
  notMember: 403,
  rosterUnknown: 503,
  notSaved: 503,
  anotherMeeting: 409,
  tooMany: 503,
};

/** Agendas that are dropped on the page: read and laid before the meeting as one that is dropped in the chat. */
export class AgendaUpload {
  #reading = 0;

  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly importing: Importing;
      readonly placing: Placing;
      readonly clock: Clock;
      readonly newId: NewId;
    },
  ) {}

  /** Before a chat, or a meeting of it, by somebody with an account there. */
  byAccount(bytes: Uint8Array, name: string, caller: Caller, meetingId?: string): Promise<Uploaded> {
    return this.#read(bytes, name, caller.language, async (file) => {
      const { conversationId } = caller.reach;
      const held = await meetingConversation(this.deps.conversations, conversationId);
      if (meetingId !== undefined && !holds(held, meetingId)) return 'anotherMeeting';
      const placed = await this.deps.placing.place(file, caller.reach, caller, meetingId);
      return placed.kind === 'refused' ? placed.why : placed.meetingId;
    });
  }

  /** Before a meeting or, null, a chat that has none, by somebody whom the meeting vouches for, or the demo. */
  byMember(
    bytes: Uint8Array,
    name: string,
    at: { readonly meetingId: string | null; readonly conversationId: string },
    asker: Asker,
    language: Language,
  ): Promise<Uploaded> {
    return this.#read(bytes, name, language, async (file) => {
      const { conversations, meetings, importing } = this.deps;
      const held = await conversations.read(at.conversationId);
      const present = at.meetingId ?? held.meetingId;
      if (at.meetingId !== null && !holds(held, at.meetingId)) return 'anotherMeeting';
      const look = present ? await meetings.look(present, true) : null;
      if (look && asker.kind === 'member' && look.state.status !== 'none') {
        const { personId, authenticated } = asker;
        const acting = { by: { kind: 'person', personId }, authenticated } as const;
        const person = look.people[personId] ?? null;
        const waiting = unclaimedRoles(look.state, person, acting);
        // Said before the file is stored with the meeting.
        if (waiting.length === 0 && denial(look.state, 'ProposeAgenda', acting)) return 'onlyLeaders';
      }
      const { handled, meetingId } = await importing.import(
        at.conversationId,
        {
          source: file.source,
          bytes: file.bytes,
          warnings: file.agenda.warnings,
          withIds: (people, newId, spoken) => toAgenda(file.agenda, people, newId, spoken),
        },
        {
          withMinutes: false,
          chair: null,
          minuteTakers: [],
          language: file.agenda.language ?? null,
          ...(at.meetingId === null ? {} : { before: at.meetingId }),
        },
        asker,
        withRoles,
      );
      if (handled.kind !== 'refused') return meetingId;
      if (handled.code === 'nothingNew') return 'alreadyThere';
      return handled.code === 'notSaved' ? 'notSaved' : 'onlyLeaders';
    });
  }

  /** In which conversation a meeting is held, and whether it is the one that is held there now. */
  async conversationOf(meetingId: string): Promise<string | null> {
    return (await this.deps.conversations.ofMeeting(meetingId)) ?? null;
  }

  async #read(
    bytes: Uint8Array,
    name: string,
    language: Language,
    place: (file: ReadFile) => Promise<UploadRefusal | (string & {})>,
  ): Promise<Uploaded> {
    if (this.#reading >= AT_ONCE) return refusal('tooMany', language);
    this.#reading += 1;
    try {
      const today = localDate(new Date(this.deps.clock.now()).toISOString());
      const read = await importAgenda(bytes, name, { today });
      if (!read.ok) {
        const sentence = language === 'en' ? read.english : read.message;
        return { kind: 'refused', status: 422, answer: { code: read.code, sentence } };
      }
      const { agenda, format, sha256 } = read;
      const placed = await place({ source: { name, sha256, format }, bytes, agenda });
      if (isRefusal(placed)) return refusal(placed, language);
      const { state } = await this.deps.meetings.look(placed);
      const proposalId = state.status === 'none' ? '' : (state.proposal?.id ?? '');
      return { kind: 'imported', answer: { meetingId: placed, proposalId } };
    } finally {
      this.#reading -= 1;
    }
  }
}

/** Whether it is the present meeting of a conversation, or another one of its series. */
const holds = (
  { meetingId, meetingIds }: { readonly meetingId: string | null; readonly meetingIds: readonly string[] },
  asked: string,
): boolean => meetingId === asked || meetingIds.includes(asked);

const isRefusal = (placed: string): placed is UploadRefusal => placed in uploadTexts;

const refusal = (code: UploadRefusal, language: Language): Uploaded => ({
  kind: 'refused',
  status: statuses[code],
  answer: { code, sentence: uploadTexts[code][language] },
});

/** The roles that the agenda names the importer for come with the import; where nobody leads, they take the minutes. */
const withRoles: WithRoles = (commands, { state, person, acting }, agenda) => {
  if (!person || !acting.authenticated) return commands;
  if (state.status !== 'none' && state.roles.length > 0) {
    const waiting = unclaimedRoles(state, person, acting);
    return [...waiting.map((role) => ({ type: 'ClaimRole', role }) as const), ...commands];
  }
  const named = (['chair', 'minuteTaker'] as const).filter((role) =>
    (role === 'chair' ? agenda.chairs : agenda.minuteTakers).includes(person.id),
  );
  const roles = named.length > 0 ? named : (['minuteTaker'] as const);
  return [...commands, ...roles.map((role) => ({ type: 'ClaimRole', role }) as const)];
};

/** A file's name as it is shown and stored: no path, nothing that cannot be seen. */
export function fileNameOf(given: unknown): string {
  const name = typeof given === 'string' ? given : '';
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const plain = [...last.normalize('NFC')]
    .filter((letter) => !/\p{C}/u.test(letter))
    .join('')
    .trim();
  return plain.slice(-150) || 'agenda';
}
