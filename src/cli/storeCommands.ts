import type { Store } from '../compose.ts';
import { openStore } from '../openStore.ts';
import { CopyDiffers, copyStore } from '../service/upkeep/copyStore.ts';
import { repairStore } from '../service/upkeep/repairStore.ts';
import { type Finding, verifyStore } from '../service/upkeep/verifyStore.ts';
import { storeTexts } from '../wording/storeTexts.ts';
import { openExistingStore, readStoreName } from './namedStore.ts';
import { CliRefusal, cliLanguage, print, printJson } from './output.ts';

const texts = () => storeTexts[cliLanguage(process.env)];

/** `punkt store copy`: one store into another, with a receipt. */
export async function copyCommand(flags: {
  readonly from: string;
  readonly to: string;
  readonly json?: true;
}): Promise<void> {
  const t = texts();
  const [from, to] = [readStoreName(flags.from, process.env), readStoreName(flags.to, process.env)];
  if (JSON.stringify(from) === JSON.stringify(to)) throw new CliRefusal(t.sameStore);
  const source = await openExistingStore(from, process.env);
  try {
    const target = await openStore(to);
    try {
      await copy(source, target, flags.json ?? false);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(source: Store, target: Store, json: boolean): Promise<void> {
  const t = texts();
  const copied = await copyStore(source, target).catch((error: unknown) => {
    throw error instanceof CopyDiffers ? new CliRefusal(t.copyDiffers(error.message)) : error;
  });
  if ('kind' in copied) {
    if (copied.kind === 'otherMeeting') throw new CliRefusal(t.otherMeeting(copied.meetingId));
    if (copied.kind === 'otherLog') throw new CliRefusal(t.otherLog(copied.meetingId));
    throw new CliRefusal(t[copied.kind]);
  }
  if (json) {
    printJson(copied);
    return;
  }
  for (const { meetingId, version, sha256 } of copied.meetings) print(`${meetingId}\t${version}\t${sha256}`);
  const { commits, documents, postings } = copied.written;
  print(
    t.copied({
      meetings: copied.meetings.length,
      documents: Object.values(copied.documents).reduce((sum, { count }) => sum + count, 0),
      postings: copied.postings.count,
      written: commits + documents + postings,
    }),
  );
  print(t.receipt(copied.sha256));
}

/** `punkt store verify`: a line for each finding, and exit code 1 where there is one. */
export async function verifyCommand(store: Store): Promise<void> {
  const t = texts();
  const { findings, meetings, commits, drafts, unpublished } = await verifyStore(store);
  tell(findings);
  print(t.verified({ meetings, commits, drafts, findings: findings.length }));
  if (unpublished.length > 0) print(t.unpublished(unpublished.length));
  if (findings.some(ofDraft)) print(t.mendDrafts);
  if (findings.some((finding) => !ofDraft(finding))) print(t.mendLogs);
}

/** `punkt store repair`: drafts are written anew; what it cannot mend is told as by `verify`. */
export async function repairCommand(store: Store): Promise<void> {
  const t = texts();
  const { mended, left } = await repairStore(store);
  for (const finding of mended) print(lineOf(finding));
  print(t.repaired(mended.length));
  tell(left);
  if (left.length > 0) print(t.mendLogs);
}

const ofDraft = (finding: Finding): boolean => 'id' in finding;

function tell(findings: readonly Finding[]): void {
  for (const finding of findings) print(lineOf(finding));
  if (findings.length > 0) process.exitCode = 1;
}

function lineOf(finding: Finding): string {
  const { meetingId, code } = finding;
  const what = 'id' in finding ? finding.id : 'version' in finding ? finding.version : '';
  return texts().finding[code](meetingId, what);
}
