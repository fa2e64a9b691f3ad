import { languageOf } from '../meeting/state.ts';
import {
  type Appearance,
  appearances,
  emptyPerson,
  erasePerson,
  personsNamed,
  type Remaining,
} from '../service/upkeep/erasePerson.ts';
import {
  commitsWithout,
  redactSources,
  redactText,
  SHORTEST_TEXT,
  textPattern,
} from '../service/upkeep/redact.ts';
import { writeInstant } from '../wording/dates.ts';
import { personErasureTexts } from '../wording/personErasureTexts.ts';
import { CliRefusal, cliLanguage, print } from './output.ts';
import { type Core, meetingOf } from './readCommands.ts';

const texts = () => personErasureTexts[cliLanguage(process.env)];

/** `punkt erase-person ID`: says what would be emptied, and with --yes empties it; `--name` finds the id. */
export async function erasePersonCommand(
  core: Core,
  id: string | undefined,
  flags: { readonly name?: string; readonly yes?: true },
): Promise<void> {
  const t = texts();
  if ((id === undefined) === (flags.name === undefined)) throw new CliRefusal(t.needsPerson);
  if (id === undefined) return printCandidates(await personsNamed(core.store, flags.name ?? ''));
  const found = await appearances(core.store, id);
  if (found.length === 0) throw new CliRefusal(t.unknownPerson(id));
  if (!flags.yes) {
    printCandidates(found);
    print(t.wouldEmpty(found.length));
    return;
  }
  const { emptied, remaining, namesakes } = await erasePerson(core.store, found, new Date().toISOString());
  for (const { meetingId } of emptied) {
    await core.nudges.leave(meetingId, true);
    const approved = remaining.some((one) => one.kind === 'approved' && one.meetingId === meetingId);
    print(approved ? t.keptApproved(meetingId) : t.emptied(meetingId));
  }
  await core.store.scrub?.();
  if (remaining.length + namesakes.length > 0) print(t.remains);
  for (const one of remaining) print(lineOf(one));
  for (const { meetingId, personId } of namesakes)
    print(t.namesake(meetingId, `npx punkt erase-person ${personId}`));
  print(t.fullNameOnly);
}

function printCandidates(found: readonly Appearance[]): void {
  if (found.length === 0) print(texts().nobody);
  for (const { meetingId, person } of found)
    print(texts().candidate(person.id, meetingId, person.identities.length > 0));
}

function lineOf(one: Remaining): string {
  const t = texts();
  const command = `npx punkt redact ${one.meetingId}`;
  switch (one.kind) {
    case 'text':
      return t.inText(one.meetingId, one.commits, `${command} --text ${JSON.stringify(one.name)}`);
    case 'source':
      return t.inSource(one.meetingId, `${command} --source`);
    case 'approved':
      return t.inApproved(one.meetingId, `${command} --person ${one.personId}`);
    default:
      return one satisfies never;
  }
}

interface RedactFlags {
  readonly text?: string;
  readonly source?: true;
  readonly person?: string;
  readonly yes?: true;
}

/** `punkt redact MEETING`: takes words, the imported file or a person out of a meeting for good, and leaves a trace. */
export async function redactCommand(core: Core, id: string, flags: RedactFlags): Promise<void> {
  const t = texts();
  const { text, source, person } = flags;
  if ([text, source, person].filter((one) => one !== undefined).length !== 1)
    throw new CliRefusal(t.needsWhat);
  if (text !== undefined && text.trim().length < SHORTEST_TEXT)
    throw new CliRefusal(t.textTooShort(SHORTEST_TEXT));
  const { meeting, people } = await meetingOf(core, id);
  if (person !== undefined && !people[person]) throw new CliRefusal(t.unknownPerson(person));
  const instead = personErasureTexts[languageOf(meeting)].removed;
  const { store } = core;
  const now = new Date().toISOString();
  if (!flags.yes) {
    if (text !== undefined)
      print(t.wouldRedact((await commitsWithout(store, id, textPattern(text), instead)).length));
    else if (source) print(t.wouldRemoveSource((await store.documents.list('sources', id)).length));
    else print(t.wouldRedactPerson);
    return;
  }
  if (text !== undefined)
    print(t.redacted((await redactText(store, id, text, instead, now)).versions.length));
  if (source) {
    await redactSources(store, id, instead, now);
    print(t.sourcesRemoved);
  }
  if (person !== undefined) {
    await emptyPerson(store, id, person, false, now);
    print(t.emptied(id));
  }
  await core.nudges.leave(id, true);
  await store.scrub?.();
  print(t.trace(writeInstant(now)));
  print(t.copies);
}
