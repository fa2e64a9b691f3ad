import { Commit } from '../../meeting/commit.ts';
import type { MeetingLog, StoredCommit } from '../../service/meetingLog.ts';
import { bodyOf, type Fields, storedValue } from './itemBody.ts';
import { givenKey, idPart, partitionPart } from './itemKey.ts';
import type { Items } from './items.ts';
import { BACKGROUND, LOGS } from './requests.ts';

/** Versions looked for one by one, at one request unit each, before a query (from 2.5 on) asks for all that follow. */
const ONE_BY_ONE = 3;
const HEADS_AT_ONCE = 20;

/** One item a commit; a version is created only where there is none. */
export function cosmosMeetingLog(items: Items): MeetingLog {
  const find = async (meetingId: string, version: number): Promise<StoredCommit | undefined> => {
    const item = await items.read(itemId(meetingId, version), partitionPart(meetingId));
    return item && { meetingId, version, value: storedValue(item) };
  };

  async function append({ meetingId, version, value }: StoredCommit): Promise<'appended' | 'conflict'> {
    const partition = partitionPart(meetingId);
    const fixed = { meetingId: partition, version };
    const id = itemId(meetingId, version);
    const fields = { version, ...givenKey(meetingId, 'commit') };
    // A commit is never overwritten: who finds another's in its place knows that its own was not written.
    const put = await items.put({ id, partition, fields, body: bodyOf(value, fixed) }, 'absent');
    return typeof put === 'object' ? 'appended' : 'conflict';
  }

  /** The commits above a version, ascending. */
  async function stored(meetingId: string, afterVersion: number): Promise<StoredCommit[]> {
    const few: StoredCommit[] = [];
    let after = afterVersion;
    // Who has read before finds mostly nothing or one: cheaper asked for by name.
    while (afterVersion > 0 && few.length < ONE_BY_ONE) {
      const next = await find(meetingId, after + 1);
      if (!next) return few;
      few.push(next);
      after += 1;
    }
    const partition = partitionPart(meetingId);
    const options = { partition, patience: LOGS };
    const rest: StoredCommit[] = [];
    for await (const page of items.pages('c.version > @after', { after }, options)) {
      for (const found of page) {
        const item = 'split' in found ? await items.withValue(found, partition) : found;
        rest.push({ meetingId, version: Number(item.version), value: storedValue(item) });
      }
    }
    return [...few, ...rest.sort((a, b) => a.version - b.version)];
  }

  async function newest(partition: string): Promise<number> {
    const where = `c.version > 0 ORDER BY c.version DESC`;
    const [head] = await items.query(where, {}, { partition, select: 'TOP 1 c.version' });
    return Number(head?.version ?? 0);
  }

  return {
    atOnce: 1,

    append: (commit, ...following) => appendOne(asStored(commit), following, append),
    appendStored: (commit, ...following) => appendOne(commit, following, append),

    async read(meetingId, afterVersion = 0) {
      return (await stored(meetingId, afterVersion)).map(parse);
    },

    async heads() {
      // Every log has one first commit: the index leads to those alone.
      const logs = await items.query('c.version = 1', {}, { select: 'c.meetingId, c.key' });
      const heads: { meetingId: string; version: number }[] = [];
      for (let at = 0; at < logs.length; at += HEADS_AT_ONCE) {
        const some = logs.slice(at, at + HEADS_AT_ONCE).map(async (log) => ({
          meetingId: givenMeetingId(log),
          version: await newest(String(log.meetingId)),
        }));
        heads.push(...(await Promise.all(some)));
      }
      return heads.filter(({ version }) => version > 0);
    },

    async *readStored(meetingId, afterVersion = 0) {
      yield* await stored(meetingId, afterVersion);
    },

    async replace(commit) {
      const { meetingId, version } = commit;
      const partition = partitionPart(meetingId);
      const id = itemId(meetingId, version);
      for (;;) {
        const item = await items.read(id, partition);
        if (!item) return 'absent';
        const fields = { version, ...givenKey(meetingId, 'commit') };
        const body = bodyOf(commit, { meetingId: partition, version });
        const mayHaveParts = 'split' in item;
        const put = await items.put({ id, partition, fields, body, mayHaveParts }, { etag: item._etag });
        if (typeof put === 'object') return 'replaced';
      }
    },

    async remove(meetingId) {
      const partition = partitionPart(meetingId);
      const found = await items.query('c.version > 0', {}, { partition, select: 'c.id, c.version' });
      found.sort((a, b) => Number(b.version) - Number(a.version));
      for (const { id } of found) await items.remove(String(id), partition, undefined, BACKGROUND);
      // Also those of a commit that another came before.
      const parts = { prefix: `${idPart(meetingId)}:` };
      const options = { partition, select: 'c.id' };
      for (const { id } of await items.query('STARTSWITH(c.partOf, @prefix)', parts, options))
        await items.remove(String(id), partition, undefined, BACKGROUND);
    },
  };
}

/** Several would not be all or none: there is no transaction here. */
function appendOne(
  commit: StoredCommit,
  following: readonly unknown[],
  append: (commit: StoredCommit) => Promise<'appended' | 'conflict'>,
): Promise<'appended' | 'conflict'> {
  if (following.length > 0) throw new RangeError('This store writes one commit at a time (see atOnce).');
  return append(commit);
}

const itemId = (meetingId: string, version: number): string =>
  `${idPart(meetingId)}:${String(version).padStart(10, '0')}`;

const asStored = (commit: Commit): StoredCommit => {
  const { meetingId, version } = commit;
  return { meetingId, version, value: commit };
};

function parse({ meetingId, version, value }: StoredCommit): Commit {
  const parsed = Commit.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`Commit ${version} of meeting ${meetingId} cannot be read.`, { cause: parsed.error });
}

function givenMeetingId(item: Fields): string {
  const { key, meetingId } = item;
  const given = typeof key === 'object' && key !== null ? Reflect.get(key, 'partition') : undefined;
  return String(given ?? meetingId);
}
