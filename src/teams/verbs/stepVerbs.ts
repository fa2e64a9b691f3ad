import { type CommandType, refused } from '../../meeting/commands.ts';
import { denial } from '../../meeting/decide.ts';
import { itemForm, postponeForm } from '../../views/forms.ts';
import { moreMenu } from '../../views/menus.ts';
import { readyCard } from '../../views/startCards.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { refusalSentence } from '../../wording/refusals.ts';
import { currentItem, postpone, startAt, step } from '../commandsOf.ts';
import { keepTyped } from '../keepTyped.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

/** Verbs that move the room, or begin and end the meeting. */
export const stepVerbs: Readonly<Record<string, Verb>> = {
  start: {
    onClosed: true,
    commands: (turn, tap) => {
      const command = startAt(turn.meeting, tap.data.item || null);
      return 'code' in command ? command : [command];
    },
    view: (turn, _tap, notice) => readyCard(sightOf(turn, notice)),
    again: (turn, tap, notice) =>
      turn.meeting.status === 'planned' && chose(turn, tap, 'StartMeeting')
        ? keepTyped(itemForm(sightOf(turn, notice), { kind: 'start' }), tap.data)
        : undefined,
  },
  'start.form': {
    formFor: 'StartMeeting',
    view: (turn, _tap, notice) => itemForm(sightOf(turn, notice), { kind: 'start' }),
  },
  next: {
    onClosed: true,
    commands: (turn, tap) => {
      const command = step(turn.meeting, tap.data.i ?? '', 1);
      return 'code' in command ? command : [command];
    },
  },
  previous: {
    onClosed: true,
    commands: (turn, tap) => {
      const command = step(turn.meeting, tap.data.i ?? '', -1);
      return 'code' in command ? command : [command];
    },
  },
  'goto.form': {
    formFor: 'MoveToItem',
    onClosed: true,
    view: (turn, tap, notice) => itemForm(sightOf(turn, notice), { kind: 'go', what: cardOf(tap.data) }),
  },
  goto: {
    onClosed: true,
    commands: (turn, tap) => {
      const from = currentItem(turn.meeting);
      // From the form the card's item is where it started; *Gå til punktet* on an old card starts where the room is.
      const fromItemId = tap.data.n ? from : (tap.data.i ?? from);
      const itemId = tap.data.n ?? tap.data.item;
      if (!fromItemId) return refused('notStarted');
      return itemId ? [{ type: 'MoveToItem', fromItemId, itemId }] : refused('unknownItem');
    },
    again: (turn, tap, notice) => {
      const here = currentItem(turn.meeting);
      if (!here || !chose(turn, tap, 'MoveToItem')) return undefined;
      // The room may have moved on meanwhile: chosen again, it goes from where it is now.
      const what = { ...cardOf(tap.data), i: here };
      return keepTyped(itemForm(sightOf(turn, notice), { kind: 'go', what }), tap.data);
    },
  },
  pause: { onClosed: true, commands: () => [{ type: 'PauseMeeting' }] },
  resume: { onClosed: true, commands: () => [{ type: 'ResumeMeeting' }] },
  adjourn: {
    onClosed: true,
    commands: (_turn, tap) => [{ type: 'AdjournMeeting', fromItemId: tap.data.i ?? '' }],
  },
  more: {
    onClosed: true,
    view: (turn, tap, notice) => moreMenu(sightOf(turn, notice), tap.data.i ?? '', turn.acting),
  },
  back: { onClosed: true },
  'postpone.form': {
    formFor: 'PostponeItem',
    view: (turn, tap, notice) => postponeForm(sightOf(turn, notice), tap.data.i ?? ''),
  },
  postpone: {
    before: (turn, tap) =>
      looksLikeCpr(tap.data.until)
        ? keepTyped(
            postponeForm(sightOf(turn, refusalSentence('cprInField', turn.language)), tap.data.i ?? ''),
            tap.data,
          )
        : undefined,
    commands: (turn, tap) => [postpone(turn.meeting, tap.data.i ?? '', tap.data.until || null)],
    again: (turn, tap, notice) => keepTyped(postponeForm(sightOf(turn, notice), tap.data.i ?? ''), tap.data),
  },
};

/** The tap comes from a form in which an item was chosen, of somebody who may do it. */
const chose = (turn: MeetingTurn, tap: Tap, command: CommandType): boolean =>
  tap.data.item !== '' && tap.data.n === undefined && denial(turn.meeting, command, turn.acting) === null;

/** Which card a form goes back to. */
const cardOf = (data: { i?: string | undefined; a?: string | undefined }) => ({
  ...(data.i ? { i: data.i } : {}),
  ...(data.a ? { a: data.a } : {}),
});
