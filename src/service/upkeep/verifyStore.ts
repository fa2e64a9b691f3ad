import { Commit } from '../../meeting/commit.ts';
import { evolve } from '../../meeting/evolve.ts';
import type { People } from '../../meeting/people.ts';
import { type Meeting, type MeetingState, noMeeting } from '../../meeting/state.ts';
import { wholeDraft } from '../drafts.ts';
import { readPeople } from '../peopleStore.ts';
import { publishedVersion } from '../publisher.ts';
import { canonicalHash } from './canonicalHash.ts';
import { headsOf, type StoreParts } from './storeParts.ts';

/** Something wrong in the store. `version` is that of a commit; `id` that of a document of the draft. */
export type Finding = { readonly meetingId: string } & (
  | { readonly code: 'gap' | 'unreadable' | 'misplaced' | 'broken' | 'twice'; readonly version: number }
  | { readonly code: 'draftMissing' | 'draftDiffers' | 'draftLeftOver'; readonly id: string }
  | { readonly code: 'people' }
);

export interface Verified {
  readonly findings: readonly Finding[];
  readonly meetings: number;
  readonly commits: number;
  readonly drafts: number;
  /** Meetings that go on, or whose newest commits the server has not published yet: their drafts are not compared. */
  readonly unpublished: readonly string[];
}

/** A log gone through, and what it tells; `meeting` null: it tells nothing that a draft could be held against. */
interface Told {
  readonly findings: Finding[];
  readonly commits: number;
  readonly meeting: Meeting | null;
}

/** Reads every log and every draft. Changes nothing. */
export async function verifyStore(store: StoreParts): Promise<Verified> {
  const findings: Finding[] = [];
  const unpublished: string[] = [];
  const heads = await headsOf(store);
  let commits = 0;
  let drafts = 0;
  for (const { meetingId } of heads) {
    const told = await readLog(store, meetingId);
    commits += told.commits;
    findings.push(...told.findings);
    const people = await peopleOf(store, meetingId);
    if (!people) findings.push({ code: 'people', meetingId });
    if (!told.meeting || !people) continue;
    if ((await publishedVersion(store.documents, meetingId)) < told.meeting.version) {
      unpublished.push(meetingId);
      continue;
    }
    const compared = await compareDraft(store, told.meeting, people);
    if (compared.findings.length > 0 && (await goesOn(store, told.meeting))) {
      unpublished.push(meetingId);
      continue;
    }
    drafts += compared.count;
    findings.push(...compared.findings);
  }
  const known = new Set(heads.map(({ meetingId }) => meetingId));
  for await (const { partition, id } of store.documents.addresses('drafts'))
    if (!known.has(partition)) findings.push({ code: 'draftLeftOver', meetingId: partition, id });
  return { findings, meetings: heads.length, commits, drafts, unpublished };
}

/** Somebody committed while it was looked at. */
async function goesOn({ log }: StoreParts, { meetingId, version }: Meeting): Promise<boolean> {
  for await (const _ of log.readStored(meetingId, version)) return true;
  return false;
}

/** Undefined: they cannot be read. */
const peopleOf = ({ documents }: StoreParts, meetingId: string): Promise<People | undefined> =>
  readPeople(documents, meetingId).then(
    ({ people }) => people,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'StoreUnavailable') throw error;
      return undefined;
    },
  );

/** Goes through one log as it is stored: no gap, each commit readable, in its place, and sensible after the others. */
export async function readLog({ log }: StoreParts, meetingId: string): Promise<Told> {
  const findings: Finding[] = [];
  const commandIds = new Set<string>();
  let state: MeetingState = noMeeting;
  let last = 0;
  let commits = 0;
  for await (const { version, value } of log.readStored(meetingId)) {
    commits += 1;
    if (version !== last + 1) findings.push({ code: 'gap', meetingId, version: last + 1 });
    last = version;
    const parsed = Commit.safeParse(value);
    if (!parsed.success) {
      findings.push({ code: 'unreadable', meetingId, version });
      continue;
    }
    const commit = parsed.data;
    if (commit.meetingId !== meetingId || commit.version !== version)
      findings.push({ code: 'misplaced', meetingId, version });
    if (commandIds.has(commit.commandId)) findings.push({ code: 'twice', meetingId, version });
    commandIds.add(commit.commandId);
    // After a first fault the state is not known any more.
    if (findings.some(({ code }) => code !== 'twice')) continue;
    try {
      state = evolve(state, commit);
    } catch {
      findings.push({ code: 'broken', meetingId, version });
    }
  }
  const sound = findings.every(({ code }) => code === 'twice');
  return { findings, commits, meeting: sound && state.status !== 'none' ? state : null };
}

/** What a draft says, whichever version it shows: a commit rewrites only what it touches. */
const said = (draft: object): string => canonicalHash({ ...draft, version: null });

/** Holds the stored draft against what the log tells. */
export async function compareDraft(
  { documents }: StoreParts,
  meeting: Meeting,
  people: People,
): Promise<{ findings: Finding[]; count: number }> {
  const { meetingId } = meeting;
  const findings: Finding[] = [];
  const whole = wholeDraft(meeting, people);
  const stored = await documents.list('drafts', meetingId);
  const values = new Map(stored.map(({ id, value }) => [id, value]));
  for (const [id, draft] of whole) {
    const value = values.get(id);
    if (value === undefined) findings.push({ code: 'draftMissing', meetingId, id });
    else if (!showsKnown(value, meeting.version) || said(value) !== said(draft))
      findings.push({ code: 'draftDiffers', meetingId, id });
  }
  for (const { id } of stored) if (!whole.has(id)) findings.push({ code: 'draftLeftOver', meetingId, id });
  return { findings, count: stored.length };
}

/** It is a document that shows a version which the log has. */
export function showsKnown(value: unknown, newest: number): value is object {
  const version: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : null;
  return typeof version === 'number' && version >= 1 && version <= newest;
}
