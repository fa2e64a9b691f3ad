import { type Command, refused } from '../../meeting/commands.ts';
import type { Commit } from '../../meeting/commit.ts';
import { denial } from '../../meeting/decide.ts';
import { withName } from '../../meeting/people.ts';
import { findItem, hasBegun, itemNumber, languageOf } from '../../meeting/state.ts';
import type { CardView } from '../../views/cardView.ts';
import { messageForm } from '../../views/messageForm.ts';
import { namesHere } from '../../views/namesHere.ts';
import { pointsAwaitingDecision } from '../../views/pointView.ts';
import { textCard } from '../../views/textCard.ts';
import { formTexts } from '../../wording/formTexts.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { refusalSentence } from '../../wording/refusals.ts';
import { replies } from '../../wording/replies.ts';
import { addSpeaker, behalfIn, sayingOf, unclearSpeaker } from '../behalfOfForm.ts';
import { recordDecision, unclaimedRoles } from '../commandsOf.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

/** Whom the message is from, as the form opens with it: somebody known, or a name; nobody where it is who acts. */
function authorOf(turn: MeetingTurn, { data }: Tap): { behalf: string; behalfName: string } {
  const people = namesHere(turn);
  const byAccount = Object.values(turn.people).find((one) => one.identities.includes(data.authorKey ?? ''));
  const [named, another] = withName(people, data.author ?? '');
  const known = byAccount ?? (another ? undefined : named);
  if (known && known.id === turn.person?.id) return { behalf: '', behalfName: '' };
  if (known && people[known.id]) return { behalf: known.id, behalfName: '' };
  return { behalf: '', behalfName: data.author ?? '' };
}

function form(turn: MeetingTurn, tap: Tap, notice: string | null, anyway = false): CardView {
  const { text, n = '', said, author, item, entry } = tap.data;
  const message = { messageId: n, text, said, author };
  const chosen = { item, kind: entry || 'note', anyway };
  return messageForm(sightOf(turn, notice), message, behalfIn(turn, tap), chosen);
}

function recorded(turn: MeetingTurn, tap: Tap): Command {
  const { item: itemId, text, said, entry } = tap.data;
  const { meeting } = turn;
  const saying = { ...sayingOf(turn, tap), ...(said ? { saidAt: said } : {}) };
  if (entry === 'decision') {
    const points = pointsAwaitingDecision(meeting, findItem(meeting, itemId));
    return { ...recordDecision(meeting, namesHere(turn), itemId, text, points, turn.newId()), ...saying };
  }
  const by = saying.onBehalfOf;
  const name = by?.kind === 'person' ? turn.people[by.personId]?.name : turn.person?.name;
  const remarked = entry === 'remark' && name ? formTexts[languageOf(meeting)].remarked(name, text) : text;
  return { type: 'RecordNote', itemId, noteId: turn.newId(), text: remarked, ...saying };
}

/** The item under which a message was taken, and its author, where that is somebody else; null: nothing was. */
function takenFrom(turn: MeetingTurn, commit: Commit) {
  for (const event of commit.events) {
    if (event.type !== 'NoteRecorded' && event.type !== 'DecisionRecorded') continue;
    const { itemId, onBehalfOf } = event;
    const author = onBehalfOf?.kind === 'person' ? turn.people[onBehalfOf.personId]?.name : undefined;
    return { itemId, number: itemNumber(turn.meeting.agenda, itemId), author: author ?? null };
  }
  return null;
}

/** *Til referatet*, the action on a chat message: anybody's message as a note, decision or remark of an item. */
export const messageVerbs: Readonly<Record<string, Verb>> = {
  'message.form': {
    // Only who leads and writes take the words of others.
    formFor: 'ConfirmNote',
    view: (turn, tap, notice) => {
      const heading = formTexts[turn.language].toMinutes;
      const say = (text: string) =>
        textCard(sightOf(turn, notice), { heading, lines: [{ text }], buttons: [] });
      if (!hasBegun(turn.meeting)) return say(refusalSentence('notStarted', turn.language));
      if (turn.meeting.status === 'approved') return say(refusalSentence('minutesApproved', turn.language));
      if (tap.data.text.trim() === '') return say(replies[turn.language].messageWithoutText);
      return form(turn, { ...tap, data: { ...tap.data, ...authorOf(turn, tap) } }, notice);
    },
  },
  'message.record': {
    people: addSpeaker,
    before: (turn, tap) => {
      const unclear = unclearSpeaker(turn, tap);
      if (unclear) return form(turn, tap, unclear);
      if (tap.data.anyway || !looksLikeCpr(tap.data.text)) return undefined;
      return form(turn, tap, formTexts[turn.language].cprWarning, true);
    },
    commands: (turn, tap) => {
      const { meeting, acting, person } = turn;
      const denied = denial(meeting, 'ConfirmNote', acting);
      const waits = unclaimedRoles(meeting, person, acting).length > 0;
      return denied && !waits ? refused(denied) : [recorded(turn, tap)];
    },
    mustKnow: (turn, _tap, commit) => {
      const taken = takenFrom(turn, commit);
      return taken && replies[turn.language].messageTaken(taken.number);
    },
    tell: (turn, _tap, commit) => {
      const taken = takenFrom(turn, commit);
      if (!taken?.author || findItem(turn.meeting, taken.itemId)?.closed) return null;
      const by = turn.person?.name ?? '';
      return replies[languageOf(turn.meeting)].yourMessageTaken(taken.author, by, taken.number);
    },
    again: (turn, tap, notice) => form(turn, tap, notice),
  },
};
