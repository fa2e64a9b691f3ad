import { addendumForm, approvalForm, downloadMenu, WHOLE } from '../../views/afterCards.ts';
import { draftPage } from '../../views/pages.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { replies } from '../../wording/replies.ts';
import type { Tap } from '../tap.ts';
import { sightOf, type Verb } from '../turnState.ts';

/** The card in whose place the answer stands. */
const from = (tap: Tap): string => tap.data.a ?? 'unanswered';
const typed = (tap: Tap, cpr: boolean) => ({ text: tap.data.text, points: [tap.data.item || WHOLE], cpr });

/** Verbs on the minutes as a whole, in the private chat of who leads or writes: approve, add, fetch. */
export const afterVerbs: Readonly<Record<string, Verb>> = {
  'approve.form': {
    alone: true,
    view: (turn, tap, notice) => approvalForm(sightOf(turn, notice), from(tap)),
  },
  approve: {
    alone: true,
    // What the card showed is what is approved.
    commands: (_turn, tap) => [{ type: 'ApproveMinutes', seenVersion: Number.parseInt(tap.data.t, 10) || 0 }],
    notice: (turn) => replies[turn.language].minutesApproved,
    again: (turn, tap, notice) =>
      turn.meeting.status === 'adjourned' ? approvalForm(sightOf(turn, notice), from(tap)) : undefined,
  },
  'addendum.form': {
    alone: true,
    formFor: 'AddAddendum',
    view: (turn, tap, notice) => addendumForm(sightOf(turn, notice), from(tap)),
  },
  'addendum.add': {
    alone: true,
    before: (turn, tap) =>
      !tap.data.anyway && looksLikeCpr(tap.data.text)
        ? addendumForm(sightOf(turn), from(tap), typed(tap, true))
        : undefined,
    commands: (turn, tap) => {
      const { item, text } = tap.data;
      const itemId = item === '' || item === WHOLE ? null : item;
      return [{ type: 'AddAddendum', addendumId: turn.newId(), itemId, text }];
    },
    notice: (turn) => replies[turn.language].addendumKept,
    again: (turn, tap, notice) => addendumForm(sightOf(turn, notice), from(tap), typed(tap, false)),
  },
  'addendum.strike': {
    alone: true,
    commands: (_turn, tap) => [{ type: 'StrikeAddendum', addendumId: tap.data.d ?? '' }],
    view: (turn, tap, notice) => draftPage(sightOf(turn, notice), tap.data.page, tap.data.a),
  },
  'download.menu': {
    alone: true,
    view: (turn, tap, notice) => downloadMenu(sightOf(turn, notice), tap.data.kind, tap.data.a),
  },
  // Who is answered with the file, or with the way to it, is for the files to say; this is the card around it.
  'download.get': {
    alone: true,
    view: (turn, tap, notice) => downloadMenu(sightOf(turn, notice), tap.data.kind, tap.data.a),
  },
};
