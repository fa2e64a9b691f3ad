import type { Logger } from 'pino';
import type { Commit } from '../meeting/commit.ts';
import type { MeetingLog } from '../service/meetingLog.ts';
import type { Incoming } from './activity.ts';
import { identityOf } from './identity.ts';
import { shortHash } from './logTrace.ts';
import { commandIdOf, lineCommandId, readTap } from './tap.ts';

/** Meetings whose newest command is remembered; the least recently changed goes first. */
const MEETINGS_REMEMBERED = 500;

/**
 * What joins the lines of the log from a tap or line to its commit and to the cards that show it: eight hex digits of
 * its command. Null for an activity that commands nothing.
 */
export function commandOf(incoming: Incoming): string | null {
  switch (incoming.kind) {
    case 'tap':
    case 'submit':
    case 'dialog': {
      const tap = readTap(incoming.activity);
      return tap && shortHash(commandIdOf(tap, identityOf(incoming.activity)));
    }
    case 'line':
      return shortHash(lineCommandId(incoming.activity.conversation.id, incoming.activity.id));
    default:
      return null;
  }
}

/** Logs every durable commit of this process, and knows by which command a meeting came to its newest version. */
export class CommandTrace {
  readonly #newest = new Map<string, { readonly version: number; readonly command: string }>();

  constructor(private readonly log: Logger) {}

  /** The same log, watched. */
  through(log: MeetingLog): MeetingLog {
    return {
      ...log,
      append: async (...commits) => {
        const result = await log.append(...commits);
        if (result === 'appended') {
          for (const commit of commits) this.log.info(this.#remembered(commit), 'committed');
        }
        return result;
      },
      read: async (meetingId, afterVersion) => {
        const commits = await log.read(meetingId, afterVersion);
        const last = commits.at(-1);
        if (last) this.#remembered(last);
        return commits;
      },
    };
  }

  /** For the line of a card that shows a meeting at that version; of several commands at once the newest. */
  of(meetingId: string, version: number): { command?: string; meeting: string; version: number } {
    const newest = this.#newest.get(meetingId);
    const command = newest?.version === version ? { command: newest.command } : {};
    return { ...command, meeting: shortHash(meetingId), version };
  }

  #remembered({ meetingId, version, commandId }: Commit) {
    const newest = this.#newest.get(meetingId);
    const command = shortHash(commandId);
    if (!newest || newest.version <= version) {
      this.#newest.delete(meetingId);
      this.#newest.set(meetingId, { version, command });
    }
    for (const id of this.#newest.keys()) {
      if (this.#newest.size <= MEETINGS_REMEMBERED) break;
      this.#newest.delete(id);
    }
    return { command, meeting: shortHash(meetingId), version };
  }
}
